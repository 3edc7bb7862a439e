"""Where strokes start: the distribution, sampling without replacement, the first control points."""

from __future__ import annotations

import math
from collections import Counter
from itertools import permutations

import pytest
import torch

from engine.abstraction.initial import (
    RADIUS,
    initial_strokes,
    sample_apart,
    stroke_distribution,
)


def test_softmax_over_edges_by_hand() -> None:
    saliency = torch.tensor([[1.0, 0.5], [1.0, 1.0]])
    edges = torch.tensor([[0.8, 0.8], [0.0, 0.4]])
    found = stroke_distribution(saliency, edges, torch.ones(2, 2), temperature=0.5)
    weights = torch.tensor([[2.0, 1.0], [-torch.inf, 1.0]]).exp()  # product / 0.8 / 0.5
    expected = weights / weights.sum()
    assert torch.allclose(found, expected, atol=2e-4)
    assert found.sum().item() == pytest.approx(1)
    assert found[1, 0] > 0  # a little everywhere, so that there are always pixels enough


def test_nothing_outside_the_photo() -> None:
    inside = torch.zeros(8, 8)
    inside[2:6, 2:6] = 1
    found = stroke_distribution(torch.ones(8, 8), torch.rand(8, 8), inside)
    assert (found[inside == 0] == 0).all()


def test_no_edges_means_anywhere_inside() -> None:
    inside = torch.ones(4, 4)
    inside[0] = 0
    found = stroke_distribution(torch.ones(4, 4), torch.zeros(4, 4), inside)
    assert torch.allclose(found, inside / 12)


def test_sampling_without_replacement_matches_brute_force() -> None:
    probability = torch.tensor([[0.5, 0.3], [0.15, 0.05]])
    expected = {}
    for first, second in permutations(range(4), 2):
        p, q = (float(probability.flatten()[i]) for i in (first, second))
        expected[first, second] = p * q / (1 - p)
    generator = torch.Generator().manual_seed(3)
    draws = 20_000
    counts = Counter(tuple(sample_apart(probability, 2, generator).tolist()) for _ in range(draws))
    assert set(counts) == set(expected)
    chi_square = sum((counts[k] - draws * p) ** 2 / (draws * p) for k, p in expected.items())
    assert chi_square < 31.3  # 11 degrees of freedom, one in a thousand


def test_impossible_pixels_are_never_drawn() -> None:
    probability = torch.tensor([[0.0, 0.2, 0.0, 0.8]])
    generator = torch.Generator().manual_seed(0)
    for _ in range(200):
        drawn = sample_apart(probability, 2, generator)
        assert sorted(drawn.tolist()) == [1, 3]


def test_starts_keep_apart_by_the_probability_that_is_left() -> None:
    probability = torch.full((1, 3), 1 / 3)
    generator = torch.Generator().manual_seed(5)
    draws = 20_000
    counts = Counter(
        tuple(sample_apart(probability, 2, generator, spread_px=1.0).tolist()) for _ in range(draws)
    )
    near, far = 1 - math.exp(-0.5), 1 - math.exp(-2)
    expected = {(1, 0): 1 / 6, (1, 2): 1 / 6}
    for end, other in ((0, 2), (2, 0)):
        expected[end, 1] = near / (near + far) / 3
        expected[end, other] = far / (near + far) / 3
    chi_square = sum((counts[k] - draws * p) ** 2 / (draws * p) for k, p in expected.items())
    assert chi_square < 20.5  # 5 degrees of freedom, one in a thousand


def test_strokes_start_on_distinct_sampled_pixels_and_stay_near() -> None:
    probability = torch.zeros(40, 60)
    probability[10:14, 20:25] = 1 / 20
    strokes = initial_strokes(probability, 20, torch.Generator().manual_seed(1))
    assert strokes.shape == (20, 4, 2)
    pixels = {tuple(p) for p in (strokes[:, 0] - 0.5).int().tolist()}
    assert pixels == {(x, y) for x in range(20, 25) for y in range(10, 14)}
    steps = strokes.diff(dim=1).abs()
    assert (steps <= RADIUS * torch.tensor([60, 40])).all()
    assert (steps > 0).all()
