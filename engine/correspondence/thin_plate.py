"""Smooth maps of the unit square: an affine map and a thin-plate spline (Duchon 1977)."""

from __future__ import annotations

from functools import lru_cache

import torch


class ThinPlate:
    """All maps x -> A x + b + sum of c_k U(|x - knot_k|), U(r) = r^2 log r, of knots on a grid.

    The coefficients are those of 1, x, y and of K - 3 combinations of the radial functions that
    have no constant and linear moment: for them c^T `penalty` c is the plate's bending energy.

    Args:
        knots: along a side; K is their square.
        device: where the matrices are.

    Attributes:
        centres: (K, 2) the knots, in the middle of the cells of their grid.
        penalty: (K, K), zero for the affine part.
    """

    def __init__(self, knots: int, device: torch.device | str = "cpu") -> None:
        self.centres = cell_centres(knots, device)
        affine = torch.cat([torch.ones_like(self.centres[:, :1]), self.centres], 1)
        moments, _ = torch.linalg.qr(affine, mode="complete")
        self._free = moments[:, 3:]
        kernel = self._free.T @ _radial(self.centres, self.centres) @ self._free
        self.penalty = torch.zeros(knots**2, knots**2, dtype=torch.float64, device=device)
        self.penalty[3:, 3:] = kernel

    def basis(self, places: torch.Tensor) -> torch.Tensor:
        """(N, K) float64 values of the functions at (N, 2) places."""
        places = places.double()
        radial = _radial(places, self.centres) @ self._free
        return torch.cat([torch.ones_like(places[:, :1]), places, radial], 1)

    def through(self, values: torch.Tensor) -> torch.Tensor:
        """(..., K, 2) coefficients of the maps that take these values (..., K, 2) at the knots."""
        found: torch.Tensor = torch.linalg.solve(self.basis(self.centres), values.double())
        return found


def cell_centres(cells: int, device: torch.device | str = "cpu") -> torch.Tensor:
    """(cells^2, 2) float64 centres (x, y) of the cells of the unit square, row by row."""
    along = (torch.arange(cells, dtype=torch.float64, device=device) + 0.5) / cells
    y, x = torch.meshgrid(along, along, indexing="ij")
    return torch.stack([x.flatten(), y.flatten()], 1)


@lru_cache(maxsize=8)
def thin_plate(knots: int, device: torch.device) -> ThinPlate:
    """A `ThinPlate`, made once."""
    return ThinPlate(knots, device)


@lru_cache(maxsize=8)
def basis_at_cells(cells: int, knots: int, device: torch.device) -> torch.Tensor:
    """(cells^2, K) basis of `thin_plate` at the centres of a grid's cells, made once."""
    return thin_plate(knots, device).basis(cell_centres(cells, device))


def _radial(places: torch.Tensor, centres: torch.Tensor) -> torch.Tensor:
    squared = (places[:, None] - centres[None]).square().sum(2)
    return torch.where(squared > 0, 0.5 * squared * squared.clamp_min(1e-30).log(), 0.0)
