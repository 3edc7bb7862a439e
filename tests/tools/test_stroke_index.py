from __future__ import annotations

import numpy as np
import pytest

from app.document.stroke import Stroke
from app.tools.stroke_index import StrokeIndex
from tests.tools.slow_hits import touched_one_by_one


def scribbles(count: int, seed: int = 0) -> tuple[Stroke, ...]:
    random = np.random.default_rng(seed)
    starts = random.uniform(0, 1000, (count, 1, 2))
    walks = starts + np.cumsum(random.normal(0, 6, (count, 12, 2)), axis=1)
    widths = random.uniform(1, 12, count)
    return tuple(Stroke.from_polyline(w, width_px=px) for w, px in zip(walks, widths, strict=True))


@pytest.fixture
def strokes() -> tuple[Stroke, ...]:
    return scribbles(300)


def expected_boxes(strokes: tuple[Stroke, ...]) -> np.ndarray:
    return np.array([stroke.bounds() for stroke in strokes]).reshape(-1, 4)


def test_boxes_follow_every_kind_of_edit(strokes):
    index = StrokeIndex()
    more = scribbles(700, seed=1)
    for drawing in (
        strokes,
        strokes[:-1],
        strokes,
        (*strokes, *more),
        (*strokes[:5], *strokes[9:], *more),
        (*more[:3], *strokes),
        tuple(reversed(strokes)),
        (),
        more,
    ):
        index.follow(drawing)
        assert len(index) == len(drawing)
        np.testing.assert_array_equal(index.boxes, expected_boxes(drawing))


def test_known_strokes_are_not_measured_again(strokes, monkeypatch):
    index = StrokeIndex(strokes)
    measured = []
    bounds = Stroke.bounds

    def counted(stroke: Stroke):
        measured.append(stroke)
        return bounds(stroke)

    monkeypatch.setattr(Stroke, "bounds", counted)
    new = scribbles(1, seed=5)[0]
    index.follow((*strokes[:100], *strokes[101:], new))
    assert measured == [new]


def test_box_search_finds_exactly_the_overlapping(strokes):
    index = StrokeIndex(strokes)
    box = (200.0, 300.0, 420.0, 510.0)
    found = index.in_box(box).tolist()
    meets = [
        i
        for i, (x0, y0, x1, y1) in enumerate(expected_boxes(strokes))
        if x0 <= box[2] and x1 >= box[0] and y0 <= box[3] and y1 >= box[1]
    ]
    assert found == meets
    assert 0 < len(found) < len(strokes)


@pytest.mark.parametrize("reach_px", [0.0, 3.0, 25.0])
def test_touch_agrees_with_looking_one_by_one(strokes, reach_px):
    index = StrokeIndex(strokes)
    for start, end in (((100, 100), (900, 700)), ((500, 500), (500, 500)), ((0, 990), (990, 0))):
        hits = index.touched_by(start, end, reach_px).tolist()
        assert hits == touched_one_by_one(strokes, start, end, reach_px)


def test_a_dot_can_be_touched():
    dot = Stroke.from_polyline([(50, 50)], width_px=4)
    index = StrokeIndex((dot,))
    assert index.touched_by((0, 52), (100, 52), 0.1).tolist() == [0]
    assert index.touched_by((0, 53), (100, 53), 0.1).tolist() == []


def test_an_empty_drawing_has_nothing_to_touch():
    assert StrokeIndex().touched_by((0, 0), (10, 10), 5.0).tolist() == []
