"""Fingers, palms, buttons of the pen and the eyedropper on the canvas, with real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from app.document.stroke import Stroke
from app.input.pen_end import PenEnd
from app.input.pointer import PenButtons
from app.input.touch import FingerUse


@pytest.fixture(scope="module")
def screen(qapp) -> QPointingDevice:
    return QTest.createTouchDevice()


class Fingertips:
    """Places in document px; each call sends one event with all fingers."""

    def __init__(self, hand, screen) -> None:
        self._hand, self._screen = hand, screen

    def press(self, *places) -> None:
        event = QTest.touchEvent(self._hand.canvas, self._screen, False)
        for i, place in enumerate(places):
            event.press(i, self._hand.at(place), self._hand.canvas)
        event.commit()

    def move(self, *places) -> None:
        event = QTest.touchEvent(self._hand.canvas, self._screen, False)
        for i, place in enumerate(places):
            event.move(i, self._hand.at(place), self._hand.canvas)
        event.commit()

    def release(self, *places) -> None:
        event = QTest.touchEvent(self._hand.canvas, self._screen, False)
        for i, place in enumerate(places):
            event.release(i, self._hand.at(place), self._hand.canvas)
        event.commit()


@pytest.fixture
def fingers(hand, screen) -> Fingertips:
    return Fingertips(hand, screen)


def shift(canvas) -> tuple[float, float]:
    return canvas.viewport.shift_x, canvas.viewport.shift_y


def test_a_finger_draws_where_there_is_no_pen(fingers, document):
    fingers.press((100, 100))
    fingers.move((200, 100))
    fingers.release((200, 100))
    (stroke,) = document.drawing.strokes
    assert stroke.xy[-1].tolist() == pytest.approx([200, 100], abs=1)


def test_a_finger_moves_the_page_once_there_was_a_pen(fingers, hand, canvas, document, monkeypatch):
    hand.stroke((50, 50, 0.5), (80, 50, 0.5))
    monkeypatch.setattr("app.input.touch.PEN_NEAR_S", 0.0)
    before = shift(canvas)
    fingers.press((100, 100))
    fingers.move((130, 110))
    assert shift(canvas) == pytest.approx((before[0] + 30, before[1] + 10))
    fingers.release((100, 100))
    assert len(document.drawing.strokes) == 1


def test_a_palm_beside_the_pen_does_nothing(fingers, hand, canvas, document):
    hand.tablet(QEvent.Type.TabletPress, (50, 50))
    hand.tablet(QEvent.Type.TabletMove, (80, 50))
    before = shift(canvas)
    fingers.press((300, 300))
    fingers.move((320, 320))
    hand.tablet(QEvent.Type.TabletMove, (110, 50))
    fingers.release((320, 320))
    hand.tablet(QEvent.Type.TabletRelease, (110, 50), 0.0)
    assert shift(canvas) == before
    assert len(document.drawing.strokes) == 1
    assert len(document.drawing.strokes[0].points) == 3


def test_a_second_finger_turns_drawing_into_zooming(fingers, canvas, document):
    fingers.press((100, 100))
    fingers.move((140, 100))
    assert canvas.gesture_active
    fingers.press((140, 100), (240, 100))
    assert not canvas.gesture_active
    fingers.move((90, 100), (290, 100))
    assert canvas.viewport.scale == pytest.approx(2.0, rel=0.02)
    fingers.release((90, 100), (290, 100))
    assert document.drawing.strokes == ()


def test_fingers_can_be_told_what_to_do(fingers, canvas, document):
    canvas.fingers.use = FingerUse.MOVE
    before = shift(canvas)
    fingers.press((100, 100))
    fingers.move((120, 100))
    fingers.release((100, 100))
    assert shift(canvas)[0] == pytest.approx(before[0] + 20)
    assert document.drawing.strokes == ()


# --- Buttons of the pen, eyedropper ------------------------------------------------------------


@pytest.fixture
def red(document) -> Stroke:
    line = Stroke.from_polyline([(100, 100), (300, 100)], 12, "#d02020", 0.5)
    document.apply(document.drawing.adding(line), "Draw")
    return line


def button(hand, which: Qt.MouseButton, place) -> None:
    hand.tablet(QEvent.Type.TabletPress, place, button=which)
    hand.tablet(QEvent.Type.TabletRelease, place, 0.0, button=which)


def test_the_buttons_of_the_pen_do_what_is_set(hand, canvas, document, red):
    picked = []
    canvas.colour_picked.connect(picked.append)
    button(hand, Qt.MouseButton.RightButton, (200, 100))
    assert picked[0] == "#d02020"
    canvas.pen_buttons = PenButtons(upper=PenEnd.NONE, lower=PenEnd.ERASER)
    button(hand, Qt.MouseButton.RightButton, (200, 100))
    assert document.drawing.strokes == (red,)
    button(hand, Qt.MouseButton.MiddleButton, (200, 100))
    assert document.drawing.strokes == ()


def test_alt_takes_a_colour_instead_of_drawing(hand, canvas, document, red):
    picked = []
    canvas.colour_picked.connect(picked.append)
    alt = Qt.KeyboardModifier.AltModifier
    for place in ((200, 100), (200, 300)):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, alt, hand.at(place))
    assert picked[0] == "#d02020"
    assert picked[-1] == "#ffffff", "beside ink, what is seen"
    assert document.drawing.strokes == (red,)


def test_a_picked_colour_is_drawn_with(window, program, line):
    document = program.session.document
    document.apply(document.drawing.adding(line.with_style(colour="#208020")), "Draw")
    window.actions_by_id["tool.marker"].trigger()
    window.actions_by_id["tool.pick"].trigger()
    from tests.canvas.hand import Hand

    Hand(window.canvas).drag((200, 100))
    assert program.tool_settings.ink.style.colour == "#208020"
    assert program.toolbox.pen.style.colour == "#000000"
    assert window.pen_options.style_shown.colour == "#208020"
