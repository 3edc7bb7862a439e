"""What in the photo is worth drawing: as far as saliency tells, or by a mask."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

from engine.abstraction.framing import Framing
from engine.abstraction.xdog import gaussian_blur
from engine.errors import InputError

_FRAME_PX = 4
"""A photo's own border looks like an edge against the white around it, but nobody draws it."""
_SALIENT_PART = 0.6
_BLUR_PX = 8.0
_FLOOR = 0.2


def inside(box: tuple[int, int, int, int], side: int, frame_px: int = _FRAME_PX) -> torch.Tensor:
    """(side, side) mask of the photo's part of the canvas without its frame."""
    left, top, right, bottom = box
    mask = torch.zeros(side, side)
    mask[top + frame_px : bottom - frame_px, left + frame_px : right - frame_px] = 1
    return mask


def subject_mask(saliency: torch.Tensor) -> torch.Tensor:
    """(1, 1, S, S) soft mask in [0, 1] from an (S, S) saliency map.

    The most salient part of the picture is all subject; around it the mask falls off smoothly.
    """
    threshold = torch.quantile(saliency[saliency > 0], 1 - _SALIENT_PART)
    mask = gaussian_blur((saliency / threshold).clamp(max=1)[None, None], _BLUR_PX)
    return mask / mask.amax()


def canvas_mask(mask: NDArray[np.float32], framing: Framing) -> torch.Tensor:
    """(1, 1, S, S) of an (h, w) mask of the photo; 0 beside the photo.

    Raises:
        InputError: its proportions are not the photo's, to within a px of the mask.
    """
    height, width = mask.shape
    if abs(height * framing.width - width * framing.height) > max(framing.width, framing.height):
        raise InputError(
            f"The mask is {mask.shape[-1]} x {mask.shape[0]} px, the photo {framing.width} x "
            f"{framing.height}."
        )
    left, top, right, bottom = framing.box
    fitted = torch.zeros(1, 1, framing.side, framing.side)
    # A copy: torch takes no read-only arrays.
    fitted[..., top:bottom, left:right] = interpolate(
        torch.from_numpy(np.array(mask, np.float32))[None, None],
        size=(bottom - top, right - left),
        mode="bilinear",
        antialias=True,
    )
    return fitted.clamp(0, 1)


def fade_background(photo: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The (1, 3, S, S) photo, fading to white where the mask does to zero."""
    return 1 - (1 - photo) * mask


def importance(mask: torch.Tensor) -> torch.Tensor:
    """Weights of the geometric loss: the mask, and a little everywhere so that strokes keep out."""
    return _FLOOR + (1 - _FLOOR) * mask
