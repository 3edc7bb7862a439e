"""XDoG edges (Winnemöller, Kyprianidis and Olsen 2012)."""

from __future__ import annotations

import math

import torch
from torch.nn.functional import conv2d, pad

_SIGMA_PX = 1.0
_SIGMA_RATIO = 1.6  # of the two Gaussians; makes their difference close to a Laplacian (sec. 2.2)
_TAU = 0.98
_EPSILON = 0.0
_PHI = 20.0
_LUMA = (0.299, 0.587, 0.114)


def luminance(image: torch.Tensor) -> torch.Tensor:
    """(B, 3, H, W) to (B, 1, H, W)."""
    weights = torch.tensor(_LUMA, dtype=image.dtype, device=image.device)
    return (image * weights[:, None, None]).sum(1, keepdim=True)


def xdog_edges(
    grey: torch.Tensor, sigma_px: float = _SIGMA_PX, epsilon: float = _EPSILON, phi: float = _PHI
) -> torch.Tensor:
    """Edge strength in [0, 1] of (B, 1, H, W) grey images: one minus the XDoG line image.

    The difference of Gaussians D = G_sigma * I - tau G_k,sigma * I (eq. 1 to 3) is thresholded
    softly (eq. 5): white where D >= epsilon, else 1 + tanh(phi (D - epsilon)). With tau just below
    1 a flat area is white whatever its tone, and the dark side of an edge is a line.
    """
    narrow = gaussian_blur(grey, sigma_px)
    wide = gaussian_blur(grey, sigma_px * _SIGMA_RATIO)
    difference = narrow - _TAU * wide
    return torch.tanh(phi * (epsilon - difference)).clamp(min=0)


def gaussian_blur(images: torch.Tensor, sigma_px: float) -> torch.Tensor:
    """(B, C, H, W) blurred; the border is reflected, so the image is larger than 3 sigma."""
    radius = max(math.ceil(3 * sigma_px), 1)
    offsets = torch.arange(-radius, radius + 1, dtype=images.dtype, device=images.device)
    kernel = torch.exp(-0.5 * (offsets / sigma_px) ** 2)
    kernel = kernel / kernel.sum()
    b, c, h, w = images.shape
    x = pad(images.reshape(b * c, 1, h, w), (radius,) * 4, mode="reflect")
    x = conv2d(conv2d(x, kernel.view(1, 1, 1, -1)), kernel.view(1, 1, -1, 1))
    return x.view(b, c, h, w)
