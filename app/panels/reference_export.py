"""A picture of the page with the reference pictures that lie on it; only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from app.canvas.picture_painting import paint_picture
from app.document.atomic import write_atomically
from app.document.drawing import Drawing
from app.document.export import ExportOptions
from app.panels.reference_board import Place, Reference

SUFFIX = ".png"


def export_with_references(
    path: str | Path, drawing: Drawing, options: ExportOptions, pictures: Sequence[Reference]
) -> None:
    """Write the page as PNG, with pictures under and on top of the ink. Any thread.

    Raises:
        InputError: if the image would be too large, or the file cannot be written.
    """
    # Pillow is loaded when it is needed, not on the way to the first window.
    from app.document.raster_png import drawing_to_png, image_size

    image = QImage(*image_size(drawing, options.scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent if options.transparent else Qt.GlobalColor.white)
    ink = QImage.fromData(drawing_to_png(drawing, options.scale, None))
    painter = QPainter(image)
    _paint(painter, drawing, pictures, Place.UNDER, options.scale)
    painter.setOpacity(1.0)
    painter.drawImage(0, 0, ink)
    _paint(painter, drawing, pictures, Place.ON_TOP, options.scale)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    write_atomically(path, bytes(buffer.data().data()))


def _paint(
    painter: QPainter,
    drawing: Drawing,
    pictures: Sequence[Reference],
    place: Place,
    scale: float,
) -> None:
    page = (0.0, 0.0, drawing.width_px, drawing.height_px)
    painter.save()
    painter.scale(scale, scale)
    for each in pictures:
        if each.place is place:
            paint_picture(painter, each.image, each.shown_part, each.shown_box, page, each.opacity)
    painter.restore()
