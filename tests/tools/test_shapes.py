from __future__ import annotations

import itertools

import numpy as np
import pytest

from app.tools.polygon_fit import fit_polygon
from app.tools.shapes import ShapeKind, ellipse_beziers, recognise
from engine.strokes import sample_beziers
from tests.tools.wobbly import box, ngon, oval, turned, wobbly

SEEDS = range(8)


def kinds(xy: np.ndarray, **how: float) -> set[str]:
    shapes = [recognise(wobbly(xy, seed, **how)) for seed in SEEDS]
    return {"none" if shape is None else shape.kind.value for shape in shapes}


@pytest.mark.parametrize("angle_deg", [0, 10, 45, 80])
def test_wobbly_shapes_are_what_they_are_meant_to_be(angle_deg):
    for meant, xy in (
        ("line", np.array([(0.0, 0.0), (200.0, 0.0)])),
        ("circle", oval(80, 80)),
        ("ellipse", oval(120, 55)),
        ("rectangle", box(160, 90)),
        ("rectangle", box(100, 100)),
        ("polygon", ngon(3)),
        ("polygon", ngon(5)),
        ("polygon", np.array([(0, 0), (200, 0), (140, 90), (30, 70), (0, 0)], float)),
    ):
        assert kinds(turned(xy, angle_deg), wobble=0.015) == {meant}


@pytest.mark.parametrize("overshoot", [-0.06, 0.0, 0.08])
def test_ends_that_miss_each_other_do_not_matter(overshoot):
    for meant, xy in (("circle", oval(80, 80)), ("rectangle", box(160, 90)), ("polygon", ngon(3))):
        assert kinds(xy, wobble=0.01, overshoot=overshoot) == {meant}


def test_it_does_not_matter_where_a_closed_shape_begins():
    corners = box(160, 90)[:-1]
    for start in range(4):
        line = np.roll(corners, start, axis=0)
        assert kinds(np.concatenate([line, line[:1]])) == {"rectangle"}
    middle = np.array([(80, 0), (160, 0), (160, 90), (0, 90), (0, 0), (80, 0)], float)
    assert kinds(middle) == {"rectangle"}


def test_scribbles_stay_scribbles():
    t = np.linspace(0, 1, 100)
    spiral = (20 + 100 * t)[:, None] * np.column_stack([np.cos(15 * t), np.sin(15 * t)])
    wave = np.column_stack([300 * t, 40 * np.sin(20 * t)])
    zigzag = np.array([(40.0 * i, 60.0 * (i % 2)) for i in range(7)])
    arc = np.column_stack([100 * np.cos(3 * t), 100 * np.sin(3 * t)])
    figure_8 = np.column_stack([100 * np.sin(2 * np.pi * t), 60 * np.sin(4 * np.pi * t)])
    for xy in (spiral, wave, zigzag, arc, figure_8):
        assert kinds(xy, wobble=0.005) == {"none"}


def test_dots_and_short_ticks_are_left_alone():
    assert recognise(np.array([(5.0, 5.0)])) is None
    assert recognise(np.array([(5.0, 5.0), (9.0, 6.0)])) is None
    assert recognise(np.array([(5.0, 5.0)] * 30)) is None


def test_the_circle_is_round_and_in_its_place():
    shape = recognise(wobbly(oval(80, 76) + np.array([300, 200]), 1))
    assert shape.kind is ShapeKind.CIRCLE
    places = sample_beziers(shape.beziers)
    radius = np.hypot(*(places - (300, 200)).T)
    np.testing.assert_allclose(radius, 78, atol=4)
    middle = (places.min(axis=0) + places.max(axis=0)) / 2
    np.testing.assert_allclose(np.hypot(*(places - middle).T), radius.mean(), rtol=0.01)
    np.testing.assert_array_equal(shape.beziers[0, 0], shape.beziers[-1, 3])


def test_the_rectangle_has_right_angles_and_is_upright_if_nearly_so():
    shape = recognise(wobbly(turned(box(160, 90), 5), 2))
    sides = np.diff(shape.corners, axis=0)
    assert shape.corners.shape == (5, 2)
    assert np.abs(sides).min(axis=1).max() < 1e-9
    tilted = recognise(wobbly(turned(box(160, 90), 30), 2))
    sides = np.diff(tilted.corners, axis=0)
    np.testing.assert_allclose((sides * np.roll(sides, 1, axis=0)).sum(axis=1), 0, atol=1e-6)
    angles = np.degrees(np.arctan2(sides[:, 1], sides[:, 0])) % 90
    np.testing.assert_allclose(angles, 30, atol=3)


def test_a_nearly_square_rectangle_is_square():
    corners = recognise(wobbly(box(100, 94), 3, wobble=0.005)).corners
    lengths = np.hypot(*np.diff(corners, axis=0).T)
    np.testing.assert_allclose(lengths, lengths[0], rtol=1e-9)


def test_the_corners_of_a_triangle_are_found():
    triangle = np.array([(0, 0), (200, 20), (60, 150), (0, 0)], float)
    corners = recognise(wobbly(triangle, 4, wobble=0.01)).corners
    distances = np.linalg.norm(corners[:-1, None] - triangle[None, :-1], axis=2)
    assert distances.min(axis=0).max() < 8


def test_the_polygon_is_the_best_one():
    """Against every way to put three corners on a coarse loop."""
    loop = np.array([(0, 0), (5, 1), (10, 0), (9, 4), (6, 8), (3, 9), (1, 6), (0, 3)], float)

    def cost(points: np.ndarray) -> float:
        return float(np.linalg.svd(points - points.mean(axis=0), compute_uv=False)[1] ** 2)

    best = min(
        sum(
            cost(loop[np.arange(a, b + 1) % 8])
            for a, b in zip(cuts, (*cuts[1:], cuts[0] + 8), strict=True)
        )
        for cuts in itertools.combinations(range(8), 3)
    )
    _, distance = fit_polygon(loop, 3)
    assert distance == pytest.approx(np.sqrt(best / 8))


def test_quarter_beziers_are_a_circle():
    places = sample_beziers(ellipse_beziers(np.zeros(2), (100.0, 100.0), 0.7, 0.2))
    np.testing.assert_allclose(np.hypot(*places.T), 100, rtol=3e-4)
