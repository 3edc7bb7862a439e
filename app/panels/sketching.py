"""Having the engine sketch: from scratch, from a sketch that is known, or one stroke of it anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.canvas.outline import FloatArray
from app.panels.engine_texts import spoken
from app.panels.known_sketches import Ground, KnownSketches, inside, nearest
from app.panels.ladder import LadderClimb
from app.translation import tr
from engine.abstraction.messages import (
    RUNGS,
    Abstraction,
    AbstractPayload,
)
from engine.types import Failure, ProgressOf, Result

KIND = "abstract"
RESTART_AFTER_MS = 400
"""The slider must rest this long before a new sketch begins."""
REFINING_ITERATIONS = 120
"""For a sketch that begins with a good one: most of it, or all but one stroke, is there."""


class Sketching(QObject):
    """One sketch at a time, of one `Ground`; keeps what was found. GUI thread.

    When a sketch is done, those with fewer and more strokes are worked out in the background.
    """

    changed = Signal()
    """It runs or rests, or has come further."""
    found = Signal(object)
    """An `Abstraction` to show."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known = KnownSketches()
        self.ladder = LadderClimb(bridge, self._known, self)
        self._ground: Ground | None = None
        self._strokes = 0
        self._rerolls = 0
        self._is_running = False
        self._is_awaited = False
        self._fraction = 0.0
        self._text = ""
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        self.ladder.changed.connect(self.changed)
        self.ladder.trouble.connect(self.trouble)

    @property
    def ground(self) -> Ground | None:
        """Of the sketch that is or was made last."""
        return self._ground

    @property
    def running(self) -> bool:
        """Whether a sketch is in the making that somebody waits for."""
        return self._is_running

    @property
    def awaited(self) -> bool:
        """Whether nothing of what is in the making could be shown yet."""
        return self._is_awaited

    @property
    def fraction(self) -> float:
        """How far it is, 0 to 1."""
        return self._fraction

    @property
    def text(self) -> str:
        """What it is at; what came of it once it is done."""
        return self._text

    @property
    def rungs(self) -> tuple[int, ...]:
        """Numbers of strokes of the ladder of which a sketch is ready."""
        return tuple(n for n in RUNGS if n in self._sketches)

    @property
    def can_climb(self) -> bool:
        """Whether the ladder can be worked out, or is."""
        # A locked region is for one sketch: the rungs would not have its strokes.
        return bool(self._sketches) and self._ground is not None and self._ground.region is None

    def begin(
        self, ground: Ground, strokes: int, before: FloatArray | None, debounce_ms: int = 0
    ) -> None:
        """Sketch from scratch.

        Args:
            before: (m, 4, 2) the sketch that is there, px of the photo: those of its strokes that
                lie in the ground's locked region stay.
            debounce_ms: see `EngineBridge.submit`.
        """
        self.ladder.stop()
        self._ground = ground
        start = None
        if before is not None and ground.region is not None:
            locked = inside(before, ground.region)[:strokes]
            start = before[locked] if locked else None
        self._submit(ground.payload(strokes, start=start), debounce_ms)

    def adapt(self, ground: Ground, strokes: int, before: FloatArray | None) -> None:
        """Go over to another number of strokes: the nearest sketch at once, then the very one."""
        is_same = self._ground is not None and self._ground.is_like(ground)
        near = nearest(self._sketches, strokes) if is_same and ground.region is None else None
        if near is None:
            self.begin(ground, strokes, before, RESTART_AFTER_MS)
        elif strokes in self._sketches:
            self.cancel()
            self._show(near)
            self._rest(tr("{count} strokes.").format(count=strokes))
        else:
            start, iterations = near.beziers, REFINING_ITERATIONS
            self._submit(
                ground.payload(strokes, start=start, iterations=iterations), RESTART_AFTER_MS
            )
            self._show(near)
            self.changed.emit()

    def reroll(self, beziers: FloatArray, stroke: int) -> None:
        """Make one of (n, 4, 2) strokes anew; all others stay."""
        assert self._ground is not None
        others = [i for i in range(len(beziers)) if i != stroke]
        self._rerolls += 1
        self._submit(
            self._ground.payload(
                len(beziers),
                start=beziers[others],
                still=frozenset(range(len(others))),
                iterations=REFINING_ITERATIONS,
                seed=self._ground.seed + self._rerolls,
            )
        )

    def fewest(self) -> int | None:
        """As few strokes as keep it recognisable; None as long as the ladder is not done."""
        return None if self._ground is None else self.ladder.fewest(self._ground)

    def climb(self, *, asked: bool = False) -> None:
        """Work out the ladder from the sketch that is there, see `LadderClimb.climb`."""
        if self.can_climb:
            assert self._ground is not None
            begin = nearest(self._sketches, self._strokes)
            assert begin is not None
            self.ladder.climb(self._ground, begin, asked=asked)

    def cancel(self) -> None:
        """Stop; the best sketch so far is the one shown last."""
        self._bridge.cancel(KIND)

    def stop(self, *, forget: bool = False) -> None:
        """Stop the ladder as well; `forget` also what it was made from."""
        self.cancel()
        self.ladder.stop()
        if forget:
            self._ground = None

    @property
    def _sketches(self) -> dict[int, Abstraction]:
        return {} if self._ground is None else self._known.of(self._ground)

    def _submit(self, payload: AbstractPayload, debounce_ms: int = 0) -> None:
        self._strokes = payload.strokes
        self._bridge.submit(KIND, payload, debounce_ms=debounce_ms)
        self._is_running = self._is_awaited = True
        self._fraction, self._text = 0.0, tr("Starting")
        self.changed.emit()

    def _on_progress(self, message: ProgressOf) -> None:
        if message.kind != KIND:
            return
        self._fraction, self._text = message.progress.fraction, spoken(message.progress.text)
        if message.progress.preview is not None:
            self._show(message.progress.preview)
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind != KIND:
            return
        answer: Abstraction = result.value
        self._sketches[len(answer.beziers)] = answer
        self._show(answer)
        self._rest(tr("Done in {seconds:.0f} s.").format(seconds=answer.seconds))
        self.climb()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind != KIND:
            return
        self._rest(tr("Stopped.") if failure.cancelled else "")
        if failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)

    def _show(self, sketch: Abstraction) -> None:
        self._is_awaited = False
        self.found.emit(sketch)

    def _rest(self, text: str) -> None:
        self._is_running = self._is_awaited = False
        self._fraction, self._text = 0.0, text
        self.changed.emit()
