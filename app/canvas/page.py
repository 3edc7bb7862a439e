"""The ground of the canvas: a white page on a soft surround."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

PAGE_COLOUR = QColor(255, 255, 255)
SHADOW_PX = 8
_DARKEST_SHADOW = 26


def surround_colour(palette: QPalette) -> QColor:
    """A little darker than the window, so the page stands out in light and dark."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.darker(112 if window.lightness() > 127 else 120)


def paint_ground(painter: QPainter, exposed: QRectF, page: QRectF, palette: QPalette) -> None:
    """Fill what is exposed; `page` is the page's place. All in view px."""
    if not page.contains(exposed):
        painter.fillRect(exposed, surround_colour(palette))
        _paint_shadow(painter, page)
    painter.fillRect(page, PAGE_COLOUR)


def _paint_shadow(painter: QPainter, page: QRectF) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rings = SHADOW_PX // 2
    for ring in range(rings, 0, -1):
        grow = float(2 * ring)
        # Rings pile up towards the page; lower than the page, as if lit from above.
        painter.setBrush(QColor(0, 0, 0, _DARKEST_SHADOW // rings))
        painter.drawRoundedRect(page.adjusted(-grow, -grow + 2, grow, grow + 2), grow, grow)
    painter.restore()
