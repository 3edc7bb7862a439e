"""An encoder small enough to check gradients of."""

from __future__ import annotations

import math

import torch
from torch.nn.functional import avg_pool2d, conv2d, normalize

from engine.encoders.base import Features


class TinyEncoder:
    """Two smooth convolutions, in double precision so that gradients can be checked."""

    name = "tiny"
    fingerprint = "tiny:0"
    geometric_stages = ("one", "two")
    line_drawing_share = 0.9
    semantic_dimensions = None
    device = torch.device("cpu")

    def __init__(self, input_size: int = 64) -> None:
        self.input_size = self.canvas_size = self.coarse_canvas_size = input_size
        self.images_encoded = 0
        generator = torch.Generator().manual_seed(7)

        def weight(out: int, into: int) -> torch.Tensor:
            noise = torch.randn(out, into, 3, 3, generator=generator, dtype=torch.float64)
            return noise / math.sqrt(9 * into)

        self._one, self._two = weight(6, 3), weight(8, 6)

    def encode(self, images: torch.Tensor, stages: tuple[str, ...] = ()) -> Features:
        self.images_encoded += len(images)
        one = torch.tanh(2 * conv2d(avg_pool2d(images.double(), 2), self._one, padding=1))
        two = torch.tanh(2 * conv2d(avg_pool2d(one, 2), self._two, padding=1))
        maps = {"one": one, "two": two}
        return Features(
            {stage: maps[stage] for stage in stages or self.geometric_stages},
            normalize(two.mean((2, 3)), dim=1),
        )

    def feature_maps(self, images: torch.Tensor) -> dict[str, torch.Tensor]:
        return self.encode(images).maps

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        return self.encode(images).embedding

    def saliency(self, image: torch.Tensor) -> torch.Tensor:
        return 1 - image[0].mean(0)
