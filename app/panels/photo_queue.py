"""Pictures loaded one after the other, as many as are asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.panels.photo_loader import LoadedPhoto, PhotoLoader


class PhotoQueue(QObject):
    """Unlike `PhotoLoader`, which answers the latest wish only, answers every one, in order."""

    loaded = Signal(object, object)
    """The `LoadedPhoto`, and the `Path` it came from or None."""
    failed = Signal(str)
    """One sentence for the user."""

    def __init__(self, loader: PhotoLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._waiting: deque[tuple[Path | None, Callable[[], None]]] = deque()
        self._current: Path | None = None
        self._is_busy = False
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self._on_failed)
        loader.broke.connect(lambda _: self._next())

    @property
    def busy(self) -> bool:
        """Whether anything is still to come."""
        return self._is_busy

    def load(self, path: Path) -> None:
        """Load a picture file when its turn comes."""
        self._add(path, lambda: self._loader.load(path))

    def load_image(self, image: QImage) -> None:
        """As `load`, a picture in memory."""
        self._add(None, lambda: self._loader.load_image(image))

    def _add(self, path: Path | None, start: Callable[[], None]) -> None:
        self._waiting.append((path, start))
        if not self._is_busy:
            self._next()

    def _next(self) -> None:
        self._is_busy = bool(self._waiting)
        if self._waiting:
            self._current, start = self._waiting.popleft()
            start()

    def _on_loaded(self, photo: LoadedPhoto) -> None:
        path = self._current
        self._next()
        self.loaded.emit(photo, path)

    def _on_failed(self, sentence: str) -> None:
        self._next()
        self.failed.emit(sentence)
