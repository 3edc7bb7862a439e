"""A pen program over the ink: polylines that nobody has drawn yet, whole or as far as they came."""

from __future__ import annotations

import bisect
import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.canvas.overlay import Overlay
from app.tools.base import InkStyle
from engine.strokes import Bounds, FloatArray

HEAD_COLOUR = QColor(40, 120, 220)
HEAD_RADIUS_PX = 4.0
"""Of the dot where the pen is, view px."""
STALE_OPACITY = 0.35
HALO_PX = 3.0
"""How far the halo reaches beyond the ink, view px."""
HALO_OPACITY = 0.35


class PenOverlay(Overlay):
    """Shows one drawing of few points; cheap to move through, see `set_place`.

    Args:
        opacity: of all of it, on top of the ink's own.
        dashed, halo: to be told from ink at a glance.
    """

    def __init__(self, opacity: float = 1.0, dashed: bool = False, halo: bool = False) -> None:
        super().__init__()
        self._opacity = opacity
        self._is_dashed = dashed
        self._has_halo = halo
        self._lines: list[FloatArray] = []
        self._starts: list[int] = []
        self._whole = QPainterPath()
        self._whole_lines = 0
        self._points = np.empty((0, 2))
        self._style = InkStyle()
        self._box: Bounds | None = None
        self._place: float | None = None
        self._is_stale = False
        self._scale = 1.0

    @property
    def points(self) -> int:
        """How many points the pen visits."""
        return len(self._points)

    @property
    def place(self) -> float | None:
        """How far the pen has come, see `set_place`."""
        return self._place

    def show_lines(self, lines: Sequence[FloatArray], style: InkStyle | None = None) -> None:
        """Show (N, 2) polylines in document px, whole, instead of those before."""
        before = self._box
        self._lines = [np.asarray(line, np.float64) for line in lines if len(line)]
        self._starts = np.cumsum([0, *map(len, self._lines)])[:-1].tolist()
        self._whole, self._whole_lines = QPainterPath(), 0
        self._points = np.concatenate(self._lines) if self._lines else np.empty((0, 2))
        self._style = style or InkStyle()
        self._place = None
        self._box = self._box_of(self._points)
        self._repaint(before)
        self._repaint(self._box)

    def set_place(self, place: float | None) -> None:
        """Show the drawing as far as the pen has come.

        Args:
            place: 0 at the first point, `points` - 1 at the last, anything between in between;
                None for all of it, without the pen.
        """
        if place == self._place:
            return
        before, self._place = self._place, place
        if before is None or place is None:
            self._repaint(self._box)
        else:
            low, high = sorted((before, place))
            moved = self._points[math.floor(low) : math.ceil(high) + 1]
            self._repaint(self._box_of(moved))

    def set_stale(self, stale: bool) -> None:
        """Dim it: it answers a question that is asked anew."""
        if stale != self._is_stale:
            self._is_stale = stale
            self._repaint(self._box)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        self._scale = scale
        if not self._lines:
            return
        style = self._style
        colour = QColor(style.colour)
        opacity = self._opacity * style.opacity * (STALE_OPACITY if self._is_stale else 1.0)
        pen = QPen(colour, style.width_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self._is_dashed:
            # In units of the pen's width, as Qt has it: about six px on the screen.
            dash = max(6 / scale / style.width_px, 0.1)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([dash, dash * 0.6])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # One path: where its lines cross, see-through ink is no darker.
        path = self._path()
        if self._has_halo:
            around = QPen(pen)
            around.setColor(HEAD_COLOUR)
            around.setWidthF(style.width_px + 2 * HALO_PX / scale)
            painter.setOpacity(opacity * HALO_OPACITY)
            painter.setPen(around)
            painter.drawPath(path)
        painter.setOpacity(opacity)
        painter.setPen(pen)
        painter.drawPath(path)
        if self._place is not None:
            self._paint_head(painter, scale)

    def _path(self) -> QPainterPath:
        last = math.inf if self._place is None else self._place
        begun = bisect.bisect_right(self._starts, last)
        # Whole lines are kept: while it plays, a frame makes the one that the pen is at.
        whole = begun
        if begun and last - self._starts[begun - 1] < len(self._lines[begun - 1]) - 1:
            whole -= 1
        if whole < self._whole_lines:
            self._whole, self._whole_lines = QPainterPath(), 0
        for line in self._lines[self._whole_lines : whole]:
            _add_line(self._whole, line)
        self._whole_lines = whole
        path = QPainterPath(self._whole)
        if whole < begun:
            _add_line(path, self._drawn(self._lines[whole], last - self._starts[whole]))
        return path

    @staticmethod
    def _drawn(line: FloatArray, place: float) -> FloatArray:
        """The part of a line up to `place`, counted in its points."""
        if place >= len(line) - 1:
            return line
        whole, rest = int(place), place - int(place)
        end = (1 - rest) * line[whole] + rest * line[whole + 1]
        return np.vstack([line[: whole + 1], end])

    def _paint_head(self, painter: QPainter, scale: float) -> None:
        assert self._place is not None
        whole = min(int(self._place), len(self._points) - 1)
        rest = self._place - whole
        after = self._points[min(whole + 1, len(self._points) - 1)]
        x, y = ((1 - rest) * self._points[whole] + rest * after).tolist()
        radius = HEAD_RADIUS_PX / scale
        painter.setOpacity(1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(HEAD_COLOUR)
        painter.drawEllipse(QPointF(x, y), radius, radius)

    def _box_of(self, points: FloatArray) -> Bounds | None:
        if not len(points):
            return None
        # The pen's dot reaches further than the halo.
        reach = self._style.width_px / 2 + (HEAD_RADIUS_PX + 1) / self._scale
        x0, y0 = (points.min(axis=0) - reach).tolist()
        x1, y1 = (points.max(axis=0) + reach).tolist()
        return x0, y0, x1, y1

    def _repaint(self, box: Bounds | None) -> None:
        if box is not None:
            self.changed.emit(box)


def _add_line(path: QPainterPath, line: FloatArray) -> None:
    first, *rest = [QPointF(x, y) for x, y in line.tolist()]
    path.moveTo(first)
    for place in rest:
        path.lineTo(place)
    if not rest:  # a path that goes nowhere leaves no dot
        path.lineTo(first + QPointF(0.01, 0.0))
