"""The losses of eq. 3 to 6 against values worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.sketchembed.mixture import COMPONENTS, OUTPUTS, mixture
from engine.sketchembed.sequences import MIDDLE, OFFSET_UNIT
from engine.training.sketchembed_losses import contrastive, drawn_pixel_loss, teacher_forced

M = COMPONENTS


def outputs_of(means: list[tuple[float, float]], pens: list[tuple[float, ...]]) -> torch.Tensor:
    """(T, 1, OUTPUTS): component 2 has nearly all weight, sigma (1, 2), no correlation."""
    outputs = torch.zeros(len(means), 1, OUTPUTS, dtype=torch.float64)
    outputs[..., 2] = 80.0
    for step, (mean, pen) in enumerate(zip(means, pens, strict=True)):
        outputs[step, 0, M + 4 : M + 6] = torch.tensor(mean)
        outputs[step, 0, 3 * M + 4 : 3 * M + 6] = torch.tensor([0.0, math.log(2.0)])
        outputs[step, 0, 6 * M :] = torch.tensor(pen)
    return outputs


def test_pen_and_stroke_losses_by_hand() -> None:
    # Two movements and the end row; a third row is padding.
    found = mixture(
        outputs_of(
            [(1.0, 0.0), (0.0, 0.0), (9.0, 9.0), (9.0, 9.0)],
            [(0.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 2.0), (5.0, 0.0, 0.0)],
        )
    )
    rows = torch.zeros(4, 1, 5, dtype=torch.float64)
    rows[0, 0] = torch.tensor([1.0, 2.0, 1, 0, 0])
    rows[1, 0] = torch.tensor([-1.0, 0.0, 0, 1, 0])
    rows[2, 0] = torch.tensor([0.0, 0.0, 0, 0, 1])
    counted = torch.tensor([[1.0], [1.0], [1.0], [0.0]], dtype=torch.float64)
    losses = teacher_forced(found, rows, counted)

    pen = (math.log(3) + (math.log(2 + math.e) - 1) + (math.log(2 + math.exp(2)) - 2)) / 3
    # -log N: log(2 pi sigma_x sigma_y) and half the squared distance in sigmas, (0, 2) and (-1, 0).
    constant = math.log(2 * math.pi * 2)
    stroke = (constant + 0.5 * (2 / 2) ** 2 + constant + 0.5 * 1.0) / 2
    assert float(losses.pen) == pytest.approx(pen, abs=1e-9)
    assert float(losses.stroke) == pytest.approx(stroke, abs=1e-9)


def test_given_movements_do_not_count() -> None:
    found = mixture(outputs_of([(50.0, 0.0), (0.0, 0.0)], [(0.0, 9.0, 0.0), (0.0, 0.0, 0.0)]))
    rows = torch.zeros(2, 1, 5, dtype=torch.float64)
    rows[0, 0, 2], rows[1, 0, 4] = 1.0, 1.0
    losses = teacher_forced(found, rows, torch.tensor([[0.0], [1.0]], dtype=torch.float64))
    assert float(losses.pen) == pytest.approx(math.log(3))
    assert float(losses.stroke) == 0.0


def test_pixel_loss_is_least_for_the_true_movements_and_pulls_towards_them() -> None:
    places = torch.tensor([[[0.3, 0.3], [0.7, 0.3], [0.7, 0.7]]])
    down = np.array([[True, True, False]])
    true = torch.diff(places[0], dim=0, prepend=torch.full((1, 2), MIDDLE)) / OFFSET_UNIT

    def loss(shift: torch.Tensor) -> torch.Tensor:
        outputs = outputs_of([(0.0, 0.0)] * 4, [(0.0, 0.0, 0.0)] * 4).float()
        means = true + torch.stack([shift, torch.zeros(2), torch.zeros(2)])
        outputs[:3, 0, M + 4 : M + 6] = means
        return drawn_pixel_loss(mixture(outputs), places, down)

    exact = float(loss(torch.zeros(2)))
    off = torch.tensor([0.6, 0.0], requires_grad=True)
    away = loss(off)
    assert float(away.detach()) > exact
    away.backward()
    assert off.grad is not None
    assert float(off.grad[0]) > 0
    # Against itself the binary cross-entropy is the entropy of the blurred picture.
    assert 0 < exact < math.log(2)


def test_contrastive_by_hand() -> None:
    first = torch.tensor([[1.0, 0.0], [0.0, 3.0]])
    second = torch.tensor([[2.0, 0.0], [1.0, 1.0]])
    half = math.sqrt(0.5)
    scores = np.array([[1.0, half], [0.0, half]]) / 0.5
    rows = [-s[i] + math.log(np.exp(s).sum()) for i, s in enumerate(scores)]
    columns = [-s[i] + math.log(np.exp(s).sum()) for i, s in enumerate(scores.T)]
    expected = (np.mean(rows) + np.mean(columns)) / 2
    assert float(contrastive(first, second, 0.5)) == pytest.approx(float(expected), abs=1e-6)
