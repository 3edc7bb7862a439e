"""Strokes to painter paths, and a bounded store of them."""

from __future__ import annotations

import struct
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.canvas.outline import FloatArray, stroke_outlines
from app.document.stroke import Stroke

_MOVE, _LINE = 0, 1
_WINDING_FILL = 1
_ELEMENT = np.dtype([("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
"""One path element as QDataStream holds it: the fast way from an array into a QPainterPath."""


Paths = tuple[QPainterPath, QPainterPath | None]
"""Of the line, and of the area within it if that is filled."""


def path_of_lines(lines: Sequence[FloatArray]) -> QPainterPath:
    """One path along (M, 2) lines, at least one; filled, it is so by the winding rule."""
    corners = np.concatenate(lines)
    begins = np.zeros(len(corners), dtype=bool)
    begins[np.cumsum([0] + [len(each) for each in lines[:-1]])] = True
    return path_through(corners, begins)


def path_through(places: FloatArray, begins: npt.NDArray[np.bool_]) -> QPainterPath:
    """One path through (N, 2) places in their order; (N,) `begins`: a new line begins there."""
    elements = np.empty(len(places), dtype=_ELEMENT)
    elements["type"] = np.where(begins, _MOVE, _LINE)
    elements["x"], elements["y"] = places[:, 0], places[:, 1]
    last_start = int(np.flatnonzero(begins)[-1])
    content = (
        struct.pack(">i", len(elements))
        + elements.tobytes()
        + struct.pack(">ii", last_start, _WINDING_FILL)
    )
    path = QPainterPath()
    stream = QDataStream(QByteArray(content))
    stream >> path
    return path


def ink_path(xy: FloatArray, widths_px: FloatArray) -> QPainterPath:
    """The shape of ink along (N, 2) places with (N,) local widths, in document px."""
    return path_of_lines(stroke_outlines(xy, widths_px / 2.0))


class PaintsStrokes(Protocol):
    """Whoever can put a stroke onto a tile."""

    def paint(self, painter: QPainter, stroke: Stroke, opacity: float = 1.0) -> None:
        """Paint one; the painter's transform maps document px to the device."""


class StrokePainter:
    """Paints committed strokes; keeps the paths of the most recently painted ones.

    Args:
        capacity: how many paths are kept (some 4 kB each).
        widths: (N,) widths of a stroke's line at its points, document px.
    """

    def __init__(
        self,
        capacity: int = 16_384,
        widths: Callable[[Stroke], FloatArray] = Stroke.local_widths_px,
    ) -> None:
        self._capacity = capacity
        self._widths = widths
        self._paths: OrderedDict[int, tuple[Stroke, Paths]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._paths)

    def paint(self, painter: QPainter, stroke: Stroke, opacity: float = 1.0) -> None:
        """Fill the stroke's shape; the painter's transform maps document px to the device."""
        line, area = self._paths_of(stroke)
        alpha = stroke.opacity * opacity
        if stroke.fill is not None and area is not None:
            painter.fillPath(area, _with_alpha(stroke.fill, alpha))
        painter.fillPath(line, _with_alpha(stroke.colour, alpha))

    def path(self, stroke: Stroke) -> QPainterPath:
        """The shape of its ink, in document px."""
        return self._paths_of(stroke)[0]

    def _paths_of(self, stroke: Stroke) -> Paths:
        # Keyed by identity, since a stroke's hash reads all its points; the entry holds the
        # stroke, so the identity cannot be given to another one meanwhile.
        key = id(stroke)
        entry = self._paths.get(key)
        if entry is not None:
            self._paths.move_to_end(key)
            return entry[1]
        line = ink_path(stroke.xy, self._widths(stroke))
        paths = line, None if stroke.fill is None else path_of_lines([stroke.xy])
        self._paths[key] = (stroke, paths)
        if len(self._paths) > self._capacity:
            self._paths.popitem(last=False)
        return paths


def _with_alpha(colour: str, alpha: float) -> QColor:
    ink = QColor(colour)
    ink.setAlphaF(alpha)
    return ink
