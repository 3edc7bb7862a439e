"""The stroke that is being drawn."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QPainter

from app.canvas.ink_path import path_of_lines
from app.canvas.outline import FloatArray, stroke_outlines
from app.document.ink import pressure_to_width
from app.document.samples import PenSample
from app.tools.base import InkStyle
from engine.strokes import Bounds

_MITRE = 1.25
"""The outline reaches at most this many radii from the line."""


class LiveInk:
    """Painted from its points where the view asks for it: work grows with what is exposed.

    Painted in the same way as a committed stroke, so nothing jumps at pen-up.
    """

    def __init__(self, style: InkStyle, layer_opacity: float = 1.0) -> None:
        self._style = style
        self._layer_opacity = layer_opacity
        self._rows: FloatArray = np.empty((256, 3))
        self._count = 0
        self._tail: FloatArray = np.empty((0, 3))

    def extend(self, added: Sequence[PenSample], tail: Sequence[PenSample]) -> Bounds | None:
        """Add final ink and replace the tail; returns the box (document px) that changed."""
        # Two points back: the bend at the last point, and the shape around it, follow from the
        # points on both of its sides.
        first = max(self._count - 2, 0)
        old_tail = self._tail
        new = self._to_rows(added)
        if self._count + len(new) > len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty((len(self._rows) + len(new), 3))])
        self._rows[self._count : self._count + len(new)] = new
        self._count += len(new)
        self._tail = self._to_rows(tail)
        return _box(np.concatenate([self._rows[first : self._count], old_tail, self._tail]))

    @property
    def xy(self) -> FloatArray:
        """(N, 2) places of all ink so far, in document px; a copy."""
        return self._all()[:, :2].copy()

    def bounds(self) -> Bounds | None:
        """The box of all ink (document px)."""
        return _box(self._all())

    def paint(self, painter: QPainter, exposed: Bounds) -> None:
        """Paint what meets a box; painter and box in document px."""
        rows = self._all()
        pieces = [rows] if len(rows) < 3 else [rows[a:b] for a, b in _ranges(rows, exposed)]
        polygons = [
            polygon
            for piece in pieces
            if len(piece)
            for polygon in stroke_outlines(piece[:, :2], piece[:, 2])
        ]
        if polygons:
            colour = QColor(self._style.colour)
            colour.setAlphaF(self._style.opacity * self._layer_opacity)
            painter.fillPath(path_of_lines(polygons), colour)

    def _all(self) -> FloatArray:
        return np.concatenate([self._rows[: self._count], self._tail])

    def _to_rows(self, samples: Sequence[PenSample]) -> FloatArray:
        """(N, 3): x, y, radius."""
        half_px = self._style.width_px / 2
        return np.array(
            [(each.x, each.y, half_px * pressure_to_width(each.pressure)) for each in samples]
        ).reshape(-1, 3)


def _box(rows: FloatArray) -> Bounds | None:
    if not len(rows):
        return None
    reach = _MITRE * rows[:, 2:]
    x0, y0 = (rows[:, :2] - reach).min(axis=0).tolist()
    x1, y1 = (rows[:, :2] + reach).max(axis=0).tolist()
    return x0, y0, x1, y1


def _ranges(rows: FloatArray, exposed: Bounds) -> list[tuple[int, int]]:
    """Slices of points whose segments, one more at each side, meet the box."""
    reach = _MITRE * np.maximum(rows[:-1, 2:], rows[1:, 2:])
    low = np.minimum(rows[:-1, :2], rows[1:, :2]) - reach
    high = np.maximum(rows[:-1, :2], rows[1:, :2]) + reach
    x0, y0, x1, y1 = exposed
    meets = (low[:, 0] <= x1) & (high[:, 0] >= x0) & (low[:, 1] <= y1) & (high[:, 1] >= y0)
    near: npt.NDArray[np.bool_] = meets.copy()
    near[1:] |= meets[:-1]
    near[:-1] |= meets[1:]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], near, [False]]).astype(np.int8)))
    return [(int(a), int(b) + 1) for a, b in edges.reshape(-1, 2)]
