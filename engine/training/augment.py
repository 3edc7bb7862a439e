"""Augmentation of whole batches as tensor operations, on the device where training runs.

Drawings are handled as ink (1 on a line, 0 on paper), so that what is warped in from outside is
paper and lines can be thickened by a running maximum.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch.nn import functional


@dataclass(frozen=True, slots=True)
class WarpStrength:
    """Ranges of the random warp, all relative to the image.

    Attributes:
        zoom: least and greatest size of the content.
        turn_degrees: rotation either way.
        shift: translation either way, as a fraction of the side.
        stretch: log of the greatest change of the aspect ratio.
        wobble: standard deviation of the smooth displacement, as a fraction of the side.
    """

    zoom: tuple[float, float] = (0.8, 1.15)
    turn_degrees: float = 8.0
    shift: float = 0.06
    stretch: float = 0.12
    wobble: float = 0.0


PHOTO_WARP = WarpStrength(zoom=(0.9, 1.35), turn_degrees=6, shift=0.05)
SKETCH_WARP = WarpStrength(zoom=(0.85, 1.2), turn_degrees=8, wobble=0.01)
TRACED_WARP = WarpStrength(zoom=(0.85, 1.2), turn_degrees=8, wobble=0.02)
DOODLE_WARP = WarpStrength(zoom=(0.7, 1.05), turn_degrees=12, stretch=0.2, wobble=0.012)


def warp(
    images: torch.Tensor,
    size: int,
    strength: WarpStrength,
    generator: torch.Generator,
    mirrored: torch.Tensor | None = None,
    outside: str = "zeros",
) -> torch.Tensor:
    """Random affine map and smooth displacement of every image.

    Args:
        images: (B, C, H, H) float.
        size: side of the result.
        strength: how far to go.
        generator: source of the random numbers (CPU).
        mirrored: (B,) bool, which to flip left to right: pairs that share a pose share it.
        outside: padding mode of `grid_sample`.

    Returns:
        (B, C, size, size).
    """
    count = len(images)

    def uniform(low: float, high: float) -> torch.Tensor:
        return torch.empty(count).uniform_(low, high, generator=generator)

    zoom = torch.exp(uniform(math.log(strength.zoom[0]), math.log(strength.zoom[1])))
    turn = uniform(-strength.turn_degrees, strength.turn_degrees) * (math.pi / 180)
    stretch = torch.exp(uniform(-strength.stretch, strength.stretch) / 2)
    flip = torch.ones(count) if mirrored is None else 1.0 - 2.0 * mirrored.float()
    cos, sin = torch.cos(turn) / zoom, torch.sin(turn) / zoom
    shift_x, shift_y = (2 * uniform(-strength.shift, strength.shift) for _ in range(2))
    affine = torch.stack(
        [
            torch.stack([flip * cos * stretch, -flip * sin / stretch, shift_x], 1),
            torch.stack([sin * stretch, cos / stretch, shift_y], 1),
        ],
        1,
    )
    grid = functional.affine_grid(affine, [count, 1, size, size], align_corners=False)
    if strength.wobble:
        coarse = torch.randn(count, 2, 5, 5, generator=generator) * (2 * strength.wobble)
        smooth = functional.interpolate(
            coarse, size=(size, size), mode="bicubic", align_corners=True
        )
        grid = grid + smooth.permute(0, 2, 3, 1)
    return functional.grid_sample(
        images, grid.to(images.device), mode="bilinear", padding_mode=outside, align_corners=False
    )


def thicken(ink: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Lines of (B, 1, S, S) ink made wider by up to 2 px, each drawing by its own amount."""
    amount = torch.rand(len(ink), 1, 1, 1, generator=generator).to(ink.device)
    return ink + amount * (functional.max_pool2d(ink, 3, 1, 1) - ink)


def drop_pieces(labels: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Ink of contour label maps (B, S, S) uint8 with pieces left out at random.

    Each drawing keeps its own share of pieces, between 55 and 100 %; the longer half of the
    pieces (labels count from the longest) is more likely to stay.

    Returns:
        (B, 1, S, S) float, lines two px wide.
    """
    flat = labels.flatten(1).long()
    pieces = flat.amax(1, keepdim=True).clamp_min(1)
    share = torch.empty(len(labels), 1).uniform_(0.55, 1.0, generator=generator)
    share = share.to(labels.device)
    rank = torch.arange(256, device=labels.device)[None] / pieces
    chance = share + (1 - share) * (0.5 - rank).clamp(-0.5, 0.5)
    draw = torch.rand(len(labels), 256, generator=generator).to(labels.device)
    kept = (draw < chance).float()
    kept[:, 0] = 0
    ink = kept.gather(1, flat).view(len(labels), 1, *labels.shape[1:])
    return functional.max_pool2d(functional.pad(ink, (0, 1, 0, 1)), 2, 1)


def jitter_colours(photos: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Brightness, contrast and saturation of (B, 3, S, S) photos; one in eight turns grey."""
    count = len(photos)

    def uniform(low: float, high: float) -> torch.Tensor:
        values = torch.empty(count, 1, 1, 1).uniform_(low, high, generator=generator)
        return values.to(photos.device)

    saturation = uniform(0.5, 1.4) * (uniform(0, 1) > 1 / 8)
    grey = photos.mean(1, keepdim=True)
    photos = grey + saturation * (photos - grey)
    mean = grey.mean((2, 3), keepdim=True)
    return ((photos - mean) * uniform(0.7, 1.3) + mean + uniform(-0.12, 0.12)).clamp(0, 1)


def on_paper(ink: torch.Tensor) -> torch.Tensor:
    """(B, 1, S, S) ink to a (B, 3, S, S) drawing in black on white."""
    return (1 - ink.clamp(0, 1)).expand(-1, 3, -1, -1)


def shuffle_patches(
    images: torch.Tensor, order: torch.Tensor, patches_per_side: int = 2
) -> torch.Tensor:
    """Permute the square patches of every image (Sain et al. 2023, section 4.2).

    Args:
        images: (B, C, S, S), S divisible by `patches_per_side`.
        order: (B, patches_per_side ** 2) permutations: patch k of the result is patch order[k].
        patches_per_side: n of the n x n grid.

    Returns:
        (B, C, S, S).
    """
    n = patches_per_side
    count, channels, size, _ = images.shape
    side = size // n
    tiles = images.reshape(count, channels, n, side, n, side).permute(0, 2, 4, 1, 3, 5)
    tiles = tiles.reshape(count, n * n, channels, side, side)
    tiles = tiles[torch.arange(count, device=images.device)[:, None], order.to(images.device)]
    tiles = tiles.reshape(count, n, n, channels, side, side).permute(0, 3, 1, 4, 2, 5)
    return tiles.reshape(count, channels, size, size)
