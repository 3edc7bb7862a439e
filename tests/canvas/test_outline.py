"""The outline of a stroke covers what a round tip covers, no more and no less."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from app.canvas.ink_path import ink_path
from app.canvas.outline import stroke_outlines
from app.tools.distance import points_to_segments


def covered_by_tip(xy: np.ndarray, radii: np.ndarray, places: np.ndarray, slack: float):
    """Whether each place is surely under / surely beside a tip of changing radius."""
    # Where the pen rests the largest tip of them all leaves its mark.
    radii = np.array([radii[(xy == place).all(axis=1)].max() for place in xy])
    inside = np.zeros(len(places), bool)
    near = np.zeros(len(places), bool)
    if len(xy) == 1:
        gap = np.hypot(*(places - xy[0]).T)
        return gap < radii[0] - slack, gap > radii[0] + slack
    for (a, b), (r, s) in zip(pairwise(xy), pairwise(radii.tolist()), strict=True):
        gap = points_to_segments(places, a, b)
        inside |= gap < min(r, s) - slack
        near |= gap < max(r, s) * 1.16 + slack
    return inside, ~near


def spiral(turns: float, radius: float, count: int) -> np.ndarray:
    t = np.linspace(0, 1, count)
    angle = 2 * np.pi * turns * t
    return 60 + radius * t[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)


LINES = {
    "dot": np.array([[50.0, 50.0]]),
    "straight": np.array([[20.0, 60.0], [100.0, 60.0]]),
    "corner": np.array([[20.0, 20.0], [100.0, 20.0], [100.0, 100.0]]),
    "there and back": np.array([[20.0, 60.0], [100.0, 60.0], [20.0, 60.0]]),
    "hairpin": np.array([[20.0, 60.0], [100.0, 60.0], [20.0, 64.0]]),
    "gentle": np.stack([np.linspace(10, 110, 40), 60 + 30 * np.sin(np.linspace(0, 6, 40))], 1),
    "tighter than the tip": spiral(3, 8, 90),
    "crossing itself": spiral(2, 45, 60),
    "resting": np.repeat(np.array([[20.0, 60.0], [60.0, 80.0], [100.0, 60.0]]), 3, axis=0),
    "staircase": np.cumsum(np.array([[i % 2, (i + 1) % 2] for i in range(80)], float), 0) + 20,
}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("pressure", ["steady", "changing"])
def test_covers_what_the_tip_covers(name, pressure):
    xy = LINES[name]
    radii = np.full(len(xy), 7.0)
    if pressure == "changing":
        radii = 5.0 + 3.0 * np.sin(np.linspace(0, 7, len(xy)))
    path = ink_path(xy, 2 * radii)
    grid = np.stack(np.meshgrid(np.arange(0, 121, 1.7), np.arange(0, 121, 1.7)), -1).reshape(-1, 2)
    inside, outside = covered_by_tip(xy, radii, grid, slack=0.15)
    contained = np.array([path.contains(QPointF(*place)) for place in grid])
    assert contained[inside].all()
    assert not contained[outside].any()
    assert inside.any()


def test_a_line_may_come_to_a_point():
    xy = LINES["straight"]
    (polygon,) = stroke_outlines(xy, np.array([7.0, 0.0]))
    path = ink_path(xy, np.array([14.0, 0.0]))
    assert np.hypot(*(polygon - xy[1]).T).min() == 0
    assert path.contains(QPointF(60, 63))
    assert not path.contains(QPointF(60, 64))
    assert not path.contains(QPointF(101, 60))


def test_all_polygons_turn_the_same_way():
    for xy in LINES.values():
        for polygon in stroke_outlines(xy, np.full(len(xy), 2.0)):
            x, y = polygon.T
            assert np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) < 0


def test_a_smooth_line_is_one_polygon():
    xy = LINES["gentle"]
    (polygon,) = stroke_outlines(xy, np.full(len(xy), 2.0))
    assert len(polygon) < 3 * len(xy)


def test_caps_are_round_at_every_size():
    for radius in (0.2, 2.0, 30.0):
        (polygon,) = stroke_outlines(np.array([[0.0, 0.0]]), np.array([radius]))
        mid = (polygon + np.roll(polygon, -1, axis=0)) / 2
        assert np.hypot(*mid.T).min() > radius - 0.021
