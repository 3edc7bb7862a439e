from __future__ import annotations

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.grouping import grouped
from app.document.stroke import Stroke
from app.tools.base import Keys, PointerShape
from app.tools.nudge import Nudge
from app.tools.select import Region, SelectTool
from app.tools.select_frame import PADDING_PX, ROTATE_ABOVE_PX
from tests.tools.tool_editor import ToolEditor

SHIFT = Keys(shift=True)


@pytest.fixture
def editor() -> ToolEditor:
    """Four vertical lines of 2 px width at x = 0, 100, 200, 300."""
    lines = [Stroke.from_polyline([(x, 0), (x, 100)], width_px=2) for x in range(0, 400, 100)]
    return ToolEditor(SelectTool(Region.RECTANGLE), Drawing().adding(*lines))


def lines_of(editor: ToolEditor) -> list[list[list[float]]]:
    return [stroke.xy.tolist() for stroke in editor.document.drawing.strokes]


# --- Choosing ----------------------------------------------------------------------------------


def test_a_click_selects_the_stroke_and_shift_adds_and_removes(editor):
    editor.click(101, 50)
    assert editor.selection.ids == {1}
    editor.click(203, 50)
    assert editor.selection.ids == {2}
    editor.keys = SHIFT
    editor.click(0, 50)
    assert editor.selection.ids == {0, 2}
    editor.click(200, 50)
    assert editor.selection.ids == {0}
    assert not editor.document.history.can_undo


def test_the_topmost_of_several_strokes_is_taken(editor):
    editor.document.apply(
        editor.document.drawing.adding(Stroke.from_polyline([(50, 50), (150, 50)])), "Draw"
    )
    editor.click(100, 50)
    assert editor.selection.ids == {4}


def test_a_click_on_one_of_several_selected_takes_it_alone(editor):
    editor.selection.select([0, 1, 2])
    editor.click(100, 50)
    assert editor.selection.ids == {1}


def test_a_click_on_nothing_selects_nothing(editor):
    editor.selection.select([0, 2])
    editor.click(600, 600)
    assert editor.selection.ids == frozenset()
    editor.selection.select([0, 2])
    editor.click(150, 50)
    assert editor.selection.ids == frozenset()


def test_a_rectangle_selects_what_is_in_it(editor):
    editor.down(-50, -50).move((150, 130))
    assert len(editor.hints) == 1
    np.testing.assert_array_equal(editor.hints[0][[0, 2]], [(-50, -50), (150, 130)])
    editor.up(150, 130)
    assert editor.selection.ids == {0, 1}
    assert editor.hints == ()
    editor.keys = SHIFT
    editor.drag((250, 130), (350, -20))
    assert editor.selection.ids == {0, 1, 3}


def test_a_lasso_selects_what_is_in_it(editor):
    editor.tool = SelectTool(Region.LASSO)
    editor.drag(*[(90, -10), (310, -10), (310, 110), (290, 110), (290, 10), (110, 10)], (90, 20))
    assert editor.selection.ids == {3}
    editor.drag((50, -20), (250, -20), (250, 120), (50, 120))
    assert editor.selection.ids == {1, 2}


def test_cancel_keeps_the_selection(editor):
    editor.selection.select([3])
    editor.down(-50, -50).move((150, 130)).cancel()
    assert editor.selection.ids == {3}
    assert editor.hints == ()
    assert not editor.tool.active


# --- Dragging ----------------------------------------------------------------------------------


def test_a_drag_on_a_stroke_selects_and_moves_it_in_one_step(editor):
    editor.down(100, 50).move((110, 52), (130, 60))
    assert editor.selection.ids == {1}
    assert editor.ghosts == {1}
    np.testing.assert_allclose(editor.carried, [[1, 0, 30], [0, 1, 10]])
    assert lines_of(editor)[1] == [[100, 0], [100, 100]]
    editor.up(130, 60)
    assert lines_of(editor)[1] == [[130, 10], [130, 110]]
    assert (editor.ghosts, editor.carried) == (frozenset(), None)
    assert editor.document.history.undo_text == "Move stroke"
    assert editor.selection.ids == {1}
    editor.document.undo()
    assert lines_of(editor)[1] == [[100, 0], [100, 100]]
    assert editor.selection.ids == {1}
    assert not editor.document.history.can_undo


