"""Drawing on the canvas with a mouse: what is on the page, and what is seen of it."""

from __future__ import annotations

from unittest.mock import Mock

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.base import InkStyle, PointerShape
from app.tools.hand import HandTool


def line(x0: float, y0: float, x1: float, y1: float, width_px: float = 6.0) -> Stroke:
    return Stroke.from_polyline([(x0, y0), (x1, y1)], width_px=width_px)


def test_a_drag_leaves_ink_where_the_pointer_went(hand, document):
    hand.drag((100, 100), (200, 100), (200, 200))
    (stroke,) = document.drawing.strokes
    np.testing.assert_allclose(stroke.xy, [[100, 100], [200, 100], [200, 200]], atol=1)
    assert hand.is_inked((150, 100))
    assert hand.is_inked((200, 150))
    assert hand.is_blank((150, 110))
    assert hand.is_blank((150, 150))


def test_live_ink_is_seen_before_pen_up(hand, document):
    hand.press((100, 100))
    hand.move((200, 100))
    assert hand.is_inked((150, 100))
    assert document.drawing.strokes == ()
    hand.move((200, 200))
    assert hand.is_inked((200, 150))


def test_live_and_committed_ink_look_the_same(hand):
    hand.press((100, 100))
    hand.move((200, 130), (260, 90), (300, 250), (310, 252), (200, 260))
    live = hand.picture()
    hand.release((200, 260))
    assert hand.picture() == live


def test_colour_and_width_are_the_pens(hand, pen):
    pen.style = InkStyle(width_px=30, colour="#d02020")
    hand.drag((100, 100), (200, 100))
    assert hand.colour((150, 113)).name() == "#d02020"
    assert hand.is_blank((150, 117))


def test_undo_and_redo_are_seen(hand, document):
    hand.drag((100, 100), (200, 100))
    hand.drag((100, 150), (200, 150))
    document.undo()
    assert hand.is_inked((150, 100))
    assert hand.is_blank((150, 150))
    document.redo()
    assert hand.is_inked((150, 150))


def test_undo_uncovers_what_lay_below(hand, document):
    blue = Stroke.from_polyline([(100, 100), (300, 100)], width_px=20, colour="#0000ff")
    document.apply(document.drawing.adding(blue), "Below")
    hand.drag((200, 50), (200, 150))
    assert hand.is_inked((200, 100))
    document.undo()
    assert hand.colour((200, 100)).name() == "#0000ff"


def test_a_change_below_stays_below(hand, document):
    document.apply(Drawing((line(0, 50, 300, 50), line(150, 0, 150, 99)), 600, 400), "Two lines")
    red = document.drawing.strokes[0].with_style(colour="#ff0000")
    document.apply(document.drawing.replacing({0: red}), "Restyle")
    assert hand.colour((50, 50)).name() == "#ff0000"
    assert hand.is_inked((150, 50))


def test_escape_cancels_the_live_stroke(hand, document):
    hand.press((100, 100))
    hand.move((200, 100))
    QTest.keyClick(hand.canvas, Qt.Key.Key_Escape)
    assert hand.is_blank((150, 100))
    hand.move((200, 200))
    hand.release((200, 200))
    assert document.drawing.strokes == ()
    assert hand.is_blank((200, 150))


