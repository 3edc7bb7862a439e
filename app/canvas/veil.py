"""A mask over a photo: what lies beside it is veiled."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

VEIL_RGB = (70, 90, 190)
VEIL_OPACITY = 0.6


def veil_of(mask: NDArray[np.uint8]) -> QImage:
    """An image to lay over the photo, as large as the (h, w) mask: clear where that is 255."""
    height, width = mask.shape
    alpha = (255 - mask).astype(np.float32) * VEIL_OPACITY
    pixels = np.empty((height, width, 4), np.uint8)
    pixels[..., 3] = alpha
    for channel, colour in enumerate(reversed(VEIL_RGB)):
        pixels[..., channel] = alpha * (colour / 255)
    image = QImage(
        pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied
    )
    return image.copy()  # of its own: the bytes are gone with this function
