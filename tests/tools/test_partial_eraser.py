from __future__ import annotations

import pytest

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.partial_eraser import PartialEraser
from tests.tools.tool_editor import ToolEditor


@pytest.fixture
def editor() -> ToolEditor:
    """Three horizontal lines of 2 px width at y = 0, 100, 200, from x = 0 to 100."""
    lines = [Stroke.from_polyline([(0, y), (100, y)], width_px=2) for y in range(0, 300, 100)]
    return ToolEditor(PartialEraser(radius_px=9), Drawing().adding(*lines))


def spans(strokes) -> list[tuple[float, float, float]]:
    """(from x, to x, y) of each."""
    return [(s.xy[0, 0], s.xy[-1, 0], s.xy[0, 1]) for s in strokes]


def test_a_swipe_cuts_all_it_passes_in_one_step(editor):
    editor.down(50, -50).move((50, 50)).up(50, 150)
    assert spans(editor.document.drawing.strokes) == [
        (0, 40, 0),
        (60, 100, 0),
        (0, 40, 100),
        (60, 100, 100),
        (0, 100, 200),
    ]
    assert editor.document.history.undo_text == "Erase parts of 2 strokes"
    editor.document.undo()
    assert spans(editor.document.drawing.strokes) == [(0, 100, y) for y in (0, 100, 200)]


def test_pieces_are_shown_until_pen_up(editor):
    editor.down(20, 0).move((20, 0), (20, 50), (80, 50), (80, 0))
    assert spans(editor.instead[0]) == [(0, 10, 0), (30, 70, 0), (90, 100, 0)]
    assert len(editor.document.drawing.strokes) == 3
    editor.up(80, 0)
    assert editor.instead == {}
    assert editor.document.history.undo_text == "Erase part of stroke"


def test_a_whole_stroke_may_go(editor):
    editor.down(-5, 100).up(105, 100)
    assert spans(editor.document.drawing.strokes) == [(0, 100, 0), (0, 100, 200)]


def test_cancel_erases_nothing(editor):
    editor.down(50, 0).move((50, 100)).cancel()
    assert editor.instead == {}
    assert not editor.document.history.can_undo
    assert not editor.tool.active


def test_the_reach_is_in_view_px(editor):
    editor.scale = 10.0
    editor.down(50, 0).up(50, 0)
    assert spans(editor.document.drawing.strokes)[:2] == [(0, 48.1, 0), (51.9, 100, 0)]


def test_a_gesture_over_nothing_makes_no_step(editor):
    editor.down(50, 50).up(60, 50)
    assert not editor.document.history.can_undo


def test_an_undo_during_the_gesture_keeps_what_is_cut(editor):
    document = editor.document
    document.apply(document.drawing.without([0]), "Other edit")
    editor.down(50, 100)
    assert list(editor.instead) == [0]
    document.undo()
    editor.move((50, 101))
    assert list(editor.instead) == [1]
    editor.up(50, 101)
    assert spans(document.drawing.strokes)[0] == (0, 100, 0)
    assert len(document.drawing.strokes) == 4
