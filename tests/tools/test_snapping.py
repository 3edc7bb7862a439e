from __future__ import annotations

import pytest

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.base import Keys
from app.tools.line import LineTool
from app.tools.select import Region, SelectTool
from tests.tools.tool_editor import ToolEditor


def ends(editor: ToolEditor, stroke: int = -1) -> list[list[float]]:
    return editor.document.drawing.strokes[stroke].xy[[0, -1]].tolist()


@pytest.fixture
def line() -> ToolEditor:
    editor = ToolEditor(LineTool())
    editor.snap_px = 50.0
    return editor


def test_both_ends_of_a_line_keep_to_the_grid(line):
    line.drag((96, 103), (244, 258))
    assert ends(line) == [[100, 100], [250, 250]]


def test_what_is_far_from_the_lines_stays_where_it_is(line):
    """Each axis by itself; the reach is of the screen."""
    line.drag((120, 103), (225, 330))
    assert ends(line) == [[120, 100], [225, 330]]
    line.scale = 4.0
    line.drag((104, 101), (200, 200))
    assert ends(line)[0] == [104, 100]


def test_shift_comes_before_the_grid(line):
    line.keys = Keys(shift=True)
    line.drag((100, 100), (247, 104))
    assert ends(line)[1] == pytest.approx([247, 100], abs=0.01)


def test_without_a_grid_nothing_is_moved(line):
    line.snap_px = None
    line.drag((96, 103), (244, 258))
    assert ends(line) == [[96, 103], [244, 258]]


@pytest.fixture
def select() -> ToolEditor:
    """A line from (10, 10) to (70, 30), selected."""
    stroke = Stroke.from_polyline([(10, 10), (70, 30)], width_px=4)
    editor = ToolEditor(SelectTool(Region.RECTANGLE), Drawing().adding(stroke))
    editor.snap_px = 50.0
    editor.selection.select([0])
    return editor


def test_an_edge_of_what_is_moved_comes_to_the_grid(select):
    # Left at 13, right at 73 would be; up at 52: it is drawn to 50, and nothing is near across.
    select.drag((40, 20), (43, 62))
    assert ends(select) == [[13, 50], [73, 70]]


def test_the_nearer_edge_counts(select):
    # Left at 93 (7 from 100), right at 153 (3 from 150).
    select.drag((40, 20), (123, 20))
    assert ends(select)[1][0] == 150
    assert ends(select)[0] == [90, 10]


def test_an_axis_that_shift_locks_stays(select):
    select.down(40, 20)
    select.keys = Keys(shift=True)
    select.move((85, 24)).up(85, 24)
    assert ends(select)[0][1] == 10
