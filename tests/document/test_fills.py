"""Filled strokes: by brute force, and the same in every form they are shown and kept in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document.drawing import Drawing
from app.document.fill_coverage import fill_coverage
from app.document.raster_png import drawing_to_image
from app.document.stroke import Stroke
from app.document.svg_clip import ClipShape
from app.document.svg_fills import joined
from engine.errors import InputError

SIZE = (24, 18)
places = st.tuples(st.floats(-10, 34), st.floats(-10, 28))
BOW = np.array([[3, 3], [20, 14], [20, 3], [3, 14], [10, 1]], float)


def whole(corners: np.ndarray, size: tuple[int, int] = SIZE) -> np.ndarray:
    """(H, W) the coverage of the whole image."""
    image = np.zeros((size[1], size[0]))
    found = fill_coverage(corners, size)
    if found is not None:
        x, y, part = found
        image[y : y + part.shape[0], x : x + part.shape[1]] = part
    return image


def by_points(corners: np.ndarray, per_side: int = 16) -> np.ndarray:
    """(H, W) by brute force: how many of 16 x 16 places of a pixel have a winding number."""
    width, height = SIZE
    steps = (np.arange(per_side) + 0.5) / per_side
    x = np.tile((np.arange(width)[:, None] + steps).ravel(), height * per_side)
    y = np.repeat((np.arange(height)[:, None] + steps).ravel(), width * per_side)
    inside = ClipShape.of_outlines([corners], even_odd=False).covers(np.stack([x, y], 1))
    return inside.reshape(height, per_side, width, per_side).mean(axis=(1, 3))


@given(st.lists(places, min_size=1, max_size=7))
@settings(max_examples=60)
def test_any_polygon(points: list[tuple[float, float]]) -> None:
    corners = np.array(points)
    difference = np.abs(whole(corners) - by_points(corners))
    # Four rows a pixel: an edge along a row is a quarter off at most, an edge of a corner less.
    assert difference.max() <= 0.26 * 2
    assert difference.mean() < 0.02


def test_areas_are_exact_along_rows() -> None:
    corners = np.array([[2.25, 3], [7.75, 3], [7.75, 5.5], [2.25, 5.5]])
    image = whole(corners)
    assert image[3, 2:8].tolist() == [0.75, 1, 1, 1, 1, 0.75]
    assert image[5, 2:8].tolist() == [0.375, 0.5, 0.5, 0.5, 0.5, 0.375]
    assert image.sum() == pytest.approx(5.5 * 2.5)


def test_what_turns_twice_the_same_way_is_filled_and_opposite_ways_a_hole() -> None:
    outer = np.array([[2.0, 2], [12, 2], [12, 12], [2, 12]])
    inner = np.array([[5.0, 5], [9, 5], [9, 9], [5, 9]])
    style = Stroke.from_polyline([[0, 0]])
    for turned, even_odd, area in (
        (inner, False, 100),
        (inner[::-1], False, 84),
        (inner, True, 84),
        (inner[::-1], True, 84),
    ):
        line = joined([outer, turned], style, even_odd)
        assert whole(line.xy).sum() == pytest.approx(area)


def test_far_away_is_nothing() -> None:
    assert fill_coverage(BOW + 100, SIZE) is None
    assert fill_coverage(BOW - 100, SIZE) is None


@pytest.mark.parametrize("opacity", [1.0, 0.5])
def test_the_image_is_filled_under_the_line(opacity: float) -> None:
    stroke = Stroke.from_polyline(BOW, 0.001, "#000000", opacity).with_fill("#ff0000")
    image = np.asarray(drawing_to_image(Drawing((stroke,), *SIZE)), float)
    expected = 255 - 255 * opacity * by_points(BOW)
    assert np.abs(image[..., 1] - expected).mean() < 4
    assert (image[..., 0] > 230).all()


def test_the_style_keeps_the_fill() -> None:
    stroke = Stroke.from_polyline(BOW).with_fill("#FF0000")
    assert stroke.fill == "#ff0000"
    assert stroke.with_style(colour="#00ff00").fill == "#ff0000"
    assert stroke.transformed([[1, 0, 5], [0, 1, 5]]).fill == "#ff0000"
    assert stroke.on_layer(3).fill == "#ff0000"
    assert stroke != stroke.with_fill(None)
    assert stroke.with_fill("#ff0000") is stroke
    with pytest.raises(InputError, match="not a colour"):
        stroke.with_fill("red")
