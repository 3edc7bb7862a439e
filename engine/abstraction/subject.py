"""What in the photo is worth drawing, as far as saliency tells."""

from __future__ import annotations

import torch

from engine.abstraction.xdog import gaussian_blur

_FRAME_PX = 4
"""A photo's own border looks like an edge against the white around it, but nobody draws it."""
_SALIENT_PART = 0.6
_BLUR_PX = 8.0
_FLOOR = 0.2


def inside(box: tuple[int, int, int, int], side: int) -> torch.Tensor:
    """(side, side) mask of the photo's part of the canvas without its frame."""
    left, top, right, bottom = box
    mask = torch.zeros(side, side)
    mask[top + _FRAME_PX : bottom - _FRAME_PX, left + _FRAME_PX : right - _FRAME_PX] = 1
    return mask


def subject_mask(saliency: torch.Tensor) -> torch.Tensor:
    """(1, 1, S, S) soft mask in [0, 1] from an (S, S) saliency map.

    The most salient part of the picture is all subject; around it the mask falls off smoothly.
    """
    threshold = torch.quantile(saliency[saliency > 0], 1 - _SALIENT_PART)
    mask = gaussian_blur((saliency / threshold).clamp(max=1)[None, None], _BLUR_PX)
    return mask / mask.amax()


def fade_background(photo: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The (1, 3, S, S) photo, fading to white where the mask does to zero."""
    return 1 - (1 - photo) * mask


def importance(mask: torch.Tensor) -> torch.Tensor:
    """Weights of the geometric loss: the mask, and a little everywhere so that strokes keep out."""
    return _FLOOR + (1 - _FLOOR) * mask
