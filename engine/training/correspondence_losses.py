"""What the warp estimator is trained by: the paper's losses, and the truth of made drawings."""

from __future__ import annotations

import torch
from torch.nn.functional import normalize

from engine.correspondence.estimator import (
    CELLS,
    Described,
    affinity_of,
    resized,
    sample_at,
    standardised,
)
from engine.correspondence.thin_plate import cell_centres

TAU = 0.001
"""Of eq. 4 (section 4.1)."""
_MATCHING_TAU = 0.05
_SLACK = 0.01


def similarity_loss(
    warped: tuple[torch.Tensor, ...], target: tuple[torch.Tensor, ...], *, weighted: bool = True
) -> torch.Tensor:
    """L_sim of eq. 4 to 6, the mean over layers and cells.

    s(n, i) = -log of the softmax over j of A(n, i, j) / tau, at j = i: each cell of the warped
    source should match the target's cell in its own place, of all cells. w(n, i) is the greatest of
    the normalised affinities of cell i, stretched to [0, 1]; no gradient flows through it.

    Args:
        warped: maps of the warped source, one (B, C, h, w) a layer.
        target: maps of the target, alike.
        weighted: whether w counts (Table 3, "No weight function w").
    """
    losses = []
    for source, fixed in zip(warped, target, strict=True):
        affinity = affinity_of(_units(source), _units(fixed)) / TAU
        chances = affinity.log_softmax(2)
        s = -chances.diagonal(dim1=1, dim2=2)
        losses.append((_weights(chances.detach()) * s).mean() if weighted else s.mean())
    return torch.stack(losses).mean()


def _weights(chances: torch.Tensor) -> torch.Tensor:
    """(B, N) w of eq. 5; (B, N, N) are logarithms of affinities normalised by a softmax."""
    peak = chances.amax(2).exp()
    low, high = peak.amin(1, keepdim=True), peak.amax(1, keepdim=True)
    return (peak - low) / (high - low).clamp_min(1e-6)


def _units(maps: torch.Tensor) -> torch.Tensor:
    return normalize(standardised(maps), dim=1)


def warp_maps(maps: tuple[torch.Tensor, ...], flow: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """Feature maps of the key, laid out like the query by its (B, 16, 16, 2) flow.

    Each layer keeps its own resolution.
    """
    moved = []
    for each in maps:
        places = resized(flow.permute(0, 3, 1, 2), each.shape[-1]).permute(0, 2, 3, 1)
        moved.append(sample_at(each, places))
    return tuple(moved)


def consistency_loss(flow: torch.Tensor, back: torch.Tensor) -> torch.Tensor:
    """L_con of eq. 7: the mean distance of where there and back leads from where it began.

    Args:
        flow: (B, 16, 16, 2) from the query's cells to the key.
        back: (B, 16, 16, 2) from the key's cells to the query.
    """
    return _distance(there_and_back(flow, back), centres_like(flow)).mean()


def there_and_back(flow: torch.Tensor, back: torch.Tensor) -> torch.Tensor:
    """(B, 16, 16, 2): where each of the query's cells comes back to.

    Places beyond the key's edge go back with the displacement at the edge.
    """
    inside = flow.clamp(0.5 / CELLS, 1 - 0.5 / CELLS)
    returned = sample_at(back.permute(0, 3, 1, 2), inside).permute(0, 2, 3, 1)
    return returned + (flow - inside)


def flow_loss(
    flows: tuple[torch.Tensor, ...], truth: torch.Tensor, weights: torch.Tensor
) -> torch.Tensor:
    """Mean distance of the flows after each block from the truth, later blocks counting more.

    Args:
        flows: (B, 16, 16, 2) each.
        truth: (B, 16, 16, 2).
        weights: (B, 16, 16), zero where the truth is not known.
    """
    total = weights.sum().clamp_min(1e-6)
    shares = [0.5**k for k in reversed(range(len(flows)))]
    losses = [(_distance(flow, truth) * weights).sum() / total for flow in flows]
    return sum((share * loss for share, loss in zip(shares, losses, strict=True)), total * 0)


def return_loss(
    backs: tuple[torch.Tensor, ...], truth: torch.Tensor, weights: torch.Tensor
) -> torch.Tensor:
    """`flow_loss` of the other direction: from the true place of a cell back to that cell."""
    returned = tuple(there_and_back(truth, back) for back in backs)
    return flow_loss(returned, centres_like(truth), weights)


def matching_loss(
    query: Described, key: Described, truth: torch.Tensor, weights: torch.Tensor
) -> torch.Tensor:
    """Cross-entropy of the descriptors' matches in both directions, over cells of known truth.

    The right match of a cell lies between four cells; each is right by its bilinear weight.
    """
    logits = affinity_of(query.descriptors, key.descriptors) / _MATCHING_TAU
    right = _bilinear(truth)
    forward = -(right * logits.log_softmax(2)).sum(2)
    rows = weights.flatten(1)
    there = (forward * rows).sum() / rows.sum().clamp_min(1e-6)
    reverse = right * rows[..., None]
    mass = reverse.sum(1)
    known = (mass > 0.3 * rows.amax(1, keepdim=True)).float()
    backward = -(reverse * logits.log_softmax(1)).sum(1) / mass.clamp_min(1e-6)
    return there + (backward * known).sum() / known.sum().clamp_min(1e-6)


def centres_like(flow: torch.Tensor) -> torch.Tensor:
    """(1, 16, 16, 2) centres of the cells: the flow that leaves everything in place."""
    side = flow.shape[1]
    return cell_centres(side, flow.device).to(flow.dtype).view(1, side, side, 2)


def _bilinear(places: torch.Tensor) -> torch.Tensor:
    """(B, N, N) weights of the four cells around each of (B, 16, 16, 2) places."""
    at = (places.flatten(1, 2) * CELLS - 0.5).clamp(0, CELLS - 1)
    along = torch.arange(CELLS, device=at.device, dtype=at.dtype)
    near = (1 - (at[..., None] - along).abs()).clamp_min(0)
    return (near[:, :, 1, :, None] * near[:, :, 0, None, :]).flatten(2)


def _distance(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Euclidean, a little rounded at 0 so that its gradient is defined there."""
    return ((a - b).square().sum(-1) + _SLACK**2).sqrt() - _SLACK
