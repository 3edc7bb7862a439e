"""Thin helper lines of the tool in use, over everything."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.canvas.overlay import Overlay
from engine.strokes import Bounds, FloatArray

_LIGHT = QColor(255, 255, 255, 220)
_DARK = QColor(40, 60, 90)


class HintOverlay(Overlay):
    """Shows polylines, dashed, of constant width on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[FloatArray, ...] = ()

    def show_lines(self, lines: tuple[FloatArray, ...]) -> None:
        """Show (N, 2) lines in document px instead of those before."""
        before, self._lines = self._lines, lines
        for each in (before, lines):
            if each:
                places = np.concatenate(each)
                x0, y0 = places.min(axis=0).tolist()
                x1, y1 = places.max(axis=0).tolist()
                # Beyond the lines' width at the smallest scale.
                self.changed.emit((x0 - 40, y0 - 40, x1 + 40, y1 + 40))

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        for line in self._lines:
            polygon = QPolygonF([QPointF(*place) for place in line.tolist()])
            for colour, style in ((_LIGHT, Qt.PenStyle.SolidLine), (_DARK, Qt.PenStyle.DashLine)):
                pen = QPen(colour, 1.2, style)
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawPolyline(polygon)
