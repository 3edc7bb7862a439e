from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from importlib.resources import files

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtTest import QTest

from app.panels.help_guide import GUIDE
from app.panels.help_window import PICTURE_WIDTH_PX
from app.shortcuts import keys_text
from app.translation import ENGLISH, LANGUAGES


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


def test_every_picture_of_the_guide_is_shown(help_window):
    """In the order of the session they come from, each as wide as the text."""
    names = re.findall(r"!\[[^\]]+\]\((\S+)\)", "\n".join(GUIDE))
    kept = files("resources") / "pictures" / "guide"
    assert names == sorted(each.name for each in kept.iterdir())
    page = help_window.page
    for name in names:
        picture = page.document().resource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(name)
        )
        assert 200 < picture.deviceIndependentSize().width() <= PICTURE_WIDTH_PX
    assert page.toPlainText().count("\N{OBJECT REPLACEMENT CHARACTER}") == len(names)
    assert page.horizontalScrollBar().maximum() == 0


def test_a_picture_that_is_not_there_does_no_harm(help_window):
    kind = QTextDocument.ResourceType.ImageResource.value
    assert help_window.page.loadResource(kind, QUrl("none.png")) is None


@pytest.mark.parametrize("code", [each for each in LANGUAGES if each != ENGLISH])
def test_the_guide_is_as_rich_in_every_language(code):
    """The same headings, pictures and lists, and something else in each piece."""
    path = files("resources") / "translations" / f"strokewise_{code}.ts"
    texts = {
        message.findtext("source"): message.findtext("translation", "")
        for message in ET.fromstring(path.read_text(encoding="utf-8")).iter("message")
    }
    for piece in GUIDE[1:]:
        translated = texts[piece]
        assert translated != piece
        for mark in (r"^#+ ", r"^- ", r"\]\(\S+\)", r"(?<!\*)\*(?!\*)", r"\*\*", "`.strokewise`"):
            found = [re.findall(mark, text, re.MULTILINE) for text in (piece, translated)]
            assert found[0] == found[1], (piece, mark)
