"""The reference photo: the one photo on the page that the models compare the drawing with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.canvas.photo_overlay import PhotoOverlay
from app.document.document import Document
from app.panels.photo_loader import LoadedPhoto, PhotoLoader
from app.panels.placement import Placement, placed_on_page


class ReferencePhoto(QObject):
    """Loads the photo, lays it on the page under the ink and tells whoever looks at it.

    Shared by everything that needs a photo: the Abstract dock sketches it, the Assist dock scores
    strokes by it, the Photos dock chooses it. GUI thread.
    """

    loading = Signal()
    """A photo is being read; `changed` or `stayed` follows."""
    changed = Signal()
    """Another photo lies on the page, or none any more."""
    stayed = Signal()
    """What was being read did not come: unreadable, or given up."""
    shown_changed = Signal(bool)
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self, document: Document, loader: PhotoLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.overlay = PhotoOverlay()
        self._document = document
        self._loader = loader
        self._is_loading = False
        self._photo: LoadedPhoto | None = None
        self._placement: Placement | None = None
        self._is_shown = True
        loader.loaded.connect(self._take)
        loader.failed.connect(self._fail)

    @property
    def photo(self) -> LoadedPhoto | None:
        """The photo on the page."""
        return self._photo

    @property
    def placement(self) -> Placement | None:
        """Where it lies; None without a photo."""
        return self._placement

    @property
    def is_loading(self) -> bool:
        """Whether a photo is being read."""
        return self._is_loading

    @property
    def is_shown(self) -> bool:
        """Whether the photo is to be seen on the page."""
        return self._is_shown

    def load(self, path: Path) -> None:
        """Read a picture file; the photo before stays until it is there."""
        self._begin()
        self._loader.load(path)

    def load_image(self, image: QImage) -> None:
        """As `load`, from a picture in memory."""
        self._begin()
        self._loader.load_image(image)

    def give_up(self) -> None:
        """What is being read is no longer wanted."""
        if self._is_loading:
            self._loader.forget()
            self._is_loading = False
            self.stayed.emit()

    def remove(self) -> None:
        """Away with the photo."""
        self.give_up()
        self._photo = self._placement = None
        self.overlay.show_photo(None)
        self.changed.emit()

    def set_shown(self, shown: bool) -> None:
        """Show the faded photo on the page, or hide it; it is compared with all the same."""
        self._is_shown = shown
        self.overlay.set_shown(shown)
        self.shown_changed.emit(shown)

    def _begin(self) -> None:
        self._is_loading = True
        self.loading.emit()

    def _take(self, photo: LoadedPhoto) -> None:
        drawing = self._document.drawing
        self._is_loading = False
        self._photo = photo
        self._placement = placed_on_page(photo.size_px, (drawing.width_px, drawing.height_px))
        self.set_shown(True)
        self.overlay.show_photo(photo.image, self._placement.box)
        self.changed.emit()

    def _fail(self, sentence: str) -> None:
        self._is_loading = False
        self.stayed.emit()
        self.trouble.emit(sentence)
