"""Cleaning: what may go, and that it never gets worse."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.attribution.cleaning import candidates, chances_of, clean, stretched, without
from engine.attribution.jobs import score
from engine.attribution.messages import (
    DELTA,
    CategoryTarget,
    Cleaning,
    CleanPayload,
    Estimator,
    Method,
    ScorePayload,
    best_delta,
    best_estimator,
)
from engine.attribution.trimming import MIN_KEPT
from engine.attribution.units import Units, whole_strokes
from engine.errors import InputError
from engine.strokes import polyline_length

SCORES = np.array([1.0, -1.0, -0.1, 0.4, -0.5])


@pytest.fixture
def scribbled(snowman):
    """The snowman, crossed out."""
    random = np.random.default_rng(3)
    scribble = np.linspace([90, 60], [330, 380], 60) + random.normal(scale=40, size=(60, 2))
    return (*snowman, scribble)


def test_delta_decides_what_may_go():
    chances = stretched(SCORES)
    np.testing.assert_allclose(chances, [1, 0, 0.45, 0.7, 0.25])
    assert candidates(SCORES, chances, 0.3) == [1]
    assert candidates(SCORES, chances, 0.1) == [1, 4]
    assert candidates(SCORES, chances, 0.0) == [1, 4, 2]
    assert candidates(SCORES, chances, 0.5) == []


def test_what_helps_never_goes():
    for scores in (np.array([0.1, 0.2, 3.0]), np.zeros(4)):
        assert candidates(scores, stretched(scores), 0.0) == []


def test_learned_scores_go_below_a_probability():
    odds = np.log([0.38 / 0.62, 0.42 / 0.58, 0.9 / 0.1, 0.05 / 0.95])
    np.testing.assert_allclose(chances_of(odds), [0.38, 0.42, 0.9, 0.05])
    assert candidates(odds, chances_of(odds), 0.1) == [3, 0]


class InkOf:
    """F falls by what each of some strokes is worth if it is gone: rows of the canvas."""

    side, mirrors = 256, False

    def __init__(self, worth: list[float]) -> None:
        self.worth = torch.tensor(worth)

    def __call__(self, images: torch.Tensor) -> torch.Tensor:
        rows = (1 - images[:, 0]).amax(2)  # (B, side)
        there = torch.stack([each.amax(1) for each in rows.chunk(len(self.worth), 1)], 1) > 0.5
        return (there * self.worth).sum(1)


def lines_below_each_other(count: int) -> Units:
    height = 1 / count
    return whole_strokes(
        [np.array([[0.1, y], [0.9, y]]) for y in (np.arange(count) + 0.4) * height]
    )


def test_half_of_the_strokes_stay_whatever_the_scores_say(run):
    for count, worst, left in (
        (5, [2, 0, 3], [0, 1, 0, 1, 1]),
        (4, [1], [1, 0, 1, 1]),
        (1, [0], [1]),
    ):
        stays = run(without(lines_below_each_other(count), InkOf([0.0] * count), worst))
        assert stays.tolist() == left


def test_what_the_drawing_would_not_be_without_stays(run):
    units = lines_below_each_other(6)
    # Three strokes are worth less than ln 2, but two of these together more.
    target = InkOf([2.0, 0.4, 0.4, -0.4, 0.0, 0.0])
    assert run(without(units, target, [0, 1, 2])).tolist() == [1, 0, 1, 1, 1, 1]
    # The best so far counts, and that is without the fourth.
    assert run(without(units, target, [3, 1, 2])).tolist() == [1, 0, 1, 0, 1, 1]


def test_gumbel_keeps_with_the_probability_of_eq_8():
    random = np.random.default_rng(0)
    draws = [candidates(SCORES, stretched(SCORES), 0.1, random) for _ in range(4000)]
    for unit, chance in ((1, 0.1), (4, 0.35), (2, 0.55)):
        kept = np.mean([unit not in draw for draw in draws])
        assert kept == pytest.approx(chance, abs=0.03)
    assert all(0 not in draw and 3 not in draw for draw in draws)


def test_by_default_the_learned_scores_take_the_stray_stroke(snowman, context, run):
    crossed = (*snowman, np.array([[90.0, 60], [330, 380]]))
    for target in (CategoryTarget("snowman"), CategoryTarget()):
        found: Cleaning = run(clean(CleanPayload(crossed, target), context))
        assert found.removed == (8,)
        assert found.target == "snowman"
        assert found.scores[8] < min(found.scores[:8])


@pytest.mark.parametrize("method", Method)
def test_a_scribble_goes_and_the_snowman_stays(scribbled, context, run, method):
    payload = CleanPayload(
        scribbled, CategoryTarget("snowman"), method=method, estimator=Estimator.REMOVAL
    )
    found: Cleaning = run(clean(payload, context))
    assert found.value_after > found.value_before
    assert 0 not in found.removed
    if method is Method.SLA:
        assert 8 in found.removed
    left = tuple(
        stroke[first : last + 1]
        for stroke, spans in zip(scribbled, found.kept, strict=True)
        for first, last in spans
    )
    # In the frame of the whole drawing, which the scribble stretches.
    points = np.concatenate(scribbled)
    margin = 0.06 / 0.88 * np.ptp(points, 0).max()
    low, high = points.min(0) - margin, points.max(0) + margin
    frame = (*low.tolist(), *high.tolist())
    assert run(score(ScorePayload(left, payload.target, frame), context)) == pytest.approx(
        found.value_after, abs=0.05
    )


def test_no_part_is_shorter_than_a_line_that_somebody_drew(scribbled, context, run):
    payload = CleanPayload(
        scribbled,
        CategoryTarget("snowman"),
        method=Method.PSLA,
        delta=0.0,
        estimator=Estimator.REMOVAL,
    )
    found: Cleaning = run(clean(payload, context))
    scale = np.ptp(np.concatenate(scribbled), 0).max() / 0.88
    for stroke, spans in zip(scribbled, found.kept, strict=True):
        for first, last in spans:
            if (first, last) != (0, len(stroke) - 1):
                assert polyline_length(stroke[first : last + 1]) >= MIN_KEPT * scale * 0.999


def test_same_seed_same_result_and_gumbel_may_differ(scribbled, context, run):
    def kept(seed: int, gumbel: bool):
        payload = CleanPayload(
            scribbled,
            CategoryTarget("snowman"),
            gumbel=gumbel,
            estimator=Estimator.REMOVAL,
            seed=seed,
        )
        return run(clean(payload, context)).kept

    assert kept(0, False) == kept(1, False)
    assert kept(5, True) == kept(5, True)
    assert len({kept(seed, True) for seed in range(6)}) > 1


def test_a_single_stroke_stays(face, context, run):
    found = run(clean(CleanPayload(face[:1], CategoryTarget("snowman")), context))
    assert found.kept == (((0, 39),),)
    assert found.value_after == found.value_before


@pytest.mark.parametrize("delta", [-0.1, 0.6, float("nan")])
def test_delta_has_bounds(face, context, run, delta):
    with pytest.raises(InputError, match="Delta"):
        run(clean(CleanPayload(face, CategoryTarget(), delta=delta), context))


def test_the_papers_defaults():
    assert DELTA == {Method.SLA: 0.3, Method.PSLA: 0.1}
    assert best_delta(Method.SLA, Estimator.GRADIENT) == 0.3
    assert best_delta(Method.SLA, best_estimator(Method.SLA)) == 0.0
    assert best_estimator(Method.PSLA) is Estimator.SAMPLED
