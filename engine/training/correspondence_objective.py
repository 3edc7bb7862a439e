"""The whole objective of a batch, with the switches of the paper's Table 3."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import torch

from engine.correspondence.estimator import (
    PHOTO,
    SKETCH,
    STAGE_CHANNELS,
    Estimate,
    WarpEstimator,
    resized,
    sample_at,
)
from engine.correspondence.features import WARP_STAGES
from engine.encoders.lite import LiteEncoder
from engine.evaluation.synthetic_pairs import SIDE
from engine.training.correspondence_batches import Batch
from engine.training.correspondence_losses import (
    consistency_loss,
    flow_loss,
    matching_loss,
    return_loss,
    similarity_loss,
    warp_maps,
)


class Similarity(StrEnum):
    """How the warped source is looked at."""

    NONE = "none"
    """Not at all (Table 3, "No L_sim")."""
    MAPS = "maps"
    """Its feature maps are warped (Table 3, "No perceptual L_sim")."""
    ENCODER = "encoder"
    """The image is warped and encoded again: the paper's perceptual similarity."""


@dataclass(frozen=True)
class Settings:
    """Attributes:
    supervised: whether the truth of made drawings is used; the paper has none.
    similarity: see `Similarity`; of the real pairs where there is supervision, else of all
        (with `ENCODER` always of the real ones).
    similarity_weight, consistency_weight: the lambdas of eq. 8.
    weighted: whether w of eq. 5 counts.
    layers: positions in `WARP_STAGES` of what the estimator and L_sim look at.
    """

    supervised: bool = True
    similarity: Similarity = Similarity.MAPS
    similarity_weight: float = 0.1
    consistency_weight: float = 1.0
    weighted: bool = True
    layers: tuple[int, ...] = (0, 1, 2)

    @property
    def channels(self) -> tuple[int, ...]:
        """Of the stages the estimator looks at."""
        return tuple(STAGE_CHANNELS[layer] for layer in self.layers)


FLOW_WEIGHT, MATCHING_WEIGHT = 200.0, 20.0
"""Of the terms that know the truth, so that those that do not (L_sim is of the order of 100) stay
behind them."""
_SIMILARITY_LAYERS = (1, 2)
"""Of `WARP_STAGES`: blocks 4 and 5."""


class Objective:
    """Terms of the loss of a batch.

    Args:
        settings: see there.
        encoder: for `Similarity.ENCODER`; frozen.
    """

    def __init__(self, settings: Settings, encoder: LiteEncoder | None = None) -> None:
        self._settings, self._encoder = settings, encoder
        layers = [each for each in _SIMILARITY_LAYERS if each in settings.layers]
        self._layers = tuple(layers)

    def __call__(self, net: WarpEstimator, batch: Batch) -> dict[str, torch.Tensor]:
        """Weighted terms by name, to be added up."""
        settings = self._settings
        sketch_maps = tuple(batch.sketch[layer] for layer in settings.layers)
        photo_maps = tuple(batch.photo[layer] for layer in settings.layers)
        sketch, photo = net.describe(sketch_maps, SKETCH), net.describe(photo_maps, PHOTO)
        forward, backward = net(sketch, photo), net(photo, sketch)
        terms: dict[str, torch.Tensor] = {}
        made = len(batch.truth)
        if settings.supervised and made:
            first = slice(None, made)
            there = flow_loss(tuple(f[first] for f in forward.flows), batch.truth, batch.weights)
            back = return_loss(tuple(f[first] for f in backward.flows), batch.truth, batch.weights)
            terms["flow"] = FLOW_WEIGHT * (there + back)
            sketch_made, photo_made = (type(d)(*(e[first] for e in d)) for d in (sketch, photo))
            matched = matching_loss(sketch_made, photo_made, batch.truth, batch.weights)
            terms["matching"] = MATCHING_WEIGHT * matched
        if settings.similarity is not Similarity.NONE:
            loss = self._similarity(batch, forward, backward, made)
            terms["similarity"] = settings.similarity_weight * loss
        if settings.consistency_weight:
            there = consistency_loss(forward.flows[-1], backward.flows[-1])
            back = consistency_loss(backward.flows[-1], forward.flows[-1])
            terms["consistency"] = settings.consistency_weight * (there + back)
        return terms

    def _similarity(
        self, batch: Batch, forward: Estimate, backward: Estimate, made: int
    ) -> torch.Tensor:
        """L_sim in both directions: the photo warped to the drawing, the drawing to the photo."""
        settings = self._settings
        again = settings.similarity is Similarity.ENCODER
        rows = slice(made if settings.supervised or again else 0, None)
        sketch = tuple(batch.sketch[layer][rows] for layer in self._layers)
        photo = tuple(batch.photo[layer][rows] for layer in self._layers)
        to_photo, to_sketch = forward.flows[-1][rows], backward.flows[-1][rows]
        if again:
            moved_photo = self._encoded(batch.photo_images, to_photo)
            moved_sketch = self._encoded(batch.sketch_images, to_sketch)
        else:
            moved_photo, moved_sketch = warp_maps(photo, to_photo), warp_maps(sketch, to_sketch)
        there = similarity_loss(moved_photo, sketch, weighted=settings.weighted)
        return there + similarity_loss(moved_sketch, photo, weighted=settings.weighted)

    def _encoded(self, images: torch.Tensor, flow: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """The maps of images (B, 3, 256, 256) warped by (B, 16, 16, 2) flows."""
        assert self._encoder is not None
        places = resized(flow.permute(0, 3, 1, 2), SIDE).permute(0, 2, 3, 1)
        stages = tuple(WARP_STAGES[layer] for layer in self._layers)
        maps = self._encoder.feature_maps(sample_at(images, places), stages)
        return tuple(maps[stage] for stage in stages)
