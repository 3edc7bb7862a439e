"""The collection that a studio shares, searched in place of the own photos while one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.panels.words import photos_in_words
from app.settings import PHOTOS_COLLECTION, PHOTOS_URL, Settings
from app.translation import tr
from engine.retrieval.messages import DescribeShared, Description, FolderRow, SharedCollection
from engine.types import Failure, Result

LOOK = "photos.shared"


class SharedPhotos(QObject):
    """Which collection is searched, and whether it answers. GUI thread.

    Nothing is sent anywhere unless the user chose a collection. One that fails is left alone until
    the user asks to try again, so that a server that is away costs nobody time.
    """

    changed = Signal()
    """Anything a panel shows may be another."""
    grown = Signal()
    """There may be other photos to be found."""

    def __init__(
        self, bridge: EngineBridge, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.encoder = "bundled"
        self._bridge = bridge
        self._settings = settings
        self._now: Description | None = None
        self._trouble = ""
        self._request = 0
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def collection(self) -> SharedCollection | None:
        """The one that is searched; None for the own photos."""
        url, name = self._settings.get(PHOTOS_URL), self._settings.get(PHOTOS_COLLECTION)
        return SharedCollection(url, name) if url and name else None

    @property
    def is_answering(self) -> bool:
        """Whether there is a collection that can be searched."""
        return self.collection is not None and self._now is not None

    @property
    def has_failed(self) -> bool:
        """Whether it is left alone until the user tries again."""
        return bool(self._trouble)

    @property
    def places(self) -> tuple[FolderRow, ...]:
        """Every folder with photos right in it."""
        return self._now.places if self._now else ()

    @property
    def photos(self) -> int:
        """How many there are."""
        return self._now.photos if self._now else 0

    @property
    def understands_words(self) -> bool:
        """Whether the encoder has a text tower."""
        return self._now is not None and self._now.understands_words

    @property
    def text(self) -> str:
        """What is searched, or what is wrong."""
        if self._trouble:
            return self._trouble
        name = self._settings.get(PHOTOS_COLLECTION)
        if self._now is None:
            return tr("Asking for {name}…").format(name=name)
        return f"{name}: {photos_in_words(self.photos)}"

    def open(self) -> None:
        """Look whether the chosen collection answers; call it once the engine runs."""
        collection = self.collection
        self._now, self._trouble = None, ""
        if collection is None:
            self._bridge.cancel(LOOK)
        else:
            payload = DescribeShared(collection, self.encoder)
            self._request = self._bridge.submit(LOOK, payload)
        self.changed.emit()

    def use(self, collection: SharedCollection | None) -> None:
        """Search this collection from now on; None for the own photos."""
        self._settings.set(PHOTOS_URL, collection.url if collection else "")
        self._settings.set(PHOTOS_COLLECTION, collection.name if collection else "")
        self.open()
        self.grown.emit()

    def use_encoder(self, encoder: str) -> None:
        """Ask whether the collection was made with this one."""
        self.encoder = encoder
        if self.collection is not None:
            self.open()

    def fail(self, sentence: str) -> None:
        """A search went wrong: leave the collection alone."""
        self._now, self._trouble = None, sentence
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind == LOOK and result.id == self._request and self.collection is not None:
            self._now = result.value
            self.changed.emit()
            self.grown.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == LOOK and failure.id == self._request and failure.sentence:
            self.fail(failure.sentence)
