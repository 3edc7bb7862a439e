"""How matches look, on the canvas and in the dock: sure and doubtful lines, the grid, a spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.canvas.flow_colours import DOUBT, MATCH, grid_colours
from app.canvas.ink_path import path_through
from app.panels.matched import GRID_LINES, Traces
from engine.strokes import FloatArray

STALE_OPACITY = 0.4
RING_PX = 7.0
"""Radius of the ring around a place, view px."""
_DASHES = [3.0, 2.5]
_GRID_COLOURS = [colour.name() for colour in grid_colours(GRID_LINES)] * 2
_DOUBT_OPACITY = 0.45
_FINE = ((0.0, 0.0),)
_BROAD = ((-0.4, 0.0), (0.4, 0.0), (0.0, 0.4))
_RIM = ((-1.1, 0.0), (1.1, 0.0), (0.0, -1.1), (0.0, 1.1))
_RIM_COLOUR = "#82ffffff"
"""With its opacity first, as Qt reads it."""
_MANY = 1500
"""So many points have no rim: it is a fine web anyway, and must be painted in time."""


@dataclass(frozen=True, eq=False)
class SplitPath:
    """Lines of which parts are doubtful."""

    sure: QPainterPath
    doubtful: QPainterPath


def split_path(traces: Traces, places: FloatArray, lines: slice = slice(None)) -> SplitPath:
    """The lines of some traces at these places: (N, 2), in the order of the traces' points.

    Args:
        lines: which of the traces' lines; all of them are next to each other.
    """
    first, last, _ = lines.indices(len(traces))
    points = slice(int(traces.starts[first]), int(traces.starts[last]))
    if last <= first or points.start == points.stop:
        return SplitPath(QPainterPath(), QPainterPath())
    begins = np.zeros(len(places), dtype=bool)
    begins[traces.starts[first:last]] = True
    sure = traces.sure.copy()
    # A segment is as sure as its ends.
    sure[1:] &= traces.sure[:-1]
    return SplitPath(
        _part(places[points], begins[points], sure[points]),
        _part(places[points], begins[points], ~sure[points]),
    )


def _part(
    places: FloatArray, begins: npt.NDArray[np.bool_], drawn: npt.NDArray[np.bool_]
) -> QPainterPath:
    """Only segments whose second point is `drawn`."""
    if not drawn.any():
        return QPainterPath()
    moves = begins | ~drawn
    moves[0] = True
    return path_through(places, moves)


def grid_paths(grid: Traces, places: FloatArray) -> list[SplitPath]:
    """One for each line of the grid."""
    return [split_path(grid, places, slice(i, i + 1)) for i in range(len(grid))]


def paint_grid(painter: QPainter, paths: list[SplitPath], scale: float) -> None:
    """Each line in its colour; doubtful parts fainter and thin."""
    painter.save()
    opacity = painter.opacity()
    for path, colour in zip(paths, _GRID_COLOURS, strict=False):
        painter.setOpacity(opacity)
        paint_fine(painter, path.sure, colour, scale, _BROAD)
        painter.setOpacity(opacity * _DOUBT_OPACITY)
        paint_fine(painter, path.doubtful, colour, scale)
    painter.restore()


def paint_many(painter: QPainter, path: SplitPath, scale: float) -> None:
    """Any number of lines: sure parts in the colour of matches, doubtful ones thin and grey."""
    for part, colour, broad in ((path.doubtful, DOUBT, _FINE), (path.sure, MATCH, _BROAD)):
        if part.elementCount() < _MANY:
            paint_fine(painter, part, _RIM_COLOUR, scale, _RIM)
        paint_fine(painter, part, colour, scale, broad)


def paint_fine(
    painter: QPainter,
    path: QPainterPath,
    colour: str,
    scale: float,
    offsets_px: Sequence[tuple[float, float]] = _FINE,
) -> None:
    """A path of thousands of points in a pen of one pixel, once for each offset (view px).

    Qt draws such pens 20 to 60 times faster than broader ones: 2,400 points take 0.6 ms.
    """
    if path.isEmpty():
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour, 1.0))
    for x_px, y_px in offsets_px:
        painter.translate(x_px / scale, y_px / scale)
        painter.drawPath(path)
        painter.translate(-x_px / scale, -y_px / scale)


def paint_split(painter: QPainter, path: SplitPath, width_px: float) -> None:
    """One line: sure parts in the colour of matches, doubtful ones grey and dashed."""
    paint_line(painter, path.doubtful, DOUBT, 0.7 * width_px, dashed=True)
    paint_line(painter, path.sure, MATCH, width_px)


def paint_line(
    painter: QPainter,
    path: QPainterPath,
    colour: str,
    width_px: float,
    *,
    dashed: bool = False,
) -> None:
    """A line of constant width on the screen, with a light rim to be seen on any ground."""
    if path.isEmpty():
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(_RIM_COLOUR, width_px + 1.6))
    painter.drawPath(path)
    painter.setPen(_pen(colour, width_px, dashed))
    painter.drawPath(path)


def paint_ring(painter: QPainter, place: tuple[float, float], sure: bool, scale: float) -> None:
    """A ring around a place, in the painter's units; grey and dashed if it is doubtful."""
    path = QPainterPath()
    radius = RING_PX / scale
    path.addEllipse(QPointF(*place), radius, radius)
    path.addEllipse(QPointF(*place), 0.15 * radius, 0.15 * radius)
    paint_line(painter, path, MATCH if sure else DOUBT, 2.2, dashed=not sure)


@lru_cache(maxsize=128)
def _pen(colour: str, width_px: float, dashed: bool = False) -> QPen:
    cap = Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap
    pen = QPen(QColor(colour), width_px, Qt.PenStyle.SolidLine, cap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern(_DASHES)
    return pen
