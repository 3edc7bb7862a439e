"""Which encoders there are, and getting more of them: what the Models dialog shows and does."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.panels.engine_texts import spoken
from app.translation import tr
from engine.encoders.store.messages import (
    DescribeModel,
    FetchModel,
    ImportModel,
    ListModels,
    ListNames,
    ModelRow,
    RemoveModel,
    UseModel,
    VerifyModels,
)
from engine.encoders.store.names import ModelName
from engine.encoders.store.offer import Offer
from engine.encoders.store.weights import WeightStore
from engine.errors import InputError
from engine.types import Failure, Priority, ProgressOf, Result

LIST, NAMES, DESCRIBE = "models.list", "models.names", "models.describe"
FETCH, IMPORT, VERIFY = "models.fetch", "models.import", "models.verify"
USE, REMOVE = "models.use", "models.remove"


class Phase(Enum):
    """What is going on."""

    IDLE = "idle"
    ASKING = "asking"
    """The hub is asked what a fetch would bring."""
    OFFERED = "offered"
    """The user is to say whether to download it."""
    BUSY = "busy"
    """Something is fetched, copied or checked; it can be cancelled."""


_PHASES = {DESCRIBE: Phase.ASKING, FETCH: Phase.BUSY, IMPORT: Phase.BUSY, VERIFY: Phase.BUSY}


class Models(QObject):
    """The store's models, and one errand at a time. GUI thread.

    The network is used by `ask` and `accept`, and by nothing else.
    """

    changed = Signal()
    """Anything the dialog shows may be another."""
    in_use_changed = Signal(str)
    """The user chose this encoder: "bundled" or "MODEL/TAG"."""

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: tuple[ModelRow, ...] = ()
        self._added: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self._in_use = WeightStore().in_use
        self._phase = Phase.IDLE
        self._offer: Offer | None = None
        self._fraction = 0.0
        self._text = ""
        self._is_trouble = False
        bridge.progress.connect(self._on_progress)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def rows(self) -> tuple[ModelRow, ...]:
        """The models: the bundled one first, at the end those the user named."""
        listed = {row.name for row in self._rows}
        named = (name for name in self._added if name not in listed)
        return (*self._rows, *(_unknown_row(name) for name in named))

    @property
    def names(self) -> tuple[str, ...]:
        """Names that can be added; empty until the engine has said them."""
        return self._names

    @property
    def in_use(self) -> str:
        """The encoder the user chose: "bundled" or "MODEL/TAG"."""
        return self._in_use

    @property
    def phase(self) -> Phase:
        """What is going on."""
        return self._phase

    @property
    def offer(self) -> Offer | None:
        """What `accept` would download, in phase OFFERED."""
        return self._offer

    @property
    def fraction(self) -> float:
        """How far the errand is, 0 to 1."""
        return self._fraction

    @property
    def text(self) -> str:
        """What is being done, or what came of it: one sentence."""
        return self._text

    @property
    def is_trouble(self) -> bool:
        """Whether `text` says what went wrong."""
        return self._is_trouble

    def refresh(self) -> None:
        """Look what there is. Call it when the dialog opens."""
        self._bridge.submit(LIST, ListModels())
        if not self._names:
            self._bridge.submit(NAMES, ListNames(), priority=Priority.BACKGROUND)

    def add(self, name: str) -> bool:
        """Show a row for any model that open_clip knows; returns whether it is a name."""
        try:
            ModelName.parse(name)
        except InputError as error:
            self._rest(str(error), is_trouble=True)
            return False
        if name not in self._added:
            self._added = (*self._added, name)
        self._rest("")
        return True

    def ask(self, name: str) -> None:
        """Ask the hub for size and licence of a model; then the user may `accept`."""
        self._begin(DESCRIBE, DescribeModel(name), tr("Asking the hub"))

    def accept(self) -> None:
        """Download what was offered."""
        if self._offer is not None:
            self._begin(
                FETCH, FetchModel(self._offer), tr("Fetching {name}").format(name=self._offer.name)
            )

    def import_file(self, name: str, path: Path) -> None:
        """Copy a weight file of the user's into the store, as the model `name`."""
        self._begin(IMPORT, ImportModel(name, path), tr("Looking at {name}").format(name=path.name))

    def verify(self) -> None:
        """Check all files."""
        self._begin(VERIFY, VerifyModels(), tr("Checking"))

    def use(self, name: str) -> None:
        """Look at drawings and photos with this model from now on."""
        self._bridge.submit(USE, UseModel(name))

    def remove(self, name: str) -> None:
        """Delete a model's file."""
        self._bridge.submit(REMOVE, RemoveModel(name))

    def cancel(self) -> None:
        """Stop the errand, or turn the offer down."""
        if self._phase is Phase.OFFERED:
            self._rest("")
        for kind in _PHASES:
            self._bridge.cancel(kind)

    def _begin(self, kind: str, payload: object, text: str) -> None:
        self._phase, self._offer = _PHASES[kind], None
        self._fraction, self._text, self._is_trouble = 0.0, text, False
        self._bridge.submit(kind, payload)
        self.changed.emit()

    def _rest(self, text: str, *, is_trouble: bool = False) -> None:
        self._phase, self._offer = Phase.IDLE, None
        self._fraction, self._text, self._is_trouble = 0.0, text, is_trouble
        self.changed.emit()

    def _on_progress(self, message: ProgressOf) -> None:
        if message.kind in _PHASES:
            self._fraction, self._text = message.progress.fraction, spoken(message.progress.text)
            self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind in _PHASES:
            stopped = (
                tr("Stopped; what has arrived is kept.")
                if failure.kind == FETCH
                else tr("Stopped.")
            )
            self._rest(
                stopped if failure.cancelled else failure.sentence,
                is_trouble=not failure.cancelled,
            )
        elif failure.kind in (LIST, NAMES, USE, REMOVE) and not failure.cancelled:
            self._say(failure.sentence, is_trouble=True)

    def _on_finished(self, result: Result) -> None:
        answer = result.value
        if result.kind == LIST:
            self._take_rows(answer)
        elif result.kind == NAMES:
            self._names = answer
            self.changed.emit()
        elif result.kind == DESCRIBE:
            self._phase, self._offer, self._text = Phase.OFFERED, answer, str(answer)
            self.changed.emit()
        elif result.kind == VERIFY:
            faults = " ".join(verdict.sentence for verdict in answer if not verdict.sound)
            self._rest(
                faults or tr("All files are as they were installed."), is_trouble=bool(faults)
            )
        elif result.kind in (FETCH, IMPORT):
            self._rest(tr("{name} is installed.").format(name=answer.name))
            self.refresh()
        elif result.kind == USE:
            self._choose(answer)
            self.refresh()
        elif result.kind == REMOVE:
            self._say(tr("{answer} is removed.").format(answer=answer))
            self.refresh()

    def _take_rows(self, rows: tuple[ModelRow, ...]) -> None:
        self._rows = rows
        self._choose(next(row.name for row in rows if row.in_use))
        if any(row.installed and row.ms_per_image is None for row in rows):
            # It takes a while; what is known is shown at once.
            self._bridge.submit(LIST, ListModels("missing"), priority=Priority.BACKGROUND)
        self.changed.emit()

    def _choose(self, name: str) -> None:
        if name != self._in_use:
            self._in_use = name
            self.in_use_changed.emit(name)

    def _say(self, text: str, *, is_trouble: bool = False) -> None:
        if self._phase is Phase.IDLE:
            self._text, self._is_trouble = text, is_trouble
            self.changed.emit()


def _unknown_row(name: str) -> ModelRow:
    """A model of which only the name is known."""
    return ModelRow(name, False, 0, "", None, False, None)
