"""What the drawing looks like and which strokes say so: what the Assist dock shows and does."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.canvas.tint_overlay import NO_TINTS, TintOverlay
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.stacking import visible_strokes
from app.document.stroke import Stroke
from app.panels.assist_target import TargetChoice
from app.panels.live_stroke import LiveStroke
from app.panels.stroke_lines import LiveSource, StrokeLines
from app.panels.stroke_scores import StrokeScores
from app.panels.words import with_article
from app.settings import (
    ASSIST_ESTIMATOR,
    ASSIST_METHOD,
    ASSIST_TINT,
    ASSIST_TINT_STRENGTH,
    Settings,
)
from engine.attribution.messages import (
    AttributePayload,
    Attribution,
    CategoryTarget,
    Estimator,
    GuessPayload,
    Label,
    Method,
)
from engine.attribution.names import CategoryNames
from engine.attribution.order import order_correlation
from engine.strokes import FloatArray
from engine.types import Failure, Priority, ProgressOf, Result

GUESS, ATTRIBUTE, CATEGORIES = "guess", "attribute", "categories"


class AssistSession(QObject):
    """Asks the engine about the drawing as it grows. GUI thread.

    The latest question wins; while it is open, the tints before stay, dimmed. Answers never change
    the document. Nothing is asked while the session is not active.
    """

    changed = Signal()
    """Anything a panel shows may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        target: TargetChoice,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.tint_overlay = TintOverlay()
        self.target = target
        self._bridge = bridge
        self._document = document
        self._settings = settings
        self._live = LiveStroke(
            bridge, frozenset({GUESS, ATTRIBUTE}), lambda live: self._ask(live=live), self
        )
        self._is_active = False
        self._is_closed = False
        self._asked: tuple[Stroke, ...] = ()
        self._asked_live = False
        self._lines = StrokeLines()
        self._asked_category = False
        self._scores = StrokeScores()
        self._labels: tuple[Label, ...] = ()
        self._answer: Attribution | None = None
        self._reliability: float | None = None
        self._fault = ""
        self._categories: tuple[str, ...] = ()
        self.tint_overlay.set_strength(self.strength)
        self._show_tints()
        target.changed.connect(self._on_question)
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        self._unsubscribe = document.subscribe(self._on_change)

    # --- What a panel shows --------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._document.drawing.strokes

    @property
    def labels(self) -> tuple[Label, ...]:
        """What the drawing looks like, the most probable first."""
        return self._labels

    @property
    def scored_by(self) -> str:
        """What the tints on the canvas are about, in words; "" without tints."""
        if self._answer is None:
            return ""
        name = self._answer.target
        return with_article(name) if self._asked_category else name

    @property
    def reliability(self) -> float | None:
        """Correlation of drawing order and attribution order, see `order_correlation`."""
        return self._reliability

    @property
    def fault(self) -> str:
        """Why there are no scores, in one sentence."""
        return self._fault

    @property
    def categories(self) -> tuple[str, ...]:
        """The names that can be given as category; empty until `need_categories` is answered."""
        return self._categories

    @property
    def tinting(self) -> bool:
        """Whether strokes are tinted."""
        return self._settings.get(ASSIST_TINT)

    @property
    def strength(self) -> float:
        """How much of the ink's own colour tints hide, 0 to 1."""
        return self._settings.get(ASSIST_TINT_STRENGTH)

    @property
    def method(self) -> Method:
        """Whole strokes, or along them."""
        return Method(self._settings.get(ASSIST_METHOD))

    @property
    def estimator(self) -> Estimator:
        """How scores are worked out."""
        return Estimator(self._settings.get(ASSIST_ESTIMATOR))

    def words_at(self, stroke_id: int, place: tuple[float, float]) -> str:
        """What to say of a stroke under the pointer; "" if it is not tinted."""
        strokes = self._document.drawing.strokes
        if not (self.tint_overlay.is_shown and stroke_id < len(strokes)):
            return ""
        return self._scores.words(strokes[stroke_id], place)

    # --- What the user wants -------------------------------------------------------------------

    def set_active(self, active: bool) -> None:
        """Look at the drawing from now on, or no longer."""
        if active == self._is_active:
            return
        self._is_active = active
        self._show_tints()
        if active:
            self._ask()
        else:
            self._stop()

    def set_tinting(self, tinting: bool) -> None:
        """Tint strokes, or leave them as they are."""
        if tinting == self.tinting:
            return
        self._settings.set(ASSIST_TINT, tinting)
        self._show_tints()
        if tinting:
            self._ask()
        else:
            self._bridge.cancel(ATTRIBUTE)
        self.changed.emit()

    def set_strength(self, strength: float) -> None:
        """See `strength`."""
        self._settings.set(ASSIST_TINT_STRENGTH, strength)
        self.tint_overlay.set_strength(strength)
        self.changed.emit()

    def set_method(self, method: Method) -> None:
        """See `method`."""
        if method is not self.method:
            self._settings.set(ASSIST_METHOD, method.value)
            self._on_question()

    def set_estimator(self, estimator: Estimator) -> None:
        """See `estimator`."""
        if estimator is not self.estimator:
            self._settings.set(ASSIST_ESTIMATOR, estimator.value)
            self._on_question()

    def need_categories(self) -> None:
        """Have `categories` filled."""
        if not self._categories and CATEGORIES not in self._bridge.busy and not self._is_closed:
            self._bridge.submit(CATEGORIES, CategoryNames(), priority=Priority.BACKGROUND)

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
            self._ask()

    def close(self) -> None:
        """Ask nothing more."""
        self._is_closed = True
        self._live.stop()
        self._unsubscribe()

    # --- Asking and hearing --------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if change.kind is not ChangeKind.SAVE:
            self._live.stop()
            self._ask()
            self.changed.emit()

    def _on_question(self) -> None:
        """The same drawing is to be seen in another light."""
        self._ask()
        self.changed.emit()

    def _ask(self, live: FloatArray | None = None) -> None:
        if self._is_closed or not self._is_active:
            return
        self._asked = visible_strokes(self._document.drawing)
        self._asked_live = live is not None
        lines = self._lines.of(self._asked)
        if live is not None:
            lines = (*lines, live)
        if not lines:
            self._stop()
            return
        revision = self._document.revision
        self._bridge.submit(GUESS, GuessPayload(lines), revision, Priority.LIVE)
        if self.tinting:
            # While a stroke grows, the tints of the others are as good as they were.
            self.tint_overlay.set_stale(live is None)
            target, frame = self.target.spec()
            self._asked_category = isinstance(target, CategoryTarget)
            payload = AttributePayload(
                lines, target, frame, self.method, self.estimator, self.target.encoder
            )
            self._bridge.submit(ATTRIBUTE, payload, revision, Priority.LIVE)

    def _stop(self) -> None:
        """Nothing to look at."""
        self._live.stop()
        for kind in (GUESS, ATTRIBUTE):
            self._bridge.cancel(kind)
        self._scores.clear()
        self._labels, self._answer, self._reliability, self._fault = (), None, None, ""
        self._asked, self._asked_live = (), False
        self.tint_overlay.show_tints(NO_TINTS)
        self.changed.emit()

    def _show_tints(self) -> None:
        self.tint_overlay.set_shown(self._is_active and self.tinting)

    def _on_progress(self, message: ProgressOf) -> None:
        preview = message.progress.preview
        if message.kind == ATTRIBUTE and isinstance(preview, Attribution):
            self._scores.take_preview(self._asked, preview)
            self.tint_overlay.show_tints(self._scores.tints())

    def _on_finished(self, result: Result) -> None:
        if result.kind == GUESS:
            self._labels = result.value
        elif result.kind == ATTRIBUTE:
            self._take(result.value)
        elif result.kind == CATEGORIES:
            self._categories = result.value
        else:
            return
        self.changed.emit()

    def _take(self, answer: Attribution) -> None:
        self._answer, self._fault = answer, ""
        self._scores.take(self._asked, answer)
        self._reliability = order_correlation(answer.strokes[: len(self._asked)])
        self.tint_overlay.show_tints(self._scores.tints())
        self.tint_overlay.set_stale(False)

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind not in (GUESS, ATTRIBUTE) or failure.cancelled:
            return
        before, self._fault = self._fault, failure.sentence
        # It is asked anew at every stroke, but said once.
        if failure.sentence and failure.sentence != before and not failure.is_bug:
            self.trouble.emit(failure.sentence)
        self.changed.emit()
