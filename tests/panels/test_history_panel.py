from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.panels.history_panel import PICTURE
from tests.canvas.hand import Hand


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def panel(window, qtbot):
    window.history_dock.show()
    window.history_dock.raise_()
    qtbot.waitUntil(window.history_panel.isVisible)
    return window.history_panel


def draw(document, number: int) -> None:
    line = Stroke.from_polyline([(100, 50 + number), (300, 50 + number)])
    document.apply(document.drawing.adding(line), f"Line {number}")


def click(panel, row: int) -> None:
    place = panel.list.visualRect(panel.list.model().index(row, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_it_explains_itself_until_there_is_something(panel, document, qtbot):
    assert panel.explanation.isVisible()
    draw(document, 1)
    qtbot.waitUntil(lambda: panel.list.isVisible())
    assert not panel.explanation.isVisible()
    assert panel.texts == ["Beginning", "Line 1"]


def test_a_click_goes_to_a_state_and_back(panel, document, qtbot):
    for number in range(4):
        draw(document, number)
    qtbot.waitUntil(lambda: len(panel.texts) == 5)
    revision = document.revision
    click(panel, 1)
    assert len(document.drawing.strokes) == 1
    assert document.revision == revision + 1
    assert panel.list.currentIndex().row() == 1
    click(panel, 4)
    assert len(document.drawing.strokes) == 4


def test_enter_goes_there_too(panel, document, qtbot):
    draw(document, 1)
    draw(document, 2)
    qtbot.waitUntil(lambda: len(panel.texts) == 3)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Home)
    assert len(document.drawing.strokes) == 2
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert document.drawing.strokes == ()


def test_undone_states_are_grey_until_something_else_is_drawn(panel, document, qtbot):
    draw(document, 1)
    draw(document, 2)
    document.undo()
    qtbot.waitUntil(lambda: panel.list.currentIndex().row() == 1)
    model = panel.list.model()
    assert model.index(2, 0).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Line 2, undone"
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    draw(document, 3)
    qtbot.waitUntil(lambda: panel.texts == ["Beginning", "Line 1", "Line 3"])


def test_pictures_come_for_what_is_seen(panel, document, qtbot):
    for number in range(200):
        draw(document, number)
    qtbot.waitUntil(lambda: len(panel.texts) == 201)
    qtbot.waitUntil(lambda: not panel.thumbnails._timer.isActive())
    assert 1 < len(panel.thumbnails) < 60
    icon = panel.list.currentIndex().data(Qt.ItemDataRole.DecorationRole)
    image = icon.pixmap(PICTURE, 2.0).toImage()
    assert image.size() == PICTURE * 2
    assert image.pixelColor(40, 20).lightness() < 255


def test_it_waits_for_the_pen(panel, window, document, qtbot):
    hand = Hand(window.canvas)
    draw(document, 1)
    hand.press((100, 100))
    qtbot.wait(150)
    assert panel.texts == ["Beginning"]
    hand.release((100, 100))
    qtbot.waitUntil(lambda: len(panel.texts) == 3)


def test_another_document_begins_anew(panel, document, qtbot):
    draw(document, 1)
    qtbot.waitUntil(lambda: len(panel.texts) == 2)
    document.new(Drawing())
    qtbot.waitUntil(panel.explanation.isVisible)
    assert panel.texts == ["Beginning"]


def test_nothing_is_done_while_it_is_hidden(window, document, qtbot):
    window.history_dock.hide()
    draw(document, 1)
    qtbot.wait(120)
    assert "Line 1" not in window.history_panel.texts
    assert len(window.history_panel.thumbnails) == 0


def test_forgotten_states_leave_the_list(panel, document, qtbot, monkeypatch):
    for number in range(5):
        draw(document, number)
    qtbot.waitUntil(lambda: len(panel.texts) == 6)
    monkeypatch.setattr(document.history, "_limit", 3)
    draw(document, 5)
    qtbot.waitUntil(lambda: panel.texts == ["Line 2", "Line 3", "Line 4", "Line 5"])
    click(panel, 0)
    assert len(document.drawing.strokes) == 3
