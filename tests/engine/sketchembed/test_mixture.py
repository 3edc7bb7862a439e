"""The mixture of eq. 1 against what it must be: a density, and samples that follow it."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.sketchembed.mixture import (
    COMPONENTS,
    OUTPUTS,
    Mixture,
    Noise,
    log_density,
    mixture,
    sample,
)


def wide_mixture(seed: int = 0) -> Mixture:
    """A mixture with components of all shapes, in float64."""
    generator = torch.Generator().manual_seed(seed)
    outputs = 0.5 * torch.randn(OUTPUTS, generator=generator, dtype=torch.float64)
    return mixture(outputs)


def test_density_integrates_to_one() -> None:
    found = wide_mixture()
    edge, step = 25.0, 0.05
    axis = torch.arange(-edge, edge, step, dtype=torch.float64) + step / 2
    total = sum(
        float(torch.exp(log_density(found, torch.stack([x.expand(len(axis)), axis], 1))).sum())
        for x in axis
    )
    assert total * step**2 == pytest.approx(1.0, abs=1e-4)


def test_density_is_the_weighted_sum_of_gaussians() -> None:
    found = wide_mixture(1)
    place = np.array([0.7, -1.1])
    expected = 0.0
    for j in range(COMPONENTS):
        sx, sy = np.exp(found.log_sigma[j].numpy())
        cross = float(found.rho[j]) * sx * sy
        covariance = np.array([[sx**2, cross], [cross, sy**2]])
        off = place - found.mean[j].numpy()
        power = -0.5 * off @ np.linalg.inv(covariance) @ off
        normal = np.exp(power) / (2 * math.pi * math.sqrt(np.linalg.det(covariance)))
        expected += math.exp(float(found.log_weight[j])) * normal
    assert float(log_density(found, torch.from_numpy(place))) == pytest.approx(math.log(expected))


def one_component(rho: float) -> Mixture:
    """All weight on a component with mean (1, -2), sigma (0.5, 2)."""
    outputs = torch.zeros(OUTPUTS, dtype=torch.float64)
    outputs[4] = 50.0
    m = COMPONENTS
    outputs[m + 8 : m + 10] = torch.tensor([1.0, -2.0])
    outputs[3 * m + 8 : 3 * m + 10] = torch.log(torch.tensor([0.5, 2.0]))
    outputs[5 * m + 4] = math.atanh(rho / 0.98)
    outputs[6 * m :] = torch.tensor([2.0, 1.0, -50.0])
    return mixture(outputs)


def noise(count: int) -> Noise:
    generator = torch.Generator().manual_seed(0)
    return Noise(
        torch.rand(count, generator=generator, dtype=torch.float64),
        torch.randn(count, 2, generator=generator, dtype=torch.float64),
        torch.rand(count, generator=generator, dtype=torch.float64),
    )


@pytest.mark.parametrize("temperature", [1.0, 0.25])
def test_samples_have_the_mean_and_covariance_of_the_component(temperature: float) -> None:
    count = 40_000
    found = Mixture(*(each.expand(count, *each.shape) for each in one_component(0.6)))
    offsets, pen = sample(found, noise(count), temperature)
    assert offsets.mean(0).tolist() == pytest.approx([1.0, -2.0], abs=0.05)
    covariance = np.cov(offsets.numpy().T)
    wanted = temperature * np.array([[0.25, 0.6], [0.6, 4.0]])
    assert covariance == pytest.approx(wanted, abs=0.08)
    shares = torch.softmax(torch.tensor([2.0, 1.0]) / temperature, 0)
    assert float((pen == 0).double().mean()) == pytest.approx(float(shares[0]), abs=0.01)
    assert not bool((pen == 2).any())


def test_temperature_zero_takes_the_likeliest() -> None:
    found = Mixture(*(each[None] for each in one_component(0.6)))
    offsets, pen = sample(found, noise(1), 0.0)
    assert offsets[0].tolist() == pytest.approx([1.0, -2.0])
    assert pen.tolist() == [0]
