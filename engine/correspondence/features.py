"""What is compared: an encoder's feature maps of several stages, joined at one resolution."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch.nn.functional import interpolate, normalize

from engine.encoders.base import Encoder
from engine.encoders.lite import LiteEncoder

CANVAS_SIDE = 256
"""Side in px of the images that a `LiteEncoder` compares: the paper's (section 4.1)."""
LITE_STAGES = ("block4", "block5")
"""Of a `LiteEncoder`, what matches best without training: last outputs at strides 16 and 32. The
counterparts of the paper's ResNet stages 2 and 3, at strides 8 and 16, tell places apart less."""
WARP_STAGES = ("block3", "block4", "block5")
"""Of a `LiteEncoder`, what the trained warp estimator looks at."""


def canvas_side(encoder: Encoder) -> int:
    """Side in px of the images that are compared."""
    return CANVAS_SIDE if isinstance(encoder, LiteEncoder) else encoder.canvas_size


@torch.no_grad()
def stage_maps(
    encoder: Encoder, canvases: torch.Tensor, stages: tuple[str, ...] = LITE_STAGES
) -> tuple[torch.Tensor, ...]:
    """Maps of the stages that are compared, each (B, C, h, w), of (B, 3, S, S) in [0, 1].

    `stages` are those of a `LiteEncoder`; of others the geometric ones are compared.
    """
    canvases = canvases.to(encoder.device)
    maps: Mapping[str, torch.Tensor]
    if isinstance(encoder, LiteEncoder):
        maps = encoder.feature_maps(canvases, stages)
        return tuple(maps[stage].float() for stage in stages)
    maps = encoder.feature_maps(canvases)
    return tuple(maps[stage].float() for stage in encoder.geometric_stages)


def descriptors(maps: tuple[torch.Tensor, ...], grid: int) -> torch.Tensor:
    """(B, C, grid, grid) unit vectors that join the stages (section 3.2).

    Each stage is brought to the grid bilinearly, centred over the picture's positions (drawings
    and photos differ in their means more than places within them do) and has an equal say.
    """
    joined = []
    for each in maps:
        small = interpolate(
            each, (grid, grid), mode="bilinear", align_corners=False, antialias=True
        )
        joined.append(normalize(small - small.mean((2, 3), keepdim=True), dim=1))
    return normalize(torch.cat(joined, 1), dim=1)


def affinity(source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """A(i, j) = X_s(i)^T X_t(j) of (B, C, h, w) descriptors, (B, hw, hw) (section 3.2)."""
    return source.flatten(2).transpose(1, 2) @ target.flatten(2)
