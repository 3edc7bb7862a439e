from __future__ import annotations

import math

import pytest

from app.tools.base import InkStyle, Keys
from app.tools.line import LineTool, stepped
from tests.tools.tool_editor import ToolEditor


@pytest.fixture
def editor() -> ToolEditor:
    return ToolEditor(LineTool(lambda: InkStyle(5.0, "#ff0000", 0.5)))


def test_a_line_from_down_to_up_with_even_width(editor):
    editor.down(10, 20, pressure=0.1).move((40, 90), (70, 30), pressure=0.9)
    assert [(each.x, each.y) for each in editor.live] == [(10, 20), (70, 30)]
    editor.up(80, 40, pressure=0.0)
    (line,) = editor.document.drawing.strokes
    assert line.xy.tolist() == [[10, 20], [80, 40]]
    assert line.local_widths_px().tolist() == [5, 5]
    assert (line.colour, line.opacity) == ("#ff0000", 0.5)
    assert editor.document.history.undo_text == "Draw line"
    assert editor.live is None


def test_shift_keeps_to_steps_of_15_degrees(editor):
    editor.keys = Keys(shift=True)
    editor.drag((0, 0), (100, 7))
    assert editor.document.drawing.strokes[0].xy[1].tolist() == [100, 0]
    editor.drag((0, 0), (100, 95))
    x, y = editor.document.drawing.strokes[1].xy[1]
    assert x == y == 97.5


@pytest.mark.parametrize("angle_deg", range(0, 360, 5))
def test_the_nearest_step(angle_deg):
    angle = math.radians(angle_deg + 1)
    x, y = stepped((3, 4), (3 + 50 * math.cos(angle), 4 + 50 * math.sin(angle)))
    expected = round((angle_deg + 1) / 15) * 15 % 360
    assert math.degrees(math.atan2(y - 4, x - 3)) % 360 == pytest.approx(expected % 360, abs=1e-6)


def test_a_tap_draws_nothing_and_cancel_neither(editor):
    editor.click(10, 10)
    editor.down(0, 0).move((50, 50)).cancel().up(60, 60)
    assert editor.live is None
    assert not editor.document.history.can_undo