def test_a_click_or_a_region_takes_whole_groups(editor):
    document = editor.document
    document.apply(grouped(document.drawing, [1, 2]), "x")
    editor.down(100, 50).up(100, 50)
    assert editor.selection.ids == {1, 2}
    editor.keys = SHIFT
    editor.down(300, 50).up(300, 50)
    assert editor.selection.ids == {1, 2, 3}
    editor.down(200, 50).up(200, 50)
    assert editor.selection.ids == {3}
    editor.keys = Keys()
    editor.down(80, -10).move((120, 110)).up(120, 110)
    assert editor.selection.ids == {1, 2}


def test_a_drag_in_the_frame_moves_all_selected(editor):
    editor.selection.select([1, 2])
    editor.drag((150, 50), (150, 75))
    assert lines_of(editor)[1:3] == [[[100, 25], [100, 125]], [[200, 25], [200, 125]]]
    assert editor.document.history.undo_text == "Move 2 strokes"


def test_shift_keeps_a_move_to_one_axis(editor):
    editor.selection.select([1])
    editor.down(100, 50)
    editor.keys = SHIFT
    editor.move((140, 58)).up(140, 58)
    assert lines_of(editor)[1] == [[140, 0], [140, 100]]


def test_a_trembling_click_moves_nothing(editor):
    editor.down(100, 50).move((101, 51)).up(102, 51)
    assert not editor.document.history.can_undo
    assert editor.selection.ids == {1}


def test_cancel_moves_nothing(editor):
    editor.selection.select([1])
    editor.down(100, 50).move((300, 300)).cancel()
    assert (editor.ghosts, editor.carried) == (frozenset(), None)
    assert not editor.document.history.can_undo


def corner(editor: ToolEditor, across: float, down: float) -> tuple[float, float]:
    """A handle of the frame, worked out from the strokes."""
    boxes = np.array([stroke.bounds() for stroke in editor.selection.strokes])
    (x0, y0), (x1, y1) = boxes[:, :2].min(0), boxes[:, 2:].max(0)
    pad = PADDING_PX / editor.scale
    x0, y0, x1, y1 = x0 - pad, y0 - pad, x1 + pad, y1 + pad
    return x0 + across * (x1 - x0), y0 + down * (y1 - y0)


def test_a_corner_scales_about_the_opposite_one(editor):
    # The ink of the two lines spans 0 to 202 across (from -1) and -1 to 101 down.
    editor.selection.select([0, 1, 2])
    x, y = corner(editor, 1, 1)
    editor.drag((x, y), (x + 202, y + 51))
    scaled = [
        [[(px + 1) * 2 - 1, (py + 1) * 1.5 - 1] for px, py in line]
        for line in ([[0, 0], [0, 100]], [[100, 0], [100, 100]], [[200, 0], [200, 100]])
    ]
    np.testing.assert_allclose(lines_of(editor)[:3], scaled, atol=0.001)
    assert lines_of(editor)[3] == [[300, 0], [300, 100]]
    assert editor.document.history.undo_text == "Transform 3 strokes"


def test_shift_keeps_the_proportions(editor):
    editor.selection.select([0, 1, 2])
    x, y = corner(editor, 1, 1)
    editor.keys = SHIFT
    editor.drag((x, y), (x + 202, y + 5))
    np.testing.assert_allclose(lines_of(editor)[2], [[401, 1], [401, 201]], atol=0.001)


def test_a_side_scales_one_way(editor):
    editor.selection.select([0, 2])
    x, y = corner(editor, 1, 0.5)
    editor.drag((x, y), (x - 101, y + 30))
    np.testing.assert_allclose(lines_of(editor)[2], [[99.5, 0], [99.5, 100]], atol=0.001)


def test_alt_scales_about_the_centre(editor):
    editor.selection.select([0, 2])
    x, y = corner(editor, 1, 0.5)
    editor.keys = Keys(alt=True)
    editor.drag((x, y), (x + 101, y))
    np.testing.assert_allclose(lines_of(editor)[0][0], [-100, 0], atol=0.001)
    np.testing.assert_allclose(lines_of(editor)[2][0], [300, 0], atol=0.001)


