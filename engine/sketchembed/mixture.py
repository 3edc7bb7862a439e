"""The decoder's output: a mixture of M bivariate Gaussians and three pen states (section 3.3)."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch

COMPONENTS = 30
"""M (section 4.1)."""
PEN_STATES = 3
OUTPUTS = 6 * COMPONENTS + PEN_STATES
"""Numbers per step: pi, mu_x, mu_y, sigma_x, sigma_y, rho of each component, and the pen states."""

_LEAST_LOG_SIGMA = -5.0
_MOST_LOG_SIGMA = 3.0
_MOST_RHO = 0.98
_SURE = 1e-6
"""Temperatures below count as 0."""


class Mixture(NamedTuple):
    """Distribution of the next movement, for any leading shape (...).

    Attributes:
        log_weight: (..., M) log pi, normalised.
        mean: (..., M, 2).
        log_sigma: (..., M, 2).
        rho: (..., M) correlation.
        pen_logits: (..., 3).
    """

    log_weight: torch.Tensor
    mean: torch.Tensor
    log_sigma: torch.Tensor
    rho: torch.Tensor
    pen_logits: torch.Tensor


class Noise(NamedTuple):
    """What chance decides in one step: component (B,), pen (B,) in [0, 1), offset (B, 2) normal."""

    component: torch.Tensor
    offset: torch.Tensor
    pen: torch.Tensor


def mixture(outputs: torch.Tensor) -> Mixture:
    """Read the decoder's (..., OUTPUTS) numbers."""
    m = COMPONENTS
    weight, mean, log_sigma, rho, pen = torch.split(
        outputs, [m, 2 * m, 2 * m, m, PEN_STATES], dim=-1
    )
    pairs = (*outputs.shape[:-1], m, 2)
    return Mixture(
        torch.log_softmax(weight, -1),
        mean.reshape(pairs),
        log_sigma.reshape(pairs).clamp(_LEAST_LOG_SIGMA, _MOST_LOG_SIGMA),
        torch.tanh(rho) * _MOST_RHO,
        pen,
    )


def log_density(found: Mixture, offset: torch.Tensor) -> torch.Tensor:
    """log p(offset) of eq. 1: (...) for offsets (..., 2)."""
    scaled = (offset.unsqueeze(-2) - found.mean) * torch.exp(-found.log_sigma)
    u, v = scaled.unbind(-1)
    rest = 1 - found.rho * found.rho
    distance = (u * u + v * v - 2 * found.rho * u * v) / rest
    log_normaliser = found.log_sigma.sum(-1) + 0.5 * torch.log(rest) + math.log(2 * math.pi)
    return torch.logsumexp(found.log_weight - log_normaliser - 0.5 * distance, dim=-1)


def likeliest_offset(found: Mixture) -> torch.Tensor:
    """(..., 2): the mean of the component of the largest weight."""
    best = found.log_weight.argmax(-1)[..., None, None]
    return torch.take_along_dim(found.mean, best, dim=-2).squeeze(-2)


def sample(found: Mixture, noise: Noise, temperature: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Draw a movement from a batch of mixtures (SketchRNN's temperature, Ha and Eck 2018, eq. 8).

    Logits of weights and pen states are divided by the temperature, variances multiplied with it.

    Returns:
        (B, 2) offsets and (B,) pen states 0 (on paper), 1 (lifted) or 2 (end).
    """
    if temperature < _SURE:
        return likeliest_offset(found), found.pen_logits.argmax(-1)
    chosen = _choose(found.log_weight / temperature, noise.component)[:, None]
    mean, log_sigma = (
        torch.take_along_dim(each, chosen[..., None], dim=1).squeeze(1)
        for each in (found.mean, found.log_sigma)
    )
    rho = found.rho.gather(1, chosen).squeeze(1)
    first, second = noise.offset.unbind(1)
    second = rho * first + torch.sqrt(1 - rho * rho) * second
    spread = torch.exp(log_sigma) * math.sqrt(temperature)
    offset = mean + spread * torch.stack([first, second], 1)
    return offset, _choose(found.pen_logits / temperature, noise.pen)


def _choose(logits: torch.Tensor, chance: torch.Tensor) -> torch.Tensor:
    """(B,) positions: the inverse of the distribution function at `chance`."""
    reached = torch.softmax(logits, -1).cumsum(-1)
    below = (reached < chance[:, None]).sum(-1)
    return below.clamp(max=logits.shape[-1] - 1)
