"""Partitions of the ink."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.attribution.framing import MARGIN, frame_strokes
from engine.attribution.units import MAX_PIECES, MAX_UNITS, pieces_of_strokes, whole_strokes
from engine.errors import InputError
from engine.raster import Strokes, stamp_strokes
from engine.strokes import FloatArray, polyline_length


def random_lines(count: int, seed: int = 0) -> list[FloatArray]:
    random = np.random.default_rng(seed)
    return [random.random((random.integers(1, 30), 2)) for _ in range(count)]


def test_a_unit_a_stroke_has_the_pixels_of_that_stroke(face):
    import torch

    lines = frame_strokes(face).lines
    units = whole_strokes(lines)
    alone = stamp_strokes(
        Strokes.ragged([[torch.from_numpy((line * 64).astype(np.float32)) for line in lines]]),
        (64, 64),
        2.0,
    )
    assert torch.equal(units.stamps(64, 2.0).masks(), alone.masks())


@given(st.integers(1, 400), st.integers(0, 5))
def test_scores_are_handed_on_without_loss(count: int, seed: int):
    lines = random_lines(count, seed)
    for units in (whole_strokes(lines), pieces_of_strokes(lines)):
        scores = np.random.default_rng(seed).normal(size=units.count)
        assert units.of_strokes(scores, count).sum() == pytest.approx(scores.sum())
        points = units.of_points(scores, [len(line) for line in lines])
        assert [len(each) for each in points] == [len(line) for line in lines]
        per_stroke = [each.sum() for each in points]
        np.testing.assert_allclose(per_stroke, units.of_strokes(scores, count), atol=1e-9)


def test_too_many_strokes_share_units_with_their_neighbours():
    units = whole_strokes(random_lines(5000))
    assert units.count == MAX_UNITS
    assert (np.diff(units.unit) >= 0).all()
    counts = np.bincount(units.unit)
    assert counts.max() - counts.min() <= 1
    scores = units.of_strokes(np.ones(MAX_UNITS), 5000)
    assert (scores >= 0).all()
    assert scores.sum() == pytest.approx(MAX_UNITS)


def test_pieces_are_short_and_lose_no_ink():
    lines = [np.stack([np.linspace(0, 1, 101), np.full(101, y)], 1) for y in (0.2, 0.5, 0.8)]
    units = pieces_of_strokes(lines)
    assert units.count == pytest.approx(MAX_PIECES, abs=3)
    lengths = [polyline_length(line) for line in units.lines]
    assert sum(lengths) == pytest.approx(3.0)
    assert max(lengths) < 2 * min(lengths)
    for line, stroke, first in zip(units.lines, units.stroke, units.first, strict=True):
        np.testing.assert_array_equal(line, lines[stroke][first : first + len(line)])


def test_a_drawing_fills_the_square_but_for_the_margin(face):
    framed = frame_strokes(face)
    points = np.concatenate(framed.lines)
    np.testing.assert_allclose(points.min(0), MARGIN, atol=1e-3)
    np.testing.assert_allclose(points.max(0), 1 - MARGIN, atol=1e-3)


def test_in_a_frame_a_drawing_stays_where_it_is():
    framed = frame_strokes([np.array([[100.0, 100.0], [200.0, 150.0]])], (0.0, 50.0, 400.0, 250.0))
    # 400 x 200: the height is centred in a square of 400.
    np.testing.assert_allclose(framed.lines[0], [[0.25, 0.375], [0.5, 0.5]])


def test_a_dot_is_in_the_middle():
    np.testing.assert_allclose(frame_strokes([np.array([[7.0, 9.0]])]).lines[0], [[0.5, 0.5]])


@pytest.mark.parametrize(
    "strokes", [(), (np.zeros((0, 2)),), (np.array([[0.0, np.nan]]),), (np.array([[np.inf, 0]]),)]
)
def test_nothing_to_look_at_is_said(strokes):
    with pytest.raises(InputError):
        frame_strokes(strokes)
