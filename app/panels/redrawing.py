"""Drawing again: several variants of a source, one of them on the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.panels.redraw_preview import Preview, Proposal
from app.panels.redraw_sources import Chosen, SourceChoice
from app.settings import REDRAW_FREEDOM, REDRAW_VARIANTS, Settings
from app.translation import tr
from engine.sketchembed.messages import Redrawing, RedrawPayload, Sampling
from engine.types import Failure, ProgressOf, Result

KIND = "redraw"


class RedrawSession(QObject):
    """Asks for variants and shows the chosen one in the preview. GUI thread.

    The variants before stay until those of a new request come. Each request has a seed of its own
    in `again`; `start` always begins with the same, so that the same source gives the same answer.
    """

    changed = Signal()
    """Anything a panel shows may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        sources: SourceChoice,
        preview: Preview,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.sources = sources
        self.preview = preview
        self._bridge = bridge
        self._settings = settings
        self._asked: Chosen | None = None
        self._seed = 0
        self._variants: tuple[Proposal, ...] = ()
        self._text = ""
        self._fraction = 0.0
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        sources.changed.connect(self.changed)
        preview.changed.connect(self.changed)
        self._unsubscribe = document.subscribe(self._on_change)

    @property
    def variants(self) -> tuple[Proposal, ...]:
        """What came of it, the nearest to the source first."""
        return self._variants

    @property
    def chosen(self) -> int | None:
        """The place of the variant that is on the page."""
        shown = self.preview.proposal
        return next((i for i, each in enumerate(self._variants) if each is shown), None)

    @property
    def running(self) -> bool:
        """Whether the engine draws."""
        return self._asked is not None

    @property
    def fraction(self) -> float:
        """How far the engine is, 0 to 1."""
        return self._fraction

    @property
    def text(self) -> str:
        """What came of it, in one sentence."""
        return self._text

    @property
    def can_start(self) -> bool:
        """Whether there is something to draw again."""
        return self.sources.kind is not None

    @property
    def count(self) -> int:
        """How many variants the next request asks for."""
        return self._settings.get(REDRAW_VARIANTS)

    @property
    def freedom(self) -> float:
        """The temperature of the next request."""
        return self._settings.get(REDRAW_FREEDOM)

    def set_count(self, count: int) -> None:
        """See `count`."""
        self._settings.set(REDRAW_VARIANTS, count)

    def set_freedom(self, freedom: float) -> None:
        """See `freedom`."""
        self._settings.set(REDRAW_FREEDOM, freedom)

    def start(self) -> None:
        """Draw the source again."""
        self._seed = 0
        self._submit()

    def again(self) -> None:
        """Draw it again, but otherwise."""
        self._seed += 1
        self._submit()

    def cancel(self) -> None:
        """Stop; the variants before stay."""
        self._bridge.cancel(KIND)

    def choose(self, variant: int) -> None:
        """Put another variant on the page."""
        if variant != self.chosen:
            self.preview.show(self._variants[variant])

    def close(self) -> None:
        """The program ends."""
        self._unsubscribe()

    def _submit(self) -> None:
        asked = self.sources.chosen()
        if asked is None:
            self.trouble.emit(tr("There is nothing to draw again: draw, or open a photo."))
            return
        self._asked, self._text, self._fraction = asked, "", 0.0
        sampling = Sampling(self.freedom, self._seed)
        self._bridge.submit(KIND, RedrawPayload(asked.source, self.count, sampling))
        self.preview.overlay.set_stale(self.chosen is not None)
        self.changed.emit()

    def _on_progress(self, message: ProgressOf) -> None:
        if message.kind == KIND:
            self._fraction = message.progress.fraction
            self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind != KIND or self._asked is None:
            return
        answer: Redrawing = result.value
        asked, self._asked = self._asked, None
        lines = (tuple(map(asked.to_page, each.strokes)) for each in answer.variants)
        self._variants = tuple(
            Proposal(each, asked.style, tr("Redraw"), asked.originals) for each in lines if each
        )
        if self._variants:
            self._text = tr("Done in {seconds:.1f} s.").format(seconds=answer.seconds)
            self.preview.show(self._variants[0])
        else:
            self._text = tr("Nothing came of it this time; try Again.")
            self.preview.drop()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind != KIND:
            return
        self._asked = None
        self.preview.overlay.set_stale(False)
        if failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)
        self.changed.emit()

    def _on_change(self, change: Change) -> None:
        if change.kind is ChangeKind.LOAD:
            self.cancel()
            self._variants, self._text = (), ""
            self.changed.emit()
