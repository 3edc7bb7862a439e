"""Batches from a `FeatureBank`: made drawings with their truth, and real sketches without."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from engine.correspondence.estimator import CELLS
from engine.correspondence.features import WARP_STAGES
from engine.correspondence.flow import GRID
from engine.training.correspondence_bank import DRAWINGS_PER_PHOTO, FeatureBank

INK_WEIGHT = 1.0
BLANK_WEIGHT = 0.15
"""Of cells without ink where the truth is known: the map is to be right there too, but nothing is
to be seen."""
_ENOUGH_INK = 0.02


@dataclass(frozen=True, eq=False)
class Batch:
    """B pairs, made ones first.

    Attributes:
        sketch, photo: maps of `WARP_STAGES`, (B, C, h, w).
        truth: (K, 16, 16, 2) of the K made pairs.
        weights: (K, 16, 16) of their cells.
        sketch_images, photo_images: (B - K, 3, 256, 256) in [0, 1] of the real pairs; empty
            unless asked for.
    """

    sketch: tuple[torch.Tensor, ...]
    photo: tuple[torch.Tensor, ...]
    truth: torch.Tensor
    weights: torch.Tensor
    sketch_images: torch.Tensor
    photo_images: torch.Tensor


class Sampler:
    """Draws random batches; the same ones for the same seed.

    Args:
        bank: where from.
        made: pairs with truth in a batch.
        real: pairs of real sketches.
        seed: of the choice.
        with_images: whether the real pairs' images come along.
    """

    def __init__(
        self, bank: FeatureBank, made: int, real: int, seed: int = 0, *, with_images: bool = False
    ) -> None:
        self._bank, self._made, self._real = bank, made, real
        self._with_images = with_images
        self._random = np.random.default_rng(seed)
        self._sketches = np.flatnonzero(np.isin(bank.sketch_photo, bank.rows))

    def skip(self, batches: int) -> None:
        """Leave out what an earlier run has drawn."""
        for _ in range(batches):
            self._choose()

    def draw(self) -> Batch:
        """The next batch."""
        bank = self._bank
        drawings, sketches = self._choose()
        photos = np.concatenate([drawings // DRAWINGS_PER_PHOTO, bank.sketch_photo[sketches]])
        truth = _at_cells(torch.from_numpy(bank.truth[drawings]))
        images = self._with_images
        return Batch(
            tuple(
                torch.cat(
                    [
                        torch.from_numpy(bank.drawing[stage][drawings]),
                        torch.from_numpy(bank.sketch[stage][sketches]),
                    ]
                ).float()
                for stage in WARP_STAGES
            ),
            tuple(torch.from_numpy(bank.photo[stage][photos]).float() for stage in WARP_STAGES),
            truth,
            self._weights(drawings),
            _on_paper(bank.sketch_ink[sketches if images else sketches[:0]]),
            torch.from_numpy(bank.photo_view[photos[len(drawings) :] if images else []]).float()
            / 255,
        )

    def _choose(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        photos = self._random.choice(self._bank.rows, self._made)
        which = self._random.integers(DRAWINGS_PER_PHOTO, size=self._made)
        return photos * DRAWINGS_PER_PHOTO + which, self._random.choice(self._sketches, self._real)

    def _weights(self, drawings: NDArray[np.int64]) -> torch.Tensor:
        factor = GRID // CELLS
        known = torch.from_numpy(self._bank.known[drawings]).float()
        known = torch.nn.functional.avg_pool2d(known[:, None], factor)[:, 0] > 0.5
        density = torch.from_numpy(self._bank.drawing_density[drawings]).float()
        density = torch.nn.functional.avg_pool2d(density[:, None], factor)[:, 0]
        return known * torch.where(density > _ENOUGH_INK, INK_WEIGHT, BLANK_WEIGHT)


def _at_cells(truth: torch.Tensor) -> torch.Tensor:
    """(B, 32, 32, 2) places of cells to those of the estimator's 16 x 16."""
    pooled = torch.nn.functional.avg_pool2d(truth.permute(0, 3, 1, 2), GRID // CELLS)
    return pooled.permute(0, 2, 3, 1)


def _on_paper(ink: NDArray[np.uint8]) -> torch.Tensor:
    return (1 - torch.from_numpy(ink)[:, None].float() / 255).expand(-1, 3, -1, -1)
