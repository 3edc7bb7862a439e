from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.stroke import Stroke
from app.tools.cutting import cut, within_reach
from app.tools.distance import points_to_segments
from engine.strokes import sample_beziers

place = st.tuples(st.floats(-50, 50), st.floats(-50, 50))


@given(st.lists(st.tuples(place, place), min_size=1, max_size=5), place, place, st.floats(0.5, 30))
def test_the_span_within_reach_is_where_the_distance_is_small(segments, a, b, reach):
    starts = np.array([s for s, _ in segments])
    ends = np.array([e for _, e in segments])
    spans = within_reach(starts, ends, a, b, np.full(len(starts), reach))
    t = np.linspace(0, 1, 101)
    for start, end, (low, high) in zip(starts, ends, spans, strict=True):
        points = start + t[:, None] * (end - start)
        distance = points_to_segments(points, np.array(a), np.array(b))
        inside = (t >= low) & (t <= high) & (low < high)
        # The border itself may fall either way.
        clear = np.abs(distance - reach) > 1e-6 * (1 + reach)
        np.testing.assert_array_equal(inside[clear], (distance <= reach)[clear])


def test_the_middle_is_taken_out_with_pressure_and_time_kept():
    line = Stroke(np.array([(0, 0, 0.5, 0), (100, 0, 0.5, 1)]), 2, "#ff0000", 0.5)
    left, right = cut(line, (50, -20), (50, 20), 9)
    np.testing.assert_allclose(left.points, [(0, 0, 0.5, 0), (40, 0, 0.5, 0.4)], atol=0.001)
    np.testing.assert_allclose(right.points, [(60, 0, 0.5, 0.6), (100, 0, 0.5, 1)], atol=0.001)
    assert (left.width_px, left.colour, left.opacity) == (2, "#ff0000", 0.5)


def test_pressure_at_the_cut_is_that_of_the_line_there():
    line = Stroke(np.array([(0, 0, 0.0, 0), (100, 0, 1.0, 2)]), 0.001)
    left, right = cut(line, (50, 0), (50, 0), 10)
    np.testing.assert_allclose(left.points[-1], (40, 0, 0.4, 0.8), atol=0.002)
    np.testing.assert_allclose(right.points[0], (60, 0, 0.6, 1.2), atol=0.002)


def test_what_is_not_touched_is_the_same_object():
    line = Stroke.from_polyline([(0, 0), (100, 0)], width_px=2)
    assert cut(line, (50, 20), (80, 20), 18.9)[0] is line
    assert len(cut(line, (50, 20), (80, 20), 19.1)) == 2


def test_everything_can_go():
    line = Stroke.from_polyline([(0, 0), (30, 5), (60, 0)])
    assert cut(line, (-5, 0), (65, 0), 20) == ()
    dot = Stroke.from_polyline([(10, 10)], width_px=4)
    assert cut(dot, (0, 0), (20, 0), 8.5) == ()
    assert cut(dot, (0, 0), (20, 0), 7.5) == (dot,)


def test_a_line_that_comes_back_is_cut_twice():
    loop = Stroke.from_polyline([(0, 0), (100, 0), (100, 50), (0, 50)], width_px=2)
    pieces = cut(loop, (50, -5), (50, 55), 4)
    assert [piece.xy[[0, -1]].tolist() for piece in pieces] == [
        [[0, 0], [45, 0]],
        [[55, 0], [55, 50]],
        [[45, 50], [0, 50]],
    ]


def test_points_in_one_place_are_no_trouble():
    line = Stroke.from_polyline([(0, 0), (50, 0), (50, 0), (50, 0), (100, 0)], width_px=2)
    pieces = cut(line, (50, 0), (50, 0), 9)
    assert [piece.xy.tolist() for piece in pieces] == [[[0, 0], [40, 0]], [[60, 0], [100, 0]]]


@pytest.fixture
def curve() -> Stroke:
    return Stroke.from_beziers(
        [[(0, 0), (0, 80), (100, 80), (100, 0)], [(100, 0), (100, -80), (200, -80), (200, 0)]],
        width_px=2,
    )


def test_curves_are_cut_as_curves(curve):
    left, right = cut(curve, (50, 0), (50, 100), 9)
    assert left.beziers is not None
    assert right.beziers is not None
    assert (len(left.beziers), len(right.beziers)) == (1, 2)
    assert left.beziers[0, 0].tolist() == [0, 0]
    assert right.beziers[-1].tolist() == curve.beziers[-1].tolist()
    # What is left lies on the curve, and outside of the tip.
    whole = sample_beziers(curve.beziers, 0.1)
    for piece in (left, right):
        distance = np.linalg.norm(piece.xy[:, None] - whole[None], axis=2).min(axis=1)
        assert distance.max() < 0.1
        assert (np.abs(piece.xy[:, 0] - 50) > 9.9).all()
    np.testing.assert_allclose([left.xy[-1, 0], right.xy[0, 0]], [40, 60], atol=0.05)


def test_a_cut_at_the_joint_of_two_curves(curve):
    left, right = cut(curve, (100, 0), (100, 0), 9)
    assert (len(left.beziers), len(right.beziers)) == (1, 1)
    for end in (left.xy[-1], right.xy[0]):
        assert np.hypot(*(end - (100, 0))) == pytest.approx(10, abs=0.05)
