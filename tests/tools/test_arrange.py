from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.tools.arrange import Order, duplicated, ordered, restyled, transformed


def row(number: int) -> Drawing:
    """Dots at x = 0, 1, 2, ..."""
    return Drawing().adding(*(Stroke.from_polyline([(x, 0)]) for x in range(number)))


def columns(drawing: Drawing) -> list[int]:
    return [int(stroke.xy[0, 0]) for stroke in drawing.strokes]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TOP, [0, 2, 4, 1, 3]),
        (Order.BOTTOM, [1, 3, 0, 2, 4]),
        (Order.RAISE, [0, 2, 1, 4, 3]),
        (Order.LOWER, [1, 0, 3, 2, 4]),
    ],
)
def test_order(order, expected):
    drawing, ids = ordered(row(5), frozenset([1, 3]), order)
    assert columns(drawing) == expected
    assert sorted(columns(drawing)[i] for i in ids) == [1, 3]


def test_strokes_at_the_end_stay_there():
    drawing = row(4)
    for ids, order in (([2, 3], Order.RAISE), ([3], Order.TOP), ([0, 1], Order.LOWER)):
        same, kept = ordered(drawing, frozenset(ids), order)
        assert same is drawing
        assert kept == set(ids)


@given(st.sets(st.integers(0, 7)), st.sampled_from(Order))
def test_no_order_loses_a_stroke_or_mixes_the_chosen(ids, order):
    drawing, kept = ordered(row(8), frozenset(ids), order)
    assert sorted(columns(drawing)) == list(range(8))
    assert [columns(drawing)[i] for i in sorted(kept)] == sorted(ids)


def test_copies_are_on_top_and_chosen():
    drawing, ids = duplicated(row(3), [2, 0], 10, 5)
    assert columns(drawing) == [0, 1, 2, 10, 12]
    assert ids == {3, 4}
    assert drawing.strokes[3].xy.tolist() == [[10, 5]]


def test_style_of_the_chosen_only():
    drawing = row(3)
    other = restyled(drawing, [1], colour="#ff0000", opacity=0.5)
    assert [s.colour for s in other.strokes] == ["#000000", "#ff0000", "#000000"]
    assert other.strokes[1].opacity == 0.5
    assert other.strokes[1].width_px == drawing.strokes[1].width_px
    assert other.strokes[0] is drawing.strokes[0]
    assert restyled(other, [1], colour="#ff0000") is other


def test_a_transform_keeps_the_places_of_strokes():
    affine = np.array([[0.0, -1.0, 7.0], [1.0, 0.0, 0.0]])
    drawing = transformed(row(3), [2], affine)
    assert drawing.strokes[2].xy.tolist() == [[7, 2]]
    assert columns(drawing)[:2] == [0, 1]


def test_strokes_keep_to_their_layer():
    """Strokes 0, 2, 4 below and 1, 3, 5 above."""
    layers = (Layer(0, "Below"), Layer(1, "Above"))
    dots = tuple(Stroke.from_polyline([(x, 0)]).on_layer(x % 2) for x in range(6))
    drawing = Drawing(dots, layers=layers)
    for order, expected in (
        (Order.RAISE, [0, 1, 4, 3, 2, 5]),
        (Order.TOP, [0, 1, 4, 3, 2, 5]),
        (Order.BOTTOM, [2, 1, 0, 3, 4, 5]),
    ):
        moved, ids = ordered(drawing, frozenset([2]), order)
        assert columns(moved) == expected
        assert [columns(moved)[i] for i in ids] == [2]
