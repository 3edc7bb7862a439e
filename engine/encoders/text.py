"""Encoders that understand words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

import torch

from engine.encoders.base import Encoder


@runtime_checkable
class TextEncoder(Encoder, Protocol):
    """An encoder whose images and texts share one space; `isinstance(encoder, TextEncoder)` asks.

    The logit of an image and a text is the cosine of their embeddings times `logit_scale` (CLIP's
    learned inverse temperature).
    """

    @property
    def logit_scale(self) -> float:
        """What the cosines are multiplied with before a softmax over texts."""

    def encode_text(self, texts: Sequence[str]) -> torch.Tensor:
        """(N, D) L2-normalised embeddings of N texts, in the order given.

        Raises:
            InputError: this model's words need a tokeniser that is not installed.
        """
