"""Guides under a synthetic pointer: choosing, moving, leaving the page, keeping to them."""

from __future__ import annotations

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.guides import Guide
from app.document.stroke import Stroke
from app.input.smoothing import Smoothing
from app.tools.base import InkStyle, PointerShape, Select
from app.tools.line import LineTool
from app.tools.pen import PenTool
from app.tools.select import Region, SelectTool
from tests.tools.tool_editor import ToolEditor

LEVEL, UPRIGHT = Guide(True, 200.0), Guide(False, 300.0)


@pytest.fixture
def select() -> ToolEditor:
    """A page of 600 x 400 px with a level and an upright guide, and a line below the one."""
    stroke = Stroke.from_polyline([(10, 210), (70, 230)], width_px=4)
    drawing = Drawing((stroke,), 600, 400, guides=(LEVEL, UPRIGHT))
    return ToolEditor(SelectTool(Region.RECTANGLE), drawing)


def guides(editor: ToolEditor) -> tuple[Guide, ...]:
    return editor.document.drawing.guides


def test_a_drag_moves_a_guide_across(select):
    select.down(100, 202).move((150, 260))
    assert select.guide == (0, Guide(True, 258.0))
    assert guides(select) == (LEVEL, UPRIGHT)
    select.up(150, 260.3)
    assert guides(select) == (Guide(True, 258.0), UPRIGHT)
    assert select.guide == (0, None)
    assert select.document.history.undo_text == "Move guide"


@pytest.mark.parametrize("to", [(100, -30), (100, 430)])
def test_dragged_off_the_page_it_is_gone(select, to):
    select.drag((100, 200), (100, 100), to)
    assert guides(select) == (UPRIGHT,)
    assert select.document.history.undo_text == "Remove guide"
    select.document.undo()
    assert guides(select) == (LEVEL, UPRIGHT)


def test_a_cancelled_drag_leaves_it(select):
    select.down(300, 50).move((320, 50)).cancel()
    assert guides(select) == (LEVEL, UPRIGHT)
    assert select.guide == (1, None)
    assert not select.tool.active


def test_an_undo_during_the_drag_wins(select):
    select.down(300, 50).move((320, 50))
    select.document.apply(Drawing(width_px=600, height_px=400), "other")
    select.up(320, 50)
    assert guides(select) == ()


def test_a_click_chooses_it_and_nothing_else(select):
    select.selection.select([0])
    select.click(500, 199)
    assert select.guide == (0, None)
    assert select.selection.ids == frozenset()
    assert not select.document.dirty


def test_two_clicks_ask_for_its_place(select):
    select.click(500, 199).click(501, 200)
    assert select.asked == [0]


def test_slow_clicks_and_clicks_on_two_guides_ask_nothing(select):
    select.click(500, 199).click(300, 20)
    assert select.asked == []
    select._t_s += 1.0
    select.click(300, 20)
    assert select.asked == []


def test_a_click_after_a_drag_asks_nothing(select):
    select.drag((500, 200), (500, 150)).click(500, 150)
    assert select.asked == []


def test_strokes_lie_before_guides(select):
    """A press on a stroke that crosses the guide takes the stroke."""
    select.document.apply(
        select.document.drawing.adding(Stroke.from_polyline([(400, 100), (400, 300)])), "draw"
    )
    select.click(400, 200)
    assert select.selection.ids == {1}
    assert select.guide == (None, None)


def test_hidden_guides_cannot_be_taken(select, monkeypatch):
    scene = select._scene
    from dataclasses import replace

    monkeypatch.setattr(select, "_scene", lambda: replace(scene(), guides=()))
    select.drag((100, 200), (100, 100))
    assert guides(select) == (LEVEL, UPRIGHT)


def test_the_pointer_tells(select):
    select.hover(100, 203)
    assert select.tool.pointer is PointerShape.SIZE_NS
    select.hover(297, 50)
    assert select.tool.pointer is PointerShape.SIZE_EW
    select.hover(100, 100)
    assert select.tool.pointer is PointerShape.ARROW


