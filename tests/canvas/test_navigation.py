"""Zoom and scroll: wheel, touch pad, pinch, hand, keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.hand import HandTool

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def touch_pad() -> QPointingDevice:
    return QPointingDevice(
        "test pad",
        77,
        QInputDevice.DeviceType.TouchPad,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position | QInputDevice.Capability.PixelScroll,
        2,
        3,
    )


def place_under(hand, pixel: QPoint) -> tuple[float, float]:
    return hand.canvas.viewport.to_document(pixel.x(), pixel.y())


@pytest.mark.parametrize("angle", [120, -120, 360, -45])
def test_the_wheel_zooms_around_the_pointer(hand, angle):
    pixel = hand.at((420, 130))
    before, scale = place_under(hand, pixel), hand.canvas.viewport.scale
    hand.wheel((420, 130), angle)
    assert (hand.canvas.viewport.scale > scale) == (angle > 0)
    assert place_under(hand, pixel) == pytest.approx(before, abs=1.0)


def test_a_turn_back_undoes_the_zoom(hand):
    before = hand.canvas.viewport
    hand.wheel((300, 200), 240)
    hand.wheel((300, 200), -240)
    assert hand.canvas.viewport.scale == pytest.approx(before.scale)


def test_two_fingers_on_a_pad_scroll(hand, touch_pad):
    before = hand.canvas.viewport
    hand.wheel((300, 200), 16, device=touch_pad, pixels=QPoint(7, -12))
    after = hand.canvas.viewport
    assert after.scale == before.scale
    assert (after.shift_x - before.shift_x, after.shift_y - before.shift_y) == (7, -12)


def test_with_ctrl_they_zoom(hand, touch_pad):
    hand.wheel((300, 200), 120, CTRL, touch_pad, QPoint(0, 30))
    assert hand.canvas.viewport.scale == pytest.approx(1.2)


def test_shift_and_wheel_scroll_sideways(hand):
    before = hand.canvas.viewport
    hand.wheel((300, 200), -120, SHIFT)
    after = hand.canvas.viewport
    assert after.scale == before.scale
    assert after.shift_x < before.shift_x
    assert after.shift_y == before.shift_y


def test_a_pinch_zooms_around_the_fingers(hand, touch_pad):
    pixel = hand.at((100, 300))
    before = place_under(hand, pixel)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        touch_pad,
        2,
        QPointF(pixel),
        QPointF(pixel),
        QPointF(hand.canvas.mapToGlobal(pixel)),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(hand.canvas, event)
    assert hand.canvas.viewport.scale == pytest.approx(1.25)
    assert place_under(hand, pixel) == pytest.approx(before, abs=1.0)


def test_the_middle_button_drags_the_page(hand, document):
    grabbed = hand.at((300, 200))
    hand.press((300, 200), Qt.MouseButton.MiddleButton)
    QTest.mouseMove(hand.canvas, grabbed + QPoint(40, -25))
    assert hand.at((300, 200)) == grabbed + QPoint(40, -25)
    QTest.mouseMove(hand.canvas, grabbed + QPoint(45, -20))
    assert hand.at((300, 200)) == grabbed + QPoint(45, -20)
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.MiddleButton, pos=grabbed + QPoint(45, -20))
    assert document.drawing.strokes == ()


def test_space_and_drag_moves_the_page(hand, document):
    grabbed = hand.at((300, 200))
    QTest.keyPress(hand.canvas, Qt.Key.Key_Space)
    hand.press((300, 200))
    QTest.mouseMove(hand.canvas, grabbed + QPoint(-30, 12))
    QTest.keyRelease(hand.canvas, Qt.Key.Key_Space)
    # The gesture goes on with the tool it began with.
    QTest.mouseMove(hand.canvas, grabbed + QPoint(-31, 12))
    assert hand.at((300, 200)) == grabbed + QPoint(-31, 12)
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=grabbed + QPoint(-31, 12))
    assert document.drawing.strokes == ()
    hand.drag((100, 100), (200, 100))
    assert len(document.drawing.strokes) == 1


def test_the_hand_tool_drags_the_page(hand, document):
    hand.canvas.tool = HandTool()
    grabbed = hand.at((300, 200))
    hand.press((300, 200))
    QTest.mouseMove(hand.canvas, grabbed + QPoint(20, 20))
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=grabbed + QPoint(20, 20))
    assert hand.at((300, 200)) == grabbed + QPoint(20, 20)
    assert document.drawing.strokes == ()


def test_what_is_drawn_zoomed_lands_where_the_pointer_was(hand, document):
    hand.canvas.zoom_to(4.0)
    middle = hand.canvas.viewport.to_document(400, 300)
    QTest.mousePress(hand.canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    QTest.mouseMove(hand.canvas, QPoint(440, 300))
    QTest.mouseRelease(hand.canvas, Qt.MouseButton.LeftButton, pos=QPoint(440, 300))
    (stroke,) = document.drawing.strokes
    assert stroke.xy[0] == pytest.approx(middle, abs=0.001)
    assert stroke.xy[1] == pytest.approx((middle[0] + 10, middle[1]), abs=0.001)


def test_zoomed_ink_is_crisp(hand, document):
    document.apply(
        document.drawing.adding(Stroke.from_polyline([(300, 0), (300, 400)], width_px=2)), "x"
    )
    hand.canvas.zoom_to(8.0)
    picture = hand.picture()
    row = [picture.pixelColor(x, 300).lightness() for x in range(picture.width())]
    dark = sum(value < 20 for value in row)
    in_between = sum(20 <= value < 235 for value in row)
    assert dark == pytest.approx(16, abs=1)
    assert in_between <= 2


def test_while_zooming_the_old_ink_stands_in(hand, document, monkeypatch):
    wall = Stroke.from_polyline([(0, 200), (600, 200)], width_px=300)
    document.apply(document.drawing.adding(*[wall] * 50), "x")
    assert hand.is_inked((300, 200))
    monkeypatch.setattr("app.canvas.page_view.PAINT_SLICE_S", 0.0)
    hand.canvas.zoom_to(2.0)
    picture = hand.canvas.grab().toImage()
    assert not hand.canvas.ink_finished
    assert picture.pixelColor(400, 300).lightness() < 100
    hand.canvas.finish_painting()


def test_fit_shows_the_whole_page(hand):
    hand.canvas.zoom_to(5.0)
    hand.canvas.fit_page()
    x0, y0, x1, y1 = hand.canvas.viewport.box_to_view((0, 0, 600, 400))
    assert x0 > 0
    assert y0 > 0
    assert x1 < 800
    assert y1 < 600


def test_a_fitted_page_stays_fitted_when_the_window_grows(hand, qtbot):
    hand.canvas.fit_page()
    hand.canvas.resize(1000, 900)
    x0, _, x1, _ = hand.canvas.viewport.box_to_view((0, 0, 600, 400))
    assert x0 == pytest.approx(1000 - x1, abs=1)
    assert x1 - x0 > 900


def test_a_zoomed_page_keeps_its_scale_when_the_window_grows(hand):
    hand.canvas.zoom_to(2.0)
    middle = place_under(hand, QPoint(400, 300))
    hand.canvas.resize(1000, 800)
    assert hand.canvas.viewport.scale == 2.0
    assert place_under(hand, QPoint(500, 400)) == pytest.approx(middle, abs=0.5)


def test_zoom_is_told(hand, qtbot):
    with qtbot.waitSignal(hand.canvas.zoomed) as told:
        hand.canvas.zoom_in()
    assert told.args == [1.25]
    hand.canvas.zoom_out()
    assert hand.canvas.viewport.scale == pytest.approx(1.0)


def test_another_page_size_is_fitted(hand, document):
    document.apply(Drawing(width_px=3000, height_px=300), "Page")
    x0, y0, x1, y1 = hand.canvas.viewport.box_to_view((0, 0, 3000, 300))
    assert 0 < x0 < x1 < 800
    assert 0 < y0 < y1 < 600
