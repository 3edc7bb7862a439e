"""The weighted objectives of one batch: categories, the teacher's view, pairs, doodles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from engine.training.encoder_batches import Batch
from engine.training.encoder_corpus import Corpus
from engine.training.encoder_losses import (
    class_targets,
    imitation_loss,
    pair_loss,
    soft_match_loss,
    teacher_targets,
)
from engine.training.encoder_model import Outputs

_HARD_TEMPERATURE = 0.05
"""Within one category, where photos are alike."""


@dataclass(frozen=True)
class Weights:
    """What each objective counts."""

    category: float = 0.5
    relation: float = 1.0
    imitation: float = 1.0
    instance: float = 1.0
    layout: float = 0.5
    doodle: float = 1.0
    temperature: float = 0.07


@dataclass(frozen=True)
class _Split:
    """Where the photos, the drawings of photos and the doodles of a batch are.

    A patch-shuffled traced pair is no picture of its category any more: `plain` photos and
    `drawn` drawings leave such pairs out.
    """

    photos: int
    drawings: int
    plain: int
    drawn: int

    def __call__(self, values: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        end = self.photos + self.drawings
        return values[: self.photos], values[self.photos : end], values[end:]

    def plain_of(self, values: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        photos, drawings, doodles = self(values)
        return photos[: self.plain], drawings[: self.drawn], doodles


class Objective:
    """The losses of a batch, with the corpus's labels on the device.

    Args:
        corpus: where labels and the teacher's answers come from.
        weights: see `Weights`.
        device: where the batches are.
    """

    def __init__(self, corpus: Corpus, weights: Weights, device: torch.device) -> None:
        def tensor(values: np.ndarray) -> torch.Tensor:
            return torch.from_numpy(values).to(device)

        self._weights = weights
        self._category = tensor(corpus.photos.category)
        self._probabilities = tensor(corpus.photos.probabilities)
        self._features = tensor(corpus.photos.features)
        self._doodle_category = tensor(corpus.doodles.photo_class)
        self._doodle_probabilities = tensor(corpus.doodles.probabilities)
        self._doodle_features = tensor(corpus.doodles.features)

    def __call__(
        self, out: Outputs, doodle_logits: torch.Tensor, batch: Batch
    ) -> dict[str, torch.Tensor]:
        """Each weighted loss by name; their sum is to be made small."""
        n_photos, n_drawings = len(batch.photo_rows), len(batch.partner)
        hidden = batch.traced if batch.shuffled else 0
        split = _Split(n_photos, n_drawings, n_photos - hidden, n_drawings - hidden)
        rows = torch.from_numpy(batch.photo_rows[: split.plain]).to(self._category.device)
        partner = batch.partner[: split.drawn]
        weights = self._weights
        instance, layout = (
            self._pairs(*split(values)[:2], batch) for values in (out.embedding, out.layout)
        )
        return {
            "category": weights.category * self._categories(out, batch, split, rows, partner),
            "relation": weights.relation * self._relation(out, batch, split, rows, partner),
            "imitation": weights.imitation * self._imitation(out, batch, split, rows, partner),
            "instance": weights.instance * instance,
            "layout": weights.layout * layout,
            "doodle": weights.doodle
            * functional.cross_entropy(doodle_logits, batch.doodle_class, label_smoothing=0.1),
        }

    def _categories(
        self, out: Outputs, batch: Batch, split: _Split, rows: torch.Tensor, partner: torch.Tensor
    ) -> torch.Tensor:
        """Drawings find photos of their category and the other way round (clip_for_sbir, 4.1)."""
        category = self._category[rows]
        drawn = torch.cat([category[partner], self._doodle_category[batch.doodle_class]])
        known = drawn >= 0
        tau = self._weights.temperature
        total = out.embedding.new_zeros(())
        for values in (out.semantic, out.embedding):
            photos, drawings, doodles = split.plain_of(values)
            queries = torch.cat([drawings, doodles])[known]
            there = class_targets(drawn[known], category)
            back = class_targets(category, drawn[known])
            total = total + soft_match_loss(queries, photos, there, tau)
            total = total + soft_match_loss(photos, queries, back, tau)
        return total / 4

    def _relation(
        self, out: Outputs, batch: Batch, split: _Split, rows: torch.Tensor, partner: torch.Tensor
    ) -> torch.Tensor:
        """Photos, and drawings in their place, are as alike as the teacher finds the photos."""
        photos, drawings, doodles = split.plain_of(out.semantic)
        teacher = self._features[rows].float()
        targets = teacher_targets(teacher, teacher)
        known = self._doodle_category[batch.doodle_class] >= 0
        means = self._doodle_features[batch.doodle_class[known]]
        queries = torch.cat([drawings, doodles[known]])
        wanted = torch.cat([targets[partner], teacher_targets(means, teacher)])
        tau = self._weights.temperature
        return (
            soft_match_loss(photos, photos, targets, tau)
            + soft_match_loss(queries, photos, wanted, tau)
        ) / 2

    def _imitation(
        self, out: Outputs, batch: Batch, split: _Split, rows: torch.Tensor, partner: torch.Tensor
    ) -> torch.Tensor:
        """The teacher's ImageNet probabilities of a photo, also for what is drawn from it."""
        photos, drawings, doodles = split.plain_of(out.imagenet)
        wanted = self._probabilities[rows].float()
        known = self._doodle_category[batch.doodle_class] >= 0
        means = self._doodle_probabilities[batch.doodle_class[known]]
        queries = torch.cat([drawings, doodles[known]])
        return imitation_loss(photos, wanted) + 0.7 * imitation_loss(
            queries, torch.cat([wanted[partner], means])
        )

    def _pairs(self, photos: torch.Tensor, drawings: torch.Tensor, batch: Batch) -> torch.Tensor:
        """Hard pairs within a category for human sketches; all pairs of traced photos."""
        drawn = len(drawings) - batch.traced
        rivals = batch.group[batch.partner[:drawn]][:, None] == batch.group[None]
        within = pair_loss(
            drawings[:drawn], photos, batch.partner[:drawn], _HARD_TEMPERATURE, rivals
        )
        first = len(photos) - batch.traced
        among = pair_loss(
            drawings[drawn:],
            photos[first:],
            batch.partner[drawn:] - first,
            self._weights.temperature,
        )
        return within + among / 2
