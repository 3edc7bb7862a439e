"""The user's photo library as the Photos dock shows it: folders, indexing, what went wrong."""

from __future__ import annotations

import time
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.panels.engine_texts import spoken
from app.panels.folder_watch import FolderWatch
from app.panels.words import photos_in_words
from app.translation import tr
from engine.retrieval.database import FILE_NAME
from engine.retrieval.messages import (
    DescribeLibrary,
    Description,
    Fault,
    FolderRow,
    Indexed,
    IndexPhotos,
)
from engine.types import Failure, Priority, ProgressOf, Result

INDEX, DESCRIBE = "photos.index", "photos.describe"

LOOK_EVERY_S = 5.0
"""How often it is looked what there is while the indexing goes on."""


class Phase(Enum):
    """What is going on."""

    IDLE = "idle"
    INDEXING = "indexing"
    PAUSED = "paused"
    """The user stopped the indexing; it goes on when asked to, or at the next start."""


class PhotoLibrary(QObject):
    """Keeps the library up to date in the background. GUI thread.

    Args:
        folder: of the library; made with the first folder of photos.
    """

    changed = Signal()
    """Anything a panel shows may be another."""
    grown = Signal()
    """There may be other photos to be found."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(self, bridge: EngineBridge, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.encoder = "bundled"
        self._bridge = bridge
        self._watch = FolderWatch(self)
        self._now = Description((), (), 0, 0, (), {})
        self._phase = Phase.IDLE
        self._request = 0
        self._is_stale = False
        self._fraction = 0.0
        self._text = ""
        self._looked_s = 0.0
        self._watch.changed.connect(self._on_files_changed)
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def phase(self) -> Phase:
        """What is going on."""
        return self._phase

    @property
    def folders(self) -> tuple[Path, ...]:
        """Those the user added."""
        return self._now.folders

    @property
    def places(self) -> tuple[FolderRow, ...]:
        """Every folder with photos right in it."""
        return self._now.places

    @property
    def photos(self) -> int:
        """How many different photos there are."""
        return self._now.photos

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What could not be taken in."""
        return self._now.faults

    @property
    def understands_words(self) -> bool:
        """Whether the encoder has a text tower."""
        return self._now.understands_words

    @property
    def fraction(self) -> float:
        """How far the indexing is, 0 to 1."""
        return self._fraction

    @property
    def text(self) -> str:
        """What the indexing is at, or what there is."""
        return self._text

    @property
    def is_empty(self) -> bool:
        """Whether there is no folder yet."""
        return not self._now.folders

    def open(self) -> None:
        """Look what there is and what has changed since; call it once the engine runs."""
        if (self.folder / FILE_NAME).is_file():
            self._describe()
            self._index()

    def add_folder(self, folder: Path) -> None:
        """Index the photos in a folder and below it, from now on."""
        self._index(add=(folder,))

    def remove_folder(self, folder: Path) -> None:
        """Forget a folder and its photos; the files stay."""
        self._index(remove=(folder,))

    def update(self) -> None:
        """Look for new, changed and deleted photos."""
        if not self.is_empty:
            self._index()

    def use_encoder(self, encoder: str) -> None:
        """Index everything with another encoder, while the old index still answers."""
        self.encoder = encoder
        self.open()

    def pause(self) -> None:
        """Stop indexing for now; what is indexed stays."""
        if self._phase is Phase.INDEXING:
            self._phase = Phase.PAUSED
            self._bridge.cancel(INDEX)

    def resume(self) -> None:
        """Go on."""
        if self._phase is Phase.PAUSED:
            self._index()

    def shutdown(self) -> None:
        """Watch nothing more. The engine is ended by its owner."""
        self._watch.shutdown()

    def _index(self, add: tuple[Path, ...] = (), remove: tuple[Path, ...] = ()) -> None:
        self._phase, self._fraction, self._text = Phase.INDEXING, 0.0, tr("Looking for photos")
        self._is_stale = False
        payload = IndexPhotos(self.folder, self.encoder, add=add, remove=remove)
        self._request = self._bridge.submit(INDEX, payload, priority=Priority.BACKGROUND)
        self.changed.emit()

    def _describe(self) -> None:
        self._looked_s = time.monotonic()
        payload = DescribeLibrary(self.folder, self.encoder, has_words=True)
        self._bridge.submit(DESCRIBE, payload)

    def _on_files_changed(self) -> None:
        if self._phase is Phase.IDLE:
            self.update()
        else:
            self._is_stale = True

    def _on_progress(self, message: ProgressOf) -> None:
        if message.kind != INDEX:
            return
        self._fraction, self._text = message.progress.fraction, spoken(message.progress.text)
        if time.monotonic() - self._looked_s > LOOK_EVERY_S and DESCRIBE not in self._bridge.busy:
            self._describe()
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind == DESCRIBE:
            self._now = result.value
            self._watch.watch(self._now.folders)
            if self._phase is Phase.IDLE:
                self._text = self._summary()
            self.changed.emit()
            self.grown.emit()
        elif result.kind == INDEX:
            done: Indexed = result.value
            self._rest(Phase.IDLE)
            self._describe()
            if self._is_stale:
                self.update()
            elif done.added:
                self._text = tr("{photos} added.").format(photos=photos_in_words(done.added))
                self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == INDEX:
            self._rest(Phase.PAUSED if self._phase is Phase.PAUSED else Phase.IDLE)
            if (self.folder / FILE_NAME).is_file():
                self._describe()
        if failure.kind in (INDEX, DESCRIBE) and failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)

    def _rest(self, phase: Phase) -> None:
        self._phase = phase
        self._fraction = 0.0
        self._text = tr("Paused.") if phase is Phase.PAUSED else self._summary()
        self.changed.emit()

    def _summary(self) -> str:
        return photos_in_words(self._now.photos) if self._now.folders else ""
