"""Symbols known as they are drawn, and made clean in place."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.stroke import Stroke
from app.panels.symbol_recogniser import KIND, MAX_STROKES, TOGETHER_S, placed
from app.settings import SYMBOLS_GESTURES
from tests.canvas.hand import Hand

# A square of one stroke and its diagonal.
SIGN = (
    np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]),
    np.array([(0.0, 0.0), (1.0, 1.0)]),
)


@pytest.fixture
def redraw(window):
    redraw = window.redraw.parts()
    redraw.symbols.worker.finish()
    redraw.symbols.teach("ring", SIGN)
    return redraw


@pytest.fixture
def recogniser(redraw):
    return redraw.recogniser


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
def clock(recogniser):
    """The recogniser's time: a list whose last entry counts."""
    now = [0.0]
    recogniser._clock = lambda: now[-1]
    return now


@pytest.fixture
def answered(qtbot, program):
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.bridge.busy)

    return wait


def test_what_was_drawn_is_said(redraw, recogniser, window, hand, answered, fake):
    hand.drag((100, 100), (200, 110), (200, 200))
    answered()
    assert recogniser.text == "Looks like: ring, 82 %"
    assert window.status_bar.currentMessage() == recogniser.text
    (payload,) = fake.payloads(KIND)
    assert payload.book is redraw.symbols.book
    assert len(payload.strokes) == 1


def test_without_symbols_or_unwanted_nothing_is_asked(redraw, recogniser, hand, answered, fake):
    recogniser.set_wanted(False)
    hand.drag((100, 100), (200, 110))
    answered()
    redraw.symbols.delete("ring")
    recogniser.set_wanted(True)
    hand.drag((100, 100), (200, 110))
    answered()
    assert fake.payloads(KIND) == []
    assert recogniser.text == ""


def test_turned_on_it_looks_at_what_was_just_drawn(recogniser, hand, answered):
    recogniser.set_wanted(False)
    hand.drag((100, 100), (200, 110))
    recogniser.set_wanted(True)
    answered()
    assert recogniser.name == "ring"
    recogniser.set_wanted(False)
    assert recogniser.name == ""


def test_none_of_them_is_said_too(recogniser, hand, answered, fake, document):
    fake.known = None
    hand.drag((100, 100), (200, 110))
    answered()
    assert recogniser.text == "Looks like none of the symbols."
    before = document.drawing
    recogniser.use()
    assert document.drawing is before


def test_what_is_drawn_in_one_go_belongs_together(recogniser, hand, clock):
    hand.drag((100, 100), (200, 100))
    clock.append(TOGETHER_S - 0.1)
    hand.drag((150, 60), (150, 150))
    assert len(recogniser.just_drawn) == 2
    clock.append(2 * TOGETHER_S)
    hand.drag((150, 100), (180, 150))
    assert len(recogniser.just_drawn) == 1


def test_far_away_something_else_begins(recogniser, hand, clock):
    hand.drag((100, 100), (200, 100))
    hand.drag((600, 500), (650, 500))
    (stroke,) = recogniser.just_drawn
    assert stroke.xy[0, 0] > 500


def test_a_scribble_of_many_strokes_is_no_symbol(recogniser, hand, clock):
    for i in range(MAX_STROKES + 1):
        hand.drag((100, 100 + 3 * i), (200, 100 + 3 * i))
    assert len(recogniser.just_drawn) == 1


def test_what_the_pen_did_not_draw_does_not_count(recogniser, hand, document, clock):
    document.apply(document.drawing.adding(Stroke.from_polyline([(100, 100), (200, 100)])), "Paste")
    assert recogniser.just_drawn == ()
    hand.drag((100, 120), (200, 120))
    assert len(recogniser.just_drawn) == 1


def test_undo_forgets_it(recogniser, hand, document, answered, clock):
    hand.drag((100, 100), (200, 100))
    answered()
    document.undo()
    assert recogniser.just_drawn == ()
    assert recogniser.text == ""
    document.redo()
    answered()
    assert recogniser.just_drawn == ()


def test_the_key_makes_it_clean_in_place(window, recogniser, hand, document, answered, clock):
    document.apply(document.drawing.adding(Stroke.from_polyline([(500, 500), (550, 500)])), "Paste")
    hand.drag((100, 100), (200, 100))
    hand.drag((150, 90), (150, 130))
    answered()
    before = document.drawing
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_S)
    strokes = document.drawing.strokes
    assert strokes[0] is before.strokes[0]
    assert [len(stroke.xy) for stroke in strokes[1:]] == [5, 2]
    drawn = np.concatenate([stroke.xy for stroke in before.strokes[1:]])
    clean = np.concatenate([stroke.xy for stroke in strokes[1:]])
    side = (drawn.max(0) - drawn.min(0)).max()
    np.testing.assert_allclose(clean.max(0) - clean.min(0), (side, side), atol=2e-3)
    np.testing.assert_allclose(clean.max(0) + clean.min(0), drawn.max(0) + drawn.min(0), atol=4e-3)
    assert strokes[1].width_px == before.strokes[1].width_px
    assert document.history.undo_text == "Symbol ring"
    document.undo()
    assert document.drawing is before


def test_as_a_gesture_it_becomes_clean_by_itself(
    recogniser, hand, document, settings, clock, qtbot
):
    recogniser.set_gestures(True)
    assert settings.get(SYMBOLS_GESTURES)
    recogniser._timer.setInterval(20)
    hand.drag((100, 100), (200, 100))
    qtbot.waitUntil(lambda: document.history.undo_text == "Symbol ring")
    assert len(document.drawing.strokes) == 2
    document.undo()
    assert len(document.drawing.strokes) == 1
    qtbot.wait(60)
    assert len(document.drawing.strokes) == 1


def test_the_next_stroke_of_the_symbol_is_waited_for(
    recogniser, hand, document, clock, qtbot, answered
):
    recogniser.set_gestures(True)
    recogniser._timer.setInterval(100_000)
    hand.drag((100, 100), (200, 100))
    answered()
    assert recogniser._timer.isActive()
    hand.press((150, 90))
    assert not recogniser._timer.isActive()
    hand.move((150, 120))
    hand.release((150, 130))
    answered()
    assert recogniser._timer.isActive()
    recogniser._timer.start(0)
    qtbot.waitUntil(lambda: document.history.undo_text == "Symbol ring")
    document.undo()
    assert len(document.drawing.strokes) == 2


def test_teaching_what_was_drawn_does_not_make_it_clean(redraw, recogniser, hand, clock, answered):
    recogniser.set_wanted(False)
    hand.drag((100, 100), (200, 130))
    recogniser.set_wanted(True)
    recogniser.set_gestures(True)
    answered()
    assert not recogniser._timer.isActive()
    assert redraw.teach("slope")
    answered()
    assert len(redraw.symbols.book.get("slope").clean) == 1
    assert recogniser.name == "ring"
    assert not recogniser._timer.isActive()


def test_trouble_is_told(recogniser, redraw, hand, fake, qtbot):
    fake.fault = "The model is missing."
    with qtbot.waitSignal(redraw.trouble) as told:
        hand.drag((100, 100), (200, 110))
    assert told.args == [fake.fault]


def test_placed_as_large_as_the_box_is_long():
    (line,) = placed((np.array([(0.0, 0.25), (1.0, 0.75)]),), (100.0, 200.0, 180.0, 220.0))
    # Side 80 px around the middle (140, 210).
    np.testing.assert_allclose(line, [(100, 190), (180, 230)])