def test_losing_the_focus_cancels_the_live_stroke(hand, document):
    hand.press((100, 100))
    hand.move((200, 100))
    QApplication.sendEvent(hand.canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert not hand.canvas.gesture_active
    hand.release((200, 100))
    assert document.drawing.strokes == ()
    assert hand.is_blank((150, 100))


def test_the_right_button_draws_nothing(hand, document):
    hand.drag((100, 100), (200, 100), button=Qt.MouseButton.RightButton)
    assert document.drawing.strokes == ()
    assert hand.is_blank((150, 100))


def test_other_buttons_do_not_end_a_stroke(hand, document):
    hand.press((100, 100))
    hand.press((150, 100), Qt.MouseButton.RightButton)
    hand.release((150, 100), Qt.MouseButton.RightButton)
    assert hand.canvas.gesture_active
    hand.move((200, 100))
    hand.release((200, 100))
    assert len(document.drawing.strokes) == 1


def test_two_quick_taps_are_two_dots(hand, document):
    QTest.mouseClick(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at((100, 100)))
    QTest.mouseDClick(hand.canvas, Qt.MouseButton.LeftButton, pos=hand.at((103, 100)))
    hand.release((103, 100))
    assert len(document.drawing.strokes) == 2
    assert hand.is_inked((102, 100))


def test_choosing_another_tool_cancels_the_stroke(hand, document):
    hand.press((100, 100))
    hand.canvas.tool = HandTool()
    hand.release((200, 200))
    assert document.drawing.strokes == ()


def test_opening_another_drawing_cancels_the_stroke_and_shows_it(hand, document):
    hand.press((100, 100))
    hand.move((200, 100))
    document.restore(Drawing((line(0, 200, 300, 200),), 300, 300), None)
    assert not hand.canvas.gesture_active
    hand.release((200, 100))
    assert len(document.drawing.strokes) == 1
    assert hand.is_inked((150, 200))
    assert hand.is_blank((150, 100))


def test_touched_strokes_fade_while_erasing_and_then_go(hand, document, eraser):
    document.apply(document.drawing.adding(line(100, 0, 100, 300), line(0, 200, 300, 200)), "x")
    hand.canvas.tool = eraser
    hand.press((80, 100))
    hand.move((120, 100))
    faded = hand.colour((100, 50)).lightness()
    assert 150 < faded < 240
    assert hand.is_inked((50, 200))
    assert len(document.drawing.strokes) == 2
    hand.release((120, 100))
    assert hand.is_blank((100, 50))
    assert hand.is_inked((100, 200))
    document.undo()
    assert hand.is_inked((100, 50))


def test_a_cancelled_eraser_restores_the_look(hand, document, eraser):
    document.apply(document.drawing.adding(line(100, 0, 100, 300)), "x")
    before = hand.picture()
    hand.canvas.tool = eraser
    hand.press((80, 100))
    hand.move((120, 100))
    hand.canvas.cancel_gesture()
    assert hand.picture() == before


def test_ink_ends_at_the_page(hand, document):
    document.apply(document.drawing.adding(line(500, 100, 700, 100)), "x")
    assert hand.is_inked((590, 100))
    assert hand.colour((610, 100)).lightness() > 100


def test_thousands_of_strokes_arrive_complete(hand, document):
    lines = [line(i % 60 * 10, i // 60 * 8, i % 60 * 10 + 5, i // 60 * 8, 2) for i in range(3000)]
    document.apply(document.drawing.adding(*lines), "Many")
    picture = hand.picture()
    document.apply(document.drawing.without(range(0, 3000, 2)), "Half of them")
    half = hand.picture()
    shown = [hand.at((i % 60 * 10 + 2, i // 60 * 8)) for i in range(3000)]
    dark = [half.pixelColor(place).lightness() < 200 for place in shown[60:]]
    assert all(picture.pixelColor(place).lightness() < 200 for place in shown[60:])
    assert dark == [i % 2 == 1 for i in range(60, 3000)]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_waiting_ink_is_painted_in_slices(hand, document, monkeypatch, ratio):
    monkeypatch.setattr("app.canvas.page_view.PAINT_SLICE_S", 0.0)
    lines = [line(i % 40 * 15, i // 40 * 15, i % 40 * 15 + 9, i // 40 * 15) for i in range(400)]
    finished = hand.canvas.grab().toImage()
    document.apply(document.drawing.adding(*lines), "Many")
    hand.canvas.zoom_to(ratio + 0.5)
    deadline = 10_000
    while deadline and not hand.canvas.ink_finished:
        QApplication.processEvents()
        deadline -= 1
    assert deadline, "the slices never end"
    in_slices = hand.canvas.grab().toImage()
    assert in_slices == hand.picture()
    assert in_slices != finished


def test_pointer_shapes_follow_tool_and_keys(hand):
    canvas = hand.canvas
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_hidden_canvas_drops_the_gesture(hand, document):
    hand.press((100, 100))
    hand.canvas.hide()
    assert not hand.canvas.gesture_active
    assert document.drawing.strokes == ()
    hand.canvas.show()


def test_a_released_view_no_longer_follows(hand, document):
    hand.canvas.release()
    update = Mock(side_effect=hand.canvas.update)
    hand.canvas.update = update
    document.apply(document.drawing.adding(line(0, 0, 9, 9)), "x")
    assert not update.called


def test_the_eraser_pointer_shows_its_reach(hand, eraser):
    hand.canvas.tool = eraser
    assert eraser.pointer is PointerShape.ERASER
    cursor = hand.canvas.cursor()
    assert cursor.shape() == Qt.CursorShape.BitmapCursor
    middle = cursor.hotSpot()
    assert middle == QPoint(cursor.pixmap().width() // 2, cursor.pixmap().height() // 2)


def test_a_hold_makes_a_shape_and_escape_brings_the_stroke_back(hand, canvas, document, qtbot):
    canvas._hold_timer.setInterval(20)
    t = np.linspace(0, 2 * np.pi, 40)
    places = [(200 + 80 * np.cos(a), 200 + (80 + 4 * np.sin(5 * a)) * np.sin(a)) for a in t]
    hand.press(places[0])
    hand.move(*places)
    raw = hand.picture()
    qtbot.waitUntil(lambda: hand.picture() != raw)
    shape = hand.picture()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert hand.picture() == raw
    hand.release(places[-1])
    assert document.drawing.strokes[0].beziers is None
    hand.press(places[0])
    document.undo()
    hand.move(*places)
    qtbot.waitUntil(lambda: hand.picture() == shape)
    hand.release(places[-1])
    assert document.drawing.strokes[0].beziers is not None
    assert hand.picture() == shape


def test_a_moving_pen_is_not_held(hand, canvas, qtbot):
    canvas._hold_timer.setInterval(60_000)
    hand.press((100, 100))
    hand.move((120, 100))
    assert canvas._hold_timer.isActive()
    hand.release((120, 100))
    assert not canvas._hold_timer.isActive()
