from __future__ import annotations

import numpy as np
import pytest

from engine.attribution.framing import MARGIN, frame_strokes, ink_frame

LINES = [np.array([[10.0, 20.0], [110.0, 40.0]]), np.array([[30.0, 90.0]])]


def test_it_is_what_is_taken_where_none_is_given():
    given, by_itself = frame_strokes(LINES, ink_frame(LINES)), frame_strokes(LINES)
    for one, other in zip(given.lines, by_itself.lines, strict=True):
        np.testing.assert_allclose(one, other)


def test_it_is_a_square_with_a_margin_around_the_ink():
    x0, y0, x1, y1 = ink_frame(LINES)
    side = 100 / (1 - 2 * MARGIN)
    assert (x1 - x0, y1 - y0) == (pytest.approx(side), pytest.approx(side))
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == (pytest.approx(60), pytest.approx(55))


def test_a_dot_lies_in_the_middle():
    (dot,) = frame_strokes([np.array([[7.0, 7.0]])]).lines
    np.testing.assert_allclose(dot, [[0.5, 0.5]])