def test_nothing_is_squeezed_to_nothing(editor):
    editor.selection.select([0, 2])
    x, y = corner(editor, 1, 0.5)
    editor.drag((x, y), (x - 202, y))
    xs = np.array(lines_of(editor)[2])[:, 0] - np.array(lines_of(editor)[0])[:, 0]
    assert (np.abs(xs) > 1).all()


def test_a_turn_with_shift_goes_in_steps_of_15_degrees(editor):
    editor.selection.select([1])
    x, y = corner(editor, 0.5, 0)
    grip = (x, y - ROTATE_ABOVE_PX)
    centre = np.array([100.0, 50.0])
    angle = np.radians(50)
    way = np.array([np.sin(angle), -np.cos(angle)]) * (centre[1] - grip[1])
    editor.keys = SHIFT
    editor.drag(grip, tuple(centre + way))
    half = 50 * np.array([-np.sin(np.radians(45)), np.cos(np.radians(45))])
    np.testing.assert_allclose(lines_of(editor)[1], [centre - half, centre + half], atol=0.001)
    assert editor.document.history.undo_text == "Rotate stroke"


def test_pressure_time_and_curves_are_kept():
    curve = Stroke.from_beziers([[(0, 0), (0, 50), (100, 50), (100, 0)]], width_px=2)
    drawn = Stroke(np.array([(0, 200, 0.2, 0), (100, 200, 0.9, 0.5)]))
    editor = ToolEditor(SelectTool(Region.RECTANGLE), Drawing().adding(curve, drawn))
    editor.selection.select([0, 1])
    editor.drag((50, 120), (60, 120))
    moved_curve, moved = editor.document.drawing.strokes
    assert moved_curve.beziers[0].tolist() == [[10, 0], [10, 50], [110, 50], [110, 0]]
    assert moved.points.tolist() == [[10, 200, 0.2, 0], [110, 200, 0.9, 0.5]]


def test_the_pointer_says_what_a_press_would_do(editor):
    assert editor.hover(500, 500).tool.pointer is PointerShape.ARROW
    editor.selection.select([0, 2])
    assert editor.hover(150, 50).tool.pointer is PointerShape.MOVE
    assert editor.hover(*corner(editor, 0, 0)).tool.pointer is PointerShape.SIZE_NWSE
    assert editor.hover(*corner(editor, 1, 0)).tool.pointer is PointerShape.SIZE_NESW
    assert editor.hover(*corner(editor, 0.5, 1)).tool.pointer is PointerShape.SIZE_NS


def test_handles_are_as_large_at_every_zoom(editor):
    editor.scale = 10.0
    editor.selection.select([0, 2])
    x, y = corner(editor, 1, 1)
    assert editor.hover(x + 0.6, y).tool.pointer is PointerShape.SIZE_NWSE
    assert editor.hover(x + 1.2, y).tool.pointer is PointerShape.ARROW


def test_an_edit_during_the_drag_is_kept(editor):
    editor.selection.select([1])
    editor.down(100, 50).move((120, 50))
    editor.document.apply(editor.document.drawing.without([0]), "Other edit")
    editor.move((130, 50))
    assert editor.ghosts == {0}
    editor.up(130, 50)
    assert [line[0][0] for line in lines_of(editor)] == [130, 200, 300]


# --- Nudging -----------------------------------------------------------------------------------


def test_steps_while_a_key_is_held_are_one_edit(editor):
    editor.selection.select([1, 2])
    nudge = Nudge()
    for _ in range(3):
        editor._perform(nudge.step(1, 0, editor._scene()))
    editor.keys = SHIFT
    editor._perform(nudge.step(0, -1, editor._scene()))
    np.testing.assert_allclose(editor.carried, [[1, 0, 3], [0, 1, -10]])
    editor._perform(nudge.end(editor._scene()))
    assert lines_of(editor)[1] == [[103, -10], [103, 90]]
    assert editor.document.history.undo_text == "Move 2 strokes"
    editor.document.undo()
    assert not editor.document.history.can_undo


def test_steps_there_and_back_are_no_edit(editor):
    editor.selection.select([1])
    nudge = Nudge()
    editor._perform((*nudge.step(1, 0, editor._scene()), *nudge.step(-1, 0, editor._scene())))
    editor._perform(nudge.end(editor._scene()))
    assert not editor.document.history.can_undo
    assert editor.ghosts == frozenset()
