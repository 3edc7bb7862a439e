"""The live search: every stroke asks which photos look like the drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.bridge.engine_bridge import EngineBridge
from app.canvas.outline import FloatArray
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.stacking import visible_strokes
from app.panels.photo_library import PhotoLibrary
from app.panels.shared_photos import SharedPhotos
from engine.retrieval.messages import Found, Hit, SearchPhotos
from engine.types import Failure, Priority, Result

SEARCH = "photos.search"
LIVE_INTERVAL_MS = 300
"""Between two searches while the pen is down."""
WORDS_DELAY_MS = 250
"""After a key; the next one may follow."""


class PhotoSearch(QObject):
    """Asks for the photos most like the drawing, or like a photo. GUI thread.

    One search at a time while the pen is down, however long it takes; when the pen is lifted the
    last one is given up for the whole drawing. Nothing is asked while `set_active` is off.

    Args:
        shared: what is searched in place of the library while a collection is chosen.
        live: the places of the stroke being drawn, (N, 2) document px, or None.
    """

    found = Signal(object)
    """A `Found`: what is to be shown now. An empty one if there is nothing to search by."""
    changed = Signal()
    """What is searched by, or within, is another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        library: PhotoLibrary,
        shared: SharedPhotos,
        live: Callable[[], FloatArray | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._document = document
        self._library = library
        self._shared = shared
        self.live = live
        self.encoder = "bundled"
        self._is_active = False
        self._request: int | None = None
        self._like: Hit | None = None
        self._words = ""
        self._within: Path | None = None
        self._timer = QTimer(self, singleShot=True, interval=LIVE_INTERVAL_MS)
        self._timer.timeout.connect(self._search_live)
        self._unsubscribe = document.subscribe(self._on_document)
        library.grown.connect(self.search)
        shared.grown.connect(self._search_elsewhere)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def like(self) -> Hit | None:
        """The photo that is searched by, instead of the drawing."""
        return self._like

    @property
    def words(self) -> str:
        """What narrows the search, or is searched by if nothing is drawn."""
        return self._words

    @property
    def within(self) -> Path | None:
        """The folder that is searched; None for all."""
        return self._within

    def set_active(self, active: bool) -> None:
        """Search, or leave the engine alone because nobody looks."""
        if active != self._is_active:
            self._is_active = active
            self.search()

    def set_words(self, words: str) -> None:
        """Narrow by words; none for no words."""
        if words.strip() != self._words:
            self._words = words.strip()
            self._submit(WORDS_DELAY_MS)

    def set_within(self, folder: Path | None) -> None:
        """Search below this folder only."""
        if folder != self._within:
            self._within = folder
            self.changed.emit()
            self.search()

    def more_like(self, hit: Hit | None) -> None:
        """Search by a photo of the library; None to go back to the drawing."""
        self._like = hit
        self.changed.emit()
        self.search()

    def inking(self) -> None:
        """The live stroke has grown: search soon. Cheap; call it at every pen event."""
        if self._is_active and not self._timer.isActive():
            self._timer.start()

    def search(self) -> None:
        """Search now."""
        self._submit(0)

    def shutdown(self) -> None:
        """Ask nothing more."""
        self._is_active = False
        self._timer.stop()
        self._unsubscribe()

    def _search_elsewhere(self) -> None:
        """Another collection, or none: its photos have other ids, and other folders."""
        self._like = None
        self.changed.emit()
        self.search()

    def _on_document(self, change: Change) -> None:
        if change.kind is ChangeKind.SAVE:
            return
        if self._like is not None:
            self._like = None
            self.changed.emit()
        self._timer.stop()
        self.search()

    def _search_live(self) -> None:
        if self.live() is None:
            return  # the pen is up: the whole drawing has been asked for
        if self._request is not None:
            self._timer.start()  # the one before is not through yet
        else:
            self._submit(0)

    def _submit(self, debounce_ms: int) -> None:
        if not self._is_active:
            return
        payload = self._payload()
        if payload is None:
            self._bridge.cancel(SEARCH)
            self._request = None
            self.found.emit(Found((), self._library.photos, "", True, 0.0))
            return
        # What else answers the pen must not wait for a network.
        priority = Priority.INTERACTIVE if payload.shared else Priority.LIVE
        self._request = self._bridge.submit(
            SEARCH, payload, priority=priority, debounce_ms=debounce_ms
        )

    def _payload(self) -> SearchPhotos | None:
        """What to ask; None if there is nothing to search by, or in."""
        shared = self._shared.collection
        if not (self._shared.is_answering if shared else self._library.photos):
            return None
        payload = SearchPhotos(
            self._library.folder,
            words=self._words,
            within=self._within,
            encoder=self.encoder,
            shared=shared,
        )
        if self._like is not None:
            return replace(payload, like=self._like.id)
        drawing = self._document.drawing
        strokes = [stroke.xy for stroke in visible_strokes(drawing)]
        live = self.live()
        if live is not None and len(live):
            strokes.append(live)
        if not strokes and not self._words:
            return None
        return replace(payload, strokes=tuple(strokes))

    def _on_finished(self, result: Result) -> None:
        if result.kind == SEARCH and result.id == self._request:
            self._request = None
            self.found.emit(result.value)

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == SEARCH and failure.id == self._request:
            self._request = None
            if not failure.sentence or failure.is_bug:
                return
            if self._shared.is_answering:
                self._shared.fail(failure.sentence)
            else:
                self.trouble.emit(failure.sentence)
