"""A pen on a tablet: pressure, tilt, eraser end, and the mouse events the system makes of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from app.document.stroke import Stroke

PRESS, MOVE, RELEASE = QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletRelease


def test_pressure_and_fractions_of_pixels_reach_the_stroke(hand, document):
    hand.stroke((100.25, 100.5, 0.1), (150.75, 110, 0.8), (199.5, 120.125, 1.0))
    (stroke,) = document.drawing.strokes
    np.testing.assert_allclose(
        stroke.points[:, :3],
        [[100.25, 100.5, 0.1], [150.75, 110, 0.8], [199.5, 120.125, 1.0]],
        atol=0.001,
    )


def test_more_pressure_is_seen_as_more_width(hand):
    hand.stroke((100, 100, 0.1), (200, 100, 0.1))
    hand.stroke((100, 200, 1.0), (200, 200, 1.0))
    assert hand.is_inked((150, 204))
    assert hand.is_blank((150, 104))


def test_tilt_reaches_the_tool(hand, pen, monkeypatch):
    seen = []
    monkeypatch.setattr(pen, "down", lambda sample, scene: seen.append(sample) or ())
    hand.tablet(PRESS, (100, 100), 0.5, tilt=(30, -20))
    assert (seen[0].tilt_x_deg, seen[0].tilt_y_deg) == (30, -20)
    hand.canvas.cancel_gesture()


def test_tablet_events_are_accepted_so_qt_makes_no_mouse_events(hand):
    assert hand.tablet(PRESS, (100, 100)).isAccepted()
    assert hand.tablet(MOVE, (110, 100)).isAccepted()
    assert hand.tablet(RELEASE, (110, 100)).isAccepted()


def test_the_other_end_erases_and_the_tip_draws_again(hand, document):
    document.apply(document.drawing.adding(Stroke.from_polyline([(150, 0), (150, 300)])), "x")
    hand.stroke((100, 100, 0.5), (200, 100, 0.5), eraser=True)
    assert document.drawing.strokes == ()
    assert document.history.undo_text == "Erase stroke"
    hand.stroke((100, 100, 0.5), (200, 100, 0.5))
    assert document.history.undo_text == "Draw stroke"


def test_the_pointer_shows_the_eraser_while_it_hovers(hand):
    hand.tablet(MOVE, (100, 100), 0.0, eraser=True)
    assert hand.canvas.cursor().shape() == Qt.CursorShape.BitmapCursor
    hand.tablet(MOVE, (100, 100), 0.0)
    assert hand.canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_hovering_draws_nothing(hand, document):
    hand.tablet(MOVE, (100, 100), 0.0)
    hand.tablet(MOVE, (200, 100), 0.0)
    assert document.drawing.strokes == ()


def test_the_side_button_draws_nothing(hand, document):
    right = Qt.MouseButton.RightButton
    hand.tablet(PRESS, (100, 100), button=right)
    hand.tablet(MOVE, (200, 100))
    hand.tablet(RELEASE, (200, 100), button=right)
    assert document.drawing.strokes == ()


def mouse_event(hand, kind: QEvent.Type, place, device: QPointingDevice) -> QMouseEvent:
    pos = QPointF(hand.at(place))
    pressed = kind == QEvent.Type.MouseButtonPress
    return QMouseEvent(
        kind,
        pos,
        QPointF(hand.canvas.mapToGlobal(pos)),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        device,
    )


def test_mouse_events_of_a_pen_are_ignored(hand, document):
    stylus = QPointingDevice(
        "test pen",
        5,
        QPointingDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QPointingDevice.Capability.Position,
        1,
        1,
    )
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(hand.canvas, mouse_event(hand, kind, (100, 100), stylus))
    assert document.drawing.strokes == ()


def test_the_mouse_does_not_disturb_a_stroke_of_the_pen(hand, document):
    hand.tablet(PRESS, (100, 100))
    hand.drag((300, 300), (350, 300))
    hand.tablet(MOVE, (200, 100))
    hand.tablet(RELEASE, (200, 100))
    (stroke,) = document.drawing.strokes
    np.testing.assert_allclose(stroke.xy, [[100, 100], [200, 100]], atol=0.001)


def test_the_pen_takes_the_focus(hand, qtbot):
    hand.canvas.clearFocus()
    hand.tablet(PRESS, (100, 100))
    assert hand.canvas.hasFocus()
    hand.tablet(RELEASE, (100, 100))


@pytest.mark.parametrize("pressure", [-0.5, 1.5])
def test_pressure_out_of_range_is_clipped(hand, document, pressure):
    hand.stroke((100, 100, pressure), (120, 100, pressure))
    assert document.drawing.strokes[0].pressure[0] == min(max(pressure, 0.0), 1.0)
