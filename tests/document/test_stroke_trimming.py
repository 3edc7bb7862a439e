from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.document.trimming import cut, gaps, joined, trimmed


@pytest.fixture
def timed() -> Stroke:
    """Six points with pressure and time."""
    rows = [(10 * i, i * i, 0.1 + 0.1 * i, 0.05 * i) for i in range(6)]
    return Stroke(np.array(rows), 4.0, "#112233", 0.5)


@pytest.mark.parametrize(
    ("kept", "count", "expected"),
    [
        ((), 6, ((0, 5),)),
        (((0, 5),), 6, ()),
        (((0, 2),), 6, ((2, 5),)),
        (((3, 5),), 6, ((0, 3),)),
        (((1, 2), (4, 4)), 6, ((0, 1), (2, 4), (4, 5))),
        ((), 1, ((0, 0),)),
        (((0, 0),), 1, ()),
    ],
)
def test_gaps_are_what_is_left_out(kept, count, expected):
    assert gaps(kept, count) == expected


@st.composite
def spans(draw) -> tuple[tuple[tuple[int, int], ...], int]:
    count = draw(st.integers(1, 30))
    ends = sorted(draw(st.sets(st.integers(0, count - 1), max_size=8)))
    return tuple(zip(ends[::2], ends[1::2], strict=False)), count


@given(spans())
def test_with_all_gaps_back_the_stroke_is_whole(case):
    kept, count = case
    assert joined((*kept, *gaps(kept, count))) == ((0, count - 1),)


@given(spans())
def test_kept_parts_and_gaps_share_no_segment(case):
    kept, count = case
    segments = [i for a, b in (*kept, *gaps(kept, count)) for i in range(a, b)]
    assert sorted(segments) == list(range(count - 1))


def test_cut_parts_keep_pressure_time_and_style(timed):
    first, second = cut(timed, ((0, 1), (3, 5)))
    np.testing.assert_array_equal(first.points, timed.points[:2])
    np.testing.assert_array_equal(second.points, timed.points[3:])
    assert (second.width_px, second.colour, second.opacity) == (4.0, "#112233", 0.5)


def test_a_whole_stroke_stays_the_very_object(timed):
    assert cut(timed, ((0, 5),))[0] is timed
    assert cut(timed, ()) == ()


def test_a_bezier_stroke_becomes_a_polyline_only_where_it_is_cut():
    bezier = Stroke.from_beziers([[(0, 0), (10, 0), (20, 10), (30, 10)]])
    last = len(bezier.points) - 1
    assert cut(bezier, ((0, last),))[0].beziers is not None
    (part,) = cut(bezier, ((0, 5),))
    assert part.beziers is None
    np.testing.assert_array_equal(part.xy, bezier.xy[:6])


def test_a_drawing_keeps_its_order_and_its_page(timed):
    other = timed.with_style(width_px=9)
    drawing = Drawing((timed, other, timed), 300, 200)
    after = trimmed(drawing, [((0, 5),), (), ((0, 2), (4, 5))])
    assert after.strokes[0] is timed
    assert [len(each.points) for each in after.strokes] == [6, 3, 2]
    assert (after.width_px, after.height_px) == (300, 200)


def test_nothing_left_out_is_the_very_drawing(timed):
    drawing = Drawing((timed,))
    assert trimmed(drawing, [((0, 5),)]) is drawing


def test_spans_for_another_number_of_strokes_are_a_mistake(timed):
    with pytest.raises(ValueError):
        trimmed(Drawing((timed,)), [])


def test_a_cut_drawing_is_saved_and_opened_as_it_is(timed, tmp_path):
    from app.document.svg_read import read_svg
    from app.document.svg_write import write_svg

    after = trimmed(Drawing((timed,)), [((0, 0), (2, 5))])
    write_svg(tmp_path / "cut.svg", after)
    assert read_svg(tmp_path / "cut.svg") == after


def test_parts_stay_on_their_layer_and_what_is_locked_or_hidden_stays_whole(timed):
    layers = (Layer(0), Layer(1, locked=True), Layer(2, visible=False), Layer(3))
    strokes = tuple(timed.on_layer(layer.id) for layer in layers)
    after = trimmed(Drawing(strokes, layers=layers), [((0, 1),)] * 3 + [((0, 1), (4, 5))])
    found = [(each.layer, len(each.points)) for each in after.strokes]
    assert found == [(0, 2), (1, 6), (2, 6), (3, 2), (3, 2)]
