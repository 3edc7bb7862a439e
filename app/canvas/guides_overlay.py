"""A grid and mirror axes, under the ink."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.canvas.overlay import Overlay
from app.document.document import Document
from app.tools.symmetry import Symmetry
from engine.strokes import Bounds

GRID_COLOUR = QColor(70, 110, 170, 60)
AXIS_COLOUR = QColor(200, 60, 120, 170)
CLOSEST_PX = 5.0
"""Lines of the grid nearer to each other than this, in view px, are thinned out."""


class GuidesOverlay(Overlay):
    """Shows them over the page of a document; they are never part of the drawing."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._spacing_px: float | None = None
        self._symmetry = Symmetry()

    def show_grid(self, spacing_px: float | None) -> None:
        """A grid of this spacing (document px) from the page's corner; None for none."""
        if spacing_px != self._spacing_px:
            self._spacing_px = spacing_px
            self.changed.emit(self._page)

    def show_axes(self, symmetry: Symmetry) -> None:
        """These axes."""
        if symmetry != self._symmetry:
            self._symmetry = symmetry
            self.changed.emit(self._page)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        x0, y0, x1, y1 = exposed
        if self._spacing_px is not None:
            painter.setPen(_pen(GRID_COLOUR, Qt.PenStyle.SolidLine))
            step = _thinned(self._spacing_px, scale)
            painter.drawLines([QLineF(x, y0, x, y1) for x in _multiples(step, x0, x1)])
            painter.drawLines([QLineF(x0, y, x1, y) for y in _multiples(step, y0, y1)])
        painter.setPen(_pen(AXIS_COLOUR, Qt.PenStyle.DashLine))
        _, _, width_px, height_px = self._page
        if self._symmetry.left_right:
            painter.drawLine(QLineF(width_px / 2, 0, width_px / 2, height_px))
        if self._symmetry.top_bottom:
            painter.drawLine(QLineF(0, height_px / 2, width_px, height_px / 2))

    @property
    def _page(self) -> Bounds:
        drawing = self._document.drawing
        return 0.0, 0.0, drawing.width_px, drawing.height_px


def _thinned(spacing_px: float, scale: float) -> float:
    """A multiple of the spacing that is wide enough on the screen."""
    step = spacing_px
    while step * scale < CLOSEST_PX:
        step *= 2
    return step


def _multiples(step: float, low: float, high: float) -> Iterator[float]:
    for i in range(math.ceil(low / step), math.floor(high / step) + 1):
        yield i * step


def _pen(colour: QColor, style: Qt.PenStyle) -> QPen:
    pen = QPen(colour, 1.0, style)
    pen.setCosmetic(True)
    return pen
