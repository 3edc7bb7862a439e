from __future__ import annotations

import numpy as np
import pytest

from app.document.stroke import Stroke
from app.panels.stroke_scores import StrokeScores, levels_along
from engine.attribution.messages import Attribution, Estimator, Method


def line(y: float, points: int = 2) -> Stroke:
    xs = np.linspace(0, 100, points)
    return Stroke.from_polyline(np.stack([xs, np.full(points, y)], 1))


def answer(scores, points=(), estimator=Estimator.REMOVAL) -> Attribution:
    method = Method.PSLA if points else Method.SLA
    return Attribution(method, estimator, "cat", -1.0, np.array(scores, float), points)


def test_levels_are_by_the_largest_score_of_either_sign():
    strokes = [line(y) for y in (0, 10, 20)]
    scores = StrokeScores()
    scores.take(strokes, answer([0.5, -2.0, 0.0]))
    assert scores.tints().levels.tolist() == [0.25, -1.0, 0.0]
    assert scores.tints().strokes == tuple(strokes)


def test_all_zero_is_neutral():
    scores = StrokeScores()
    scores.take([line(0)], answer([0.0]))
    assert scores.of(scores.tints().strokes[0]).level == 0


def test_the_score_of_a_stroke_still_being_drawn_is_left_out():
    strokes = [line(0)]
    scores = StrokeScores()
    scores.take(strokes, answer([1.0, 3.0]))
    assert len(scores) == 1
    assert scores.of(strokes[0]).score == 1.0


def test_previews_fill_in_where_nothing_is_known():
    a, b, c = line(0), line(10), line(20)
    scores = StrokeScores()
    scores.take([a, b], answer([1.0, -1.0]))
    scores.take_preview([a, c], answer([-5.0, -5.0], estimator=Estimator.VIEWS))
    assert scores.of(a).score == 1.0
    assert not scores.of(a).is_preview
    assert scores.of(b) is None
    assert scores.of(c).is_preview
    # A newer look is better than an older one; only careful scores are not touched.
    scores.take_preview([c], answer([2.0], estimator=Estimator.VIEWS))
    assert scores.of(c).score == 2.0


def test_equal_strokes_are_told_apart():
    a, b = line(0), line(0)
    assert a == b
    scores = StrokeScores()
    scores.take([a, b], answer([1.0, -1.0]))
    assert (scores.of(a).score, scores.of(b).score) == (1.0, -1.0)


def test_words():
    a, b, c = line(0), line(10), line(20)
    scores = StrokeScores()
    scores.take([a, b, c], answer([0.41, -0.12, 0.001]))
    assert scores.words(a, (0, 0)) == "helps, +0.41"
    assert scores.words(b, (0, 0)) == "hurts, −0.12"
    assert scores.words(c, (0, 0)) == "hardly matters, +0.001"
    assert scores.words(line(0), (0, 0)) == ""
    scores.clear()
    scores.take_preview([a], answer([7.0], estimator=Estimator.VIEWS))
    assert scores.words(a, (0, 0)) == "helps, at a first look"


def test_along_a_stroke_the_words_are_of_the_place():
    stroke = line(0, points=5)
    scores = StrokeScores()
    scores.take([stroke], answer([0.4], points=(np.array([0.3, 0.3, 0.0, -0.1, -0.1]),)))
    assert scores.words(stroke, (5, 3)) == "helps here; the whole stroke helps, +0.40"
    assert scores.words(stroke, (95, 3)).startswith("hurts here")


def test_close_points_do_not_look_weaker_than_far_ones():
    # A piece of score 1 shared by 4 points, and one shared by 40 on the same length of ink.
    sparse, dense = line(0, points=4), line(10, points=40)
    levels = levels_along([sparse, dense], [np.full(4, 1 / 4), np.full(40, 1 / 40)])
    assert np.median(levels[1]) == pytest.approx(np.median(levels[0]), rel=0.35)


def test_an_even_score_is_an_even_level_up_to_the_ends():
    stroke = Stroke.from_polyline([(10.0 * i, 100.0) for i in range(6)])
    (levels,) = levels_along([stroke], [np.full(6, 0.1)])
    np.testing.assert_allclose(levels, 1.0)


def test_a_joint_of_two_pieces_does_not_stand_out():
    stroke = line(0, points=41)
    points = np.full(41, 1 / 20)
    points[20] *= 2
    (levels,) = levels_along([stroke], [points])
    assert np.ptp(levels[1:-1]) < 1e-9


def test_strokes_do_not_leak_into_their_neighbours():
    a, b = line(0, points=10), line(10, points=10)
    alone = levels_along([a], [np.full(10, 0.1)])[0]
    together = levels_along([a, b], [np.full(10, 0.1), np.full(10, -0.1)])
    np.testing.assert_allclose(together[0], alone)
    np.testing.assert_allclose(together[1], -alone)


def test_dots_and_nothing_at_all():
    dot = Stroke.from_polyline([(5, 5)])
    (levels,) = levels_along([dot], [np.array([0.2])])
    assert levels.tolist() == [1.0]
    assert levels_along([], []) == []
