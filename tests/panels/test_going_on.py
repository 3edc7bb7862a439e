"""The ghost of how the drawing may go on: asked after each stroke, dropped by the next."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.panels.going_on import KIND, MAX_STROKES, are_near, last_sketch
from app.settings import REDRAW_GHOST
from tests.canvas.hand import Hand


@pytest.fixture
def going_on(window):
    return window.redraw.parts().going_on


@pytest.fixture
def fake(engine):
    return engine.redraw


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def hand(window):
    return Hand(window.canvas)


@pytest.fixture
def answered(qtbot, program):
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.bridge.busy)

    return wait


def stroke(x: float, y: float, colour: str = "#000000") -> Stroke:
    return Stroke.from_polyline([(x, y), (x + 50, y)], 4.0, colour)


def add(document, *strokes: Stroke) -> None:
    document.apply(document.drawing.adding(*strokes), "Draw stroke")


def test_it_is_off_by_default_and_asks_nothing(going_on, settings, document, fake, answered):
    assert settings.get(REDRAW_GHOST) is False
    add(document, stroke(100, 100))
    answered()
    assert fake.payloads(KIND) == []
    assert going_on.text == ""


def test_after_pen_up_a_faint_proposal_lies_on_the_page(going_on, hand, fake, answered):
    going_on.set_wanted(True)
    hand.drag((100, 100), (150, 120), (200, 100))
    answered()
    (payload,) = fake.payloads(KIND)
    assert payload.new_stroke
    assert payload.variants == 3
    x, y = payload.strokes[-1][-1]
    # The first proposal goes 100 px to the right and 10 px down; it is dashed and faint.
    picture = hand.picture()
    seen = [
        picture.pixelColor(hand.at((x + 10 + i, y + 1 + i / 10))).lightness() for i in range(80)
    ]
    assert 100 < min(seen) < 220
    assert going_on.text == "Proposal 1 of 3."


def test_turned_on_it_looks_at_what_is_drawn_already(going_on, document, answered):
    add(document, stroke(100, 100))
    going_on.set_wanted(True)
    answered()
    assert len(going_on.ghosts) == 3
    going_on.set_wanted(False)
    assert going_on.ghosts == ()


def test_it_begins_with_the_program_if_it_was_on(program, settings, qtbot, document):
    from app.main_window import MainWindow

    settings.set(REDRAW_GHOST, True)
    document.apply(document.drawing.adding(stroke(100, 100)), "Draw stroke")
    window = MainWindow(program)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: len(window.redraw.parts().going_on.ghosts) == 3)
    assert window.actions_by_id["redraw.ghost"].isChecked()
    window.canvas.release()
    window.shortcuts.release()


def test_accept_draws_it_in_the_style_of_the_last_stroke(going_on, document, answered):
    going_on.set_wanted(True)
    add(document, stroke(100, 100), stroke(100, 130, "#ff0000"))
    answered()
    going_on.accept()
    new = document.drawing.strokes[2]
    np.testing.assert_allclose(new.xy, [(150, 130), (250, 140)])
    assert (new.colour, new.width_px) == ("#ff0000", 4.0)
    assert document.history.undo_text == "Go on"
    document.undo()
    assert len(document.drawing.strokes) == 2


def test_the_keys_show_another_and_take_it(going_on, window, document, answered):
    going_on.set_wanted(True)
    add(document, stroke(100, 100))
    answered()
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert going_on.at == 1
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    np.testing.assert_allclose(document.drawing.strokes[1].xy[-1], (250, 120))


def test_after_the_last_comes_the_first(going_on, document, answered):
    going_on.set_wanted(True)
    add(document, stroke(100, 100))
    answered()
    for _ in range(3):
        going_on.next()
    assert going_on.at == 0


def test_the_pen_drops_it_and_the_question(going_on, hand, fake, document, answered, program):
    going_on.set_wanted(True)
    add(document, stroke(100, 100))
    answered()
    hand.press((300, 300))
    assert going_on.ghosts == ()
    assert going_on.overlay.points == 0
    hand.release((300, 300))
    fake.hold = True
    add(document, stroke(100, 120))
    assert KIND in program.bridge.busy
    hand.press((320, 300))
    assert KIND not in program.bridge.busy
    fake.released.set()
    hand.release((320, 300))


def test_the_latest_question_wins(going_on, document, fake, answered, qtbot):
    going_on.set_wanted(True)
    fake.hold = True
    add(document, stroke(100, 100))
    qtbot.waitUntil(lambda: len(fake.payloads(KIND)) == 1)
    add(document, stroke(100, 120))
    fake.released.set()
    answered()
    assert len(fake.payloads(KIND)) == 2
    np.testing.assert_allclose(going_on.ghosts[0].strokes[0][0], (150, 120))


def test_undo_asks_anew(going_on, document, answered):
    going_on.set_wanted(True)
    add(document, stroke(100, 100))
    add(document, stroke(100, 120))
    document.undo()
    answered()
    np.testing.assert_allclose(going_on.ghosts[0].strokes[0][0], (150, 100))
    document.undo()
    answered()
    assert going_on.ghosts == ()


def test_a_complete_drawing_is_said_to_be_so(going_on, document, fake, answered):
    fake.complete = True
    going_on.set_wanted(True)
    add(document, stroke(100, 100))
    answered()
    assert going_on.text == "It looks complete."
    going_on.accept()
    going_on.next()
    assert len(document.drawing.strokes) == 1


def test_trouble_is_told_once(going_on, document, fake, answered):
    told: list[str] = []
    going_on.trouble.connect(told.append)
    fake.fault = "Not today."
    going_on.set_wanted(True)
    for y in (100, 120):
        add(document, stroke(100, y))
        answered()
    assert told == ["Not today."]


def test_what_lies_apart_is_another_sketch():
    house, sun = [stroke(100, y) for y in (300, 320, 340)], stroke(800, 50)
    assert last_sketch(Drawing((*house, sun))) == (sun,)
    assert last_sketch(Drawing((sun, *house))) == tuple(house)


def test_hidden_strokes_do_not_count_and_there_is_a_most():
    layers = (Layer(), Layer(1, "Hidden", visible=False))
    hidden = stroke(100, 110).on_layer(1)
    shown = stroke(100, 100)
    assert last_sketch(Drawing((shown, hidden), layers=layers)) == (shown,)
    assert len(last_sketch(Drawing((shown,) * (MAX_STROKES + 5)))) == MAX_STROKES
    assert last_sketch(Drawing()) == ()


def test_near_is_a_share_of_the_longest_side():
    box = (0.0, 0.0, 100.0, 80.0)
    assert are_near(box, (149.0, 0.0, 160.0, 10.0))
    assert not are_near(box, (151.0, 0.0, 160.0, 10.0))
    assert not are_near(box, (0.0, 131.0, 20.0, 140.0))
    assert are_near((0.0, 131.0, 20.0, 140.0), box, share=0.6)
    assert are_near(box, (20.0, 20.0, 30.0, 30.0))
