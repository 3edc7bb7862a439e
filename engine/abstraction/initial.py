"""Where the strokes start (CLIPasso sec. 3.3 and supplement A)."""

from __future__ import annotations

import torch

RADIUS = 0.05
"""Spread of a new stroke's control points, as a part of the canvas (supplement A)."""
TEMPERATURE = 0.2
_ANYWHERE = 1e-4
"""Probability that is spread over the whole photo, so that there are always pixels enough."""


def stroke_distribution(
    saliency: torch.Tensor,
    edges: torch.Tensor,
    inside: torch.Tensor,
    temperature: float = TEMPERATURE,
) -> torch.Tensor:
    """(H, W) probability of a stroke starting in each pixel: softmax(saliency x edges / tau).

    The softmax is over the pixels of edges: the others are so many that their e^0 each would
    outweigh the edges. `inside` is 1 where strokes may start at all, else 0.
    """
    product = saliency * edges * inside
    product = product / product.amax().clamp(min=1e-12)
    logits = torch.where(product > 0, product / temperature, -torch.inf)
    anywhere = inside / inside.sum()
    if not torch.isfinite(logits).any():
        return anywhere
    softmax = logits.flatten().softmax(0).view_as(product)
    return (1 - _ANYWHERE) * softmax + _ANYWHERE * anywhere


def sample_without_replacement(
    probability: torch.Tensor, count: int, generator: torch.Generator
) -> torch.Tensor:
    """(count,) distinct flat indices, drawn one after the other in proportion to `probability`.

    The `count` largest of log p + Gumbel noise have exactly that distribution (Gumbel top-k). At
    least `count` probabilities must be positive.
    """
    uniform = torch.rand(probability.numel(), generator=generator, dtype=torch.float64)
    gumbel = -torch.log(-torch.log(uniform.clamp(min=1e-300)))
    scores = probability.flatten().double().log() + gumbel
    return scores.topk(count).indices


def initial_strokes(
    probability: torch.Tensor, count: int, generator: torch.Generator
) -> torch.Tensor:
    """(count, 4, 2) cubic Beziers in px: sampled first points, the others near the one before."""
    height, width = probability.shape
    flat = sample_without_replacement(probability, count, generator)
    first = torch.stack([flat % width, flat // width], -1).float() + 0.5
    steps = 2 * torch.rand(count, 3, 2, generator=generator) - 1
    steps = steps * RADIUS * torch.tensor([width, height])
    return torch.cat([first[:, None], first[:, None] + steps.cumsum(1)], 1)
