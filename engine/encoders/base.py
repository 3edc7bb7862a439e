"""The interface every feature asks: how alike are a drawing and a photo?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import torch


@dataclass(frozen=True)
class Features:
    """What one pass through an encoder gives.

    Attributes:
        maps: feature maps by stage name, each (B, C, H, W), as the network computes them.
        embedding: (B, D), L2-normalised.
    """

    maps: dict[str, torch.Tensor]
    embedding: torch.Tensor


class Encoder(Protocol):
    """An image encoder shared by sketches and photos.

    Images are (B, 3, S, S) RGB in [0, 1] with S = `input_size` (or `canvas_size`); the encoder
    applies its own normalisation. Weights are frozen: gradients flow to the input only.
    """

    @property
    def name(self) -> str:
        """What the user knows it by, e.g. "strokewise-lite0" or "RN101/openai"."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever an embedding would: caches and libraries record it."""

    @property
    def input_size(self) -> int:
        """Side S of the input in px."""

    @property
    def canvas_size(self) -> int:
        """Side in px of the images that `encode` sees while a sketch is optimised: `input_size`,
        or larger where finer lines are worth more than the best embedding."""

    @property
    def coarse_canvas_size(self) -> int:
        """Side in px of the images while a sketch takes shape; `canvas_size` where the network
        takes one size only."""

    @property
    def geometric_stages(self) -> tuple[str, ...]:
        """The stages of the geometric loss (CLIPasso eq. 2), shallow to deep."""

    @property
    def line_drawing_share(self) -> float:
        """How much of abstraction's geometric target is the photo's line drawing, in [0, 1].

        0 is the paper's target, the photo (CLIPasso eq. 2). The less alike an encoder sees photos
        and drawings, the more it takes.
        """

    @property
    def semantic_dimensions(self) -> int | None:
        """How many numbers of the embedding, from the first, say what an image shows.

        A photo library smooths them (`engine.retrieval.smoothing`). None leaves its photos as they
        are embedded: where what an image shows is not told apart from how it is laid out, and what
        smoothing would do has not been measured, as for CLIP and for ImageNet's features.
        """

    @property
    def device(self) -> torch.device:
        """Where its weights are."""

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        """(B, D) L2-normalised embeddings."""

    def feature_maps(self, images: torch.Tensor) -> dict[str, torch.Tensor]:
        """Feature maps by stage name, each (B, C, H, W)."""

    def encode(self, images: torch.Tensor, stages: tuple[str, ...] = ()) -> Features:
        """Maps of `stages` (default: `geometric_stages`) and the embedding, in one pass."""

    def saliency(self, image: torch.Tensor) -> torch.Tensor:
        """(S, S) relevancy in [0, 1] of one (1, 3, S, S) image: where the encoder looks."""


@runtime_checkable
class SketchPhotoEncoder(Encoder, Protocol):
    """An encoder that looks at drawings otherwise than at photos, into one space."""

    def embed_sketches(self, images: torch.Tensor) -> torch.Tensor:
        """(B, D) L2-normalised embeddings of drawings; `embed` is for photos."""


def embed_sketches(encoder: Encoder, images: torch.Tensor) -> torch.Tensor:
    """(B, D) L2-normalised embeddings of drawings, by whatever encoder."""
    if isinstance(encoder, SketchPhotoEncoder):
        return encoder.embed_sketches(images)
    return encoder.embed(images)
