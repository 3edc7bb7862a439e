"""What a photo shows, in the category head's words: the mean drawing of each category.

The category head knows drawings and fails on photos (9 % of Sketchy's photos, top-1 of 345). But
sketches and photos share the embedding, so a photo lies nearest to the drawings of what it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import torch

from engine.encoders.base import Encoder
from engine.encoders.bundled import bundled_models, read_weights
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError

NAME = "category_prototypes"
TEMPERATURE = 0.03
"""Of the softmax over cosines: of 0.02, 0.03, 0.05 and 0.08 the best likelihood of the right
category, on 375 photos of 75 Sketchy categories."""


@dataclass(frozen=True, eq=False)
class CategoryPrototypes:
    """Attributes:
    drawings: (C, D) unit vectors in the order of the encoder's `category_names`.
    """

    drawings: torch.Tensor

    def of_photo(self, embedding: torch.Tensor) -> torch.Tensor:
        """(C,) probabilities of what a photo with this (D,) unit embedding shows."""
        return torch.softmax(self.drawings @ embedding / TEMPERATURE, 0)


@lru_cache(maxsize=1)
def load_prototypes(encoder: Encoder) -> CategoryPrototypes | None:
    """The prototypes that come with the program, if they were made with this encoder.

    Those of the last encoder are kept: every stroke asks again.

    Raises:
        InputError: the file is missing or damaged.
    """
    model = bundled_models()[NAME]
    if not isinstance(encoder, StrokewiseEncoder) or model.encoder != encoder.name:
        return None
    drawings = read_weights(model)["drawings"].float().to(encoder.device)
    if len(drawings) != len(encoder.category_names):
        raise InputError(f"{model.file} does not fit the encoder; install Strokewise again.")
    return CategoryPrototypes(torch.nn.functional.normalize(drawings, dim=1))
