"""Where each stroke lies on the reference photo, asked anew as the drawing grows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.stacking import visible_strokes
from app.document.stroke import Stroke
from app.panels.latest_worker import LatestWorker
from app.panels.live_stroke import LiveStroke
from app.panels.matched import Matched, match_up
from app.panels.reference import ReferencePhoto
from app.panels.stroke_lines import LiveSource, StrokeLines
from engine.correspondence.messages import Correspondence, CorrespondPayload
from engine.strokes import Bounds, FloatArray
from engine.types import Failure, Priority, Result

CORRESPOND = "correspond"
INK = "ink"
"""Work of the worker: what is shown of a correspondence."""
DEBOUNCE_MS = 5
"""After a change of the drawing; an undo held down is one question."""


_Asked = tuple[tuple[Stroke, ...], tuple[FloatArray, ...], Bounds | None]
"""Strokes, lines and the photo's place of a question."""


class MatchSession(QObject):
    """Asks the engine about drawing and photo. GUI thread.

    The latest question wins; what is shown stays, dimmed, until it is answered. Nothing is asked
    while the session is not active. While the photo is shown on the page, place counts: strokes
    are matched with the photo as it lies under them. Otherwise only their shape counts.
    """

    changed = Signal()
    """Anything shown of it may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        reference: ReferencePhoto,
        worker: LatestWorker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.reference = reference
        self._bridge = bridge
        self._document = document
        self._worker = worker
        self._encoder = "bundled"
        self._live = LiveStroke(
            bridge, frozenset({CORRESPOND}), lambda live: self._ask(live=live), self
        )
        self._is_active = False
        self._is_stale = False
        self._lines = StrokeLines()
        self._asked: _Asked = ((), (), None)
        self._asked_live = False
        self._matched: Matched | None = None
        self._fault = ""
        reference.changed.connect(self._on_photo)
        reference.shown_changed.connect(lambda _: self._ask())
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        self._unsubscribe = document.subscribe(self._on_change)

    @property
    def matched(self) -> Matched | None:
        """What is known; maybe of the drawing before, see `is_stale`."""
        return self._matched

    @property
    def is_stale(self) -> bool:
        """Whether what is known is of an older drawing, or of the photo in another place."""
        return self._is_stale

    @property
    def is_active(self) -> bool:
        """Whether drawing and photo are looked at."""
        return self._is_active

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen of the drawing."""
        return not visible_strokes(self._document.drawing)

    @property
    def fault(self) -> str:
        """Why there is no match, in one sentence."""
        return self._fault

    @property
    def encoder(self) -> str:
        """The encoder that compares."""
        return self._encoder

    @encoder.setter
    def encoder(self, name: str) -> None:
        if name != self._encoder:
            self._encoder = name
            self._ask()

    def set_active(self, active: bool) -> None:
        """Look at drawing and photo from now on, or no longer."""
        if active != self._is_active:
            self._is_active = active
            if active:
                self._ask()
            else:
                self._forget()

    def close(self) -> None:
        """Ask nothing more."""
        self._is_active = False
        self._live.stop()
        self._unsubscribe()

    # --- The stroke that is being drawn --------------------------------------------------------

    def watch_live(self, source: LiveSource) -> None:
        """Where the stroke that is being drawn can be seen."""
        self._live.source = source

    def on_live(self) -> None:
        """The live stroke has grown: look at it, but not all the time."""
        if self._is_active:
            self._live.look_soon()

    def on_pen_lifted(self) -> None:
        """The gesture is over; if it was dropped, the drawing is looked at without it."""
        self._live.stop()
        if self._asked_live:
            self._ask(DEBOUNCE_MS)

    # --- Asking and hearing --------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if change.kind not in (ChangeKind.SAVE, ChangeKind.PHOTOS):
            self._live.stop()
            self._ask(DEBOUNCE_MS)

    def _on_photo(self) -> None:
        self._forget()
        self._ask()

    def _ask(self, debounce_ms: int = 0, live: FloatArray | None = None) -> None:
        if not self._is_active:
            return
        photo, strokes = self.reference.photo, visible_strokes(self._document.drawing)
        lines = self._lines.of(strokes)
        if live is not None:
            lines = (*lines, live)
        if photo is None or not lines:
            self._forget()
            return
        frame = self._frame(lines)
        self._asked, self._asked_live = (strokes, lines, frame), live is not None
        self._is_stale = live is None
        payload = CorrespondPayload(photo.photo, lines, frame=frame, encoder=self._encoder)
        revision = self._document.revision
        self._worker.forget(INK)
        self._bridge.submit(CORRESPOND, payload, revision, Priority.LIVE, debounce_ms)
        self.changed.emit()

    def _frame(self, lines: tuple[FloatArray, ...]) -> Bounds | None:
        """The photo's place on the page, if it is seen there and drawn on."""
        placement = self.reference.placement
        if placement is None or not self.reference.is_shown:
            return None
        low, high = np.array(placement.box).reshape(2, 2)
        meets = any(((line >= low) & (line <= high)).all(1).any() for line in lines)
        return placement.box if meets else None

    def _forget(self) -> None:
        """Nothing is known, and nothing asked."""
        self._live.stop()
        self._bridge.cancel(CORRESPOND)
        self._worker.forget(INK)
        self._matched, self._fault, self._is_stale = None, "", False
        self._asked_live = False
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind == CORRESPOND:
            found: Correspondence = result.value
            strokes, lines, frame = self._asked
            self._worker.submit(INK, lambda: match_up(found, strokes, lines, frame), self._take)

    def _take(self, matched: Matched) -> None:
        self._matched, self._fault, self._is_stale = matched, "", False
        self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind != CORRESPOND or failure.cancelled:
            return
        before, self._fault = self._fault, failure.sentence
        self._matched, self._is_stale = None, False
        # It is asked anew at every stroke, but said once.
        if failure.sentence and failure.sentence != before and not failure.is_bug:
            self.trouble.emit(failure.sentence)
        self.changed.emit()
