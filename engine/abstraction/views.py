"""Random views: the augmentations that sketch and photo share (CLIPasso sec. 3.2, supplement A).

RandomPerspective followed by RandomResizedCrop, as one homography per view, so that a view costs
one interpolation and the gradient flows through it. Coordinates are normalised: (-1, -1) is the
image's upper left corner, (1, 1) its lower right.
"""

from __future__ import annotations

import math

import torch
from torch.nn.functional import grid_sample

_DISTORTION = 0.5
_CROP_AREA = (0.7, 0.9)
_CROP_ASPECT = (3 / 4, 4 / 3)


def random_views(count: int, generator: torch.Generator) -> torch.Tensor:
    """(count, 3, 3) homographies from a view's coordinates to the image's."""
    return _perspectives(count, generator) @ _crops(count, generator)


def _perspectives(count: int, generator: torch.Generator) -> torch.Tensor:
    """The image shrunk so that each corner moves inwards by up to half the distortion scale."""
    corners = torch.tensor([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
    inwards = torch.rand(count, 4, 2, generator=generator) * _DISTORTION
    moved = corners - corners * inwards
    return homographies(moved, corners.expand_as(moved))


def _crops(count: int, generator: torch.Generator) -> torch.Tensor:
    """A rectangle of random area and aspect at a random place, stretched to the whole view."""
    area = torch.empty(count).uniform_(*_CROP_AREA, generator=generator)
    low, high = (math.log(aspect) for aspect in _CROP_ASPECT)
    aspect = torch.empty(count).uniform_(low, high, generator=generator).exp()
    size = torch.stack([(area * aspect).sqrt(), (area / aspect).sqrt()], 1).clamp(max=1)
    centre = (1 - size) * (2 * torch.rand(count, 2, generator=generator) - 1)
    crops = torch.zeros(count, 3, 3)
    crops[:, 0, 0], crops[:, 1, 1], crops[:, 2, 2] = size[:, 0], size[:, 1], 1
    crops[:, :2, 2] = centre
    return crops


def homographies(source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """(B, 3, 3) with a one in the corner that map (B, 4, 2) source points to target points."""
    x, y = source.unbind(-1)
    u, v = target.unbind(-1)
    zero, one = torch.zeros_like(x), torch.ones_like(x)
    rows_u = torch.stack([x, y, one, zero, zero, zero, -u * x, -u * y], -1)
    rows_v = torch.stack([zero, zero, zero, x, y, one, -v * x, -v * y], -1)
    system = torch.cat([rows_u, rows_v], 1)
    entries = torch.linalg.solve(system, torch.cat([u, v], 1))
    return torch.cat([entries, torch.ones_like(entries[:, :1])], 1).view(-1, 3, 3)


def apply_views(images: torch.Tensor, views: torch.Tensor) -> torch.Tensor:
    """(B, C, H, W) images seen through (B, 3, 3) views; what lies outside an image is white."""
    _, _, height, width = images.shape
    y, x = torch.meshgrid(
        _pixel_centres(height, images), _pixel_centres(width, images), indexing="ij"
    )
    points = torch.stack([x, y, torch.ones_like(x)], -1).view(-1, 3)
    mapped = points @ views.to(images).transpose(1, 2)
    grid = (mapped[..., :2] / mapped[..., 2:]).view(-1, height, width, 2)
    # grid_sample fills with zeros; sampling the ink instead of the light makes that white.
    return 1 - grid_sample(1 - images, grid, mode="bilinear", align_corners=False)


def _pixel_centres(count: int, like: torch.Tensor) -> torch.Tensor:
    steps = torch.arange(count, dtype=like.dtype, device=like.device)
    return (2 * steps + 1) / count - 1
