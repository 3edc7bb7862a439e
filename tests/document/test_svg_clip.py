from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document import svg_clip
from app.document.stroke import Stroke
from app.document.svg_clip import Clipper, ClipShape
from engine.errors import InputError

SQUARE = np.array([[10.0, 10], [30, 10], [30, 30], [10, 30]])
INNER = np.array([[15.0, 15], [25, 15], [25, 25], [15, 25]])
SHIFT = np.array([8.0, 0])
coordinate = st.integers(0, 40).map(lambda value: value + 0.5)


def shape(*outlines: np.ndarray, even_odd: bool = False) -> ClipShape:
    return ClipShape.of_outlines(outlines, even_odd)


def in_square(places: np.ndarray, low: float, high: float) -> np.ndarray:
    return ((places > low) & (places < high)).all(axis=1)


@given(st.lists(st.tuples(coordinate, coordinate), min_size=1))
def test_what_is_inside(points: list[tuple[float, float]]) -> None:
    places = np.array(points)
    square, inner = in_square(places, 10, 30), in_square(places, 15, 25)
    for turned in (INNER, INNER[::-1]):
        assert np.array_equal(shape(SQUARE, turned, even_odd=True).covers(places), square & ~inner)
    assert np.array_equal(shape(SQUARE, INNER).covers(places), square)
    # The winding number of a hole that turns the other way is 0.
    assert np.array_equal(shape(SQUARE, INNER[::-1]).covers(places), square & ~inner)
    assert not shape().covers(places).any()


def test_chunks_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    places = np.random.default_rng(0).uniform(0, 40, (1000, 2))
    whole = shape(SQUARE, INNER).covers(places)
    monkeypatch.setattr(svg_clip, "_CHUNK", 50)
    assert np.array_equal(shape(SQUARE, INNER).covers(places), whole)


def test_a_line_is_cut_at_the_edges() -> None:
    points = np.array([[0, 20, 0.0, 0], [20, 20, 0.5, 1], [50, 20, 1.0, 2.5]])
    stroke = Stroke(points, 3, "#ff0000", 0.5, layer=4)
    (part,) = Clipper().cut(stroke, [[shape(SQUARE)]])
    expected = [[10, 20, 0.25, 0.5], [20, 20, 0.5, 1], [30, 20, 2 / 3, 1.5]]
    np.testing.assert_allclose(part.points, expected, atol=0.01)
    assert (part.width_px, part.colour, part.opacity, part.layer) == (3, "#ff0000", 0.5, 4)


def test_every_part_is_kept() -> None:
    stroke = Stroke.from_polyline([[0, 20], [40, 20]])
    parts = Clipper().cut(stroke, [[shape(SQUARE, INNER, even_odd=True)]])
    ends = [part.xy[[0, -1], 0].tolist() for part in parts]
    np.testing.assert_allclose(ends, [[10, 15], [25, 30]], atol=0.01)


def test_regions_intersect_and_their_shapes_unite() -> None:
    stroke = Stroke.from_polyline([[0, 20], [40, 20]])
    left, right = shape(SQUARE - SHIFT), shape(SQUARE + SHIFT)
    ends = [p.xy[[0, -1], 0].tolist() for p in Clipper().cut(stroke, [[left], [right]])]
    np.testing.assert_allclose(ends, [[18, 22]], atol=0.01)
    ends = [p.xy[[0, -1], 0].tolist() for p in Clipper().cut(stroke, [[left, right]])]
    np.testing.assert_allclose(ends, [[2, 38]], atol=0.01)


def test_what_is_not_cut_stays_as_it_is() -> None:
    curve = Stroke.from_beziers([[12, 12], [20, 12], [28, 20], [28, 28]])
    assert Clipper().cut(curve, [[shape(SQUARE)]])[0] is curve
    assert Clipper().cut(curve, [[shape(SQUARE + 50)]]) == []
    dot = Stroke.from_polyline([[20, 20]])
    assert Clipper().cut(dot, [[shape(SQUARE)]]) == [dot]
    assert Clipper().cut(dot, [[shape(SQUARE + 50)]]) == []
    assert Clipper().cut(dot, [[]]) == []


def test_the_work_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg_clip, "MAX_COMPARISONS", 100)
    with pytest.raises(InputError, match="too long"):
        Clipper().cut(Stroke.from_polyline([[0, 20], [40, 20]]), [[shape(SQUARE)]])
