from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.shortcuts import keys_text


@pytest.fixture
def help_window(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    yield window.windows.help
    window.windows.help.close()


def test_every_command_with_keys_is_there_with_its_keys(help_window, window):
    text = help_window.page.toPlainText()
    for command in window.actions_by_id.commands:
        keys = keys_text(window.shortcuts.keys(command.id))
        if keys:
            assert f"{command.plain_text}\n{keys}\n" in text + "\n"


def test_changed_keys_are_written_anew(help_window, window):
    window.shortcuts.assign("tool.pen", [QKeySequence("Ctrl+Alt+Shift+P")])
    assert "Pen\nCtrl+Alt+Shift+P\n" in help_window.page.toPlainText()


def test_words_are_found_one_after_the_other(help_window):
    QTest.keyClicks(help_window.search, "undo")
    first = help_window.page.textCursor().position()
    assert help_window.page.textCursor().selectedText().lower() == "undo"
    QTest.keyClick(help_window.search, Qt.Key.Key_Return)
    assert help_window.page.textCursor().position() > first
    for _ in range(20):
        help_window.find_next()
        assert help_window.page.textCursor().selectedText().lower() == "undo"
