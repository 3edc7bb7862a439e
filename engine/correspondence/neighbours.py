"""The training-free correspondence: mutual nearest neighbours, made dense and smooth.

Single matches of sketch and photo features are mostly wrong, but the right ones agree with one
another. So each cell votes for the place of its mutual nearest neighbour, and a smooth map, affine
plus thin-plate spline, is fitted to the votes by reweighted least squares, in which what disagrees
with the rest loses its say.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn.functional import avg_pool2d

from engine.correspondence.thin_plate import basis_at_cells, cell_centres, thin_plate

_KNOTS = 6
_ROUNDS = 8
_NEAR = 5


@dataclass(frozen=True, slots=True)
class NeighbourSettings:
    """Attributes:
    temperature: of the softmax over cosines that makes matches mutual.
    scale: distance, in sides of the square, at which a vote that disagrees has half its say.
    bending: how stiff the spline is.
    window: cells around the best one over which its place is averaged.
    """

    temperature: float = 0.03
    scale: float = 0.06
    bending: float = 2e-3
    window: int = 1


@torch.no_grad()
def match(
    affinities: torch.Tensor, grid: int, settings: NeighbourSettings | None = None
) -> tuple[torch.Tensor, torch.Tensor]:
    """A smooth flow from the cells of one picture to another, and how far the votes agree with it.

    Args:
        affinities: (N, N) cosines of the cells, N = grid * grid; the source's are the rows.
        grid: cells along a side.
        settings: see there.

    Returns:
        (grid, grid, 2) targets on the unit square, and in [0, 1] the (grid, grid) agreement of the
        votes around each cell, each by its weight.
    """
    settings = settings or NeighbourSettings()
    scaled = affinities.float() / settings.temperature
    mutual = scaled.softmax(1) * scaled.softmax(0)
    score, best = mutual.max(1)
    votes = _refined(mutual, best, grid, settings.window)
    weights = (score / score.amax().clamp_min(1e-30)).double()
    basis = basis_at_cells(grid, _KNOTS, affinities.device)
    penalty = thin_plate(_KNOTS, affinities.device).penalty
    agreement = torch.ones_like(weights)
    targets = votes
    scale = 3 * settings.scale
    for _ in range(_ROUNDS):
        targets = basis @ _fit(basis, penalty, votes, weights * agreement, settings.bending)
        distance2 = (votes - targets).square().sum(1)
        agreement = 1 / (1 + distance2 / scale**2)
        scale = max(settings.scale, scale / 1.5)
    agreed = _around((weights * agreement).view(grid, grid)) / _around(weights.view(grid, grid))
    return targets.view(grid, grid, 2).float(), agreed.clamp(0, 1).float()


def _around(values: torch.Tensor) -> torch.Tensor:
    """(G, G) means of the neighbourhood of each cell."""
    return avg_pool2d(values[None, None], _NEAR, 1, _NEAR // 2)[0, 0] + 1e-9


def _refined(mutual: torch.Tensor, best: torch.Tensor, grid: int, window: int) -> torch.Tensor:
    """(N, 2) places: the mean of the cells around the best one, by their scores."""
    mutual, centres = mutual + 1e-30, cell_centres(grid, mutual.device)
    rows, columns = best // grid, best % grid
    total = torch.zeros(len(best), 1, dtype=centres.dtype, device=mutual.device)
    places = torch.zeros(len(best), 2, dtype=centres.dtype, device=mutual.device)
    for dy in range(-window, window + 1):
        for dx in range(-window, window + 1):
            y, x = (rows + dy).clamp(0, grid - 1), (columns + dx).clamp(0, grid - 1)
            cell = y * grid + x
            weight = mutual.gather(1, cell[:, None]).double()
            total += weight
            places += weight * centres[cell]
    return places / total.clamp_min(1e-300)


def _fit(
    basis: torch.Tensor,
    penalty: torch.Tensor,
    votes: torch.Tensor,
    weights: torch.Tensor,
    bending: float,
) -> torch.Tensor:
    """Coefficients of the weighted spline with the least bending."""
    weighted = basis * (weights / weights.sum().clamp_min(1e-12))[:, None]
    ridge = 1e-9 * torch.eye(len(penalty), dtype=basis.dtype, device=basis.device)
    normal = weighted.T @ basis + bending * penalty + ridge
    found: torch.Tensor = torch.linalg.solve(normal, weighted.T @ votes)
    return found
