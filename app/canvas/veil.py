"""A mask over a photo: what lies beside it is veiled."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

_VEIL_BGR = (190, 90, 70)
_OPACITY = 0.6

_alpha = (255 - np.arange(256)) * _OPACITY
_SHADES = np.column_stack([*(_alpha * (each / 255) for each in _VEIL_BGR), _alpha])
_PIXELS = np.ascontiguousarray(_SHADES.astype(np.uint8)).view("<u4")[:, 0]
"""By value of the mask: premultiplied blue, green, red, alpha, as ARGB32 lies in memory."""


def veil_of(mask: NDArray[np.uint8]) -> QImage:
    """An image to lay over the photo, as large as the (h, w) mask: clear where that is 255."""
    height, width = mask.shape
    pixels = _PIXELS[mask].tobytes()
    image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()  # of its own: the bytes are gone with this function
