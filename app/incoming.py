"""What is dropped or pasted: drawings are opened, photos become sketches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.document.files import DRAWING_SUFFIXES


class Incoming:
    """Sorts what comes from outside.

    Args:
        open_drawing, open_photo: get a path; open_image gets a picture without a file.
    """

    def __init__(
        self,
        open_drawing: Callable[[Path], object],
        open_photo: Callable[[Path], object],
        open_image: Callable[[QImage], object],
    ) -> None:
        self._open_drawing = open_drawing
        self._open_photo = open_photo
        self._open_image = open_image

    @staticmethod
    def accepts(mime: QMimeData) -> bool:
        """Whether there is something for us in it."""
        return _first_file(mime) is not None or mime.hasImage()

    def take(self, mime: QMimeData) -> bool:
        """Open what is in it; returns whether there was something."""
        path = _first_file(mime)
        if path is not None:
            self.open_path(path)
            return True
        image = mime.imageData() if mime.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self._open_image(image)
            return True
        return False

    def open_path(self, path: Path) -> None:
        """Open a file as what its name says; what is no drawing is tried as a photo."""
        is_drawing = path.suffix.lower() in DRAWING_SUFFIXES
        (self._open_drawing if is_drawing else self._open_photo)(path)


def _first_file(mime: QMimeData) -> Path | None:
    files = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return next(files, None)
