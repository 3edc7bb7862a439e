"""The warp estimator: from feature maps of two pictures to a flow between them (section 3.2).

As in the paper, the affinity of two multi-layer feature maps goes through spatial-transformer
blocks at 4 x 4, 8 x 8 and 16 x 16, each of which takes the affinity warped by the one before and
adds a residual. What differs, because it learns in an hour on a CPU what regressing from the whole
affinity learns in days on GPUs:

- Beside the feature maps themselves, what a small network makes of them has a say in the affinity.
  Its first layer is each modality's own (the counterpart of the paper's conditional batch
  normalisation).
- The 4 x 4 block weighs the cells' matches and fits an affine map and a thin-plate spline of 4 x 4
  knots to them by least squares; only the weights are learned.
- The other blocks see of the warped affinity the neighbourhood of where they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import nn
from torch.nn.functional import adaptive_avg_pool2d, grid_sample, interpolate, normalize, relu

from engine.correspondence.thin_plate import basis_at_cells, cell_centres, thin_plate

STAGE_CHANNELS = (80, 112, 192)
"""Of the stages that the estimator takes (`engine.correspondence.features.WARP_STAGES`)."""
CELLS = 16
"""Along each side of the estimator's flows."""
_KNOTS = 4
_BENDING = 3e-3
_HIDDEN = 96
_DESCRIPTOR = 64
_SCALES = (0.2, 0.1, 0.07)
"""Distances, in sides, at which a vote has half its say, round by round."""
_RADIUS = 3
_WINDOW = (2 * _RADIUS + 1) ** 2
_FACTS = 8

SKETCH, PHOTO = 0, 1
"""Modalities."""


class Described(NamedTuple):
    """What the estimator knows of a picture.

    Attributes:
        descriptors: (B, C, 16, 16) unit vectors.
        context: (B, 96, 16, 16), what is around each cell.
    """

    descriptors: torch.Tensor
    context: torch.Tensor


@dataclass(frozen=True, eq=False)
class Estimate:
    """A flow, and how alike what it brings together is.

    Attributes:
        flows: (B, 16, 16, 2) after each block, from 4 x 4 on: places on the other unit square.
        likeness: (B, 16, 16) cosine of the descriptors of each cell and its match.
    """

    flows: tuple[torch.Tensor, ...]
    likeness: torch.Tensor


class Describer(nn.Module):
    """Feature maps of a picture to descriptors: the maps, and what is learned from them.

    Args:
        channels: of the stages.
    """

    def __init__(self, channels: tuple[int, ...] = STAGE_CHANNELS) -> None:
        super().__init__()
        self.enter = nn.ModuleList(nn.Conv2d(sum(channels), _HIDDEN, 1) for _ in range(2))
        self.outer = nn.Conv2d(_HIDDEN, _HIDDEN, 3, padding=1)
        self.inner = nn.Conv2d(_HIDDEN, _HIDDEN, 3, padding=1)
        self.leave = nn.Conv2d(_HIDDEN, _DESCRIPTOR, 1)
        self.share = nn.Parameter(torch.tensor(1.0))

    def forward(self, maps: tuple[torch.Tensor, ...], modality: int) -> Described:
        """Describe (B, C, h, w) maps of the stages, of sketches or of photos."""
        layers = [resized(standardised(each), CELLS) for each in maps]
        hidden = relu(self.enter[modality](torch.cat(layers, 1)))
        hidden = relu(hidden + self.inner(relu(self.outer(hidden))))
        given = normalize(torch.cat([normalize(each, dim=1) for each in layers], 1), dim=1)
        learned = normalize(self.leave(hidden), dim=1)
        share = torch.sigmoid(self.share)
        return Described(torch.cat([share.sqrt() * given, (1 - share).sqrt() * learned], 1), hidden)


class Voting(nn.Module):
    """The 4 x 4 block: cells vote for their places, a smooth map is fitted to the votes."""

    def __init__(self) -> None:
        super().__init__()
        self.log_temperature = nn.Parameter(torch.tensor(0.07).log())
        self.enter = nn.Conv2d(_HIDDEN + _FACTS, 32, 3, padding=1)
        self.leave = nn.Conv2d(32, 1, 3, padding=1)

    def forward(self, affinity: torch.Tensor, context: torch.Tensor) -> torch.Tensor:
        """(B, 16, 16, 2) places from the (B, 256, 256) affinity of query and key cells."""
        count = len(affinity)
        scaled = affinity / self.log_temperature.exp()
        chances = scaled.softmax(2)
        mutual = chances * scaled.softmax(1)
        agreed = mutual.sum(2)
        mutual = mutual / agreed[..., None].clamp_min(1e-6)
        centres = cell_centres(CELLS, affinity.device).to(affinity.dtype)
        votes = mutual @ centres
        spread = (mutual @ centres.square() - votes.square()).clamp_min(1e-6).sum(2).sqrt()
        from_mean = votes - votes.mean(1, keepdim=True)
        facts = torch.stack(
            [
                chances.amax(2),
                agreed.sqrt(),
                affinity.amax(2),
                spread,
                *(votes - centres).unbind(2),
                *from_mean.unbind(2),
            ],
            1,
        )
        seen = torch.cat([context, facts.view(count, _FACTS, CELLS, CELLS)], 1)
        logits = self.leave(relu(self.enter(seen))).flatten(1) + (agreed + 1e-6).log()
        basis = basis_at_cells(CELLS, _KNOTS, affinity.device)
        places = basis.to(votes.dtype) @ _fit(basis, votes, logits.softmax(1))
        for scale in _SCALES:  # votes that disagree with the rest lose their say
            distance2 = (votes - places).square().sum(2)
            trusted = logits - (1 + distance2 / scale**2).log()
            places = basis.to(votes.dtype) @ _fit(basis, votes, trusted.softmax(1))
        return places.view(count, CELLS, CELLS, 2)


