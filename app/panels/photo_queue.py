"""Pictures loaded one after the other, as many as are asked for."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.panels.photo_loader import LoadedPhoto, PhotoLoader


@dataclass(frozen=True, eq=False)
class Wish:
    """A picture to load: the first of `content`, `path` and `image` that is there.

    Attributes:
        name: of a picture from its content.
        tag: handed back as it is.
    """

    path: Path | None = None
    content: bytes | None = None
    image: QImage | None = None
    name: str = ""
    tag: object = None


class PhotoQueue(QObject):
    """Unlike `PhotoLoader`, which answers the latest wish only, answers every one, in order."""

    loaded = Signal(object, object)
    """The `LoadedPhoto`, and the `Wish`."""
    failed = Signal(str, object)
    """One sentence for the user, and the `Wish`."""

    def __init__(self, loader: PhotoLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._waiting: deque[Wish] = deque()
        self._current: Wish | None = None
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self._on_failed)
        loader.broke.connect(lambda _: self._next())

    @property
    def busy(self) -> bool:
        """Whether anything is still to come."""
        return self._current is not None

    def add(self, wish: Wish) -> None:
        """Load a picture when its turn comes."""
        self._waiting.append(wish)
        if self._current is None:
            self._next()

    def forget(self) -> None:
        """What is still to come is no longer wanted."""
        self._waiting.clear()
        self._loader.forget()
        self._current = None

    def _next(self) -> Wish | None:
        """Begin with the next one; returns the one before."""
        before = self._current
        self._current = wish = self._waiting.popleft() if self._waiting else None
        if wish is None:
            pass
        elif wish.content is not None:
            self._loader.load_bytes(wish.content, wish.name)
        elif wish.path is not None:
            self._loader.load(wish.path)
        elif wish.image is not None:
            self._loader.load_image(wish.image)
        return before

    def _on_loaded(self, photo: LoadedPhoto) -> None:
        self.loaded.emit(photo, self._next())

    def _on_failed(self, sentence: str) -> None:
        self.failed.emit(sentence, self._next())
