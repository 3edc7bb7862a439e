"""Pairs of a drawing and a photo with keypoints on both, and how many of them are found (PCK)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.correspondence.flow import Flow
from engine.evaluation.synthetic_pairs import SIDE, TRACE_SIGMA, WarpRange, Warps, ink_of, warped
from engine.strokes import FloatArray
from engine.training.augment import on_paper, thicken

KEYPOINTS = 16
"""Of a made pair, at most."""
LEAST_INK_PX = 250
"""Of contours: photos with fewer show too little."""
_BATCH_SEED = 1_000_003


@dataclass(frozen=True, eq=False)
class KeypointPair:
    """Attributes:
    sketch, photo: (1, 3, 256, 256) in [0, 1].
    on_sketch, on_photo: (N, 2) matching places on the unit square.
    category: of what is shown; "" where it is not known.
    """

    sketch: torch.Tensor
    photo: torch.Tensor
    on_sketch: FloatArray
    on_photo: FloatArray
    category: str = ""

    @property
    def displacement(self) -> float:
        """Mean distance of the keypoints on the two unit squares."""
        return float(np.linalg.norm(self.on_photo - self.on_sketch, axis=1).mean())


def made_pair(
    rgb: NDArray[np.uint8], number: int, seed: int = 0, category: str = ""
) -> KeypointPair | None:
    """A drawing made from a photo and warped; None where the photo shows too few contours.

    Args:
        rgb: (256, 256, 3) uint8.
        number: of the pair; with `seed` it decides everything that is random.
        seed: see there.
        category: see `KeypointPair`.
    """
    from engine.training.line_drawing import contour_pieces

    pieces = contour_pieces(rgb, TRACE_SIGMA)
    if np.count_nonzero(pieces) < LEAST_INK_PX:
        return None
    generator = torch.Generator().manual_seed(seed * _BATCH_SEED + number)
    ink = ink_of(torch.from_numpy(pieces)[None], generator)
    warps = Warps(1, WarpRange(), generator)
    drawing = thicken(warped(ink, warps.on_grid(SIDE)), generator).clamp(0, 1)
    rows = (drawing[0, 0] > 0.5).nonzero()
    if len(rows) < 2 * KEYPOINTS:
        return None
    places = (rows.flip(1).double() + 0.5) / SIDE
    truth = warps(places)[0]
    shown = ((truth > 0) & (truth < 1)).all(1)
    places, truth = places[shown], truth[shown]
    if not len(places):
        return None
    start = int(torch.randint(len(places), (), generator=generator))
    chosen = spread_out(places.numpy(), KEYPOINTS, start)
    photo = torch.from_numpy(rgb.copy()).permute(2, 0, 1)[None].float() / 255
    return KeypointPair(
        on_paper(drawing).contiguous(),
        photo,
        places.numpy()[chosen],
        truth.numpy()[chosen],
        category,
    )


def spread_out(places: FloatArray, count: int, start: int) -> NDArray[np.int64]:
    """Which of (N, 2) places to take so that they lie far apart: the farthest one next."""
    chosen = [start]
    distance = np.full(len(places), np.inf)
    while len(chosen) < min(count, len(places)):
        distance = np.minimum(distance, np.linalg.norm(places - places[chosen[-1]], axis=1))
        chosen.append(int(distance.argmax()))
    return np.array(chosen)


def errors(flow: Flow, pair: KeypointPair) -> FloatArray:
    """(N,) distances, in sides of the photo, of where the flow puts the sketch's keypoints."""
    found = flow(pair.on_sketch).points
    return np.asarray(np.linalg.norm(found - pair.on_photo, axis=1), np.float64)


def pck(distances: Sequence[FloatArray], alpha: float) -> float:
    """Percentage of keypoints within alpha of the photo's side, the mean over pairs."""
    return float(100 * np.mean([(each <= alpha).mean() for each in distances]))
