"""The mask of a photo's salient object."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.salient.u2net import SIDE, U2NetP

_MEAN = (0.485, 0.456, 0.406)
_DEVIATION = (0.229, 0.224, 0.225)
MIN_SALIENT = 0.5
"""Where no pixel is more likely salient than not, nothing stands out and there is no mask."""


def network_input(rgb: NDArray[np.uint8], side: int = SIDE) -> torch.Tensor:
    """(1, 3, side, side) float32 of an (H, W, 3) photo, stretched to a square as in training."""
    small = Image.fromarray(rgb).resize((side, side), Image.Resampling.LANCZOS)
    pixels = (np.asarray(small, np.float32) / 255 - _MEAN) / _DEVIATION
    return torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1)[None]


@torch.inference_mode()
def salient_mask(rgb: NDArray[np.uint8], net: U2NetP) -> NDArray[np.float32] | None:
    """What stands out in a photo.

    Args:
        rgb: (H, W, 3) uint8.

    Returns:
        (H, W) float32, read-only, from 0 on the background to 1 on the object (stretched to that
        range, as the authors do); None if nothing stands out.
    """
    height, width, _ = rgb.shape
    device = next(net.parameters()).device
    found = net(network_input(rgb).to(device))[0, 0].cpu()
    if float(found.max()) < MIN_SALIENT:
        return None
    stretched = (found - found.min()) / (found.max() - found.min())
    picture = Image.fromarray(stretched.numpy())
    mask = np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR))
    clipped: NDArray[np.float32] = np.clip(mask, 0, 1)
    clipped.setflags(write=False)
    return clipped
