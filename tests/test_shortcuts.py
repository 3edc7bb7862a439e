from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.actions import Actions, Command
from app.key_presets import PRESETS
from app.settings import KEYS_CHANGED, KEYS_PRESET, Settings
from app.shortcuts import Shortcuts, keys_text

PRESET = {"a.erase": "Shift+E", "a.hand": None, "a.draw": "P; E"}


@pytest.fixture
def actions(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    rows = [("a.draw", "B"), ("a.erase", "E"), ("a.hand", "H"), ("a.chord", "Ctrl+K, C")]
    actions = Actions([Command(each, each, print, keys) for each, keys in rows], owner)
    actions.owner = owner  # or it would be deleted
    return actions


@pytest.fixture
def shortcuts(actions, settings):
    shortcuts = Shortcuts(actions, settings, {"strokewise": {}, "krita": PRESET, "inkscape": {}})
    yield shortcuts
    shortcuts.release()


def texts(shortcuts) -> dict[str, str]:
    return {
        action.objectName(): keys_text(shortcuts.keys(action.objectName()))
        for action in shortcuts.actions
    }


def test_at_first_the_keys_are_those_of_the_table(shortcuts):
    assert texts(shortcuts) == {
        "a.draw": "B",
        "a.erase": "E",
        "a.hand": "H",
        "a.chord": "Ctrl+K, C",
    }
    assert not any(shortcuts.is_changed(each) for each in texts(shortcuts))


def test_other_keys_are_in_force_in_the_tip_and_in_the_file(shortcuts, actions, settings, tmp_path):
    shortcuts.assign("a.draw", [QKeySequence("Shift+D")])
    assert actions["a.draw"].shortcut() == QKeySequence("Shift+D")
    assert actions["a.draw"].toolTip() == "a.draw (Shift+D)"
    settings.save()
    assert Settings(tmp_path / "settings.json").get(KEYS_CHANGED) == ("a.draw=Shift+D",)


def test_keys_of_another_command_are_a_conflict_and_taken_from_it(shortcuts):
    assert [each.id for each in shortcuts.conflicts("a.draw", QKeySequence("E"))] == ["a.erase"]
    assert shortcuts.conflicts("a.draw", QKeySequence("B")) == []
    shortcuts.assign("a.draw", [QKeySequence("E")])
    assert texts(shortcuts)["a.draw"] == "E"
    assert texts(shortcuts)["a.erase"] == ""


def test_the_beginning_of_a_chord_is_a_conflict_too(shortcuts):
    assert [each.id for each in shortcuts.conflicts("a.draw", QKeySequence("Ctrl+K"))] == [
        "a.chord"
    ]


def test_resetting_one_takes_its_keys_back(shortcuts):
    shortcuts.assign("a.draw", [QKeySequence("E")])
    shortcuts.reset("a.erase")
    assert texts(shortcuts)["a.erase"] == "E"
    assert texts(shortcuts)["a.draw"] == ""
    shortcuts.reset("a.draw")
    assert texts(shortcuts)["a.draw"] == "B"


def test_a_preset_gives_and_takes(shortcuts, settings):
    settings.set(KEYS_PRESET, "krita")
    assert texts(shortcuts) == {
        "a.draw": "P, E",
        "a.erase": "Shift+E",
        "a.hand": "",
        "a.chord": "Ctrl+K, C",
    }


def test_changes_lie_on_top_of_the_preset(shortcuts, settings):
    shortcuts.assign("a.hand", [QKeySequence("P")])
    settings.set(KEYS_PRESET, "krita")
    assert texts(shortcuts)["a.hand"] == "P"
    assert texts(shortcuts)["a.draw"] == "E"
    shortcuts.reset_all()
    assert texts(shortcuts)["a.draw"] == "P, E"
    assert settings.get(KEYS_CHANGED) == ()


def test_what_a_newer_version_knows_is_kept(shortcuts, settings):
    settings.set(KEYS_CHANGED, ("z.new=Ctrl+9",))
    shortcuts.assign("a.draw", [QKeySequence("D")])
    assert settings.get(KEYS_CHANGED) == ("a.draw=D", "z.new=Ctrl+9")


def test_keys_that_only_some_keyboards_have_are_not_named():
    keys = [QKeySequence("Ctrl+Z"), QKeySequence(Qt.Key.Key_Undo)]
    assert keys_text(keys) == "Ctrl+Z"


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_fits_the_programs_commands(window, settings, preset):
    settings.set(KEYS_PRESET, preset)
    assert not [each for each in PRESETS[preset] if each not in window.actions_by_id]
    seen: dict[str, str] = {}
    for action in window.actions_by_id:
        for keys in action.shortcuts():
            text = keys.toString()
            assert text not in seen, f"{action.objectName()} and {seen[text]}"
            seen[text] = action.objectName()


def test_tab_counts_on_the_canvas_only(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    canvas, first, second = QWidget(), QLineEdit(), QLineEdit()
    canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    column = QVBoxLayout(owner)
    for widget in (canvas, first, second):
        column.addWidget(widget)
    called = []
    actions = Actions([Command("a.b", "B", lambda: called.append(1), "Tab")], owner, canvas)
    owner.show()
    owner.activateWindow()
    qtbot.waitUntil(owner.isActiveWindow)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert called == []
    assert second.hasFocus()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert called == [1]
    assert canvas.hasFocus()
    actions.set_keys("a.b", [QKeySequence("F4")])
    QTest.keyClick(first, Qt.Key.Key_F4)
    assert called == [1, 1]
