"""An engine that draws without looking: what it answers can be worked out by hand."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.context import Context
from engine.errors import InputError
from engine.sketchembed.messages import (
    Candidate,
    CombinePayload,
    FinishPayload,
    Ghost,
    Ghosts,
    Morph,
    MorphPayload,
    PictureSource,
    RecognisePayload,
    Recognition,
    Redrawing,
    RedrawPayload,
    Variant,
)
from engine.strokes import Bounds, bounds
from engine.types import Job, Progress


def box_of(source: Any) -> Bounds:
    """Of a source's ink, or what of the picture counts; px of the source."""
    if isinstance(source, PictureSource):
        height, width = source.rgb.shape[:2]
        return source.region or (0.0, 0.0, float(width), float(height))
    box = bounds(source.strokes)
    assert box is not None
    return box


class FakeRedraw:
    """Redraws a box as its diagonal and, as a second stroke, its upper side.

    Variant i is shifted down by 10 i px. A proposal to go on is a line from the last point,
    100 px to the right, 10 (i + 1) px down. A sum is A's box; the way from A to B moves A's box
    right by 100 px.

    Attributes:
        asked: kind and payload of every request that got to its first step.
        hold: wait after the first step until released or cancelled.
        fault: what every job answers instead, if anything.
        complete: there is nothing to go on with.
        empty: redrawings have no strokes.
        known: what `recognise` finds; None for none of the symbols.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.hold = False
        self.released = threading.Event()
        self.fault = ""
        self.complete = False
        self.empty = False
        self.known: str | None = "ring"

    def payloads(self, kind: str) -> list[Any]:
        """Of one kind, in the order in which they came."""
        return [payload for each, payload in self.asked if each == kind]

    @property
    def handlers(self) -> dict[str, Any]:
        return {
            "redraw": self.redraw,
            "redraw.finish": self.finish,
            "redraw.combine": self.combine,
            "redraw.morph": self.morph,
            "symbols.recognise": self.recognise,
        }

    def redraw(self, payload: RedrawPayload, context: Context) -> Job:
        yield from self._begin("redraw", payload)
        box = box_of(payload.source)
        variants = tuple(self._drawn(box, 0, 10 * i) for i in range(payload.variants))
        return Redrawing(variants, np.zeros((28, 28), np.float32), box, 0.25)

    def finish(self, payload: FinishPayload, context: Context) -> Job:
        yield from self._begin("redraw.finish", payload)
        x, y = payload.strokes[-1][-1]
        ghosts = tuple(
            Ghost((np.array([(x, y), (x + 100, y + 10 * (i + 1))]),), False, -float(i))
            for i in range(payload.variants)
        )
        return Ghosts((Ghost((), False, 0.0),) if self.complete else ghosts, 0.1)

    def combine(self, payload: CombinePayload, context: Context) -> Job:
        yield from self._begin("redraw.combine", payload)
        assert payload.box is not None
        return Redrawing((self._drawn(payload.box, 0, 0),), None, payload.box, 0.1)

    def morph(self, payload: MorphPayload, context: Context) -> Job:
        yield from self._begin("redraw.morph", payload)
        assert payload.box is not None
        weights = np.linspace(0, 1, payload.steps)
        drawings = tuple(self._drawn(payload.box, 100 * weight, 0) for weight in weights)
        return Morph(weights, drawings, payload.box, 0.1)

    def recognise(self, payload: RecognisePayload, context: Context) -> Job:
        yield from self._begin("symbols.recognise", payload)
        candidates = tuple(Candidate(name, 0.5) for name in payload.book.names)
        return Recognition(self.known, 0.82, candidates)

    def _begin(self, kind: str, payload: Any) -> Iterator[Progress]:
        self.asked.append((kind, payload))
        if self.fault:
            raise InputError(self.fault)
        yield Progress(0.5, "Drawing")
        while self.hold and not self.released.wait(0.002):
            yield Progress(0.5, "Drawing")

    def _drawn(self, box: Bounds, right: float, down: float) -> Variant:
        x0, y0, x1, y1 = box
        shift = np.array([right, down])
        lines = (
            np.array([(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2), (x1, y1)]) + shift,
            np.array([(x0, y0), (x1, y0)]) + shift,
        )
        return Variant(() if self.empty else lines, 5, 0.1, True)
