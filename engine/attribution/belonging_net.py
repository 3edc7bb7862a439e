"""A small network that tells which strokes of a drawing belong to what it shows.

It sees strokes as points, not as pixels: each stroke asks the others, and the category, whether it
fits in (attention over the set of strokes). A score that leaves a stroke out of the picture (eq. 3
of the paper and what followed it) only knows whether the encoder minds; a stray stroke that it does
not mind gets the score of a stroke that is redundant.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from engine.strokes import FloatArray, resample

POINTS = 16
"""Places at equal distances that stand for a stroke."""
WIDTH = 64
LAYERS = 3
HEADS = 4
_COARSE = 2
"""Every second place is enough to tell how far strokes are from each other."""
_LEAST = 1e-3
_TRAITS = 4 * POINTS + 6
_PAIR_TRAITS = 4


def stroke_places(lines: Sequence[FloatArray]) -> FloatArray:
    """(N, `POINTS`, 2) places at equal distances along each polyline."""
    if not lines:
        return np.zeros((0, POINTS, 2))
    return np.stack([resample(line, number=POINTS) for line in lines])


class BelongingNet(nn.Module):
    """Log-odds that a stroke belongs to the drawing, for every stroke of a batch of drawings.

    Args:
        concept: numbers of the vector that says what the drawing is to show.
    """

    def __init__(self, concept: int = 256) -> None:
        super().__init__()
        self.stroke = nn.Sequential(
            nn.Linear(_TRAITS, 2 * WIDTH), nn.GELU(), nn.Linear(2 * WIDTH, WIDTH)
        )
        self.concept = nn.Linear(concept, WIDTH)
        self.unknown = nn.Parameter(torch.zeros(WIDTH))
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.answer = nn.Sequential(nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 1))

    def forward(
        self, places: torch.Tensor, there: torch.Tensor, concept: torch.Tensor
    ) -> torch.Tensor:
        """(B, N) log-odds.

        Args:
            places: (B, N, `POINTS`, 2) of the strokes in drawing order, on the unit square.
            there: (B, N) bool, False for padding, which comes last.
            concept: (B, D) unit vectors of what they are to show; zeros where nobody knows.
        """
        traits, pairs = _traits(places, there), _pair_traits(places, there)
        is_known = concept.abs().sum(1, keepdim=True) > 0
        meaning = torch.where(is_known, self.concept(concept), self.unknown)
        # The meaning is one more stroke that all may look at, and is added to each.
        tokens = torch.cat([meaning[:, None], self.stroke(traits) + meaning[:, None]], 1)
        hidden = functional.pad(~there, (1, 0))
        pairs = functional.pad(pairs, (0, 0, 1, 0, 1, 0))
        for layer in self.layers:
            tokens = layer(tokens, pairs, hidden)
        answers: torch.Tensor = self.answer(tokens[:, 1:])[..., 0]
        return answers


class _Layer(nn.Module):
    """Attention in which it counts how strokes lie to each other, and a hidden layer."""

    def __init__(self) -> None:
        super().__init__()
        self.before = nn.LayerNorm(WIDTH)
        self.project = nn.Linear(WIDTH, 3 * WIDTH)
        self.pair = nn.Linear(_PAIR_TRAITS, HEADS, bias=False)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.hidden = nn.Sequential(
            nn.LayerNorm(WIDTH), nn.Linear(WIDTH, 2 * WIDTH), nn.GELU(), nn.Linear(2 * WIDTH, WIDTH)
        )

    def forward(
        self, tokens: torch.Tensor, pairs: torch.Tensor, hidden: torch.Tensor
    ) -> torch.Tensor:
        batch, count, _ = tokens.shape
        split = self.project(self.before(tokens)).view(batch, count, 3, HEADS, WIDTH // HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        bias = self.pair(pairs).permute(0, 3, 1, 2)
        bias = bias.masked_fill(hidden[:, None, None], float("-inf"))
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        tokens = tokens + self.out(seen.transpose(1, 2).reshape(batch, count, WIDTH))
        answer: torch.Tensor = tokens + self.hidden(tokens)
        return answer


def _traits(places: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    """(B, N, `_TRAITS`) what a stroke is like: place, shape, size, when it was drawn."""
    batch, count = there.shape
    middle = places.mean(2, keepdim=True)
    extent = places.amax(2) - places.amin(2)
    size = extent.amax(-1).clamp_min(_LEAST)
    shape = (places - middle) / size[..., None, None]
    steps = (places[:, :, 1:] - places[:, :, :-1]).norm(dim=-1).sum(-1).clamp_min(_LEAST)
    gap = (places[:, :, 0] - places[:, :, -1]).norm(dim=-1)
    number = there.sum(1, keepdim=True).float()
    when = torch.arange(count, device=places.device) / (number - 1).clamp_min(1)
    plain = torch.stack(
        [
            size.log(),
            steps.log(),
            (extent[..., 0] + _LEAST).log() - (extent[..., 1] + _LEAST).log(),
            gap / steps,
            when,
            (number / 10).expand(batch, count),
        ],
        -1,
    )
    return torch.cat([4 * (places - 0.5).flatten(2), 2 * shape.flatten(2), plain], -1)


def _pair_traits(places: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    """(B, N, N, `_PAIR_TRAITS`) how strokes lie to each other: how near, and which came first."""
    batch, count = there.shape
    coarse = places[:, :, ::_COARSE]
    per = coarse.shape[2]
    flat = coarse.reshape(batch, count * per, 2)
    apart = torch.cdist(flat, flat).view(batch, count, per, count, per).amin((2, 4))
    order = torch.arange(count, device=places.device)
    after = (order[:, None] - order[None]).float()
    return torch.stack(
        [
            5 * apart,
            torch.exp(-apart / 0.03),
            (after.abs() == 1).float().expand_as(apart),
            (after / 10).clamp(-1, 1).expand_as(apart),
        ],
        -1,
    )
