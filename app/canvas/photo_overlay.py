"""A faded photo on the page, under the ink."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.canvas.overlay import Overlay
from app.canvas.rects import rect_of
from engine.strokes import Bounds

FADED_OPACITY = 0.3


class PhotoOverlay(Overlay):
    """Shows one photo, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._box: Bounds = (0.0, 0.0, 0.0, 0.0)
        self._shown = True

    def show_photo(self, image: QImage | None, box: Bounds = (0.0, 0.0, 0.0, 0.0)) -> None:
        """Show `image` in `box` (document px) instead of the one before; None for nothing."""
        before, self._box = self._box, box
        self._image = image
        self.changed.emit(before)
        self.changed.emit(box)

    def set_shown(self, shown: bool) -> None:
        """Hide the photo for a while, or show it again."""
        if shown != self._shown:
            self._shown = shown
            self.changed.emit(self._box)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        if self._image is None or not self._shown:
            return
        target = rect_of(self._box)
        part = target.intersected(rect_of(exposed))
        if part.isEmpty():
            return
        # Only the exposed part is scaled.
        across = self._image.width() / target.width()
        down = self._image.height() / target.height()
        source = QRectF(
            (part.x() - target.x()) * across,
            (part.y() - target.y()) * down,
            part.width() * across,
            part.height() * down,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(FADED_OPACITY)
        painter.drawImage(part, self._image, source)
