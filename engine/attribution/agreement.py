"""Judging a sketch by a photo and by the category that both agree on.

The similarity to one photo (eq. 7) hears much besides what the sketch shows: the photo's colours
and background, its pose. The category head hears nothing else, but a noisy sketch misleads it. So
the category is chosen by both: what the photo shows, by the prototypes, and what the sketch looks
like, averaged over random subsets of its strokes. Both scores are then added.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from engine.attribution.estimators import DROPPED, Scores, outputs_of_subsets
from engine.attribution.targets import OVERSAMPLING, CategoryLogProbability, Target
from engine.attribution.units import Units
from engine.encoders.prototypes import CategoryPrototypes
from engine.encoders.strokewise import GUESS_SIZE, StrokewiseEncoder

CATEGORY_WEIGHT = 0.04
"""A cosine per unit of log-probability: about what makes the largest scores of both alike."""
SAMPLES = 32


@dataclass(frozen=True, eq=False)
class Agreement:
    """similarity + `CATEGORY_WEIGHT` log p(category): a `Target`."""

    similarity: Target
    category: CategoryLogProbability
    mirrors = False

    @property
    def side(self) -> int:
        """That of the similarity, the finer one."""
        return self.similarity.side

    def __call__(self, images: torch.Tensor) -> torch.Tensor:
        """(B,) scores."""
        return self.similarity(images) + CATEGORY_WEIGHT * self.category(images)


def category_beliefs(units: Units, encoder: StrokewiseEncoder, seed: int) -> Scores:
    """(C,) mean probabilities of the categories over random subsets of the units."""
    random = np.random.default_rng(seed)
    there = (random.random((SAMPLES, units.count)) >= DROPPED).astype(np.float64)
    there[0] = 1

    def look(images: torch.Tensor) -> torch.Tensor:
        return encoder.guess(images.to(encoder.device))

    found = yield from outputs_of_subsets(units, look, OVERSAMPLING * GUESS_SIZE, there)
    return np.asarray(found.mean(0), np.float64)


def agreed_beliefs(
    beliefs: np.ndarray, prototypes: CategoryPrototypes, photo: torch.Tensor
) -> np.ndarray:
    """(C,) probabilities of the categories by sketch and photo together.

    Args:
        beliefs: (C,) of the sketch.
        photo: (D,) unit embedding.
    """
    both = prototypes.of_photo(photo).cpu().numpy().astype(np.float64) * beliefs
    return np.asarray(both / both.sum())
