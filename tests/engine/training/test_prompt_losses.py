"""Each term of the objective against numbers worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.training.prompt_losses import (
    classification_loss,
    distance,
    divergence_loss,
    relative_distance,
    shuffle_patches,
    shuffling_loss,
    triplet_loss,
    two_orders,
)

EAST = torch.tensor([1.0, 0.0])
NORTH = torch.tensor([0.0, 1.0])
NORTH_EAST = torch.tensor([math.sqrt(0.5), math.sqrt(0.5)])


def test_distance_is_one_minus_the_cosine() -> None:
    assert distance(EAST, EAST) == pytest.approx(0)
    assert distance(EAST, NORTH) == pytest.approx(1)
    assert distance(EAST, -EAST) == pytest.approx(2)
    assert distance(3 * EAST, 5 * NORTH_EAST) == pytest.approx(1 - math.sqrt(0.5))


def test_triplets_by_hand() -> None:
    # delta = (1 - cos 45) - 1 = -0.7071: further apart than the margin, no loss.
    far = relative_distance(EAST, NORTH_EAST, NORTH)
    assert far == pytest.approx(-math.sqrt(0.5))
    assert triplet_loss(far[None]) == 0
    # The other way round: 0.3 + 0.7071.
    near = relative_distance(EAST, NORTH, NORTH_EAST)
    assert triplet_loss(near[None]) == pytest.approx(0.3 + math.sqrt(0.5))
    # The mean over triplets, those without loss included.
    assert triplet_loss(torch.stack([far, near])) == pytest.approx((0.3 + math.sqrt(0.5)) / 2)


def test_classification_by_hand() -> None:
    texts = torch.stack([EAST, NORTH])
    loss = classification_loss(EAST[None], texts, torch.tensor([0]), logit_scale=2.0)
    assert loss == pytest.approx(-math.log(math.exp(2) / (math.exp(2) + 1)), rel=1e-6)
    loss = classification_loss(EAST[None], texts, torch.tensor([1]), logit_scale=2.0)
    assert loss == pytest.approx(-math.log(1 / (math.exp(2) + 1)), rel=1e-6)


def test_divergence_by_hand() -> None:
    # Softmax of (0, log 3) is (1/4, 3/4), of (0, 0) it is (1/2, 1/2).
    delta = torch.tensor([[0.0, math.log(3)], [0.0, 0.0]])
    one = 0.25 * math.log(0.25 / 0.5) + 0.75 * math.log(0.75 / 0.5)
    other = 0.5 * math.log(0.5 / 0.25) + 0.5 * math.log(0.5 / 0.75)
    assert divergence_loss(delta) == pytest.approx((one + other) / 2, rel=1e-6)


def test_divergence_over_three_categories_is_the_sum_over_pairs() -> None:
    random = np.random.default_rng(0)
    delta = np.sort(random.normal(size=(3, 5)), 1)
    d = np.exp(delta) / np.exp(delta).sum(1, keepdims=True)
    expected = sum((d[i] * np.log(d[i] / d[j])).sum() for i in range(3) for j in range(3)) / (3 * 2)
    got = divergence_loss(torch.from_numpy(delta[:, random.permutation(5)]))
    assert float(got) == pytest.approx(expected)


def test_equal_categories_do_not_diverge_and_one_cannot() -> None:
    delta = torch.tensor([[0.1, 0.5, 0.2], [0.5, 0.2, 0.1]])
    assert divergence_loss(delta) == pytest.approx(0, abs=1e-6)
    assert divergence_loss(delta[:1]) == 0


def test_shuffling_by_hand() -> None:
    loss = shuffling_loss(EAST[None], NORTH_EAST[None], EAST[None])
    assert loss == pytest.approx(0.3 + 1 - math.sqrt(0.5))


def test_patches_move_where_the_order_says() -> None:
    image = torch.arange(16.0).view(1, 1, 4, 4)
    moved = shuffle_patches(image, torch.tensor([[3, 0, 1, 2]]))
    expected = [[10, 11, 0, 1], [14, 15, 4, 5], [2, 3, 8, 9], [6, 7, 12, 13]]
    assert moved[0, 0].tolist() == expected
    same = shuffle_patches(image, torch.tensor([[0, 1, 2, 3]]))
    assert torch.equal(same, image)


def test_every_image_has_its_own_order() -> None:
    images = torch.rand(2, 3, 6, 6)
    order = torch.tensor([[0, 1, 2, 3], [1, 0, 3, 2]])
    moved = shuffle_patches(images, order)
    assert torch.equal(moved[0], images[0])
    assert torch.equal(moved[1, :, :, :3], images[1, :, :, 3:])


def test_the_two_orders_differ_everywhere() -> None:
    one, two = two_orders(200, 2, torch.Generator().manual_seed(0))
    assert (one.sort(1).values == torch.arange(4)).all()
    assert (two.sort(1).values == torch.arange(4)).all()
    assert (one != two).any(1).all()
