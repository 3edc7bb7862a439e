from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import LOOK_DOCKS


@pytest.fixture
def layout(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    return window.layout_of_window


def shown(window) -> set[str]:
    return {each.objectName() for each in window.layout_of_window.docks if not each.isHidden()}


def test_tab_hides_all_docks_and_brings_back_what_was_there(window, layout):
    before = shown(window)
    assert before
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert shown(window) == set()
    assert not window.actions_by_id["view.docks"].isChecked()
    assert window.tool_bar.isVisible()
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert shown(window) == before
    assert window.actions_by_id["view.docks"].isChecked()


def test_a_dock_opened_by_itself_ends_hiding(window, layout):
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    window.abstract_dock.toggleViewAction().trigger()
    assert shown(window) == {"abstract"}
    assert window.actions_by_id["view.docks"].isChecked()


def test_canvas_only_hides_everything_and_says_the_way_back(window, layout):
    before = shown(window)
    QTest.keyClick(window, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    for part in (window.tool_bar, window.menuBar(), window.status_bar):
        assert not part.isVisible()
    assert shown(window) == set()
    assert window.message_bar.text == "Shift+F11 brings the bars back."
    # Keys count although the menus are hidden.
    QTest.keyClick(window, Qt.Key.Key_E)
    assert window.actions_by_id["tool.eraser"].isChecked()
    QTest.keyClick(window, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    for part in (window.tool_bar, window.menuBar(), window.status_bar):
        assert part.isVisible()
    assert shown(window) == before


def test_hidden_docks_are_there_again_after_a_restart(window, layout):
    whole = window.saveState()
    layout.show_docks(False)
    layout.set_canvas_only(True)
    assert layout.state() == whole


def test_full_screen_and_back(window, layout):
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_f6_goes_round_the_parts_and_back(window, layout):
    def part() -> str:
        focus = QApplication.focusWidget()
        if focus is window.canvas:
            return "canvas"
        parts = (window.tool_bar, *layout.docks, window.status_bar)
        return next(each.objectName() for each in parts if each.isAncestorOf(focus))

    window.canvas.setFocus()
    there = ["canvas"]
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        there.append(part())
        if there[-1] == "canvas":
            break
    assert there[:2] == ["canvas", "tools"]
    assert "assist" in there
    assert there[-1] == "canvas"
    back = []
    for _ in there[1:]:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        back.append(part())
    assert back == there[-2::-1]


def test_the_close_button_of_a_dock_closes_it(window, layout):
    title = window.abstract_dock.titleBarWidget()
    (close,) = (
        child for child in title.children() if child.metaObject().className() == "QToolButton"
    )
    assert close.accessibleName() == "Close Abstract"
    close.click()
    assert window.abstract_dock.isHidden()


def test_the_docks_change_sides_and_hidden_ones_stay_hidden(window, settings):
    docks = window.layout_of_window.docks
    docks[0].hide()
    settings.set(LOOK_DOCKS, "left")
    left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    assert {window.dockWidgetArea(dock) for dock in docks} == {left}
    assert docks[0].isHidden()
    assert not docks[-1].isHidden()
    settings.reset(LOOK_DOCKS)
    assert {window.dockWidgetArea(dock) for dock in docks} == {right}
