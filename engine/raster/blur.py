"""Ink (d): the blurred raster of SketchEmbedNet's pixel loss (section 3.3, eq. 5 and 6).

I = g_blur(f_raster(y)): the line ink of `engine.raster.line` (for that paper on a canvas of 28 x 28
px), then a Gaussian of sigma = 2 px (section 4.1), "to reduce the strictness of our pixel-wise
loss".
"""

from __future__ import annotations

from math import ceil
from typing import Any

import numpy as np
import torch

from engine.errors import InputError
from engine.raster.line import render_line
from engine.raster.ops import Array, to_array, to_tensor

_SIGMAS = 4
"""Where the Gaussian ends: 6e-5 of it is left out, and the rest normalised."""


class _Blur(torch.autograd.Function):
    """A symmetric kernel with empty paper outside is its own adjoint."""

    @staticmethod
    def forward(ctx: Any, images: torch.Tensor, sigma_px: float) -> torch.Tensor:
        ctx.sigma_px = sigma_px
        return to_tensor(_convolve(to_array(images), sigma_px))

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> Any:
        return to_tensor(_convolve(to_array(grad), ctx.sigma_px)), None


def _convolve(images: Array, sigma_px: float) -> Array:
    """Gaussian along columns, then rows, by shifted sums: one thread, numpy or torch alike."""
    radius = ceil(_SIGMAS * sigma_px)
    kernel = np.exp(-0.5 * (np.arange(radius + 1) / sigma_px) ** 2)
    kernel /= 2 * kernel.sum() - kernel[0]
    for axis in (-2, -1):
        result = images * float(kernel[0])
        for shift in range(1, min(radius + 1, images.shape[axis])):
            weighted = images * float(kernel[shift])
            later, earlier = slice(shift, None), slice(None, -shift)
            if axis == -1:
                result[..., later] += weighted[..., earlier]
                result[..., earlier] += weighted[..., later]
            else:
                result[..., later, :] += weighted[..., earlier, :]
                result[..., earlier, :] += weighted[..., later, :]
        images = result
    return images


def gaussian_blur(images: torch.Tensor, sigma_px: float = 2.0) -> torch.Tensor:
    """Blur (..., H, W) images with a Gaussian; what lies outside counts as 0. Differentiable."""
    if not sigma_px > 0:
        raise InputError(f"The width of the blur must be above 0 px, not {sigma_px}.")
    blurred: torch.Tensor = _Blur.apply(images, float(sigma_px))  # type: ignore[no-untyped-call]
    return blurred


def blurred_raster(
    points: torch.Tensor,
    pen_down: torch.Tensor | np.ndarray,
    size: tuple[int, int] = (28, 28),
    *,
    sigma_px: float = 2.0,
    unit_px: float = 1.0,
) -> torch.Tensor:
    """I of eq. 5 for sketches of (B, T, 2) points with pen states, as `render_line` takes them.

    Returns:
        (B, 1, H, W) in [0, 1]; differentiable in `points`.
    """
    return gaussian_blur(render_line(points, pen_down, size, unit_px=unit_px), sigma_px)


def pixel_loss(target: torch.Tensor, predicted: torch.Tensor) -> torch.Tensor:
    """Binary cross-entropy of blurred rasters, averaged over pixels and sketches.

    Eq. 6 prints only the term I log I', which ink everywhere would minimise; the text calls it the
    binary cross-entropy, so the term (1 - I) log(1 - I') belongs to it and is here.

    Args:
        target, predicted: I and I', (B, 1, H, W) in [0, 1].
    """
    return torch.nn.functional.binary_cross_entropy(predicted.clamp(0, 1), target.clamp(0, 1))
