from __future__ import annotations

import pytest

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.stroke_eraser import StrokeEraser
from tests.tools.tool_editor import ToolEditor


@pytest.fixture
def editor() -> ToolEditor:
    """Five vertical lines of 2 px width at x = 0, 100, ... 400."""
    lines = [Stroke.from_polyline([(x, 0), (x, 100)], width_px=2) for x in range(0, 500, 100)]
    return ToolEditor(StrokeEraser(radius_px=6), Drawing().adding(*lines))


def columns(editor: ToolEditor) -> list[float]:
    return [stroke.xy[0, 0] for stroke in editor.document.drawing.strokes]


def test_one_gesture_erases_all_it_touches_in_one_step(editor):
    editor.down(50, 50).move((150, 50), (250, 50)).up(270, 50)
    assert columns(editor) == [0, 300, 400]
    assert editor.document.history.undo_text == "Erase 2 strokes"
    editor.document.undo()
    assert columns(editor) == [0, 100, 200, 300, 400]


def test_fast_moves_erase_what_lies_between(editor):
    editor.down(-50, 50).up(450, 60)
    assert columns(editor) == []


def test_touched_strokes_are_ghosts_until_pen_up(editor):
    editor.down(95, 50)
    assert editor.ghosts == {1}
    editor.move((210, 50))
    assert editor.ghosts == {1, 2}
    assert len(editor.document.drawing.strokes) == 5
    editor.up(210, 50)
    assert editor.ghosts == set()
    assert columns(editor) == [0, 300, 400]


def test_cancel_erases_nothing(editor):
    editor.down(100, 50).move((200, 50)).cancel()
    assert editor.ghosts == set()
    editor.up(300, 50)
    assert len(editor.document.drawing.strokes) == 5
    assert not editor.document.history.can_undo


def test_reach_counts_half_the_width_of_the_stroke(editor):
    editor.down(106.9, 50).up(106.9, 50)
    assert columns(editor) == [0, 200, 300, 400]
    editor.down(207.1, 50).up(207.1, 50)
    assert columns(editor) == [0, 200, 300, 400]


def test_the_reach_is_in_view_px(editor):
    editor.scale = 10.0
    editor.down(103, 50).up(103, 50)
    assert len(editor.document.drawing.strokes) == 5
    editor.down(101.5, 50).up(101.5, 50)
    assert columns(editor) == [0, 200, 300, 400]


def test_a_gesture_over_nothing_makes_no_step(editor):
    editor.down(50, 50).move((60, 60)).up(60, 60)
    assert not editor.document.history.can_undo


def test_an_undo_during_the_gesture_keeps_what_is_touched(editor):
    document = editor.document
    document.apply(document.drawing.without([0]), "Other edit")
    editor.down(100, 50)
    assert editor.ghosts == {0}
    document.undo()
    editor.move((100, 55))
    assert editor.ghosts == {1}
    editor.up(100, 55)
    assert columns(editor) == [0, 200, 300, 400]