def test_the_reach_is_of_the_screen(select):
    select.scale = 4.0
    select.drag((100, 202), (100, 100))
    assert guides(select) == (LEVEL, UPRIGHT)
    assert any(isinstance(each, Select) for each in select.effects) is False


def test_seen_from_near_it_moves_by_tenths_and_to_the_grid(select):
    select.scale = 8.0
    select.drag((100, 200), (100, 203.26))
    assert guides(select)[0] == Guide(True, 203.3)
    select.snap_px = 50.0
    select.scale = 1.0
    select.drag((100, 203), (100, 246.7))
    assert guides(select)[0] == Guide(True, 250.0)


def editor_with(tool: object) -> ToolEditor:
    return ToolEditor(tool, Drawing(width_px=600, height_px=400, guides=(LEVEL, UPRIGHT)))


def pen_editor() -> ToolEditor:
    return editor_with(PenTool(InkStyle(width_px=2.0), Smoothing.OFF))


def test_ink_near_a_guide_lies_on_it():
    pen = pen_editor()
    pen.drag(*[(x, 200 + dy) for x, dy in zip(range(0, 280, 20), [3, -3] * 7, strict=True)])
    xy = pen.document.drawing.strokes[0].xy
    assert np.array_equal(xy[:, 1], np.full(len(xy), 200.0))
    assert xy[:, 0].tolist() == list(range(0, 280, 20))


def test_ink_comes_to_a_guide_without_a_jump():
    """Straight down over the guide: the way of the ink is monotonic and has no gaps."""
    pen = pen_editor()
    ys = np.arange(180.0, 220.0, 0.5)
    pen.drag(*[(100, y) for y in ys])
    drawn = pen.document.drawing.strokes[0].xy[:, 1]
    assert np.abs(drawn - ys).max() <= 4.0
    assert (np.diff(drawn) >= 0).all()
    assert np.diff(drawn).max() <= 1.0
    assert np.array_equal(drawn[np.abs(ys - 200) >= 8], ys[np.abs(ys - 200) >= 8])
    assert (drawn[np.abs(ys - 200) <= 4] == 200).all()


def test_switched_off_ink_lies_where_the_hand_is():
    pen = pen_editor()
    pen.keeps_to_guides = False
    pen.drag((0, 203), (100, 197))
    assert pen.document.drawing.strokes[0].xy.tolist() == [[0, 203], [100, 197]]


def test_the_ends_of_a_line_keep_to_guides_and_grid():
    line = editor_with(LineTool())
    line.snap_px = 64.0
    line.drag((294, 205), (62, 390))
    # 294 is nearer to the guide at 300 than to any line of the grid.
    assert line.document.drawing.strokes[0].xy.tolist() == [[300, 200], [64, 384]]


def test_a_moved_stroke_comes_to_a_guide(select):
    select.selection.select([0])
    # Its upper edge would be at 195, its right one at 294.
    select.drag((40, 220), (264, 205))
    assert select.document.drawing.strokes[0].xy.tolist() == [[240, 200], [300, 220]]


def test_a_recognised_circle_touches_a_guide():
    pen = pen_editor()
    turn = np.linspace(0, 2 * np.pi, 60)
    # Its lower edge is 5 px above the level guide.
    ring = [(120 + 60 * np.cos(a), 135 + 60 * np.sin(a)) for a in turn]
    pen.down(*ring[0]).move(*ring[1:])
    pen._perform(pen.tool.hold(pen._scene()))
    pen.up(*ring[-1])
    assert pen.document.history.undo_text == "Draw circle"
    assert pen.document.drawing.strokes[0].xy[:, 1].max() == pytest.approx(200, abs=0.01)


def test_a_recognised_line_ends_on_guides():
    pen = pen_editor()
    pen.down(120, 194).move(*[(120 + 1.8 * i, 194) for i in range(98)])
    pen._perform(pen.tool.hold(pen._scene()))
    pen.up(294, 194)
    assert pen.document.drawing.strokes[0].xy[[0, -1]].tolist() == [[120, 200], [300, 200]]
