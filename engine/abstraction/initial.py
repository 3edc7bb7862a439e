"""Where the strokes start (CLIPasso sec. 3.3 and supplement A)."""

from __future__ import annotations

import torch

RADIUS = 0.05
"""Spread of a new stroke's control points, as a part of the canvas (supplement A)."""
SPREAD = 0.05
"""How far a start keeps the next ones away, as a part of the canvas. On scikit-image's astronaut,
16 strokes, it gave her a head with both seeds tried, which independent draws gave with one."""
TEMPERATURE = 0.4
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


def sample_apart(
    probability: torch.Tensor, count: int, generator: torch.Generator, spread_px: float = 0.0
) -> torch.Tensor:
    """(count,) distinct flat indices of (H, W) pixels, one after the other by `probability`.

    With `spread_px` 0 this is the paper's sampling without replacement. Otherwise each draw also
    makes the pixels around it less probable, by 1 - exp(-d^2 / (2 spread_px^2)) at distance d:
    strokes hardly travel, and two that start in one place leave another part of the subject bare.
    At least `count` probabilities must be positive.
    """
    height, width = probability.shape
    y, x = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    left = probability.double().clone()
    drawn = []
    for _ in range(count):
        index = int(torch.multinomial(left.flatten(), 1, generator=generator))
        drawn.append(index)
        if spread_px > 0:
            squared_px = (y - index // width).square() + (x - index % width).square()
            left *= -torch.expm1(squared_px / (-2 * spread_px**2))
        left.view(-1)[index] = 0
        # Or the products would run out of a double's range.
        left /= left.amax().clamp(min=torch.finfo(left.dtype).tiny)
    return torch.tensor(drawn)


def initial_strokes(
    probability: torch.Tensor, count: int, generator: torch.Generator, points: int = 4
) -> torch.Tensor:
    """(count, points, 2) Beziers in px: sampled first points, the others near the one before."""
    height, width = probability.shape
    flat = sample_apart(probability, count, generator, SPREAD * max(height, width))
    first = torch.stack([flat % width, flat // width], -1).float() + 0.5
    steps = 2 * torch.rand(count, points - 1, 2, generator=generator) - 1
    steps = steps * RADIUS * torch.tensor([width, height])
    return torch.cat([first[:, None], first[:, None] + steps.cumsum(1)], 1)
