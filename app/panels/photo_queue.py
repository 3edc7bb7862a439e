"""Pictures loaded one after the other, as many as are asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.document.native_format import Photo
from app.panels.photo_loader import LoadedPhoto, PhotoLoader

Wish = Path | Photo | None
"""What was asked for: a file, a document's photo, or a picture in memory."""


class PhotoQueue(QObject):
    """Unlike `PhotoLoader`, which answers the latest wish only, answers every one, in order."""

    loaded = Signal(object, object)
    """The `LoadedPhoto`, and the `Wish` it is the answer to."""
    lost = Signal(object)
    """A `Photo` of a document that cannot be had; `failed` says why."""
    failed = Signal(str)
    """One sentence for the user."""

    def __init__(self, loader: PhotoLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._waiting: deque[tuple[Wish, Callable[[], None]]] = deque()
        self._current: Wish = None
        self._is_busy = False
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self._on_failed)
        loader.broke.connect(lambda _: self._next())

    @property
    def busy(self) -> bool:
        """Whether anything is still to come."""
        return self._is_busy

    @property
    def restoring(self) -> bool:
        """Whether any photo of a document is still to come."""
        wishes = [self._current, *(wish for wish, _ in self._waiting)]
        return self._is_busy and any(isinstance(wish, Photo) for wish in wishes)

    def load(self, path: Path) -> None:
        """Load a picture file when its turn comes."""
        self._add(path, lambda: self._loader.load(path))

    def load_image(self, image: QImage) -> None:
        """As `load`, a picture in memory."""
        self._add(None, lambda: self._loader.load_image(image))

    def load_photo(self, photo: Photo) -> None:
        """As `load`, a photo of a document: what is embedded, else what is referred to."""
        content = photo.content
        if content is None:
            self._add(photo, lambda: self._loader.load(Path(photo.path)))
        else:
            self._add(photo, lambda: self._loader.load_bytes(content, photo.name))

    def clear(self) -> None:
        """Nothing that is still to come is wanted any more."""
        self._waiting.clear()
        if self._is_busy:
            self._loader.forget()
        self._is_busy = False

    def _add(self, wish: Wish, start: Callable[[], None]) -> None:
        self._waiting.append((wish, start))
        if not self._is_busy:
            self._next()

    def _next(self) -> None:
        self._is_busy = bool(self._waiting)
        if self._waiting:
            self._current, start = self._waiting.popleft()
            start()

    def _on_loaded(self, photo: LoadedPhoto) -> None:
        wish = self._current
        self._next()
        self.loaded.emit(photo, wish)

    def _on_failed(self, sentence: str) -> None:
        wish = self._current
        self._next()
        if isinstance(wish, Photo):
            self.lost.emit(wish)
        self.failed.emit(sentence)
