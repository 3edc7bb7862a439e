"""Arithmetic with drawings: A - B + C drawn by the model, and all the way from A to B."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.document.document import Document
from app.panels.redraw_preview import Preview, Proposal
from app.panels.redraw_sources import Chosen
from app.settings import REDRAW_FREEDOM, Settings
from app.tools.base import InkStyle
from app.translation import tr
from engine.sketchembed.messages import (
    CombinePayload,
    Morph,
    MorphPayload,
    Redrawing,
    Sampling,
    StrokeSource,
    Term,
)
from engine.sketchembed.symbol_book import Symbol
from engine.strokes import Bounds, FloatArray, bounds
from engine.types import Failure, Result

COMBINE, MORPH = "redraw.combine", "redraw.morph"
MORPH_STEPS = 17
MORPH_AFTER_MS = 150
"""The slots may be filled one right after the other."""
SYMBOL_SHARE = 0.4
"""Of the page's shorter side, what a blend fills that begins with a symbol."""


class Place(StrEnum):
    """The slots."""

    A = "A"
    B = "B"
    C = "C"


WEIGHTS = {Place.A: 1.0, Place.B: -1.0, Place.C: 1.0}


@dataclass(frozen=True, eq=False)
class Slot:
    """A drawing to reckon with.

    Attributes:
        name: of where it comes from, for people.
        lines: (N, 2) polylines, at least one.
        style: of what is made of it; None for ink as it is drawn now.
        box: its place on the page, px; None if it has none.
    """

    name: str
    lines: tuple[FloatArray, ...]
    style: InkStyle | None = None
    box: Bounds | None = None


class BlendSession(QObject):
    """Keeps the slots and asks for what comes of them. GUI thread."""

    changed = Signal()
    """Anything a panel shows may be another."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        preview: Preview,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.preview = preview
        self._bridge = bridge
        self._document = document
        self._settings = settings
        self._slots: dict[Place, Slot] = {}
        self._seed = 0
        self._steps: tuple[Proposal, ...] = ()
        self._at = 0
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)

    @property
    def slots(self) -> dict[Place, Slot]:
        """Those that are filled."""
        return dict(self._slots)

    @property
    def sum(self) -> str:
        """What `combine` reckons, as people write it."""
        signs = {Place.A: "", Place.B: " − ", Place.C: " + "}
        return "".join(signs[place] + place.value for place in Place if place in self._slots)

    @property
    def can_combine(self) -> bool:
        """Whether there is something to reckon: A, and another."""
        return Place.A in self._slots and len(self._slots) > 1

    @property
    def combining(self) -> bool:
        """Whether the engine is at a sum."""
        return COMBINE in self._bridge.busy

    @property
    def steps(self) -> int:
        """Places on the way from A to B; 0 as long as they are not there."""
        return len(self._steps)

    @property
    def at(self) -> int:
        """The place on that way."""
        return self._at

    def fill(self, place: Place, slot: Slot | None) -> None:
        """Put a drawing into a slot; None to empty it."""
        if slot is None:
            self._slots.pop(place, None)
        else:
            self._slots[place] = slot
        if place is not Place.C:
            self._ask_for_the_way()
        self.changed.emit()

    def combine(self) -> None:
        """Have the sum drawn; each time otherwise."""
        if not self.can_combine:
            return
        places = [place for place in Place if place in self._slots]
        terms = tuple(Term(_source(self._slots[each]), WEIGHTS[each]) for each in places)
        payload = CombinePayload(terms, self._box(), sampling=self._sampling(self._seed))
        self._seed += 1
        self._bridge.submit(COMBINE, payload)
        self.changed.emit()

    def go_to(self, step: int) -> None:
        """Show another place on the way from A to B."""
        if 0 <= step < len(self._steps):
            self._at = step
            self.preview.show(self._steps[step])
            self.changed.emit()

    def _ask_for_the_way(self) -> None:
        self._steps = ()
        if Place.A in self._slots and Place.B in self._slots:
            first, last = (_source(self._slots[place]) for place in (Place.A, Place.B))
            payload = MorphPayload(first, last, MORPH_STEPS, self._box(), self._sampling(0))
            self._bridge.submit(MORPH, payload, debounce_ms=MORPH_AFTER_MS)
        else:
            self._bridge.cancel(MORPH)

    def _sampling(self, seed: int) -> Sampling:
        return Sampling(self._settings.get(REDRAW_FREEDOM), seed)

    def _box(self) -> Bounds:
        """Where a blend goes: where A is, or into the middle of the page."""
        box = self._slots[Place.A].box
        if box is not None:
            return box
        drawing = self._document.drawing
        half = SYMBOL_SHARE * min(drawing.width_px, drawing.height_px) / 2
        x, y = drawing.width_px / 2, drawing.height_px / 2
        return x - half, y - half, x + half, y + half

    def _on_finished(self, result: Result) -> None:
        if result.kind == COMBINE:
            answer: Redrawing = result.value
            lines = answer.variants[0].strokes
            if lines:
                self.preview.show(self._proposal(lines, tr("Blend")))
            else:
                self.trouble.emit(tr("Nothing came of this sum; try again, or other drawings."))
        elif result.kind == MORPH and Place.A in self._slots:
            way: Morph = result.value
            self._steps = tuple(self._proposal(each.strokes, tr("Blend")) for each in way.drawings)
            self._at = 0
        else:
            return
        self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind not in (COMBINE, MORPH):
            return
        if failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)
        self.changed.emit()

    def _proposal(self, lines: tuple[FloatArray, ...], name: str) -> Proposal:
        return Proposal(lines, self._slots[Place.A].style or InkStyle(), name)


def slot_of_strokes(chosen: Chosen, name: str) -> Slot:
    """A slot filled with strokes of the page."""
    assert isinstance(chosen.source, StrokeSource)
    lines = chosen.source.strokes
    return Slot(name, lines, chosen.style, bounds(lines))


def slot_of_symbol(symbol: Symbol) -> Slot:
    """A slot filled with a symbol's clean version."""
    return Slot(symbol.name, symbol.clean)


def _source(slot: Slot) -> StrokeSource:
    return StrokeSource(slot.lines)
