"""How far a sketch is from a photo (CLIPasso eq. 1 to 3)."""

from __future__ import annotations

import torch

from engine.abstraction.target import PhotoTarget, normalise_channels
from engine.abstraction.views import apply_views
from engine.encoders.base import Encoder

SEMANTIC_WEIGHT = 0.1
"""w_s of eq. 3."""


def abstraction_loss(
    encoder: Encoder, target: PhotoTarget, sketches: torch.Tensor, view_ids: torch.Tensor
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

    Returns:
        (B,) losses, at most 4 a stage and 2 w_s more.
    """
    seen = apply_views(sketches, target.views[view_ids])
    features = encoder.encode(seen.expand(-1, 3, -1, -1))
    loss = SEMANTIC_WEIGHT * (1 - (features.embedding * target.embeddings[view_ids]).sum(1))
    for stage, photo_maps in target.maps.items():
        difference = normalise_channels(features.maps[stage]) - photo_maps[view_ids]
        distance = difference.square().sum(1, keepdim=True)
        loss = loss + (distance * target.weights[stage][view_ids]).mean((1, 2, 3))
    return loss
