"""No confetti: what may be cut from a stroke, and what may stay."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.attribution.trimming import MIN_KEPT, is_corner, kept_spans
from engine.attribution.units import Units, pieces_of_strokes, whole_strokes
from engine.strokes import FloatArray, polyline_length

STRAIGHT = np.stack([np.linspace(0, 1, 101), np.full(101, 0.5)], 1)


def cornered() -> FloatArray:
    """Along, up, along, down, along: like a battlement; corners at points 20, 40, 60, 80."""
    corners = np.array([[0, 0.5], [0.2, 0.5], [0.2, 0.3], [0.4, 0.3], [0.4, 0.5], [0.6, 0.5]])
    legs = [
        a + (b - a) * np.linspace(0, 1, 20, endpoint=False)[:, None]
        for a, b in itertools.pairwise(corners)
    ]
    return np.concatenate([*legs, corners[-1:]])


def in_pieces(line: FloatArray, starts: list[int]) -> Units:
    ends = [*starts[1:], len(line) - 1]
    return Units(
        tuple(line[a : b + 1] for a, b in zip(starts, ends, strict=True)),
        np.arange(len(starts)),
        np.zeros(len(starts), np.int64),
        np.array(starts),
    )


def spans_of(line: FloatArray, starts: list[int], stays: list[int]):
    (spans,) = kept_spans(in_pieces(line, starts), np.array(stays), [line])
    return spans


def test_whole_strokes_stay_or_go():
    lines = [STRAIGHT, STRAIGHT[:50]]
    assert kept_spans(whole_strokes(lines), np.array([1, 0]), lines) == (((0, 100),), ())


def test_ends_are_trimmed():
    starts = [0, 20, 40, 60, 80]
    assert spans_of(STRAIGHT, starts, [0, 1, 1, 1, 1]) == ((20, 100),)
    assert spans_of(STRAIGHT, starts, [1, 1, 1, 0, 0]) == ((0, 60),)
    assert spans_of(STRAIGHT, starts, [0, 1, 1, 1, 0]) == ((20, 80),)


def test_a_straight_line_gets_no_gap():
    assert spans_of(STRAIGHT, [0, 20, 40, 60, 80], [1, 1, 0, 1, 1]) == ((0, 100),)


def test_between_corners_a_part_may_go():
    starts = [0, 20, 40, 60, 80]
    assert spans_of(cornered(), starts, [1, 1, 0, 1, 1]) == ((0, 40), (60, 100))
    # One end of the gap is no corner.
    assert spans_of(cornered(), [0, 20, 40, 50, 80], [1, 1, 0, 1, 1]) == ((0, 100),)


def test_no_crumbs_are_left():
    assert spans_of(STRAIGHT, [0, 5], [1, 0]) == ()
    # The crumb is at the end of a stroke most of which is to stay: nothing is cut.
    line = cornered()
    assert spans_of(line, [0, 20, 40, 60, 97], [1, 1, 1, 0, 1]) == ((0, 100),)


def test_corners():
    line = cornered()
    assert [i for i in range(5, 96) if is_corner(line, i) and i % 20 == 0] == [20, 40, 60, 80]
    assert not is_corner(line, 30)
    assert not is_corner(STRAIGHT, 50)
    assert not is_corner(np.zeros((3, 2)), 1)


@given(st.integers(0, 10_000))
@settings(deadline=None)
def test_whatever_is_to_go_no_part_is_too_short_and_spans_are_in_order(seed: int):
    random = np.random.default_rng(seed)
    lines = [
        0.5 + random.normal(scale=0.03, size=(random.integers(1, 60), 2)).cumsum(0)
        for _ in range(4)
    ]
    units = pieces_of_strokes(lines)
    stays = random.integers(0, 2, units.count)
    for line, spans in zip(lines, kept_spans(units, stays, lines), strict=True):
        if spans == ((0, len(line) - 1),):
            continue
        assert all(polyline_length(line[a : b + 1]) >= MIN_KEPT for a, b in spans)
        flat = [point for span in spans for point in span]
        assert flat == sorted(flat)
        assert all(0 <= point < len(line) for point in flat)


def test_everything_stays_if_nothing_is_to_go():
    lines = [STRAIGHT, cornered()]
    units = pieces_of_strokes(lines)
    spans = kept_spans(units, np.ones(units.count), lines)
    assert spans == (((0, 100),), ((0, 100),))


@pytest.mark.parametrize("points", [1, 2])
def test_the_shortest_strokes(points: int):
    line = STRAIGHT[:points]
    assert kept_spans(whole_strokes([line]), np.array([0]), [line]) == ((),)
    assert kept_spans(whole_strokes([line]), np.array([1]), [line]) == (((0, points - 1),),)
