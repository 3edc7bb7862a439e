"""Scores against finite differences and against brute force."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch

from engine.attribution.estimators import (
    PLAIN_SIDE_PX,
    Jitter,
    Scores,
    gradient_scores,
    on_paper,
    removal_scores,
    sampled_scores,
    value_of,
    view_scores,
)
from engine.attribution.framing import LINE_WIDTH, frame_strokes
from engine.attribution.targets import EmbeddingTarget
from engine.attribution.units import Units, whole_strokes
from engine.strokes import FloatArray
from tests.engine.tiny_encoder import TinyEncoder

STILL = Jitter(0.0, 0.0, 0.0)


@pytest.fixture
def target(tiny: TinyEncoder) -> EmbeddingTarget:
    direction = torch.linspace(-1, 1, 8, dtype=torch.float64)
    return EmbeddingTarget(tiny, lambda embeddings: embeddings @ direction)


@pytest.fixture
def units(face: tuple[FloatArray, ...]) -> Units:
    return whole_strokes(frame_strokes(face).lines)


def finish(scores: Scores) -> FloatArray:
    shares = []
    while True:
        try:
            shares.append(next(scores))
        except StopIteration as end:
            assert shares == sorted(shares)
            assert shares[-1] == 1.0
            return end.value


def ink(units: Units, there: list[int], side: int) -> torch.Tensor:
    """The sketch with some units only, drawn by brute force from dense masks."""
    masks = units.stamps(side, LINE_WIDTH * side).masks()
    return masks[there].sum(0).clamp(0, 1)[None, None] if there else masks[:1, None] * 0


def test_gradient_is_the_finite_difference_of_the_same_pipeline(units, target):
    stamps = units.stamps(PLAIN_SIDE_PX, None)
    masks, image = stamps.masks().double(), stamps.image().double()
    step = 1e-4
    with torch.no_grad():
        expected = [
            float(target(on_paper(image + step * m)) - target(on_paper(image - step * m)))
            / (2 * step)
            for m in masks
        ]
    np.testing.assert_allclose(gradient_scores(units, target), expected, rtol=1e-3, atol=1e-7)


def test_the_sum_over_a_strokes_pixels_is_the_strokes_score(units, target):
    stamps = units.stamps(PLAIN_SIDE_PX, None)
    image = stamps.image().requires_grad_(True)
    (gradient,) = torch.autograd.grad(target(on_paper(image)).sum(), image)
    per_pixel = (stamps.masks() * gradient[:, 0]).sum((1, 2))
    np.testing.assert_allclose(gradient_scores(units, target), per_pixel, rtol=1e-5)


def test_views_average_the_gradients_of_moved_sketches(units, target):
    side = target.side
    total = np.zeros(units.count)
    for view in Jitter().views(4, seed=3):
        moved = Units(
            tuple(line @ view[:, :2].T + view[:, 2] for line in units.lines),
            units.unit,
            units.stroke,
            units.first,
        )
        stamps = moved.stamps(side, LINE_WIDTH * side)
        image = stamps.image().requires_grad_(True)
        (gradient,) = torch.autograd.grad(target(on_paper(image)).sum(), image)
        total += (stamps.masks() * gradient[:, 0]).sum((1, 2)).numpy()
    np.testing.assert_allclose(view_scores(units, target, 3), total / 4, rtol=1e-4, atol=1e-7)


def test_the_first_view_is_the_sketch_itself():
    views = Jitter().views(3, seed=0)
    np.testing.assert_array_equal(views[0], np.eye(2, 3))
    # The middle stays near the middle, and nothing is mirrored.
    for view in views:
        assert abs(view @ [0.5, 0.5, 1.0] - 0.5).max() < 0.2
        assert np.linalg.det(view[:, :2]) > 0


def test_removal_is_the_difference_that_a_stroke_makes(units, target):
    side, everything = target.side, list(range(units.count))
    with torch.no_grad():
        whole = float(target(on_paper(ink(units, everything, side))))
        expected = [
            whole - float(target(on_paper(ink(units, [j for j in everything if j != i], side))))
            for i in everything
        ]
    np.testing.assert_allclose(finish(removal_scores(units, target)), expected, atol=1e-6)
    assert value_of(units, target) == pytest.approx(whole, abs=1e-6)


def test_sampled_scores_of_an_additive_function_are_its_terms(units):
    class Additive:
        """Ink of unit i counts i + 1; strokes that cross count at most once."""

        side = 64
        mirrors = False

        def __init__(self) -> None:
            masks = units.stamps(64, LINE_WIDTH * 64).masks()
            own = masks * (masks.sum(0) == 1)
            self.weights = (own * torch.arange(1, units.count + 1)[:, None, None]).sum(0)
            self.terms = (own.sum((1, 2)) * torch.arange(1, units.count + 1)).numpy()

        def __call__(self, images: torch.Tensor) -> torch.Tensor:
            return ((1 - images[:, 0]) * self.weights).sum((1, 2))

    additive = Additive()
    scores = finish(sampled_scores(units, additive, seed=1, jitter=STILL))
    np.testing.assert_allclose(scores, additive.terms, rtol=0.1)


def test_sampled_scores_tend_to_the_best_linear_model(units, target):
    """Against all 2^U subsets, weighted by how often each is drawn."""
    side, count = target.side, units.count
    subsets = list(itertools.product([0, 1], repeat=count))
    with torch.no_grad():
        values = np.array(
            [
                float(target(on_paper(ink(units, [i for i in range(count) if s[i]], side))))
                for s in subsets
            ]
        )
    chance = np.array([0.7 ** sum(s) * 0.3 ** (count - sum(s)) for s in subsets])
    there = np.column_stack([np.ones(len(subsets)), np.array(subsets, float)])
    root = np.sqrt(chance)
    expected = np.linalg.lstsq(there * root[:, None], values * root, rcond=None)[0][1:]
    scores = finish(sampled_scores(units, target, seed=0, samples=4000, jitter=STILL))
    np.testing.assert_allclose(scores, expected, atol=0.03 * abs(expected).max())


def test_sampled_scores_are_reproducible(units, target):
    first, again, other = (finish(sampled_scores(units, target, seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)
