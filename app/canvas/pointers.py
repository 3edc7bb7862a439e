"""Mouse pointers of the tools."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from app.tools.base import PointerShape

_SYSTEM_SHAPES = {
    PointerShape.CROSS: Qt.CursorShape.CrossCursor,
    PointerShape.OPEN_HAND: Qt.CursorShape.OpenHandCursor,
    PointerShape.CLOSED_HAND: Qt.CursorShape.ClosedHandCursor,
    PointerShape.ARROW: Qt.CursorShape.ArrowCursor,
    PointerShape.MOVE: Qt.CursorShape.SizeAllCursor,
    PointerShape.SIZE_EW: Qt.CursorShape.SizeHorCursor,
    PointerShape.SIZE_NS: Qt.CursorShape.SizeVerCursor,
    PointerShape.SIZE_NWSE: Qt.CursorShape.SizeFDiagCursor,
    PointerShape.SIZE_NESW: Qt.CursorShape.SizeBDiagCursor,
    PointerShape.ROTATE: Qt.CursorShape.PointingHandCursor,
    PointerShape.TEXT: Qt.CursorShape.IBeamCursor,
    PointerShape.PICK: Qt.CursorShape.PointingHandCursor,
}


def cursor_for(shape: PointerShape, eraser_radius_px: float, pixel_ratio: float) -> QCursor:
    """The pointer of a tool; the eraser's shows its reach (view px)."""
    if shape in _SYSTEM_SHAPES:
        return QCursor(_SYSTEM_SHAPES[shape])
    side = 2 * round(eraser_radius_px) + 5
    pixmap = QPixmap(round(side * pixel_ratio), round(side * pixel_ratio))
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = QPointF(side / 2, side / 2)
    # A dark ring inside a light one is seen on any ground.
    for colour, width in ((QColor(255, 255, 255, 220), 3.0), (QColor(60, 60, 60), 1.2)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(centre, eraser_radius_px, eraser_radius_px)
    painter.end()
    return QCursor(pixmap, side // 2, side // 2)
