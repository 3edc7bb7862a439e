"""The short stroke that the guess hangs on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.canvas.mark_overlay import MarkOverlay
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.stacking import is_anything_visible, visible_strokes
from app.document.stroke import Stroke
from app.panels.assist import AssistSession
from app.panels.words import label_in_words
from app.translation import tr
from engine.attribution.messages import FragilePayload, Fragility, Method
from engine.strokes import FloatArray
from engine.types import Failure, Result

FRAGILE = "fragile"
NO_STROKE = tr("It looks like {guess}; no short stroke changes that.")
NO_POINTS = tr("It looks like {guess}; leaving out a few points does not change that.")
HANGS_ON_POINTS = tr("It looks like {guess}, and that hangs on these points.")
HANGS_ON_STROKE = tr("It looks like {guess}, and that hangs on this stroke.")
HANGS_ON_STROKES = tr("It looks like {guess}, and that hangs on these.")
WITHOUT_IT = tr("Without it: looks like {without}")
WITHOUT_THEM = tr("Without them: looks like {without}")


class FragileSession(QObject):
    """Looks for it and marks it on the canvas until the drawing changes. GUI thread."""

    changed = Signal()
    """Anything shown of it may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        assist: AssistSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.mark_overlay = MarkOverlay()
        self._bridge = bridge
        self._document = document
        self._assist = assist
        self._sentence = ""
        self._is_along = False
        self._asked: tuple[Stroke, ...] = ()
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        bridge.busy_changed.connect(lambda _: self.changed.emit())
        document.subscribe(self._on_change)

    @property
    def can_start(self) -> bool:
        """Whether there is something to look at, and nothing under way."""
        return FRAGILE not in self._bridge.busy and is_anything_visible(self._document.drawing)

    @property
    def sentence(self) -> str:
        """What was found; "" before anything was looked for."""
        return self._sentence

    def start(self) -> None:
        """Look for the stroke that the guess hangs on."""
        if self.can_start:
            self._show("")
            self._is_along = self._assist.method is Method.PSLA
            self._asked = visible_strokes(self._document.drawing)
            lines = tuple(stroke.xy for stroke in self._asked)
            payload = FragilePayload(lines, self._assist.method)
            self._bridge.submit(FRAGILE, payload, self._document.revision)

    def _on_change(self, change: Change) -> None:
        if change.kind is not ChangeKind.SAVE:
            self._bridge.cancel(FRAGILE)
            self._show("")

    def _on_finished(self, result: Result) -> None:
        if result.kind == FRAGILE:
            self._take(result.value)

    def _take(self, answer: Fragility) -> None:
        guess = label_in_words(answer.label)
        if answer.label_without is None or not answer.strokes:
            self._show((NO_POINTS if self._is_along else NO_STROKE).format(guess=guess))
            return
        without = label_in_words(answer.label_without)
        if self._is_along:
            hangs, label = HANGS_ON_POINTS, WITHOUT_THEM
        elif len(answer.strokes) == 1:
            hangs, label = HANGS_ON_STROKE, WITHOUT_IT
        else:
            hangs, label = HANGS_ON_STROKES, WITHOUT_THEM
        text = label.format(without=without)
        self._show(f"{hangs.format(guess=guess)} {text}.", text, self._marked(answer))

    def _marked(self, answer: Fragility) -> list[FloatArray]:
        """The (N, 2) lines to mark, document px."""
        strokes = self._asked
        if not answer.points:
            return [strokes[i].xy for i in answer.strokes]
        # The points need not be neighbours: each is marked by itself.
        return [
            strokes[i].xy[point : point + 1]
            for i, points in zip(answer.strokes, answer.points, strict=True)
            for point in points
        ]

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == FRAGILE and failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)

    def _show(self, sentence: str, label: str = "", lines: list[FloatArray] | None = None) -> None:
        self._sentence = sentence
        self.mark_overlay.show_mark(lines or [], label)
        self.changed.emit()