class Residual(nn.Module):
    """A block at one scale: from the warped affinity around each cell to a correction.

    Args:
        cells: of the correction, along a side.
        width: channels between.
    """

    def __init__(self, cells: int, width: int = 64) -> None:
        super().__init__()
        self._cells = cells
        self.log_temperature = nn.Parameter(torch.tensor(0.1).log())
        self.narrow = nn.Conv2d(_HIDDEN, 32, 1)
        self.enter = nn.Conv2d(_WINDOW + 32 + 3, width, 3, padding=1)
        self.between = nn.Conv2d(width, width, 3, padding=1)
        self.leave = nn.Conv2d(width, 2, 3, padding=1)
        nn.init.zeros_(self.leave.weight)

    def forward(
        self, flow: torch.Tensor, affinity: torch.Tensor, context: torch.Tensor
    ) -> torch.Tensor:
        """The corrected (B, 16, 16, 2) flow.

        Args:
            flow: so far.
            affinity: (B, 256, 256) of query and key cells.
            context: (B, 96, 16, 16) of the query.
        """
        window = _window(affinity, flow)
        chances = (window / self.log_temperature.exp()).softmax(1)
        pull = torch.einsum("bkhw,kc->bchw", chances, _offsets(flow) * CELLS)
        seen = [window, pull, chances.amax(1, keepdim=True), relu(self.narrow(context))]
        hidden = relu(self.enter(torch.cat(seen, 1)))
        hidden = relu(hidden + self.between(hidden))
        correction = self.leave(resized(hidden, self._cells)) / CELLS
        return flow + resized(correction, CELLS).permute(0, 2, 3, 1)


class WarpEstimator(nn.Module):
    """Describer and blocks. Flows go from the cells of a query picture to places on a key one.

    Args:
        channels: of the stages that are described.
    """

    def __init__(self, channels: tuple[int, ...] = STAGE_CHANNELS) -> None:
        super().__init__()
        self.describe = Describer(channels)
        self.voting = Voting()
        self.residuals = nn.ModuleList([Residual(8), Residual(16)])

    def forward(self, query: Described, key: Described) -> Estimate:
        """The flow from the cells of `query` to places on `key`."""
        affinity = affinity_of(query.descriptors, key.descriptors)
        flows = [self.voting(affinity, query.context)]
        for block in self.residuals:
            flows.append(block(flows[-1], affinity, query.context))
        found = normalize(sample_at(key.descriptors, flows[-1]), dim=1)
        return Estimate(tuple(flows), (found * query.descriptors).sum(1))


def affinity_of(query: torch.Tensor, key: torch.Tensor) -> torch.Tensor:
    """(B, N, N) A(i, j) = X_q(i)^T X_k(j) of (B, C, h, w) descriptors."""
    return query.flatten(2).transpose(1, 2) @ key.flatten(2)


def sample_at(maps: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """(B, C, h, w): maps (B, C, H, W) at places (B, h, w, 2) of the unit square."""
    return grid_sample(maps, 2 * places - 1, padding_mode="border", align_corners=False)


def standardised(maps: torch.Tensor) -> torch.Tensor:
    """(B, C, h, w) centred over the positions, of unit variance over everything."""
    centred = maps - maps.mean((2, 3), keepdim=True)
    return centred / centred.square().mean((1, 2, 3), keepdim=True).sqrt().clamp_min(1e-6)


def resized(maps: torch.Tensor, side: int) -> torch.Tensor:
    """(B, C, side, side): averaged where that is smaller, else interpolated."""
    if maps.shape[-1] == side:
        return maps
    if maps.shape[-1] > side:
        return adaptive_avg_pool2d(maps, side)
    return interpolate(maps, (side, side), mode="bilinear", align_corners=False)


def _fit(basis: torch.Tensor, votes: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """(B, K, 2) coefficients of the smooth maps nearest to (B, N, 2) votes weighted (B, N)."""
    penalty = _BENDING * thin_plate(_KNOTS, votes.device).penalty
    ridge = 1e-6 * torch.eye(len(penalty), dtype=basis.dtype, device=votes.device)
    weighted = basis.T * weights.to(basis.dtype)[:, None]
    normal = weighted @ basis + penalty + ridge
    found: torch.Tensor = torch.linalg.solve(normal, weighted @ votes.to(basis.dtype))
    return found.to(votes.dtype)


def _offsets(like: torch.Tensor) -> torch.Tensor:
    """(W, 2) of the window's places from its middle, (x, y) on the unit square."""
    along = torch.arange(-_RADIUS, _RADIUS + 1, device=like.device, dtype=like.dtype) / CELLS
    y, x = torch.meshgrid(along, along, indexing="ij")
    return torch.stack([x.flatten(), y.flatten()], 1)


def _window(affinity: torch.Tensor, flow: torch.Tensor) -> torch.Tensor:
    """(B, W, 16, 16): each query cell's affinity around its place in the flow."""
    count = len(affinity)
    rows = affinity.reshape(-1, 1, CELLS, CELLS)
    places = flow.reshape(-1, 1, 1, 2) + _offsets(flow).view(1, 1, -1, 2)
    sampled = grid_sample(rows, 2 * places - 1, padding_mode="zeros", align_corners=False)
    return sampled.view(count, CELLS, CELLS, -1).permute(0, 3, 1, 2)
