"""A small picture of a few lines, on the page's white."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.canvas.page import PAGE_COLOUR
from app.document.stroke import DEFAULT_COLOUR
from engine.strokes import Bounds, FloatArray, bounds

RATIO = 2
"""Device px per px, so that it is sharp on any screen."""
_MARGIN = 0.1
_LINE_PX = 1.4
_POINTS = 48
"""A line is painted through so many of its points: more cannot be seen at this size."""


def line_picture(
    lines: Sequence[FloatArray],
    side_px: int,
    box: Bounds | None = None,
    colour: str = DEFAULT_COLOUR,
) -> QPixmap:
    """A square picture of (N, 2) polylines.

    Args:
        box: what is to be seen, in the unit of the lines; by default the lines themselves.
    """
    pixmap = QPixmap(side_px * RATIO, side_px * RATIO)
    pixmap.setDevicePixelRatio(RATIO)
    pixmap.fill(PAGE_COLOUR)
    box = bounds(lines) if box is None else box
    if box is None:
        return pixmap
    x0, y0, x1, y1 = box
    room = side_px * (1 - 2 * _MARGIN)
    scale = room / max(x1 - x0, y1 - y0, 1e-9)
    shift_x, shift_y = (side_px - scale * (x0 + x1)) / 2, (side_px - scale * (y0 + y1)) / 2
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), _LINE_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setClipRect(QRectF(0, 0, side_px, side_px))
    for line in lines:
        thinned = [*line[:: max(1, len(line) // _POINTS)].tolist(), line[-1].tolist()]
        places = [QPointF(x * scale + shift_x, y * scale + shift_y) for x, y in thinned]
        painter.drawPoint(places[0])
        painter.drawPolyline(places)
    painter.end()
    return pixmap
