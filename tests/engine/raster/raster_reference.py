"""A brute-force rasteriser with nothing in common with the engine's: every pixel x every segment.

It spells out the formulas of the inks in dense torch, so autograd gives its gradients, and makes
the random strokes the tests draw.
"""

from __future__ import annotations

from itertools import pairwise

import torch

SEGMENTS = 24


def random_cubics(
    n: int, seed: int, side: int = 96, length: float = 60.0, sketches: int = 1
) -> torch.Tensor:
    """(sketches, n, 4, 2) float64 curves of about `length` px that start on `side` x `side` px."""
    generator = torch.Generator().manual_seed(seed)
    start = torch.rand(sketches, n, 1, 2, generator=generator, dtype=torch.float64) * side
    legs = torch.randn(sketches, n, 3, 2, generator=generator, dtype=torch.float64)
    legs = legs / legs.norm(dim=-1, keepdim=True) * (length / 3)
    return torch.cat([start, start + legs.cumsum(2)], 2)


def curve_points(controls: torch.Tensor, segments: int = SEGMENTS) -> torch.Tensor:
    """(..., k, 2) control points to (..., segments + 1, 2) points by de Casteljau's algorithm."""
    t = torch.linspace(0, 1, segments + 1, dtype=controls.dtype)[:, None]
    points = [
        controls[..., None, i, :].expand(*controls.shape[:-2], len(t), 2)
        for i in range(controls.shape[-2])
    ]
    while len(points) > 1:
        points = [a * (1 - t) + b * t for a, b in pairwise(points)]
    return points[0]


def distances(vertices: torch.Tensor, size: tuple[int, int]) -> torch.Tensor:
    """(H, W) distance of every pixel's centre to the polyline (N, 2)."""
    if len(vertices) == 1:
        vertices = vertices.expand(2, 2)
    rows = torch.arange(size[0], dtype=vertices.dtype) + 0.5
    columns = torch.arange(size[1], dtype=vertices.dtype) + 0.5
    pixels = torch.stack(torch.meshgrid(columns, rows, indexing="xy"), -1).reshape(-1, 1, 2)
    a, direction = vertices[:-1], vertices[1:] - vertices[:-1]
    squared = (direction**2).sum(-1)
    t = ((pixels - a) * direction).sum(-1) / torch.where(squared > 0, squared, 1)
    offset = pixels - a - t.clamp(0, 1)[..., None] * direction
    return (offset**2).sum(-1).min(1).values.clamp_min(1e-24).sqrt().reshape(size)


def trapezoid_integral(u: torch.Tensor, e: float) -> torch.Tensor:
    """Integral up to u of the convolution of boxes of widths 1 and e, by its four corners."""
    a, b = (1 + e) / 2, (1 - e) / 2
    corners = ((a, 1), (b, -1), (-b, -1), (-a, 1))
    return sum(sign * (u + corner).clamp_min(0) ** 2 for corner, sign in corners) / (2 * e)


def ink(vertices: torch.Tensor, size: tuple[int, int], width, softness: float) -> torch.Tensor:
    """(H, W) coverage of one stroke."""
    d = distances(vertices, size)
    return trapezoid_integral(width / 2 - d, softness) - trapezoid_integral(
        -width / 2 - d, softness
    )


def draw(
    strokes: list[torch.Tensor],
    size: tuple[int, int],
    widths,
    opacities,
    colours: torch.Tensor | None = None,
    softness: float = 0.5,
) -> torch.Tensor:
    """(C, H, W) strokes (polylines) one after the other over white paper."""
    if colours is None:
        colours = torch.zeros(len(strokes), 1, dtype=strokes[0].dtype)
    image = torch.ones(colours.shape[1], *size, dtype=strokes[0].dtype)
    for vertices, width, opacity, colour in zip(strokes, widths, opacities, colours, strict=True):
        alpha = opacity * ink(vertices, size, width, softness)
        image = image * (1 - alpha) + alpha * colour[:, None, None]
    return image
