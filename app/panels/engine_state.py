"""What the engine is doing, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.panels.engine_texts import spoken
from app.translation import tr
from engine.types import Failure, Priority, ProgressOf, Result
from engine.warmup import EngineReady, WarmUpPayload

WARM_UP = "warm-up"
JOB_NAMES = {
    "abstract": tr("Sketching the photo"),
    "abstract.ladder": tr("Fewer and more strokes"),
    "clean": tr("Cleaning the sketch"),
    "correspond.show": tr("Showing the drawing as a photo"),
    "fragile": tr("Looking for the stroke it hangs on"),
    "models.fetch": tr("Fetching a model"),
    "models.import": tr("Copying a model"),
    "models.verify": tr("Checking the models"),
    "redraw": tr("Drawing it again"),
    "redraw.combine": tr("Drawing the blend"),
    "redraw.morph": tr("Drawing the way from A to B"),
}
"""The jobs that a user waits for. Others (a list, a live answer) are too short to be shown."""


@dataclass(frozen=True, slots=True)
class JobState:
    """A job the user waits for.

    Attributes:
        kind: of its requests.
        name: for the user.
        fraction: how far it is, 0 to 1.
        text: what it is at, for the user; empty as long as it waits for its turn.
    """

    kind: str
    name: str
    fraction: float = 0.0
    text: str = ""


class EngineState(QObject):
    """Follows the bridge. GUI thread."""

    changed = Signal()
    notice = Signal(str)
    """A line from a job, say that it fell back to the CPU."""

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._jobs: dict[str, JobState] = {}
        self._text = ""
        bridge.busy_changed.connect(self._on_busy)
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def job(self) -> JobState | None:
        """The job under way that was asked for last."""
        return next(reversed(self._jobs.values()), None)

    @property
    def text(self) -> str:
        """The engine in a few words: loading, or encoder and device."""
        return self._text

    @property
    def jobs(self) -> tuple[JobState, ...]:
        """All jobs under way, in the order they were asked for."""
        return tuple(self._jobs.values())

    def cancel(self, kind: str) -> None:
        """Give up a job the user waits for."""
        if kind in self._jobs:
            self._bridge.cancel(kind)

    def cancel_jobs(self) -> None:
        """Give up all of them."""
        for kind in tuple(self._jobs):
            self._bridge.cancel(kind)

    def warm_up(self, payload: WarmUpPayload) -> None:
        """Have the engine load in the background."""
        self._text = tr("Loading the engine…")
        # Whatever the user asks for next needs it, so it is not put off.
        self._bridge.submit(WARM_UP, payload, priority=Priority.INTERACTIVE)
        self.changed.emit()

    def _on_busy(self, kinds: frozenset[str]) -> None:
        shown = {kind: job for kind, job in self._jobs.items() if kind in kinds}
        for kind in sorted((kinds & JOB_NAMES.keys()) - shown.keys()):
            shown[kind] = JobState(kind, JOB_NAMES[kind])
        self._jobs = shown
        self.changed.emit()

    def _on_progress(self, message: ProgressOf) -> None:
        job = self._jobs.get(message.kind)
        if job is not None:
            progress = message.progress
            text = spoken(progress.text) or tr("Under way")
            self._jobs[message.kind] = replace(job, fraction=progress.fraction, text=text)
            self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        for line in result.notices:
            self.notice.emit(line)
        if result.kind == WARM_UP:
            ready: EngineReady = result.value
            self._text = tr("{engine} on {device}").format(
                engine=ready.encoder or tr("Engine"), device=ready.device
            )
            self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == WARM_UP:
            self._text = "" if failure.cancelled else tr("Engine not available")
            self.changed.emit()
            if failure.sentence and not failure.is_bug:
                self.notice.emit(failure.sentence)
