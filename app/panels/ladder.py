"""Sketches with fewer and more strokes, worked out while nobody waits for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.panels.known_sketches import Ground, KnownSketches
from engine.abstraction.messages import RUNGS, Abstraction, Ladder, LadderPayload
from engine.types import Failure, Priority, ProgressOf, Result

KIND = "abstract.ladder"


class LadderClimb(QObject):
    """One ladder at a time, in the background. GUI thread.

    What is done is in `known` at once, and stays there when the climb is given up.
    """

    changed = Signal()
    """Another rung is done, or the climb has begun or ended."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self, bridge: EngineBridge, known: KnownSketches, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._known = known
        self._ground: Ground | None = None
        self._given_up: Ground | None = None
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def climbing(self) -> bool:
        """Whether it is under way."""
        return self._ground is not None

    def rungs_of(self, ground: Ground | None) -> tuple[int, ...]:
        """Which rungs are done."""
        sketches = {} if ground is None else self._known.of(ground)
        return tuple(n for n in RUNGS if n in sketches)

    def fewest(self, ground: Ground) -> int | None:
        """As few strokes as keep it recognisable; None as long as not all rungs are done."""
        rungs = self.rungs_of(ground)
        if rungs != RUNGS:
            return None
        known = self._known.of(ground)
        return Ladder({n: known[n] for n in rungs}).fewest_recognisable()

    def climb(self, ground: Ground, begin: Abstraction, *, asked: bool = False) -> None:
        """Work out the rungs of a ground that are not done.

        Args:
            begin: a sketch of it that is done; the rest is made from it.
            asked: by the user, who may have given up the same climb before.
        """
        if self._ground is not None and self._ground.is_like(ground):
            return
        given_up = self._given_up is not None and self._given_up.is_like(ground)
        if self.rungs_of(ground) == RUNGS or (given_up and not asked):
            return
        base = ground.payload(len(begin.beziers), start=begin.beziers)
        missing = tuple(n for n in RUNGS if n not in self._known.of(ground))
        self._ground = ground
        self._bridge.submit(KIND, LadderPayload(base, missing), priority=Priority.BACKGROUND)
        self.changed.emit()

    def stop(self) -> None:
        """What it works on is no longer wanted."""
        self._bridge.cancel(KIND)
        self._given_up = None

    def _on_progress(self, message: ProgressOf) -> None:
        if message.kind == KIND and message.progress.preview is not None:
            self._take(message.progress.preview)
            self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind == KIND:
            self._take(result.value)
            self._ground = None
            self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == KIND:
            self._ground, self._given_up = None, self._ground
            if failure.sentence and not failure.is_bug:
                self.trouble.emit(failure.sentence)
            self.changed.emit()

    def _take(self, ladder: Ladder) -> None:
        assert self._ground is not None
        known = self._known.of(self._ground)
        for strokes, sketch in ladder.sketches.items():
            # One that the user has seen is not replaced behind their back.
            known.setdefault(strokes, sketch)
