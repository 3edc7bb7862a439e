"""What is on a hidden layer is nothing to the models: not seen, not scored, not cleaned away."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from engine.attribution.messages import Fragility, Label


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def strokes(document) -> tuple[Stroke, ...]:
    """Four rows; the first one is on a hidden layer."""
    rows = [
        Stroke.from_polyline([(300 + 20 * i, y) for i in range(11)], width_px=6)
        for y in (100, 200, 300, 400)
    ]
    rows[0] = replace(rows[0], layer=1)
    layers = (Layer(0), Layer(1, visible=False))
    document.apply(replace(document.drawing, strokes=tuple(rows), layers=layers), "Draw")
    return tuple(rows)


@pytest.fixture
def fake(engine):
    return engine.assist


def seen(payload) -> list[float]:
    """Heights of the strokes that a question is about."""
    return [float(line[0, 1]) for line in payload.strokes]


def test_assist_looks_at_what_is_seen_and_again_when_it_is_shown(
    qtbot, program, document, strokes, fake
):
    program.assist.set_active(True)
    qtbot.waitUntil(lambda: bool(program.assist.scored_by))
    for kind in ("guess", "attribute"):
        assert seen(fake.payloads(kind)[-1]) == [200, 300, 400]
    overlay = program.assist.tint_overlay
    assert [overlay.tint_of(each) is not None for each in strokes] == [False, True, True, True]
    document.apply(replace(document.drawing, layers=(Layer(0), Layer(1))), "Show layer")
    qtbot.waitUntil(lambda: seen(fake.payloads("attribute")[-1]) == [100, 200, 300, 400])
    qtbot.waitUntil(lambda: overlay.tint_of(strokes[0]) is not None)


def test_nothing_seen_is_nothing_to_look_at(program, document, strokes, fake):
    layers = (Layer(0, visible=False), Layer(1, visible=False))
    document.apply(replace(document.drawing, layers=layers), "Hide layer")
    assert not program.cleaning.can_start
    assert not program.fragile.can_start


def test_it_hangs_on_the_stroke_that_was_meant(qtbot, program, strokes, fake):
    fake.fragile = Fragility(Label("cat", 0.9), (1,), (), Label("bus", 0.4))
    program.fragile.start()
    qtbot.waitUntil(lambda: bool(program.fragile.sentence))
    assert seen(fake.payloads("fragile")[0]) == [200, 300, 400]
    (line,) = program.fragile.mark_overlay.lines
    np.testing.assert_array_equal(line, strokes[2].xy)


def test_cleaning_leaves_hidden_strokes_and_removes_the_one_that_was_meant(
    qtbot, program, document, strokes, fake
):
    program.cleaning.start()
    qtbot.waitUntil(lambda: program.cleaning.preview is not None)
    assert seen(fake.payloads("clean")[0]) == [200, 300, 400]
    # The fake lets the second of what it sees go.
    assert [ghost.stroke_id for ghost in program.cleaning.preview.ghosts] == [2]
    program.cleaning.toggle(0)
    qtbot.waitUntil(lambda: bool(fake.payloads("score")))
    assert seen(fake.payloads("score")[0]) == [200, 300, 400]
    program.cleaning.toggle(0)
    program.cleaning.keep()
    assert document.drawing.strokes == (strokes[0], strokes[1], strokes[3])
    assert isinstance(document.drawing, Drawing)
