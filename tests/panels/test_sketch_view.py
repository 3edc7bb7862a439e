"""Choosing strokes and locking regions in the dock's picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.panels.sketch_view import CHOSEN_COLOUR, SketchView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(program, photo, qtbot) -> SketchView:
    """A photo of 200 x 100 px at twice its size, 20 px from the top; lines at y = 20, 30, ..."""
    abstraction = program.abstraction
    abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: abstraction.can_reroll)
    view = SketchView(abstraction)
    qtbot.addWidget(view)
    view.resize(400, 240)
    view.refresh()
    view.show()
    qtbot.waitExposed(view)
    return view


def place(x: float, y: float) -> QPoint:
    return QPoint(round(2 * x), round(20 + 2 * y))


def drag(view: SketchView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=start)
    for to in ((start + end) / 2, end):
        local = QPointF(to)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            local,
            view.mapToGlobal(local),
            Qt.MouseButton.NoButton,
            LEFT,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, move)
    QTest.mouseRelease(view, LEFT, pos=end)


def test_a_click_chooses_the_stroke_next_to_it(view, qtbot):
    with qtbot.waitSignal(view.chosen_changed):
        QTest.mouseClick(view, LEFT, pos=place(70, 41))
    assert view.chosen == 2
    assert view.grab().toImage().pixelColor(place(70, 40)) == CHOSEN_COLOUR
    QTest.mouseClick(view, LEFT, pos=place(70, 8))
    assert view.chosen is None


def test_a_drag_locks_a_region_of_the_photo_and_chooses_nothing(view, program):
    drag(view, place(20, 30), place(120, 80))
    assert program.abstraction.region == (20.0, 30.0, 120.0, 80.0)
    assert view.chosen is None


def test_a_region_ends_at_the_photos_edge(view, program):
    drag(view, place(150, 50), QPoint(399, 239))
    assert program.abstraction.region == pytest.approx((150.0, 50.0, 199.5, 100.0))


def test_keys_go_from_stroke_to_stroke_and_ask_for_another(view, program, qtbot):
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen == 0
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.chosen == 15
    with qtbot.waitSignal(view.reroll_asked):
        QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen is None


def test_another_sketch_has_none_of_its_strokes_chosen(view, program, qtbot):
    view.choose(3)
    program.abstraction.start()
    qtbot.waitUntil(lambda: program.abstraction.can_reroll)
    view.refresh()
    assert view.chosen is None


def test_what_is_left_out_is_veiled_unless_the_whole_scene_is_sketched(view, program):
    def colours() -> list[str]:
        image = view.grab().toImage()
        return [image.pixelColor(place(x, 6)).name() for x in (40, 160)]

    inside, outside = colours()
    assert inside != outside
    program.abstraction.subject.set_whole_scene(True)
    view.refresh()
    assert colours() == [inside, inside]


def test_without_a_photo_nothing_can_be_chosen(program, qtbot):
    view = SketchView(program.abstraction)
    qtbot.addWidget(view)
    view.resize(400, 240)
    view.refresh()
    view.show()
    QTest.mouseClick(view, LEFT, pos=QPoint(100, 100))
    drag(view, QPoint(10, 10), QPoint(100, 100))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen is None
    assert program.abstraction.region is None
