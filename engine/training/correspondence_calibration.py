"""Fit the confidence of matches to made pairs, whose truth is known.

    python -m engine.training.correspondence_calibration --data DATA

prints the calibration of the neighbours, which stands in `engine.correspondence.matchers`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch

from engine.correspondence.confidence import FACTS, enclosed_cells, facts_of
from engine.correspondence.estimator import PHOTO, SKETCH, WarpEstimator
from engine.correspondence.features import WARP_STAGES, affinity, descriptors
from engine.correspondence.flow import GRID
from engine.correspondence.matchers import dense_flow, dense_likeness
from engine.correspondence.neighbours import match
from engine.correspondence.thin_plate import cell_centres
from engine.training.correspondence_bank import DRAWINGS_PER_PHOTO, FeatureBank

RIGHT = 0.1
"""A match within this of the truth, in sides, is right: what PCK@10 counts."""
_NEAR = 0.03
_ENOUGH_INK = 0.02
_PAIRS = 200

Maps: TypeAlias = tuple[torch.Tensor, ...]
Found: TypeAlias = tuple[torch.Tensor, torch.Tensor, tuple[torch.Tensor, torch.Tensor]]
"""Flows there and back, (G, G, 2), and the likeness (G, G) both ways."""
Finder: TypeAlias = Callable[[Maps, Maps], Found]


def calibrate(bank: FeatureBank, find: Finder, pairs: int = _PAIRS, seed: int = 0) -> torch.Tensor:
    """(2, 4) weights of the confidence there and back; see `engine.correspondence.confidence`.

    Args:
        bank: of pairs with truth.
        find: from the maps of a drawing and a photo to what was found.
        pairs: to look at.
        seed: of their choice.
    """
    facts: tuple[list[torch.Tensor], list[torch.Tensor]] = ([], [])
    right: tuple[list[torch.Tensor], list[torch.Tensor]] = ([], [])
    for found, enclosed, truth, known in _samples(bank, find, pairs, seed):
        forward, backward, likeness = found
        for into, each in zip(facts, facts_of(forward, backward, likeness, enclosed), strict=True):
            into.append(each.reshape(-1, FACTS))
        right[0].append((known & ((forward - truth).norm(dim=2) < RIGHT)).flatten())
        right[1].append(_returned_right(backward, truth, known))
    return torch.stack(
        [
            fit_logistic(torch.cat(each), torch.cat(label))
            for each, label in zip(facts, right, strict=True)
        ]
    )


def fit_logistic(facts: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    """(F + 1,) weights and constant of the most likely logistic model of (N, F) facts."""
    mean, spread = facts.mean(0), facts.std(0).clamp_min(1e-6)
    inputs = torch.cat([(facts - mean) / spread, torch.ones(len(facts), 1)], 1).double()
    weights = torch.zeros(inputs.shape[1], dtype=torch.float64)
    for _ in range(25):  # Newton's method
        chance = torch.sigmoid(inputs @ weights)
        gradient = inputs.T @ (chance - right.double()) + weights
        curvature = (inputs * (chance * (1 - chance))[:, None]).T @ inputs
        weights = weights - torch.linalg.solve(
            curvature + torch.eye(len(weights), dtype=torch.float64), gradient
        )
    slopes = weights[:-1] / spread.double()
    return torch.cat([slopes, weights[-1:] - (slopes @ mean.double())[None]]).float()


def warp_finder(net: WarpEstimator) -> Finder:
    """What the estimator finds."""

    def find(sketch: Maps, photo: Maps) -> Found:
        with torch.no_grad():
            described = net.describe(sketch, SKETCH), net.describe(photo, PHOTO)
            there, back = net(*described), net(*described[::-1])
        alike = dense_likeness(there), dense_likeness(back)
        return dense_flow(there), dense_flow(back), alike

    return find


def neighbour_finder() -> Finder:
    """What mutual nearest neighbours of the last two stages find."""

    def find(sketch: Maps, photo: Maps) -> Found:
        between = affinity(descriptors(sketch[1:], GRID), descriptors(photo[1:], GRID))[0]
        (forward, agreed), (backward, agreed_back) = match(between, GRID), match(between.T, GRID)
        return forward, backward, (agreed, agreed_back)

    return find


def _samples(
    bank: FeatureBank, find: Finder, pairs: int, seed: int
) -> Iterator[tuple[Found, torch.Tensor, torch.Tensor, torch.Tensor]]:
    """What is found of random pairs, with what surrounds their cells, the truth and where it is."""
    photos = np.random.default_rng(seed).choice(bank.rows, pairs, replace=False)
    for photo in photos.tolist():
        drawing = photo * DRAWINGS_PER_PHOTO
        sketch = tuple(torch.from_numpy(bank.drawing[s][[drawing]]).float() for s in WARP_STAGES)
        seen = tuple(torch.from_numpy(bank.photo[s][[photo]]).float() for s in WARP_STAGES)
        density = torch.from_numpy(bank.drawing_density[[drawing]]).float()[None]
        yield (
            find(sketch, seen),
            enclosed_cells((density > _ENOUGH_INK).float()),
            torch.from_numpy(bank.truth[drawing]),
            torch.from_numpy(bank.known[drawing]),
        )


def _returned_right(
    backward: torch.Tensor, truth: torch.Tensor, known: torch.Tensor
) -> torch.Tensor:
    """(G * G,) whether the photo's cells show what was drawn and lead to where it was drawn."""
    centres = cell_centres(GRID).float()
    away = torch.cdist(centres, truth.reshape(-1, 2))
    away[:, ~known.flatten()] = torch.inf
    nearest, drawn_at = away.min(1)
    off = (backward.reshape(-1, 2) - centres[drawn_at]).norm(dim=1)
    right: torch.Tensor = (nearest < _NEAR) & (off < RIGHT)
    return right


def main(argv: list[str] | None = None) -> int:
    """Print the neighbours' calibration."""
    from engine.encoders.lite import LiteEncoder
    from engine.encoders.loading import load_encoder
    from engine.training.correspondence import make_bank
    from engine.training.reporting import report

    parser = argparse.ArgumentParser(description="Calibrate the neighbours' confidence.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the archives")
    parser.add_argument("--cache", type=Path, default=Path("build/correspondence"))
    args = parser.parse_args(argv)
    encoder = load_encoder()
    assert isinstance(encoder, LiteEncoder)
    bank = make_bank(args.data, args.cache, encoder)
    report(str(calibrate(bank, neighbour_finder()).tolist()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
