"""Ways to match the feature maps of a drawing and a photo, and which one an encoder gets."""

from __future__ import annotations

from typing import Protocol, TypeAlias

import torch

from engine.correspondence.estimator import Estimate, resized
from engine.correspondence.features import affinity, descriptors, stage_maps
from engine.correspondence.flow import GRID, Flow
from engine.correspondence.messages import Matcher
from engine.correspondence.neighbours import match
from engine.correspondence.thin_plate import cell_centres
from engine.encoders.base import Encoder

Maps: TypeAlias = tuple[torch.Tensor, ...]
Flows: TypeAlias = tuple[Flow, Flow]
"""From the drawing's unit square to the photo's, and back."""


class Matching(Protocol):
    """A way to match.

    Attributes:
        kind: which.
    """

    @property
    def kind(self) -> Matcher:
        """See above."""

    def maps(self, canvases: torch.Tensor) -> Maps:
        """What is compared of (B, 3, S, S) canvases in [0, 1]."""

    def flows(self, sketch: Maps, photo: Maps) -> Flows:
        """The flows between one drawing and one photo, both ways."""


class NeighbourMatching:
    """Mutual nearest neighbours made dense and smooth; needs no training."""

    kind = Matcher.NEIGHBOURS

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def maps(self, canvases: torch.Tensor) -> Maps:
        """See `Matching`."""
        return stage_maps(self._encoder, canvases)

    def flows(self, sketch: Maps, photo: Maps) -> Flows:
        """See `Matching`."""
        between = affinity(descriptors(sketch, GRID), descriptors(photo, GRID))[0]
        return as_flow(*match(between, GRID)), as_flow(*match(between.T, GRID))


def flow_of_estimate(estimate: Estimate, confidence: torch.Tensor | None = None) -> Flow:
    """The last flow of the first pair at `GRID`; confidence (16, 16), or 1 everywhere."""
    flow = estimate.flows[-1][:1]
    side = flow.shape[1]
    moves = (flow - cell_centres(side).view(1, side, side, 2).to(flow)).permute(0, 3, 1, 2)
    centres = cell_centres(GRID).view(GRID, GRID, 2).to(flow)
    targets = resized(moves, GRID)[0].permute(1, 2, 0) + centres
    if confidence is None:
        return as_flow(targets, torch.ones(GRID, GRID))
    return as_flow(targets, resized(confidence[None, None], GRID)[0, 0])


def as_flow(targets: torch.Tensor, confidence: torch.Tensor) -> Flow:
    """A `Flow` of (G, G, 2) targets and (G, G) confidence."""
    return Flow(targets.float().cpu().numpy(), confidence.float().cpu().numpy())
