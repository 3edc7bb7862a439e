from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.actions import Actions, Command
from app.commands import MENUS, TOOL_BAR, TOOL_BAR_END, ZOOM_MENU
from app.tools.toolbox import ToolId


def test_a_command_is_called_without_arguments(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    called = []
    actions = Actions([Command("a.b", "&Do It…", lambda: called.append(1))], owner)
    actions["a.b"].trigger()
    assert called == [1]
    assert actions["a.b"].iconText() == "Do It"


def test_tool_tips_name_the_shortcut(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = Actions(
        [
            Command("a.plain", "&Plain", print),
            Command("a.key", "&Key", print, "Ctrl+J", tip="Does the thing"),
            Command("a.save", "&Save", print, QKeySequence.StandardKey.Save),
        ],
        owner,
    )
    assert actions["a.plain"].toolTip() == "Plain"
    assert actions["a.key"].toolTip() == "Does the thing (Ctrl+J)"
    assert actions["a.save"].toolTip() == "Save (Ctrl+S)"


def test_of_a_group_one_is_checked(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    chosen = []
    actions = Actions(
        [
            Command(
                f"t.{x}", x, lambda on, x=x: on and chosen.append(x), checked=x == "a", group="t"
            )
            for x in "abc"
        ],
        owner,
    )
    actions["t.b"].trigger()
    actions["t.c"].trigger()
    assert chosen == ["b", "c"]
    assert [actions[f"t.{x}"].isChecked() for x in "abc"] == [False, False, True]


def test_two_commands_of_one_name_are_a_mistake(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    with pytest.raises(ValueError, match=r"a\.b"):
        Actions([Command("a.b", "A", print), Command("a.b", "B", print)], owner)


def test_no_two_commands_share_keys_and_every_one_is_in_a_menu(window):
    seen: dict[str, str] = {}
    in_menus = {each for _, ids in MENUS for each in ids}
    for action in window.actions_by_id:
        assert action.objectName() in in_menus
        assert action.toolTip()
        for keys in action.shortcuts():
            text = keys.toString()
            assert text not in seen, f"{action.objectName()} and {seen[text]}"
            seen[text] = action.objectName()


def test_bars_name_commands_that_exist_and_have_icons(window):
    assert all(window.actions_by_id[each] for each in ZOOM_MENU)
    for each in (*TOOL_BAR, *TOOL_BAR_END):
        if each:
            assert not window.actions_by_id[each].icon().isNull(), each


def test_keys_choose_tools(window, program, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    for key, tool in (
        (Qt.Key.Key_E, "eraser"),
        (Qt.Key.Key_V, "select"),
        (Qt.Key.Key_H, "hand"),
        (Qt.Key.Key_B, "pen"),
    ):
        QTest.keyClick(window, key)
        assert window.canvas.tool is program.toolbox[ToolId(tool)]
        assert window.actions_by_id[f"tool.{tool}"].isChecked()
