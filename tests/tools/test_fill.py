from __future__ import annotations

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.raster_png import drawing_to_image
from app.document.stroke import Stroke
from app.tools.base import InkStyle, Refuse
from app.tools.fill import NOTHING, FillTool, is_closed
from app.tools.hatch import hatch
from app.tools.region import in_polygon
from tests.tools.tool_editor import ToolEditor
from tests.tools.wobbly import box, oval

STAR = np.array(
    [
        (100 + r * np.sin(a), 100 - r * np.cos(a))
        for i in range(10)
        for r, a in ((90 if i % 2 == 0 else 35, np.pi * i / 5),)
    ]
)


@pytest.mark.parametrize(
    "polygon", [STAR, oval(80, 50) + 100, box(150, 100) + 20, np.roll(STAR, 1, axis=1)]
)
def test_the_lines_cover_the_inside_and_stay_in_it(polygon):
    lines = [Stroke.from_polyline(line, 3.0) for line in hatch(polygon, 3.0, 2.1)]
    image = np.asarray(drawing_to_image(Drawing(tuple(lines), 200, 200)), dtype=float)[..., 0]
    x, y = np.meshgrid(np.arange(200) + 0.5, np.arange(200) + 0.5)
    inside = in_polygon(np.column_stack([x.ravel(), y.ravel()]), polygon).reshape(200, 200)
    covered = image < 128
    # Corners are too sharp for a round pen, and slanted edges let it out a little.
    assert (covered & inside).sum() > 0.96 * inside.sum()
    assert (covered & ~inside).sum() < 0.03 * inside.sum()


def test_a_line_goes_on_as_long_as_it_can():
    assert len(hatch(box(100, 100), 3.0, 2.0)) == 1
    u_shape = np.array(
        [(0, 0), (20, 0), (20, 60), (80, 60), (80, 0), (100, 0), (100, 100), (0, 100)]
    )
    assert len(hatch(u_shape.astype(float), 3.0, 2.0)) == 3


def test_without_area_there_is_nothing_to_cover():
    assert hatch(np.array([(0.0, 0.0), (9.0, 0.0)]), 3.0, 2.0) == []
    assert hatch(np.array([(0.0, 5.0), (9.0, 5.0), (4.0, 5.0)]), 3.0, 2.0) == []


@pytest.fixture
def editor() -> ToolEditor:
    """A square around a circle, and an open line around both."""
    strokes = [
        Stroke.from_polyline(box(200, 200), 4),
        Stroke.from_polyline(oval(50, 50) + 100, 4),
        Stroke.from_polyline([(-50, -50), (300, -50), (300, 300), (-50, 300)], 4),
    ]
    return ToolEditor(FillTool(lambda: InkStyle(3.0, "#ff8000", 0.5)), Drawing().adding(*strokes))


def test_the_smallest_outline_around_the_place_is_filled_below_its_line(editor):
    outlines = editor.document.drawing.strokes
    editor.click(100, 100)
    strokes = editor.document.drawing.strokes
    assert editor.document.history.undo_text == "Fill outline"
    assert strokes[0] is outlines[0]
    assert strokes[-2] is outlines[1]
    fill = strokes[1:-2]
    assert {(s.colour, s.opacity) for s in fill} == {("#ff8000", 0.5)}
    assert all(np.hypot(*(s.xy - 100).T).max() < 52 for s in fill)
    editor.document.undo()
    assert editor.document.drawing.strokes == outlines
    editor.click(20, 20)
    assert editor.document.drawing.strokes[-2:] == outlines[1:]


def test_outside_of_all_outlines_it_says_so(editor):
    editor.click(250, 250)
    assert editor.effects == [Refuse(NOTHING)]
    assert not editor.document.history.can_undo


def test_closed_and_open_strokes():
    assert is_closed(Stroke.from_polyline(oval(50, 50)))
    assert is_closed(Stroke.from_polyline(oval(50, 50)[:-5]))
    assert not is_closed(Stroke.from_polyline(oval(50, 50)[:-30]))
    assert not is_closed(Stroke.from_polyline([(0, 0), (1, 1)]))


def covered(strokes, side: int = 400) -> np.ndarray:
    fill = [s.with_style(colour="#000000", opacity=1) for s in strokes if s.colour == "#ff8000"]
    image = drawing_to_image(Drawing(tuple(fill), side, side))
    return np.asarray(image, dtype=float)[..., 0] < 128


def inside_of(polygon, side: int = 400) -> np.ndarray:
    x, y = np.meshgrid(np.arange(side) + 0.5, np.arange(side) + 0.5)
    places = np.column_stack([x.ravel(), y.ravel()])
    return in_polygon(places, np.array(polygon, float)).reshape(side, side)


def filled(lines, at, side: int = 400) -> tuple[ToolEditor, np.ndarray]:
    strokes = [Stroke.from_polyline(np.array(line, float), 3) for line in lines]
    tool = FillTool(lambda: InkStyle(3.0, "#ff8000"))
    editor = ToolEditor(tool, Drawing((), side, side).adding(*strokes))
    editor.click(*at)
    return editor, covered(editor.document.drawing.strokes, side)


TRIANGLE = [(60, 340), (200, 60), (340, 340)]


def apart(gap: float) -> list[list[tuple[float, float]]]:
    """The sides of the triangle, each shorter by `gap` px at either end."""
    sides = []
    for a, b in zip(np.array(TRIANGLE), np.roll(TRIANGLE, -1, axis=0), strict=True):
        way = (b - a) / np.hypot(*(b - a))
        sides.append([a + gap * way, b - gap * way])
    return sides


@pytest.mark.parametrize("gap", [0, 2, -30])
def test_three_sides_make_an_outline(gap):
    """Whose ends meet, do not quite, or cross each other."""
    editor, ink = filled(apart(gap), (200, 250))
    inside = inside_of(TRIANGLE)
    assert (ink & inside).sum() > 0.93 * inside.sum()
    assert (ink & ~inside).sum() < 0.01 * inside.sum()
    # Below the lines: the lowest of them comes right after the fill.
    colours = [stroke.colour for stroke in editor.document.drawing.strokes]
    assert colours == ["#ff8000"] * (len(colours) - 3) + ["#000000"] * 3


def test_a_field_between_crossing_lines():
    lines = [[(x, 20), (x, 380)] for x in (100, 200, 300)]
    lines += [[(20, y), (380, y)] for y in (100, 200, 300)]
    _, ink = filled(lines, (150, 250))
    field = inside_of([(100, 200), (200, 200), (200, 300), (100, 300)])
    assert (ink & field).sum() > 0.93 * field.sum()
    assert not (ink & ~field).any()


def test_where_there_is_a_way_out_nothing_is_filled():
    editor, _ = filled(apart(20), (200, 250))
    assert not editor.document.history.can_undo
    editor, _ = filled(apart(0), (20, 20))
    assert not editor.document.history.can_undo
    editor, _ = filled(apart(0), (900, 900))
    assert not editor.document.history.can_undo


def test_an_eye_of_two_strokes_in_a_round_face():
    t = np.linspace(0, np.pi, 30)
    lids = [np.column_stack([150 + 30 * np.cos(t), 150 + s * 20 * np.sin(t)]) for s in (1, -1)]
    _, ink = filled([oval(150, 150) + 200, *lids], (150, 150))
    assert 0.9 < ink.sum() / (np.pi * 30 * 20) < 1.05
