"""A flow between two pictures, each seen through a square, and how points travel along it.

Free of torch: the engine makes flows, the program and the command line ask them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.strokes import Bounds, FloatArray

GRID = 32
"""Cells along each side of a flow."""


@dataclass(frozen=True, slots=True)
class Square:
    """The part of a picture or page that the engine looked at, as the unit square.

    Attributes:
        left, top: of the square, in px of the picture or page.
        width, height: px that the unit square spans. The same number but for rounding.
    """

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def around(cls, box: Bounds) -> Square:
        """The square around a box (x0, y0, x1, y1), with the same centre and its longer side."""
        x0, y0, x1, y1 = box
        side = max(x1 - x0, y1 - y0, 1.0)
        return cls((x0 + x1 - side) / 2, (y0 + y1 - side) / 2, side, side)

    def to_unit(self, points: ArrayLike) -> FloatArray:
        """(..., 2) px to the unit square."""
        moved = np.asarray(points, np.float64) - (self.left, self.top)
        return np.asarray(moved / (self.width, self.height), np.float64)

    def to_px(self, points: ArrayLike) -> FloatArray:
        """(..., 2) of the unit square to px."""
        scaled = np.asarray(points, np.float64) * (self.width, self.height)
        return np.asarray(scaled + np.array([self.left, self.top]), np.float64)


class Matches(NamedTuple):
    """Where points lie on the other picture.

    Attributes:
        points: (N, 2).
        confidence: (N,) in [0, 1].
    """

    points: FloatArray
    confidence: FloatArray


@dataclass(frozen=True, eq=False)
class Flow:
    """For each cell of one unit square its place on another's. Arrays are read-only.

    Attributes:
        targets: (G, G, 2) float32, (x, y) on the other unit square of the centre of the cell in
            row i and column j, which is ((j + 0.5) / G, (i + 0.5) / G). May lie outside of it.
        confidence: (G, G) float32 in [0, 1].
    """

    targets: NDArray[np.float32]
    confidence: NDArray[np.float32]

    def __post_init__(self) -> None:
        self.targets.setflags(write=False)
        self.confidence.setflags(write=False)

    def __call__(self, points: ArrayLike) -> Matches:
        """Where (N, 2) points of the one unit square lie on the other.

        Between the centres of the cells the displacement is interpolated, beyond the outermost it
        is theirs. Outside the unit square nothing is known: the confidence is 0.
        """
        places = np.asarray(points, np.float64).reshape(-1, 2)
        centres = cell_centres(len(self.targets))
        table = np.concatenate([self.targets - centres, self.confidence[..., None]], 2)
        found = sample_grid(table, places)
        inside = ((places >= 0) & (places <= 1)).all(1)
        return Matches(places + found[:, :2], np.where(inside, found[:, 2], 0.0))


def cell_centres(cells: int) -> FloatArray:
    """(G, G, 2) centres (x, y) of the cells of the unit square, row by row."""
    along = (np.arange(cells) + 0.5) / cells
    return np.stack(np.meshgrid(along, along), -1)


def sample_grid(table: NDArray[np.floating], places: FloatArray) -> FloatArray:
    """Bilinear samples of values at the centres of a grid's cells.

    Args:
        table: (H, W, C).
        places: (N, 2) (x, y) on the unit square; beyond the outermost centres their values go on.

    Returns:
        (N, C).
    """
    height, width = table.shape[:2]
    size = np.array([width, height])
    at = np.clip(places * size - 0.5, 0, size - 1)
    low = np.minimum(at.astype(np.int64), np.maximum(size - 2, 0))
    fx, fy = (at - low).T[..., None]
    x0, y0 = low.T
    x1, y1 = np.minimum(low + 1, size - 1).T
    upper = table[y0, x0] * (1 - fx) + table[y0, x1] * fx
    lower = table[y1, x0] * (1 - fx) + table[y1, x1] * fx
    return np.asarray(upper * (1 - fy) + lower * fy, np.float64)
