"""Selecting on the canvas with real events: what is seen, and what the keys do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.stroke import Stroke
from app.tools.select import Region, SelectTool

Key = Qt.Key


@pytest.fixture
def selection(canvas, document):
    """Two thick vertical lines at x = 100 and 200; the select tool is chosen."""
    lines = [Stroke.from_polyline([(x, 100), (x, 200)], width_px=10) for x in (100, 200)]
    document.apply(document.drawing.adding(*lines), "Draw")
    canvas.tool = SelectTool(Region.RECTANGLE)
    return canvas.selection


def places(document) -> list[list[float]]:
    return [stroke.xy[0].tolist() for stroke in document.drawing.strokes]


def test_a_click_marks_the_stroke_and_shows_handles(hand, selection):
    plain = hand.picture()
    hand.drag((100, 150))
    assert selection.ids == {0}
    assert hand.picture() != plain
    assert hand.colour((100, 150)).blue() > 150, "a line along the stroke"
    assert hand.colour((100, 150 + 45)).blue() > 150
    selection.clear()
    assert hand.picture() == plain


def test_no_handles_with_another_tool(hand, selection, canvas, pen):
    selection.select([0])
    with_handles = hand.picture()
    canvas.tool = pen
    assert hand.picture() != with_handles


def test_a_drag_carries_the_ink_and_leaves_a_ghost(hand, selection, document):
    hand.press((100, 150))
    hand.move((150, 150), (300, 150))
    assert hand.is_inked((297, 150))
    assert 100 < hand.colour((97, 150)).lightness() < 255
    assert places(document) == [[100, 100], [200, 100]]
    hand.release((300, 150))
    assert places(document) == [[300, 100], [200, 100]]
    assert hand.is_blank((97, 150))
    assert hand.is_inked((297, 150))
    document.undo()
    assert hand.is_inked((97, 150))
    assert selection.ids == {0}


def test_a_rectangle_is_seen_while_it_is_drawn(hand, selection):
    plain = hand.picture()
    hand.press((50, 50))
    hand.move((150, 250))
    assert hand.picture() != plain
    hand.release((150, 250))
    assert selection.ids == {0}


def test_escape_drops_the_drag_and_then_the_selection(hand, selection, canvas, document):
    hand.press((100, 150))
    hand.move((300, 150))
    QTest.keyClick(canvas, Key.Key_Escape)
    hand.release((300, 150))
    assert places(document) == [[100, 100], [200, 100]]
    assert selection.ids == {0}
    QTest.keyClick(canvas, Key.Key_Escape)
    assert selection.ids == frozenset()


def test_arrow_keys_move_what_is_selected(hand, selection, canvas, document):
    selection.select([1])
    QTest.keyPress(canvas, Key.Key_Right)
    QTest.keyPress(canvas, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert places(document)[1] == [200, 100]
    QTest.keyRelease(canvas, Key.Key_Right)
    assert places(document)[1] == [201, 110]
    assert document.history.undo_text == "Move stroke"
    QTest.keyRelease(canvas, Key.Key_Down)
    QTest.keyClick(canvas, Key.Key_Left)
    assert places(document)[1] == [200, 110]


def test_shift_counts_without_a_move_of_the_pointer(hand, selection, canvas, document):
    hand.press((100, 150))
    hand.move((160, 170))
    QTest.keyPress(canvas, Key.Key_Shift)
    hand.release((160, 150))
    assert places(document)[0] == [160, 100]
    QTest.keyRelease(canvas, Key.Key_Shift)


def test_losing_the_focus_drops_the_nudge(canvas, selection, document):
    selection.select([1])
    QTest.keyPress(canvas, Key.Key_Right)
    canvas.clearFocus()
    QTest.keyRelease(canvas, Key.Key_Right)
    assert places(document)[1] == [200, 100]


def test_thousands_of_strokes_can_be_carried(hand, canvas, document):
    dots = [Stroke.from_polyline([(20 + i % 60, 20 + i // 60)]) for i in range(3000)]
    document.apply(document.drawing.adding(*dots), "Draw")
    canvas.tool = SelectTool(Region.RECTANGLE)
    canvas.selection.select(range(3000))
    hand.drag((50, 40), (250, 240))
    assert document.drawing.strokes[0].xy.tolist() == [[220, 220]]
    assert len(canvas.selection.ids) == 3000
