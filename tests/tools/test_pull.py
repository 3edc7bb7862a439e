from __future__ import annotations

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.tools.pull import pulled
from engine.errors import InputError


def right(xy):
    """Further right the lower it is."""
    return xy + np.column_stack([0.5 * xy[:, 1], np.zeros(len(xy))])


@pytest.fixture
def pressed() -> Stroke:
    points = [(10, 0, 0.2, 0.0), (20, 40, 0.9, 0.1), (30, 80, 0.4, 0.3)]
    return Stroke(np.array(points), 5.0, "#123456", 0.5).with_fill("#abcdef")


def test_points_move_and_all_else_stays(pressed):
    other = Stroke.from_polyline([(0, 10), (0, 20)])
    drawing = pulled(Drawing((pressed, other)), [0], right)
    moved = drawing.strokes[0]
    assert moved.xy.tolist() == [[10, 0], [40, 40], [70, 80]]
    assert moved.points[:, 2:].tolist() == pressed.points[:, 2:].tolist()
    style = (moved.width_px, moved.colour, moved.opacity, moved.fill)
    assert style == (5.0, "#123456", 0.5, "#abcdef")
    assert drawing.strokes[1] is other


def test_each_of_several_gets_its_own_points(pressed):
    strokes = (pressed, Stroke.from_polyline([(1, 2)]), Stroke.from_polyline([(0, 10), (0, 20)]))
    drawing = pulled(Drawing(strokes), [2, 0, 1], right)
    for before, after in zip(strokes, drawing.strokes, strict=True):
        assert after.xy == pytest.approx(right(before.xy))


def test_beziers_stay_beziers_and_connected():
    chain = [[(0, 0), (10, 20), (20, 20), (30, 0)], [(30, 0), (40, -20), (50, -20), (60, 0)]]
    stroke = Stroke.from_beziers(chain, 4.0)
    (moved,) = pulled(Drawing((stroke,)), [0], right).strokes
    assert moved.beziers[0].tolist() == [[0, 0], [20, 20], [30, 20], [30, 0]]
    assert moved.beziers[0, 3].tolist() == moved.beziers[1, 0].tolist()
    assert moved.width_px == 4.0


def test_all_points_move_in_one_call(pressed):
    calls = []

    def move(xy):
        calls.append(len(xy))
        return xy

    pulled(Drawing((pressed, pressed)), [0, 1], move)
    assert calls == [6]


def test_without_ids_the_drawing_is_the_same(pressed):
    drawing = Drawing((pressed,))
    assert pulled(drawing, [], right) is drawing


def test_locked_strokes_and_places_out_of_bounds_are_refused(pressed):
    locked = Drawing((pressed,), layers=(Layer(locked=True),))
    with pytest.raises(InputError, match="locked"):
        pulled(locked, [0], right)
    with pytest.raises(InputError):
        pulled(Drawing((pressed,)), [0], lambda xy: xy + 1e9)
