"""Where a photo lies on the page."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.canvas.outline import FloatArray
from engine.strokes import Bounds


@dataclass(frozen=True, slots=True)
class Placement:
    """Photo px to document px: page = scale * photo + shift.

    Attributes:
        box: the photo's place on the page, document px.
    """

    scale: float
    shift_x: float
    shift_y: float
    box: Bounds

    def to_page(self, points: FloatArray) -> FloatArray:
        """(..., 2) places in photo px to document px."""
        return np.asarray(points) * self.scale + np.array([self.shift_x, self.shift_y])

    def to_photo(self, points: FloatArray) -> FloatArray:
        """(..., 2) places in document px to photo px."""
        return (np.asarray(points) - np.array([self.shift_x, self.shift_y])) / self.scale


def placed_on_page(photo: tuple[int, int], page: tuple[float, float]) -> Placement:
    """As large as fits, in the middle.

    Args:
        photo, page: width and height in px.
    """
    scale = min(page[0] / photo[0], page[1] / photo[1])
    width, height = photo[0] * scale, photo[1] * scale
    x, y = (page[0] - width) / 2, (page[1] - height) / 2
    return Placement(scale, x, y, (x, y, x + width, y + height))
