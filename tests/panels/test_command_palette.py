from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.actions import Command
from app.panels.command_palette import _ENABLED, find_commands
from app.settings import PALETTE_RECENT


@pytest.fixture
def palette(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    yield window.windows.palette
    window.windows.palette.close()


def names(palette) -> list[str]:
    return [hit.command.id for hit in palette.hits]


def test_it_lists_everything_then_what_fits(palette, window):
    assert palette.isVisible()
    assert palette.search.hasFocus()
    assert set(names(palette)) == {each.id for each in window.actions_by_id.commands}
    QTest.keyClicks(palette.search, "zin")
    assert names(palette)[0] == "view.zoom_in"


def test_enter_does_it_and_the_palette_goes(palette, window):
    before = window.canvas.viewport.scale
    QTest.keyClicks(palette.search, "zoom in")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.canvas.viewport.scale > before
    assert not palette.isVisible()


def test_arrows_go_round(palette):
    rows = len(palette.hits)
    row = lambda: palette.list.currentIndex().row()  # noqa: E731
    assert row() == 0
    QTest.keyClick(palette.search, Qt.Key.Key_Up)
    assert row() == rows - 1
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_Down)
    assert row() == 1
    QTest.keyClick(palette.search, Qt.Key.Key_PageUp)
    assert row() == 0


def test_what_was_chosen_comes_first_next_time(palette, window, settings):
    for text in ("fit page", "eraser"):
        window.windows.show_palette()
        QTest.keyClicks(palette.search, text)
        QTest.keyClick(palette.search, Qt.Key.Key_Return)
    window.windows.show_palette()
    assert names(palette)[:2] == ["tool.eraser", "view.fit"]
    assert settings.get(PALETTE_RECENT) == ("tool.eraser", "view.fit")


def test_what_cannot_be_done_is_grey_and_not_done(palette, window):
    called: list[int] = []
    window.actions_by_id["edit.undo"].triggered.connect(lambda: called.append(1))
    QTest.keyClicks(palette.search, "undo")
    assert names(palette)[0] == "edit.undo"
    index = palette.list.model().index(0, 0)
    assert index.data(_ENABLED) is False
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Undo, Ctrl+Z, not possible now"
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert called == []


def test_escape_closes_and_nothing_found_is_said(palette):
    QTest.keyClicks(palette.search, "qqqq")
    assert palette.nothing.isVisible()
    assert not palette.list.isVisible()
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.search, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_it_paints_its_rows(palette):
    QTest.keyClicks(palette.search, "zoom")
    picture = palette.list.grab().toImage()
    highlight = palette.palette().highlight().color()
    assert picture.pixelColor(picture.width() - 6, 16) == highlight


def test_of_equals_recent_ones_come_first_then_possible_ones():
    commands = [Command(f"a.{x}", "Same", print) for x in "abc"]
    found = find_commands("same", commands, ["a.c"], ["a.b", "a.c"])
    assert [hit.command.id for hit in found] == ["a.c", "a.b", "a.a"]
