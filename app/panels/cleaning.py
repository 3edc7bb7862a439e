"""A sketch without the strokes that hurt: preview, bringing back, keeping."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.stacking import is_anything_visible, visible_ids, visible_strokes
from app.document.stroke import Stroke
from app.document.trimming import Span, cut, gaps, joined, kept_of_all, trimmed
from app.panels.assist import AssistSession
from app.panels.words import percent, with_article
from app.translation import tr
from engine.attribution.framing import ink_frame
from engine.attribution.messages import (
    CategoryTarget,
    Cleaning,
    CleanPayload,
    Estimator,
    Method,
    ScorePayload,
    TargetSpec,
    best_delta,
    best_estimator,
)
from engine.strokes import Bounds, FloatArray
from engine.types import Failure, Result

CLEAN, SCORE = "clean", "score"
SCORE_DEBOUNCE_MS = 60
DELTA_DEBOUNCE_MS = 200
NOTHING_TO_CLEAN = tr("Every stroke helps: there is nothing to clean away.")
DROPPED = tr("The drawing has changed, so the cleaned sketch was dropped.")


@dataclass(frozen=True, slots=True)
class Ghost:
    """A part that goes unless it is brought back.

    Attributes:
        stroke_id: of the drawing before.
        span: its points.
    """

    stroke_id: int
    span: Span


class CleanPreview:
    """A drawing before and after, and which of the ghosts are brought back.

    Args:
        drawing: before.
        kept: per stroke the spans that stay.
    """

    def __init__(self, drawing: Drawing, kept: tuple[tuple[Span, ...], ...]) -> None:
        self.before = drawing
        self._kept = kept
        self.ghosts = tuple(
            Ghost(i, gap)
            for i, (stroke, spans) in enumerate(zip(drawing.strokes, kept, strict=True))
            for gap in gaps(spans, len(stroke.points))
        )
        self._restored: frozenset[int] = frozenset()
        self.after = trimmed(drawing, kept)

    @property
    def restored(self) -> frozenset[int]:
        """Places in `ghosts` of those that are brought back."""
        return self._restored

    def toggle(self, place: int) -> None:
        """Bring a ghost back, or let it go again."""
        self._restored = self._restored ^ {place}
        kept = [list(spans) for spans in self._kept]
        for each in self._restored:
            kept[self.ghosts[each].stroke_id].append(self.ghosts[each].span)
        self.after = trimmed(self.before, [joined(spans) for spans in kept])

    def ghost_strokes(self) -> tuple[Stroke, ...]:
        """Every ghost as a stroke of its own."""
        return tuple(cut(self.before.strokes[g.stroke_id], [g.span])[0] for g in self.ghosts)


class CleaningSession(QObject):
    """One cleaning at a time. GUI thread. The document stays as it is until `keep`."""

    changed = Signal()
    """Anything shown of it may be another."""
    ready = Signal()
    """There is a preview to look at."""
    ended = Signal()
    """The preview is kept or dropped."""
    trouble = Signal(str)
    """One sentence for the user."""
    notice = Signal(str)
    """One sentence for the user; nothing is wrong."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        assist: AssistSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._document = document
        self._assist = assist
        self._asked: tuple[TargetSpec, Bounds | None] = (CategoryTarget(), None)
        self._target = self._asked
        self._method = Method.SLA
        self._target_name = ""
        self._encoder = ""
        self._preview: CleanPreview | None = None
        self._value_before: float | None = None
        self._value_after: float | None = None
        self._estimator: Estimator | None = None
        self._delta: float | None = None
        self._gumbel = False
        self._seed = 0
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        bridge.busy_changed.connect(lambda _: self.changed.emit())
        document.subscribe(self._on_change)

    @property
    def can_start(self) -> bool:
        """Whether there is something to clean, and nothing under way."""
        is_free = self._preview is None and CLEAN not in self._bridge.busy
        return is_free and is_anything_visible(self._document.drawing)

    @property
    def preview(self) -> CleanPreview | None:
        """What the user looks at."""
        return self._preview

    @property
    def words_before(self) -> str:
        """How good the sketch is as it was."""
        return self._words(self._value_before)

    @property
    def words_after(self) -> str:
        """How good it is without the ghosts; with an ellipsis while it is worked out."""
        return self._words(self._value_after)

    @property
    def is_looking(self) -> bool:
        """Whether another cleaning is being worked out."""
        return CLEAN in self._bridge.busy

    @property
    def method(self) -> Method:
        """Whole strokes, or parts of them too."""
        return self._method

    @property
    def estimator(self) -> Estimator:
        """What strokes are judged by."""
        return self._estimator or best_estimator(self._method)

    @property
    def delta(self) -> float:
        """Delta of eq. 8: the larger, the less goes."""
        return best_delta(self._method, self.estimator) if self._delta is None else self._delta

    @property
    def gumbel(self) -> bool:
        """Whether what goes is drawn at random (Gumbel-softmax)."""
        return self._gumbel

    def start(self) -> None:
        """Look for strokes that hurt."""
        if not self.can_start:
            return
        self._asked = self._assist.target.spec()
        self._method = self._assist.method
        self._encoder = self._assist.target.encoder
        self._submit()

    def set_estimator(self, estimator: Estimator) -> None:
        """Judge by another one, with the Delta that goes with it."""
        if estimator is not self.estimator:
            self._estimator = None if estimator is best_estimator(self._method) else estimator
            self._delta = None
            self._look_again()

    def set_delta(self, delta: float) -> None:
        """See `delta`."""
        if delta != self.delta:
            self._delta = delta
            self._look_again(DELTA_DEBOUNCE_MS)

    def set_gumbel(self, gumbel: bool) -> None:
        """Draw at random, or go by the threshold."""
        if gumbel != self._gumbel:
            self._gumbel = gumbel
            self._look_again()

    def draw_again(self) -> None:
        """Another draw at random."""
        self._seed += 1
        self._look_again()

    def _look_again(self, debounce_ms: int = 0) -> None:
        """Replace the preview; ghosts that were brought back are ghosts again."""
        if self._preview is not None:
            self._submit(debounce_ms)
            self.changed.emit()

    def _submit(self, debounce_ms: int = 0) -> None:
        target, frame = self._asked
        payload = CleanPayload(
            _lines(self._document.drawing),
            target,
            frame,
            self._method,
            self._delta,
            self._gumbel,
            estimator=self._estimator,
            encoder=self._encoder,
            seed=self._seed,
        )
        self._bridge.submit(CLEAN, payload, self._document.revision, debounce_ms=debounce_ms)

    def toggle(self, place: int) -> None:
        """Bring a ghost of the preview back, or let it go again."""
        preview = self._preview
        if preview is None:
            return
        preview.toggle(place)
        self._value_after = None
        lines = _lines(preview.after)
        if lines:
            payload = ScorePayload(lines, *self._target, self._encoder)
            revision = self._document.revision
            self._bridge.submit(SCORE, payload, revision, debounce_ms=SCORE_DEBOUNCE_MS)
        else:
            self._bridge.cancel(SCORE)
        self.changed.emit()

    def keep(self) -> None:
        """Leave the ghosts out of the drawing, in one undoable step."""
        preview = self._preview
        if preview is None:
            return
        gone = len(preview.ghosts) - len(preview.restored)
        text = (
            tr("Clean sketch")
            if gone == 1
            else tr("Clean sketch of {gone} parts").format(gone=gone)
        )
        after = preview.after
        # Ended first: the change to come is no reason to say that the preview was dropped.
        self._end()
        self._document.apply(after, text)

    def cancel(self) -> None:
        """Leave the drawing as it is."""
        self._bridge.cancel(CLEAN)
        self._end()

    def _end(self) -> None:
        if self._preview is not None:
            self._preview = None
            self._bridge.cancel(SCORE)
            self._bridge.cancel(CLEAN)
            self.ended.emit()
            self.changed.emit()

    def _on_change(self, change: Change) -> None:
        if change.kind is ChangeKind.SAVE:
            return
        if self._preview is not None or CLEAN in self._bridge.busy:
            self.cancel()
            self.notice.emit(DROPPED)
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind == CLEAN:
            self._take(result.value)
        elif result.kind == SCORE and self._preview is not None:
            self._value_after = result.value
            self.changed.emit()

    def _take(self, answer: Cleaning) -> None:
        drawing = self._document.drawing
        kept = kept_of_all(drawing, visible_ids(drawing), answer.kept)
        preview = CleanPreview(drawing, kept)
        is_first = self._preview is None
        if is_first and not preview.ghosts:
            self.notice.emit(NOTHING_TO_CLEAN)
            return
        self._bridge.cancel(SCORE)
        self._preview = preview
        self._target_name = answer.target
        self._value_before, self._value_after = answer.value_before, answer.value_after
        # What it looks like, and its bounds, may change as ghosts come back; what is compared must
        # not.
        target, frame = self._asked
        if isinstance(target, CategoryTarget):
            target = CategoryTarget(answer.target)
        self._target = target, frame or ink_frame(_lines(preview.before))
        if is_first:
            self.ready.emit()
        self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind in (CLEAN, SCORE) and failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)

    def _words(self, value: float | None) -> str:
        shown = "…"
        if isinstance(self._target[0], CategoryTarget):
            if value is not None:
                shown = percent(math.exp(min(value, 0.0)))
            return f"{with_article(self._target_name)}, {shown}"
        if value is not None:
            shown = f"{value:.2f}".replace("-", "−")
        return tr("similarity to {target_name} {shown}").format(
            target_name=self._target_name, shown=shown
        )


def _lines(drawing: Drawing) -> tuple[FloatArray, ...]:
    """Of what is seen."""
    return tuple(stroke.xy for stroke in visible_strokes(drawing))
