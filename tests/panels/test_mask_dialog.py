"""Painting what of a photo is sketched, with a synthetic mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.canvas.veil import veil_of
from app.panels.mask_dialog import HINT, NOTHING_LEFT, MaskDialog
from app.panels.mask_view import MAX_BRUSH_PX, MIN_BRUSH_PX

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def subject(program, photo, qtbot):
    """What stands out in a photo of 200 x 100 px is its left half."""
    program.reference.load(photo)
    qtbot.waitUntil(lambda: program.abstraction.subject.found_mask is not None)
    return program.abstraction.subject


@pytest.fixture
def dialog(subject, program, qtbot) -> MaskDialog:
    dialog = MaskDialog(subject, program.reference.photo.image)
    qtbot.addWidget(dialog)
    dialog.view.setFixedSize(400, 260)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def view_place(x: float, y: float) -> QPoint:
    """Of a place in the photo: it lies at twice its size, 30 px from the top."""
    return QPoint(round(2 * x), round(30 + 2 * y))


def drag(dialog: MaskDialog, start: tuple, end: tuple, button=LEFT) -> None:
    QTest.mousePress(dialog.view, button, pos=view_place(*start))
    for part in (0.25, 0.5, 0.75, 1.0):
        x, y = (a + part * (b - a) for a, b in zip(start, end, strict=True))
        place = view_place(x, y)
        # QTest moves without buttons.
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            dialog.view.mapToGlobal(QPointF(place)),
            Qt.MouseButton.NoButton,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(dialog.view, move)
    QTest.mouseRelease(dialog.view, button, pos=view_place(*end))


def test_it_begins_with_what_was_found_and_nothing_to_reset(dialog, subject):
    np.testing.assert_array_equal(dialog.view.painted(), subject.found_mask)
    assert not dialog.reset_button.isEnabled()
    assert dialog.hint.text() == HINT


def test_the_brush_adds_along_the_drag_as_broad_as_it_is(dialog, subject):
    dialog.size_slider.setValue(20)
    drag(dialog, (120, 50), (180, 50))
    mask = dialog.view.painted()
    # 20 px of the view are 10 px of the photo.
    assert (mask[46:54, 118:182] == 255).all()
    assert (mask[:44, 110:] == 0).all()
    assert (mask[57:, 110:] == 0).all()
    np.testing.assert_array_equal(mask[:, :100], subject.found_mask[:, :100])


def test_erase_takes_away_and_the_right_button_does_the_opposite(dialog):
    dialog.size_slider.setValue(20)
    dialog.erase_button.click()
    drag(dialog, (20, 20), (80, 20))
    mask = dialog.view.painted()
    assert (mask[17:23, 20:80] == 0).all()
    assert (mask[30:, :99] == 255).all()
    drag(dialog, (20, 20), (80, 20), RIGHT)
    assert (dialog.view.painted()[17:23, 20:80] == 255).all()


def test_a_click_is_a_dot(dialog):
    QTest.mouseClick(dialog.view, LEFT, pos=view_place(150, 50))
    mask = dialog.view.painted()
    assert mask[50, 150] == 255
    assert mask[50, 180] == 0


def test_use_this_hands_the_mask_over_and_cancel_does_not(dialog, subject, program, qtbot):
    drag(dialog, (120, 50), (180, 50))
    painted = dialog.view.painted()
    dialog.cancel_button.click()
    assert not subject.is_edited
    other = MaskDialog(subject, program.reference.photo.image)
    qtbot.addWidget(other)
    other.view.show_mask(painted)
    subject.set_whole_scene(True)
    other.use_button.click()
    np.testing.assert_array_equal(subject.mask, painted)
    # Whoever paints a mask wants it used.
    assert not subject.whole_scene


def test_reset_goes_back_to_what_was_found(dialog, subject):
    drag(dialog, (120, 50), (180, 50))
    assert dialog.reset_button.isEnabled()
    dialog.reset_button.click()
    np.testing.assert_array_equal(dialog.view.painted(), subject.found_mask)
    dialog.use_button.click()
    assert not subject.is_edited


def test_an_empty_mask_cannot_be_used(dialog):
    dialog.view.show_mask(np.zeros((100, 200), np.uint8))
    assert not dialog.use_button.isEnabled()
    assert dialog.hint.text() == NOTHING_LEFT
    drag(dialog, (120, 50), (180, 50))
    assert dialog.use_button.isEnabled()


def test_keys_change_the_brush_within_limits(dialog):
    view = dialog.view
    before = view.brush_px
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    assert view.brush_px == dialog.size_slider.value() == before + 4
    QTest.keyClick(view, Qt.Key.Key_BracketLeft)
    assert view.brush_px == before
    view.set_brush(1)
    assert view.brush_px == MIN_BRUSH_PX
    view.set_brush(1000)
    assert view.brush_px == MAX_BRUSH_PX


def test_the_veil_lies_where_the_mask_is_not(dialog):
    image = dialog.view.grab().toImage()
    clear, veiled = (image.pixelColor(view_place(x, 80)) for x in (40, 160))
    # The photo is red all over there.
    assert (clear.red(), clear.green(), clear.blue()) == (0xCC, 0x20, 0x20)
    assert veiled.blue() > clear.blue() + 50
    assert veiled.red() < clear.red()


def test_veil_of_each_value():
    veil = veil_of(np.array([[0, 128, 255]], np.uint8))
    alphas = [veil.pixelColor(x, 0).alpha() for x in range(3)]
    assert alphas[0] == 153
    assert alphas[1] == pytest.approx(76, abs=1)
    assert alphas[2] == 0
    assert veil.format() is QImage.Format.Format_ARGB32_Premultiplied
