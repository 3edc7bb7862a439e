"""The bundled encoder's own layers: the two-part embedding and the category head."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from engine.encoders.folded_lite import FEATURE_CHANNELS, LITE0

SEMANTIC_DIMENSIONS = 160
LAYOUT_DIMENSIONS = 96
_GRID = 4
_MIDDLE_CHANNELS = LITE0.channels[4]
GRID_DIMENSIONS = _MIDDLE_CHANNELS * _GRID * _GRID


def grid_of(middle: torch.Tensor) -> torch.Tensor:
    """(B, 112, h, w) maps of the middle layer averaged over a 4 x 4 grid, as (B, 1792)."""
    return functional.adaptive_avg_pool2d(middle, _GRID).flatten(1)


class EmbeddingHead(nn.Module):
    """A 256-d unit vector that joins what an image shows and how it is laid out.

    What comes from the pooled last layer, how from a coarse grid of the middle layer: pooling
    alone loses the pose that tells two photos of one category apart. `layout_share` is the
    layout's part of the squared norm, so a cosine of two embeddings is (1 - share) times the
    cosine of their semantic parts plus share times that of their layout parts.
    """

    layout_share: torch.Tensor

    def __init__(self, layout_share: float = 0.3) -> None:
        super().__init__()
        self.semantic = nn.Linear(FEATURE_CHANNELS, SEMANTIC_DIMENSIONS)
        self.layout = nn.Linear(GRID_DIMENSIONS, LAYOUT_DIMENSIONS)
        self.register_buffer("layout_share", torch.tensor(layout_share))

    def parts(
        self, features: torch.Tensor, grid: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Unit vectors (B, 160) and (B, 96) from (B, 1280) features and (B, 1792) `grid_of`."""
        return (
            functional.normalize(self.semantic(features), dim=1),
            functional.normalize(self.layout(grid), dim=1),
        )

    def join(self, semantic: torch.Tensor, layout: torch.Tensor) -> torch.Tensor:
        """(B, 256) unit vectors."""
        share = self.layout_share
        return torch.cat([semantic * torch.sqrt(1 - share), layout * torch.sqrt(share)], 1)

    def forward(self, features: torch.Tensor, middle: torch.Tensor) -> torch.Tensor:
        """(B, 256) unit vectors from (B, 1280) features and (B, 112, h, w) middle maps."""
        return self.join(*self.parts(features, grid_of(middle)))


class CategoryHead(nn.Module):
    """Which of the Quick, Draw! categories a drawing is: one hidden layer, a calibrated softmax.

    Args:
        categories: how many.
        hidden: units of the hidden layer.
    """

    temperature: torch.Tensor

    def __init__(self, categories: int, hidden: int = 512) -> None:
        super().__init__()
        self.hidden = nn.Linear(FEATURE_CHANNELS + GRID_DIMENSIONS, hidden)
        self.output = nn.Linear(hidden, categories)
        self.register_buffer("temperature", torch.tensor(1.0))

    def forward(self, features: torch.Tensor, grid: torch.Tensor) -> torch.Tensor:
        """(B, categories) logits from (B, 1280) features and (B, 1792) `grid_of`."""
        hidden = functional.relu(self.hidden(torch.cat([features, grid], 1)))
        logits: torch.Tensor = self.output(hidden)
        return logits / self.temperature
