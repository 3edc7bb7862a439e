"""What strokes may be scored by: differentiable functions F of the image of a sketch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import torch
from torch.nn.functional import interpolate

from engine.encoders.base import Encoder, embed_sketches
from engine.encoders.strokewise import GUESS_SIZE, StrokewiseEncoder
from engine.encoders.text import TextEncoder

OVERSAMPLING = 2
"""Canvas px per px of the encoder's input: hard stamps are averaged into antialiased lines."""


class Target(Protocol):
    """A score F(X) of a sketch; attributions are its gradients or differences.

    Attributes:
        side: side of the canvas in px that it is best shown.
        mirrors: whether a sketch and its mirror image mean the same to it.
    """

    @property
    def mirrors(self) -> bool:
        """See above."""

    @property
    def side(self) -> int:
        """See above."""

    def __call__(self, images: torch.Tensor) -> torch.Tensor:
        """(B,) scores of (B, 3, S, S) images in [0, 1], dark on white, differentiable."""


@dataclass(frozen=True, eq=False)
class CategoryLogProbability:
    """log p(category | X) by the encoder's category head.

    Attributes:
        encoder: has the head.
        category: column of `encoder.category_names`.
    """

    encoder: StrokewiseEncoder
    category: int
    mirrors = True

    @property
    def side(self) -> int:
        """Twice what the head works at."""
        return OVERSAMPLING * GUESS_SIZE

    def __call__(self, images: torch.Tensor) -> torch.Tensor:
        """(B,) natural logarithms of probabilities."""
        return self.encoder.log_probabilities(images.to(self.encoder.device))[:, self.category]


@dataclass(frozen=True, eq=False)
class EmbeddingTarget:
    """Any differentiable function of the embedding, say the sum of a latent code (eq. 11).

    Attributes:
        encoder: embeds the sketch.
        function: (B, D) unit embeddings to (B,) scores.
    """

    encoder: Encoder
    function: Callable[[torch.Tensor], torch.Tensor]
    mirrors = False

    @property
    def side(self) -> int:
        """Twice the encoder's input."""
        return OVERSAMPLING * self.encoder.input_size

    def __call__(self, images: torch.Tensor) -> torch.Tensor:
        """(B,) scores."""
        images = reduced(images.to(self.encoder.device), self.encoder.input_size)
        return self.function(embed_sketches(self.encoder, images))


def photo_similarity(encoder: Encoder, photo: torch.Tensor) -> EmbeddingTarget:
    """sim(F(X), F(P)), the cosine of the embeddings of sketch and photo (eq. 7 and 9).

    Args:
        photo: (D,) unit embedding of the photo.
    """
    return EmbeddingTarget(encoder, lambda embeddings: embeddings @ photo)


def text_similarity(encoder: TextEncoder, text: str) -> EmbeddingTarget:
    """The cosine of the sketch and a text in the encoder's common space.

    Raises:
        InputError: the encoder's words need a tokeniser that is not installed.
    """
    wanted = encoder.encode_text([text])[0]
    return EmbeddingTarget(encoder, lambda embeddings: embeddings @ wanted)


def reduced(images: torch.Tensor, side: int) -> torch.Tensor:
    """(B, 3, side, side) of square images, each pixel the average of those it covers."""
    if images.shape[-1] == side:
        return images
    return interpolate(images, size=(side, side), mode="bilinear", antialias=True)
