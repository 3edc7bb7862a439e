"""Ways to match a drawing and a photo, and which one an encoder gets."""

from __future__ import annotations

from typing import Any, Protocol

import torch

from engine.correspondence.confidence import Calibration, confidences
from engine.correspondence.estimator import Described, Estimate, WarpEstimator, resized
from engine.correspondence.features import WARP_STAGES, affinity, descriptors, stage_maps
from engine.correspondence.flow import GRID, Flow
from engine.correspondence.messages import Matcher
from engine.correspondence.neighbours import match
from engine.correspondence.thin_plate import cell_centres
from engine.encoders.base import Encoder
from engine.encoders.bundled import bundled_models, read_weights
from engine.encoders.lite import LiteEncoder
from engine.errors import InputError

NAME = "warp_estimator"
"""Of the weights in the registry."""

NEIGHBOURS_CALIBRATION = Calibration((-1.154, 1.171, 5.368, -7.672), (-1.609, 0.708, 4.066, -8.072))
"""By `engine.training.correspondence_calibration`, with the bundled encoder."""


class Matching(Protocol):
    """A way to match.

    Attributes:
        kind: which.
    """

    @property
    def kind(self) -> Matcher:
        """See above."""

    def describe(self, canvas: torch.Tensor, modality: int) -> Any:
        """What `flows` compares of a (1, 3, S, S) canvas in [0, 1], `estimator.SKETCH`
        or `PHOTO`."""

    def flows(self, sketch: Any, photo: Any, enclosed: torch.Tensor) -> tuple[Flow, Flow]:
        """From the drawing's unit square to the photo's, and back.

        Args:
            sketch, photo: described.
            enclosed: (G, G) of the drawing (`confidence.enclosed_by_ink`).
        """


class NeighbourMatching:
    """Mutual nearest neighbours made dense and smooth; needs no training."""

    kind = Matcher.NEIGHBOURS

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def describe(self, canvas: torch.Tensor, modality: int) -> torch.Tensor:  # noqa: ARG002
        """See `Matching`: (1, C, G, G) descriptors."""
        return descriptors(stage_maps(self._encoder, canvas), GRID)

    def flows(
        self, sketch: torch.Tensor, photo: torch.Tensor, enclosed: torch.Tensor
    ) -> tuple[Flow, Flow]:
        """See `Matching`."""
        between = affinity(sketch, photo)[0]
        (forward, agreed), (backward, agreed_back) = match(between, GRID), match(between.T, GRID)
        alike = agreed, agreed_back
        sure = confidences(forward, backward, alike, enclosed, NEIGHBOURS_CALIBRATION)
        return as_flow(forward, sure[0]), as_flow(backward, sure[1])


class WarpMatching:
    """The trained warp estimator.

    Args:
        encoder: whose maps it was trained on.
        net: trained.
        calibration: of the confidence.
    """

    kind = Matcher.WARP

    def __init__(self, encoder: LiteEncoder, net: WarpEstimator, calibration: Calibration) -> None:
        self._encoder, self._calibration = encoder, calibration
        self._net = net.requires_grad_(False).eval().to(encoder.device)

    @torch.no_grad()
    def describe(self, canvas: torch.Tensor, modality: int) -> Described:
        """See `Matching`."""
        described: Described = self._net.describe(
            stage_maps(self._encoder, canvas, WARP_STAGES), modality
        )
        return described

    @torch.no_grad()
    def flows(
        self, sketch: Described, photo: Described, enclosed: torch.Tensor
    ) -> tuple[Flow, Flow]:
        """See `Matching`."""
        there, back = self._net(sketch, photo), self._net(photo, sketch)
        forward, backward = dense_flow(there), dense_flow(back)
        alike = dense_likeness(there), dense_likeness(back)
        sure = confidences(forward, backward, alike, enclosed, self._calibration)
        return as_flow(forward, sure[0]), as_flow(backward, sure[1])


def choose_matching(encoder: Encoder, wanted: Matcher = Matcher.BEST) -> Matching:
    """The way that is wanted, or the one that measures better for the encoder.

    Raises:
        InputError: the trained estimator belongs to another encoder, or its file is damaged.
    """
    fits = isinstance(encoder, LiteEncoder) and bundled_models()[NAME].encoder == encoder.name
    if wanted is Matcher.NEIGHBOURS or (wanted is Matcher.BEST and not fits):
        return NeighbourMatching(encoder)
    if not fits:
        raise InputError(
            f'The trained warp belongs to the bundled encoder; with "{encoder.name}" '
            f'choose "{Matcher.NEIGHBOURS}".'
        )
    assert isinstance(encoder, LiteEncoder)
    return load_warp(encoder)


def load_warp(encoder: LiteEncoder) -> WarpMatching:
    """The trained estimator that comes with the program.

    Raises:
        InputError: its file is missing or damaged.
    """
    weights = {key: value.float() for key, value in read_weights(bundled_models()[NAME]).items()}
    forward, backward = weights.pop("calibration").tolist()
    with torch.device("meta"):  # initialising weights that are about to be replaced is slow
        net = WarpEstimator()
    net.load_state_dict(weights, assign=True)
    return WarpMatching(encoder, net, Calibration(tuple(forward), tuple(backward)))


def dense_flow(estimate: Estimate) -> torch.Tensor:
    """(G, G, 2) places of the first pair's last flow at `GRID`."""
    flow = estimate.flows[-1][:1]
    side = flow.shape[1]
    moves = (flow - cell_centres(side).view(1, side, side, 2).to(flow)).permute(0, 3, 1, 2)
    centres = cell_centres(GRID).view(GRID, GRID, 2).to(flow)
    return resized(moves, GRID)[0].permute(1, 2, 0) + centres


def dense_likeness(estimate: Estimate) -> torch.Tensor:
    """(G, G) of the first pair."""
    return resized(estimate.likeness[:1, None], GRID)[0, 0]


def as_flow(targets: torch.Tensor, confidence: torch.Tensor) -> Flow:
    """A `Flow` of (G, G, 2) targets and (G, G) confidence."""
    return Flow(targets.float().cpu().numpy(), confidence.float().cpu().numpy())
