"""How far a sketch is from a photo (CLIPasso eq. 1 to 3)."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from engine.abstraction.target import PhotoTarget, normalise_channels
from engine.abstraction.views import apply_views
from engine.encoders.base import Encoder, Features

SEMANTIC_WEIGHT = 0.1
"""w_s of eq. 3."""


@dataclass(frozen=True, slots=True)
class LossTerms:
    """Weights of the two terms of eq. 3, so that either can be left out (supplement E.2).

    Attributes:
        geometric: of L_geometric.
        semantic: of L_semantic.
    """

    geometric: float = 1.0
    semantic: float = SEMANTIC_WEIGHT


FULL = LossTerms()


def abstraction_loss(
    encoder: Encoder,
    target: PhotoTarget,
    sketches: torch.Tensor,
    view_ids: torch.Tensor,
    terms: LossTerms = FULL,
) -> torch.Tensor:
    """L_geometric + w_s L_semantic of each sketch, seen through one view each.

    L_semantic is the cosine distance of the embeddings (eq. 1). L_geometric is the squared L2
    distance of the feature maps, summed over stages (eq. 2). Two things differ from the paper: the
    channel vector at each position is scaled to length one first, because an encoder that was not
    trained on drawings answers them much more weakly than photos; and positions count by their
    importance, because otherwise a busy background takes most of the strokes.

    Args:
        sketches: (B, 1, S, S), white 1, ink 0.
        view_ids: (B,) numbers of views of `target`.
        terms: how much each term counts.

    Returns:
        (B,) losses, at most 4 a stage and 2 w_s more.
    """
    seen = apply_views(sketches, target.views[view_ids])
    features = encoder.encode(seen.expand(-1, 3, -1, -1))
    loss = terms.semantic * (1 - (features.embedding * target.embeddings[view_ids]).sum(1))
    if terms.geometric:
        distances = stage_distances(features, target, view_ids)
        loss = loss + terms.geometric * sum(each.mean((1, 2, 3)) for each in distances.values())
    return loss


def stage_distances(
    features: Features, target: PhotoTarget, view_ids: torch.Tensor
) -> dict[str, torch.Tensor]:
    """By stage (B, 1, h, w): how far a sketch is from the photo in each place, times its weight."""
    distances = {}
    for stage, photo_maps in target.maps.items():
        difference = normalise_channels(features.maps[stage]) - photo_maps[view_ids]
        distance = difference.square().sum(1, keepdim=True)
        distances[stage] = distance * target.weights[stage][view_ids]
    return distances
