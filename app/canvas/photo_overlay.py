"""A faded photo on the page, under the ink."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.canvas.overlay import Overlay
from app.canvas.picture_painting import paint_picture
from engine.strokes import Bounds

FADED_OPACITY = 0.3


class PhotoOverlay(Overlay):
    """Shows one photo, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._box: Bounds = (0.0, 0.0, 0.0, 0.0)
        self._shown = True
        self._hidden = False
        self._opacity = FADED_OPACITY
        self._instead: tuple[QImage, Bounds] | None = None

    @property
    def opacity(self) -> float:
        """How strongly the photo shows, 0 to 1."""
        return self._opacity

    def show_photo(self, image: QImage | None, box: Bounds = (0.0, 0.0, 0.0, 0.0)) -> None:
        """Show `image` in `box` (document px) instead of the one before; None for nothing."""
        before, self._box = self._box, box
        self._image = image
        self.changed.emit(before)
        self.changed.emit(box)

    def show_instead(self, image: QImage | None, box: Bounds = (0.0, 0.0, 0.0, 0.0)) -> None:
        """Show another picture in `box` (document px) in the photo's place; None: no longer.

        It is seen even while the photo is not to be.
        """
        before, self._instead = self._instead, None if image is None else (image, box)
        seen = [each for each in (before, self._instead) if each is not None]
        if len(seen) == 1:
            self.changed.emit(self._box)
        for _, place in seen:
            self.changed.emit(place)

    def set_shown(self, shown: bool) -> None:
        """Hide the photo, or show it again."""
        if shown != self._shown:
            self._shown = shown
            self.changed.emit(self._box)

    def set_hidden(self, hidden: bool) -> None:
        """Hide it for a moment, say while the pen is down, whatever `set_shown` says."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.changed.emit(self._box)

    def set_opacity(self, opacity: float) -> None:
        """Show it more strongly or more faintly, 0 to 1."""
        if opacity != self._opacity:
            self._opacity = opacity
            self.changed.emit(self._box)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        image, box = self._instead or (self._image if self._shown else None, self._box)
        if image is not None and not self._hidden:
            paint_picture(painter, image, QRectF(image.rect()), box, exposed, self._opacity)
