"""U2-Net-P, the small form of the salient-object network of Qin et al. 2020.

"U2-Net: Going deeper with nested U-structure for salient object detection", Pattern Recognition
106, sections 3.1 and 3.2. Each stage of a U-shaped network is itself a small U: a residual U-block
(RSU). Batch normalisation is folded into the convolutions.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

SIDE = 320
"""Side in px of the images it was trained on."""
_MIDDLE, _OUT = 16, 64
"""Channels inside of and after every block; the large network has more."""
_HEIGHTS = (7, 6, 5, 4)
"""Of the blocks with pooling, by stage; the two deepest stages use dilation instead."""
_STAGES = 6


def _conv(inputs: int, outputs: int, dilation: int = 1) -> nn.Conv2d:
    return nn.Conv2d(inputs, outputs, 3, padding=dilation, dilation=dilation)


def _resized(x: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    return functional.interpolate(x, like.shape[-2:], mode="bilinear", align_corners=False)


def _halved(x: torch.Tensor) -> torch.Tensor:
    return functional.max_pool2d(x, 2, 2, ceil_mode=True)


class PooledBlock(nn.Module):
    """RSU-L (figure 2e): L levels down by pooling, up by interpolation, added to its input."""

    def __init__(self, height: int, inputs: int) -> None:
        super().__init__()
        self.enter = _conv(inputs, _OUT)
        self.down = nn.ModuleList(
            _conv(_OUT if level == 0 else _MIDDLE, _MIDDLE) for level in range(height - 1)
        )
        self.bottom = _conv(_MIDDLE, _MIDDLE, dilation=2)
        self.up = nn.ModuleList(
            _conv(2 * _MIDDLE, _OUT if level == 0 else _MIDDLE)
            for level in range(height - 2, -1, -1)
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) to (B, 64, H, W)."""
        entered = y = functional.relu(self.enter(x))
        levels: list[torch.Tensor] = []
        for conv in self.down:
            y = functional.relu(conv(_halved(y) if levels else y))
            levels.append(y)
        y = functional.relu(self.bottom(y))
        for conv in self.up:
            level = levels.pop()
            y = functional.relu(conv(torch.cat((_resized(y, level), level), 1)))
        return y + entered


class DilatedBlock(nn.Module):
    """RSU-4F: the same without pooling, for maps that are small already."""

    def __init__(self, inputs: int) -> None:
        super().__init__()
        self.enter = _conv(inputs, _OUT)
        self.down = nn.ModuleList(
            _conv(_OUT if dilation == 1 else _MIDDLE, _MIDDLE, dilation) for dilation in (1, 2, 4)
        )
        self.bottom = _conv(_MIDDLE, _MIDDLE, dilation=8)
        self.up = nn.ModuleList(
            _conv(2 * _MIDDLE, _OUT if dilation == 1 else _MIDDLE, dilation)
            for dilation in (4, 2, 1)
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) to (B, 64, H, W)."""
        entered = y = functional.relu(self.enter(x))
        levels: list[torch.Tensor] = []
        for conv in self.down:
            y = functional.relu(conv(y))
            levels.append(y)
        y = functional.relu(self.bottom(y))
        for conv in self.up:
            y = functional.relu(conv(torch.cat((y, levels.pop()), 1)))
        return y + entered


class U2NetP(nn.Module):
    """The whole network (figure 5), six stages down and five up, with fused side outputs."""

    def __init__(self) -> None:
        super().__init__()
        down: list[nn.Module] = [
            PooledBlock(height, 3 if stage == 0 else _OUT) for stage, height in enumerate(_HEIGHTS)
        ]
        self.down = nn.ModuleList([*down, DilatedBlock(_OUT), DilatedBlock(_OUT)])
        up: list[nn.Module] = [PooledBlock(height, 2 * _OUT) for height in reversed(_HEIGHTS)]
        self.up = nn.ModuleList([DilatedBlock(2 * _OUT), *up])
        self.sides = nn.ModuleList(_conv(_OUT, 1) for _ in range(_STAGES))
        self.fuse = nn.Conv2d(_STAGES, 1, 1)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """(B, 3, H, W) RGB, normalised by ImageNet's mean and deviation, to (B, 1, H, W) in [0, 1].

        The paper's fused map: the probability that a pixel belongs to what stands out.
        """
        levels: list[torch.Tensor] = []
        y = images
        for block in self.down:
            y = block(_halved(y) if levels else y)
            levels.append(y)
        found = [levels.pop()]
        for block in self.up:
            level = levels.pop()
            found.append(block(torch.cat((_resized(found[-1], level), level), 1)))
        sides = [conv(y) for conv, y in zip(self.sides, reversed(found), strict=True)]
        fused: torch.Tensor = self.fuse(torch.cat([_resized(side, sides[0]) for side in sides], 1))
        return torch.sigmoid(fused)
