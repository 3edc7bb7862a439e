"""Painting a part of a picture onto the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.canvas.rects import rect_of
from engine.strokes import Bounds


def paint_picture(
    painter: QPainter,
    image: QImage,
    source: QRectF,
    box: Bounds,
    exposed: Bounds,
    opacity: float,
) -> None:
    """Paint `source` (px of the image) into `box`, but only what meets `exposed` (document px)."""
    target = rect_of(box)
    part = target.intersected(rect_of(exposed))
    if part.isEmpty():
        return
    # Only the exposed part is scaled.
    across = source.width() / target.width()
    down = source.height() / target.height()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(opacity)
    painter.drawImage(
        part,
        image,
        QRectF(
            source.x() + (part.x() - target.x()) * across,
            source.y() + (part.y() - target.y()) * down,
            part.width() * across,
            part.height() * down,
        ),
    )
