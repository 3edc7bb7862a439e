from __future__ import annotations

import numpy as np

from app.document.stroke import Stroke
from app.tools.region import in_polygon, strokes_in
from app.tools.stroke_index import StrokeIndex


def test_in_polygon_is_the_winding_of_the_corners_around_the_point():
    random = np.random.default_rng(3)
    angle = np.sort(random.uniform(0, 2 * np.pi, 40))
    star = np.stack([np.cos(angle), np.sin(angle)], 1) * random.uniform(20, 100, (40, 1))
    points = random.uniform(-110, 110, (500, 2))
    corners = star[None] - points[:, None]
    turns = np.angle(
        (corners[:, :, 0] + 1j * corners[:, :, 1])
        / np.roll(corners[:, :, 0] + 1j * corners[:, :, 1], 1, axis=1)
    ).sum(axis=1)
    inside = np.rint(turns / (2 * np.pi)) % 2 == 1
    assert 100 < inside.sum() < 400
    assert in_polygon(points, star).tolist() == inside.tolist()


def test_half_of_a_stroke_is_enough():
    strokes = tuple(
        Stroke.from_polyline([(x, 50), (x + 100, 50)]) for x in (-100, -60, -40, 10, 55, 300)
    )
    box = np.array([(0, 0), (100, 0), (100, 100), (0, 100)])
    assert strokes_in(StrokeIndex(strokes), strokes, box) == [2, 3]


def test_many_points_in_one_place_do_not_outweigh_the_way():
    crowded = Stroke.from_polyline([(x, 50) for x in np.linspace(0, 1, 200)] + [(400, 50)])
    box = np.array([(-5, 0), (100, 0), (100, 100), (-5, 100)])
    assert strokes_in(StrokeIndex((crowded,)), (crowded,), box) == []


def test_a_dot_and_a_region_without_area():
    dot = Stroke.from_polyline([(5, 5)])
    index = StrokeIndex((dot,))
    assert strokes_in(index, (dot,), np.array([(0, 0), (9, 0), (9, 9), (0, 9)])) == [0]
    assert strokes_in(index, (dot,), np.array([(0, 0), (9, 9)])) == []
    assert strokes_in(index, (dot,), np.array([(0, 0), (9, 0), (9, 0)])) == []
