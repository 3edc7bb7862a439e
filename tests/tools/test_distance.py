from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.tools.distance import points_to_segments, segments_to_segment

place = st.tuples(st.integers(-20, 20), st.integers(-20, 20))


def test_points_beside_before_and_behind_a_segment():
    points = np.array([[5.0, 3.0], [-3.0, 4.0], [13.0, -4.0], [7.0, 0.0]])
    distance = points_to_segments(points, np.array([0.0, 0.0]), np.array([10.0, 0.0]))
    np.testing.assert_allclose(distance, [3, 5, 5, 0])


def test_a_segment_without_length_is_a_point():
    here = np.array([[2.0, 2.0]])
    assert points_to_segments(np.array([[5.0, 6.0]]), here, here)[0] == 5.0


def test_crossing_segments_have_no_distance():
    starts, ends = np.array([[0.0, -5.0], [20.0, -5.0]]), np.array([[0.0, 5.0], [20.0, 5.0]])
    distance = segments_to_segment(starts, ends, np.array([-10.0, 0.0]), np.array([10.0, 0.0]))
    np.testing.assert_allclose(distance, [0, 10])


@settings(deadline=None)
@given(place, place, place, place)
def test_agrees_with_a_dense_sampling(a, b, c, d):
    a, b, c, d = (np.array(each, dtype=float) for each in (a, b, c, d))
    t = np.linspace(0, 1, 401)[:, None]
    first, second = a + t * (b - a), c + t * (d - c)
    sampled = np.hypot(*(first[:, None] - second[None]).transpose(2, 0, 1)).min()
    exact = segments_to_segment(a[None], b[None], c, d)[0]
    step = (np.hypot(*(b - a)) + np.hypot(*(d - c))) / 800
    assert exact <= sampled + 1e-9
    assert sampled <= exact + step + 1e-9
