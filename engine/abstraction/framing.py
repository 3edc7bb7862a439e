"""Between a photo and the square canvas it is sketched on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image


@dataclass(frozen=True, slots=True)
class Framing:
    """Fits a photo into a square: scaled to the long side, centred, the rest left white.

    Attributes:
        width, height: of the photo in px.
        side: of the square canvas in px.
    """

    width: int
    height: int
    side: int

    @property
    def scale(self) -> float:
        """Canvas px per photo px."""
        return self.side / max(self.width, self.height)

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The part of the canvas that the photo covers, whole px: (left, top, right, bottom)."""
        width = max(round(self.width * self.scale), 1)
        height = max(round(self.height * self.scale), 1)
        left, top = (self.side - width) // 2, (self.side - height) // 2
        return left, top, left + width, top + height

    def to_canvas(self, rgb: NDArray[np.uint8]) -> torch.Tensor:
        """(H, W, 3) uint8 photo to a (1, 3, side, side) float32 canvas in [0, 1]."""
        left, top, right, bottom = self.box
        small = Image.fromarray(rgb).resize((right - left, bottom - top), Image.Resampling.LANCZOS)
        canvas = torch.ones(1, 3, self.side, self.side)
        pixels = torch.from_numpy(np.asarray(small, np.float32) / 255)
        canvas[0, :, top:bottom, left:right] = pixels.permute(2, 0, 1)
        return canvas

    def to_photo(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(..., 2) canvas px to photo px."""
        left, top, right, bottom = self.box
        ratio = np.array([self.width / (right - left), self.height / (bottom - top)])
        mapped: NDArray[np.float64] = (points - np.array([left, top])) * ratio
        return mapped

    def to_canvas_px(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """(..., 2) photo px to canvas px; undoes `to_photo`."""
        left, top, right, bottom = self.box
        ratio = np.array([(right - left) / self.width, (bottom - top) / self.height])
        mapped: NDArray[np.float64] = np.asarray(points, np.float64) * ratio + np.array([left, top])
        return mapped
