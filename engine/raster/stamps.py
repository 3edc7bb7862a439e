"""Ink (c): hard stamps per stroke, for stroke-level attribution (SLA).

Sketch explainability, section 4.2: every stroke is rasterised by itself, not differentiably, to
S_i (Algorithm 1: a Bresenham line through its points); omega_i is 1 where a pixel lies on stroke i
and 0 elsewhere (eq. 3); the sketch is X = clamp(sum_k omega_k S_k) (footnote 1). The attribution is
the gradient of the score with respect to X, seen through omega_i (eq. 4). A hard stamp is 1 exactly
where its mask is, so one list of (stroke, pixel) pairs stands for S_i, omega_i and their product:
memory grows with ink, not with strokes x pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from engine.raster.field import DistanceField
from engine.raster.numpy_ops import NumpyOps
from engine.raster.sampling import Samples, sample
from engine.raster.strokes import Strokes, Topology
from engine.raster.validation import MAX_WIDTH_PX, checked_size, checked_strokes, per_stroke


@dataclass(frozen=True, eq=False)
class Stamps:
    """The pixels of every stroke.

    Attributes:
        stroke: (E,) int64, ascending.
        pixel: (E,) int64, sketch * H * W + row * W + column; no pair twice.
        topology: the strokes they belong to.
        size: (H, W) px.
    """

    stroke: torch.Tensor
    pixel: torch.Tensor
    topology: Topology
    size: tuple[int, int]

    def masks(self) -> torch.Tensor:
        """omega_i of eq. 3, which are S_i too: (S, H, W), 0 or 1."""
        pixels = self.size[0] * self.size[1]
        dense = torch.zeros(self.topology.n_strokes * pixels, device=self.pixel.device)
        dense[self.stroke * pixels + self.pixel % pixels] = 1
        return dense.reshape(self.topology.n_strokes, *self.size)

    def image(self, weights: torch.Tensor | None = None) -> torch.Tensor:
        """X = clamp(sum_k w_k omega_k S_k, 0, 1): (B, 1, H, W), ink is 1.

        Args:
            weights: (S,) one factor a stroke, differentiable (eq. 8 rescales omega_i); None: 1.
        """
        topology = self.topology
        if weights is None:
            weights = torch.ones(topology.n_strokes, device=self.pixel.device)
        total = weights.new_zeros(topology.n_sketches * self.size[0] * self.size[1])
        total = total.index_add(0, self.pixel, weights[self.stroke])
        return total.clamp(0, 1).reshape(topology.n_sketches, 1, *self.size)

    def subsets(self, weights: torch.Tensor) -> torch.Tensor:
        """One sketch with several choices of its strokes: (B, 1, H, W), as `image` draws each.

        Args:
            weights: (B, S) one factor a stroke in each image; 0 leaves it out.
        """
        assert self.topology.n_sketches == 1
        total = weights.new_zeros(self.size[0] * self.size[1], len(weights))
        total = total.index_add(0, self.pixel, weights.T[self.stroke])
        return total.clamp(0, 1).T.reshape(-1, 1, *self.size)

    def attribution(self, gradient: torch.Tensor) -> torch.Tensor:
        """A_i of eq. 4, summed over pixels: what the score gains per unit of ink of stroke i.

        Args:
            gradient: dF/dX, (B, C, H, W); channels are summed, as X repeats in all of them.

        Returns:
            (S,) one number a stroke.
        """
        on_pixels = gradient.sum(1).reshape(-1)[self.pixel]
        return on_pixels.new_zeros(self.topology.n_strokes).index_add(0, self.stroke, on_pixels)


def stamp_strokes(
    strokes: torch.Tensor | Strokes,
    size: tuple[int, int],
    width_px: float | torch.Tensor | None = None,
) -> Stamps:
    """Rasterise every stroke by itself.

    Args:
        strokes: control points (B, n, k, 2) or (n, k, 2) in px, or `Strokes`.
        size: (H, W) of the canvas in px.
        width_px: None: Bresenham lines of one pixel, as in the paper; otherwise all pixels whose
            centre lies within half the width of the stroke.

    Raises:
        InputError: as `engine.raster.render_pen`.
    """
    strokes = checked_strokes(strokes)
    size = checked_size(size)
    topology, ops = strokes.topology, NumpyOps()
    points = strokes.controls.detach().cpu().numpy().astype(np.float64)
    samples = sample(ops, topology, points[:, 0], points[:, 1])
    if width_px is None:
        stroke, pixel = _bresenham(samples, topology, size)
    else:
        widths = per_stroke(width_px, strokes, "width", (0.0, MAX_WIDTH_PX)).detach()
        reach = widths.cpu().numpy().astype(np.float64) * 0.5
        parts = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
        for part in DistanceField(ops, samples, reach, topology.sketch, size).parts():
            inside = part.distance <= reach[part.strokes][part.stroke]
            parts.append((part.stroke[inside] + part.strokes.start, part.pixel[inside]))
        stroke, pixel = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    pairs = _distinct(stroke * (topology.n_sketches * size[0] * size[1]) + pixel)
    stroke, pixel = np.divmod(pairs, topology.n_sketches * size[0] * size[1])
    device = strokes.controls.device
    return Stamps(
        torch.from_numpy(stroke).to(device), torch.from_numpy(pixel).to(device), topology, size
    )


def _distinct(values: np.ndarray) -> np.ndarray:
    """`np.unique`, which takes sixty times as long for millions of integers (numpy 2.4) and keeps
    the interpreter from all other threads meanwhile: 1.8 s for a page of 10,000 strokes."""
    values = np.sort(values)
    is_first = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=is_first[1:])
    return values[is_first]


def _bresenham(
    samples: Samples, topology: Topology, size: tuple[int, int]
) -> tuple[np.ndarray, np.ndarray]:
    """Bresenham lines between the pixels of neighbouring samples: (stroke, pixel) pairs."""
    ends = np.stack([samples.x, samples.y], 1)
    ends = np.floor(ends).astype(np.int64)
    first, step = ends[samples.start], ends[samples.start + 1] - ends[samples.start]
    steep = abs(step[:, 1]) > abs(step[:, 0])
    major = steep.astype(np.int64)
    rows = np.arange(len(first))
    along, sideways = step[rows, major], step[rows, 1 - major]
    extent = np.where(steep, size[0], size[1])
    # Only the part whose major coordinate is on the canvas is walked.
    start, sign = first[rows, major], np.where(along < 0, -1, 1)
    low = np.maximum(np.where(sign > 0, -start, start - extent + 1), 0)
    high = np.minimum(np.where(sign > 0, extent - 1 - start, start), abs(along))
    count = np.maximum(high - low + 1, 0)
    segment = np.repeat(rows, count)
    i = np.arange(len(segment)) - np.repeat(np.cumsum(count) - count, count) + low[segment]
    n = np.maximum(abs(along), 1)[segment]
    across = (2 * i * abs(sideways)[segment] + n) // (2 * n) * np.sign(sideways)[segment]
    a = start[segment] + i * sign[segment]
    b = first[rows, 1 - major][segment] + across
    row, column = np.where(steep[segment], a, b), np.where(steep[segment], b, a)
    inside = (row >= 0) & (row < size[0]) & (column >= 0) & (column < size[1])
    stroke = samples.stroke[segment[inside]]
    canvas = topology.sketch[stroke] * size[0] + row[inside]
    return stroke, canvas * size[1] + column[inside]
