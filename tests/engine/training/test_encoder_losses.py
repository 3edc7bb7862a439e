from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional

from engine.training.encoder_losses import (
    class_targets,
    imitation_loss,
    pair_loss,
    soft_match_loss,
    teacher_targets,
)


def unit(*shape: int) -> torch.Tensor:
    return functional.normalize(
        torch.randn(*shape, generator=torch.Generator().manual_seed(1)), dim=-1
    )


def test_pair_loss_is_info_nce_written_out() -> None:
    sketches, photos = unit(3, 5), unit(4, 5)
    partner = torch.tensor([2, 0, 2])
    expected = 0.0
    for sketch, k in zip(sketches, partner, strict=True):
        similarities = torch.exp(photos @ sketch / 0.1)
        expected -= math.log(similarities[k] / similarities.sum()) / 3
    assert pair_loss(sketches, photos, partner, 0.1).item() == pytest.approx(expected, rel=1e-5)


def test_only_rivals_compete() -> None:
    sketches = photos = torch.eye(3)
    partner = torch.tensor([0, 1, 2])
    alone = pair_loss(sketches, photos, partner, 0.1, torch.eye(3, dtype=torch.bool))
    assert alone.item() == pytest.approx(0)
    wrong = pair_loss(sketches, photos, partner.roll(1), 0.1)
    assert wrong.item() > 5


def test_class_targets_are_uniform_over_the_class_or_nothing() -> None:
    targets = class_targets(torch.tensor([7, 8, -1]), torch.tensor([7, 9, 7]))
    assert targets.tolist() == [[0.5, 0, 0.5], [0, 0, 0], [0, 0, 0]]


def test_queries_without_a_target_have_no_say() -> None:
    queries, keys = unit(3, 6), unit(4, 6)
    targets = torch.zeros(3, 4)
    assert soft_match_loss(queries, keys, targets, 0.1).item() == 0
    targets[1, 2] = 1
    alone = soft_match_loss(queries[1:2], keys, targets[1:2], 0.1)
    torch.testing.assert_close(soft_match_loss(queries, keys, targets, 0.1), alone)
    torch.testing.assert_close(alone, pair_loss(queries[1:2], keys, torch.tensor([2]), 0.1))


def test_the_relation_is_learnt_best_by_the_teachers_own_vectors() -> None:
    teacher = unit(6, 8)
    targets = teacher_targets(teacher, teacher, 0.1)
    torch.testing.assert_close(targets.sum(1), torch.ones(6))
    own = soft_match_loss(teacher, teacher, targets, 0.1)
    entropy = -(targets * targets.log()).sum(1).mean()
    torch.testing.assert_close(own, entropy)
    assert soft_match_loss(unit(6, 8).roll(1, 0), teacher, targets, 0.1) > own


def test_imitation_is_zero_for_the_teachers_own_logits() -> None:
    logits = torch.randn(4, 10, generator=torch.Generator().manual_seed(0))
    assert imitation_loss(logits, logits.softmax(1)).item() == pytest.approx(0, abs=1e-6)
    assert imitation_loss(-logits, logits.softmax(1)).item() > 0.5
