from __future__ import annotations

import numpy as np
import pytest

from app.document.stroke import Stroke
from app.panels.fragile import FragileSession
from engine.attribution.messages import Fragility, Label, Method
from tests.canvas.hand import Hand


@pytest.fixture
def fragile(program) -> FragileSession:
    return program.fragile


@pytest.fixture
def fake(engine):
    return engine.assist


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def strokes(document) -> tuple[Stroke, ...]:
    rows = tuple(
        Stroke.from_polyline([(300 + 20 * i, y) for i in range(11)], width_px=6)
        for y in (200, 300, 400)
    )
    document.apply(document.drawing.adding(*rows), "Draw")
    return rows


@pytest.fixture
def look(qtbot, fragile, fake, strokes):
    """Look for it and wait for the answer."""

    def run(answer: Fragility) -> None:
        fake.fragile = answer
        fragile.start()
        qtbot.waitUntil(lambda: bool(fragile.sentence))

    return run


FOUND = Fragility(Label("cat", 0.9), (1,), (), Label("bicycle", 0.41))


def test_an_empty_page_hangs_on_nothing(fragile, fake):
    assert not fragile.can_start
    fragile.start()
    assert fake.asked == []


def test_the_stroke_is_marked_and_named(fragile, look, strokes, document):
    drawing = document.drawing
    look(FOUND)
    assert fragile.mark_overlay.label == "Without it: looks like a bicycle, 41 %"
    np.testing.assert_array_equal(fragile.mark_overlay.lines, [strokes[1].xy])
    assert fragile.sentence == (
        "It looks like a cat, 90 %, and that hangs on this stroke. "
        "Without it: looks like a bicycle, 41 %."
    )
    assert document.drawing is drawing


def test_nothing_found_is_said(fragile, look):
    look(Fragility(Label("cat", 0.9)))
    assert fragile.sentence == "It looks like a cat, 90 %; no short stroke changes that."
    assert fragile.mark_overlay.lines == []


def test_points_are_marked_where_points_were_looked_for(fragile, look, strokes, program):
    program.assist.set_method(Method.PSLA)
    look(Fragility(Label("cat", 0.9), (0, 2), ((1, 2, 3), (9,)), Label("dog", 0.5)))
    places = [strokes[0].xy[i] for i in (1, 2, 3)] + [strokes[2].xy[9]]
    np.testing.assert_array_equal(np.concatenate(fragile.mark_overlay.lines), places)
    assert fragile.mark_overlay.label == "Without them: looks like a dog, 50 %"


def test_a_change_of_the_drawing_takes_the_mark_away(fragile, look, document):
    look(FOUND)
    document.undo()
    assert fragile.sentence == ""
    assert fragile.mark_overlay.lines == []


def test_an_answer_about_the_drawing_before_is_dropped(
    fragile, fake, strokes, document, qtbot, program
):
    fake.hold, fake.fragile = True, FOUND
    fragile.start()
    assert not fragile.can_start
    qtbot.waitUntil(lambda: len(fake.payloads("fragile")) == 1)
    document.apply(document.drawing.without([0]), "Erase stroke")
    fake.released.set()
    qtbot.waitUntil(lambda: not program.bridge.busy)
    assert fragile.sentence == ""
    assert fragile.can_start


def test_the_mark_is_seen_on_the_page(fragile, look, window, program):
    program.assist.set_tinting(False)
    hand = Hand(window.canvas)
    look(FOUND)
    beside = hand.colour((400, 308))
    assert beside.red() > beside.blue() + 60
    assert hand.is_inked((400, 300))
    assert hand.is_blank((400, 350))
    label = hand.colour((400, 280))
    assert label.lightness() < 120


def test_only_mark_and_label_are_repainted(fragile, look, window):
    Hand(window.canvas).picture()
    boxes = []
    fragile.mark_overlay.changed.connect(boxes.append)
    look(FOUND)
    (x0, y0, x1, y1) = boxes[-1]
    assert y0 > 230
    assert y1 < 340
    assert x1 - x0 < 600


def test_near_the_top_the_label_is_below(fragile, document, fake, qtbot, window):
    document.apply(
        document.drawing.adding(Stroke.from_polyline([(300, 4), (500, 4)], width_px=6)), "Draw"
    )
    fake.fragile = Fragility(Label("cat", 0.9), (0,), (), Label("bicycle", 0.41))
    fragile.start()
    qtbot.waitUntil(lambda: bool(fragile.sentence))
    assert Hand(window.canvas).colour((400, 26)).lightness() < 120


def test_the_action_and_the_button_start_it(window, strokes, fake, fragile, qtbot):
    fake.fragile = FOUND
    window.actions_by_id["assist.fragile"].trigger()
    qtbot.waitUntil(lambda: bool(fragile.sentence))
    assert window.assist_panel.finding.text() == fragile.sentence
    window.assist_panel.fragile_button.click()
    assert fragile.sentence == ""
    qtbot.waitUntil(lambda: bool(fragile.sentence))
