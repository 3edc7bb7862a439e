"""Drawing and photo with the truth known: line drawings made from photos, then warped.

A photo's contours are traced, pieces of them left out and shifted a little, and the drawing is
warped by a random affine map and thin-plate spline W: S(x) = L(W(x)), so that what is at x in the
drawing is at W(x) on the photo.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch.nn.functional import grid_sample

from engine.correspondence.thin_plate import ThinPlate, basis_at_cells, cell_centres, thin_plate
from engine.training.augment import drop_pieces

SIDE = 256
"""Of photo and drawing in px."""
TRACE_SIGMA = 2.8
"""Of the tracing at `SIDE`: what `contour_pieces` takes at 192 px."""
_KNOTS = 4
_JITTER_PX = 1.0


@dataclass(frozen=True, slots=True)
class WarpRange:
    """How far random warps go. Lengths are fractions of the side; values are uniform but `bend`.

    Attributes:
        zoom: least and greatest size; uniform in its logarithm.
        turn_degrees: rotation either way.
        shift: translation along each axis, either way.
        stretch: log of the greatest change of the aspect ratio.
        bend: standard deviation of the displacements of 4 x 4 knots of the thin-plate spline.
    """

    zoom: tuple[float, float] = (0.76, 1.25)
    turn_degrees: float = 18.0
    shift: float = 0.11
    stretch: float = 0.2
    bend: float = 0.042


class Warps:
    """Random maps of the unit square around its middle, affine first, then a thin-plate spline.

    Args:
        count: how many.
        strength: see `WarpRange`.
        generator: source of the random numbers (CPU).
    """

    def __init__(self, count: int, strength: WarpRange, generator: torch.Generator) -> None:
        def uniform(low: float, high: float, *shape: int) -> torch.Tensor:
            values = torch.empty(count, *shape, dtype=torch.float64)
            return values.uniform_(low, high, generator=generator)

        zoom = torch.exp(uniform(math.log(strength.zoom[0]), math.log(strength.zoom[1])))
        turn = torch.deg2rad(uniform(-strength.turn_degrees, strength.turn_degrees))
        stretch = torch.exp(uniform(-strength.stretch, strength.stretch) / 2)
        cos, sin = torch.cos(turn) / zoom, torch.sin(turn) / zoom
        rows = [torch.stack([cos * stretch, -sin / stretch], 1)]
        rows.append(torch.stack([sin * stretch, cos / stretch], 1))
        self._matrix = torch.stack(rows, 1)
        self._shift = uniform(-strength.shift, strength.shift, 2)
        self._plate: ThinPlate = thin_plate(_KNOTS, torch.device("cpu"))
        noise = torch.randn(count, _KNOTS**2, 2, dtype=torch.float64, generator=generator)
        self._bend = self._plate.through(noise * strength.bend)

    def __len__(self) -> int:
        return len(self._shift)

    def __call__(self, places: torch.Tensor) -> torch.Tensor:
        """(B, N, 2) float64 images of (N, 2) or (B, N, 2) places, each map's own."""
        places = places.double().expand(len(self), -1, -1)
        moved = (places - 0.5) @ self._matrix.transpose(1, 2) + 0.5 + self._shift[:, None]
        flat = self._plate.basis(places.reshape(-1, 2))
        return moved + flat.view(len(self), -1, _KNOTS**2) @ self._bend

    def on_grid(self, cells: int) -> torch.Tensor:
        """(B, cells, cells, 2) float32 images of the centres of a grid's cells."""
        centres = cell_centres(cells)
        moved = (centres - 0.5) @ self._matrix.transpose(1, 2) + 0.5 + self._shift[:, None]
        moved = moved + basis_at_cells(cells, _KNOTS, torch.device("cpu")) @ self._bend
        return moved.view(len(self), cells, cells, 2).float()


class AffineViews:
    """Random affine maps V of a photo, P'(y) = P(V(y)), and their inverses."""

    def __init__(self, count: int, strength: WarpRange, generator: torch.Generator) -> None:
        straight = WarpRange(
            strength.zoom, strength.turn_degrees, strength.shift, strength.stretch, 0.0
        )
        self._maps = Warps(count, straight, generator)

    def on_grid(self, cells: int) -> torch.Tensor:
        """(B, cells, cells, 2) V of the centres of a grid's cells."""
        return self._maps.on_grid(cells)

    def inverse(self, places: torch.Tensor) -> torch.Tensor:
        """(B, ..., 2) y with V(y) = `places`."""
        flat = places.double().reshape(len(self._maps), -1, 2)
        corner = self._maps(torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
        matrix = (corner[:, 1:] - corner[:, :1]).transpose(1, 2)
        back = torch.linalg.solve(matrix, (flat - corner[:, :1]).transpose(1, 2))
        found: torch.Tensor = back.transpose(1, 2).reshape(places.shape).to(places.dtype)
        return found


def warped(images: torch.Tensor, grid: torch.Tensor, outside: str = "zeros") -> torch.Tensor:
    """(B, C, h, w): images (B, C, H, W) sampled at places (B, h, w, 2) of the unit square."""
    places = 2 * grid - 1
    found: torch.Tensor = grid_sample(images, places, padding_mode=outside, align_corners=False)
    return found


def ink_of(labels: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Ink of traced contours with pieces left out and every piece shifted a little.

    Args:
        labels: (B, S, S) uint8, see `contour_pieces`.
        generator: source of the random numbers (CPU).

    Returns:
        (B, 1, S, S) float in [0, 1], lines two px wide.
    """
    return drop_pieces(_shifted(labels, generator), generator)


def regions(count: int, side: int, probability: float, generator: torch.Generator) -> torch.Tensor:
    """(B, S, S) uint8 masks: a random ellipse with that probability, else everything.

    People draw a thing without what is around it.
    """
    draw = torch.rand(count, 6, generator=generator)
    places = cell_centres(side).float()
    centre, radii = 0.35 + 0.3 * draw[:, :2], 0.2 + 0.25 * draw[:, 2:4]
    turn = math.pi * draw[:, 4]
    axes = torch.stack([turn.cos(), turn.sin(), -turn.sin(), turn.cos()], 1).view(-1, 2, 2)
    offset = (places[None] - centre[:, None]) @ axes.transpose(1, 2) / radii[:, None]
    inside = offset.square().sum(2) < 1
    keep = inside | (draw[:, 5:] >= probability)
    return keep.view(count, side, side).to(torch.uint8)


def _shifted(labels: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """Label maps with every piece moved by its own random offset of about a px."""
    count, side, _ = labels.shape
    offsets = torch.randn(count, 256, 2, generator=generator) * _JITTER_PX
    batch, y, x = labels.nonzero(as_tuple=True)
    piece = labels[batch, y, x].long()
    moved = torch.stack([y, x], 1) + offsets[batch, piece].round().long()
    moved = moved.clamp(0, side - 1)
    result = torch.zeros_like(labels)
    result[batch, moved[:, 0], moved[:, 1]] = piece.to(labels.dtype)
    return result
