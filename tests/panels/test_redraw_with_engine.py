"""The dock's requests to the real jobs: asked so that they are understood."""

from __future__ import annotations

import numpy as np
import pytest

from app.document.stroke import Stroke
from app.panels.blending import MORPH_STEPS, Place, slot_of_strokes, slot_of_symbol
from app.panels.redraw_sources import SourceKind
from engine.registry import HANDLERS

KINDS = ("redraw", "redraw.finish", "redraw.combine", "redraw.morph", "symbols.recognise")


@pytest.fixture
def engine(engine):
    """The jobs of this dock are the real ones."""

    class Engine(type(engine)):
        handlers = property(
            lambda self: {**super().handlers, **{kind: HANDLERS[kind] for kind in KINDS}}
        )

    return Engine()


@pytest.fixture
def redraw(window):
    redraw = window.redraw.parts()
    redraw.symbols.worker.finish()
    return redraw


@pytest.fixture
def answered(qtbot, program, redraw):
    told: list[str] = []
    redraw.trouble.connect(told.append)

    def wait() -> list[str]:
        qtbot.waitUntil(lambda: not program.bridge.busy, timeout=200_000)
        return told

    return wait


def circle(x: float, y: float, radius: float) -> Stroke:
    t = np.linspace(0, 2 * np.pi, 24)
    return Stroke.from_polyline(np.stack([x + radius * np.cos(t), y + radius * np.sin(t)], 1))


def test_every_request_is_understood(program, redraw, answered):
    document = program.session.document
    head, eye = circle(300, 300, 100), circle(270, 280, 10)
    document.apply(document.drawing.adding(head, eye), "Draw strokes")
    redraw.session.set_count(2)
    redraw.session.start()
    assert answered() == []
    assert redraw.session.text
    for variant in redraw.session.variants:
        places = np.concatenate(variant.lines)
        assert places.min() > 0
        assert places.max() < 600
    redraw.going_on.set_wanted(True)
    assert answered() == []
    assert redraw.going_on.text
    redraw.going_on.set_wanted(False)
    assert redraw.symbols.teach("head", (head.xy,))
    drawing = slot_of_strokes(redraw.sources.chosen(SourceKind.DRAWING), "Whole")
    symbol = slot_of_symbol(redraw.symbols.book.get("head"))
    for place, slot in ((Place.A, drawing), (Place.B, symbol), (Place.C, drawing)):
        redraw.blend.fill(place, slot)
    assert answered() == []
    assert redraw.blend.steps == MORPH_STEPS


def test_a_symbol_taught_once_is_known_again(program, window, redraw, answered):
    from tests.canvas.hand import Hand

    ring = circle(0, 0, 1)
    zigzag = np.array([(0, 0), (1, 2), (2, 0), (3, 2), (4, 0)], np.float64)
    redraw.symbols.teach("ring", (ring.xy,))
    redraw.symbols.teach("zigzag", (zigzag,))
    Hand(window.canvas).drag(*(60 * zigzag + 200).tolist())
    assert answered() == []
    recognition = redraw.recogniser.recognition
    assert recognition is not None
    assert recognition.candidates[0].name == "zigzag"
