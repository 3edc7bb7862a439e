"""Curves to short straight segments, and the gradient back to the control points.

Each Bezier piece is cut into equal steps of its parameter, as many as keep the polyline within a
tolerance of the curve: by Wang's bound a curve of degree d with second differences of at most D
needs n = ceil(sqrt(d (d - 1) D / (8 tolerance))). Points are linear in the control points
(Bernstein weights), so the gradient back is the transposed map.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

import numpy as np

from engine.raster.ops import Array, Ops
from engine.raster.strokes import Topology

TOLERANCE_PX = 0.05
"""How far the segments may stray from a curve: about 20 segments for a stroke of 70 px."""

MAX_SEGMENTS = 256
"""Most segments a curve is cut into; at the default tolerance enough for 3,000 px of curve."""


@dataclass(frozen=True)
class Samples:
    """Points along all strokes and the segments between them.

    Attributes:
        x, y: (N,) points in px.
        start: (M,) each segment's first point; its last is the next one.
        stroke: (M,) stroke of each segment, ascending.
        joined: (M,) whether the next segment goes on where this one ends.
        controls, weights: (K * N,) each point as a weighted sum of K control points, all first ones
            first; None where points and control points are the same.
        n_controls: C.
    """

    x: Array
    y: Array
    start: Array
    stroke: Array
    joined: Array
    controls: Array | None
    weights: Array | None
    n_controls: int

    def gradient_of_controls(self, ops: Ops, gx: Array, gy: Array) -> Array:
        """Gradients of the points' x and y, (N,) each, as that of the control points, (C, 2)."""
        result = ops.full((self.n_controls, 2), 0.0, gx)
        for axis, g in enumerate((gx, gy)):
            if self.controls is None or self.weights is None:
                result[:, axis] = g
            else:
                weighted = (self.weights.reshape(-1, len(g)) * g).reshape(-1)
                result[:, axis] = ops.sum_by(self.controls, weighted, self.n_controls)
        return result


def sample(
    ops: Ops,
    topology: Topology,
    x: Array,
    y: Array,
    segments: int | None = None,
) -> Samples:
    """Cut the strokes with control points (`x`, `y`), (C,) each, into segments.

    Args:
        segments: as many for every curve, whatever its size; None: as many as `TOLERANCE_PX` asks.
    """
    first, stroke = ops.index_array(topology.first), ops.index_array(topology.stroke)
    continues = ops.index_array(topology.continues)
    if topology.is_polylines:
        return Samples(x, y, first, stroke, continues > 0, None, None, topology.n_controls)
    if segments is None:
        steps = _steps(ops, topology, first, x, y)
    else:
        steps = ops.index_array(np.where(topology.degree > 1, segments, 1))
    points = steps + (1 - continues)
    ends = ops.cumsum(points)
    total = int(ends[-1])
    piece = ops.repeat(ops.arange(len(topology.first)), points, total)
    step = ops.arange(total) - ops.take(ends - points, piece)
    n = ops.take(steps, piece)
    controls, weights = [], []
    t = ops.to_float(step, x) / ops.to_float(n, x)
    rest = 1 - t
    degree = ops.take(ops.index_array(topology.degree), piece)
    first_control = ops.take(first, piece)
    px, py = 0 * t, 0 * t
    for k in range(topology.degrees[-1] + 1):
        weight = 0 * t
        for d in topology.degrees:
            if k <= d:
                bernstein = comb(d, k) * t**k * rest ** (d - k)
                weight += bernstein if len(topology.degrees) == 1 else bernstein * (degree == d)
        control = ops.minimum(first_control + k, topology.n_controls - 1)
        px += ops.take(x, control) * weight
        py += ops.take(y, control) * weight
        controls.append(control)
        weights.append(weight)
    start = ops.flatnonzero(step < n)
    piece = ops.take(piece, start)
    joined = ops.take(step + 1 < n, start) | (ops.take(continues, piece) > 0)
    return Samples(
        px,
        py,
        start,
        ops.take(stroke, piece),
        joined,
        ops.concat(controls),
        ops.concat(weights),
        topology.n_controls,
    )


def _steps(ops: Ops, topology: Topology, first: Array, x: Array, y: Array) -> Array:
    """(P,) segments of each piece, by Wang's bound."""
    last = topology.n_controls - 1
    degree = ops.index_array(topology.degree)
    bend = 0 * ops.take(x, first)
    for k in range(topology.degrees[-1] - 1):
        a, b, c = (ops.minimum(first + (k + i), last) for i in range(3))
        bx = ops.take(x, a) - 2 * ops.take(x, b) + ops.take(x, c)
        by = ops.take(y, a) - 2 * ops.take(y, b) + ops.take(y, c)
        bend = ops.maximum(bend, (bx * bx + by * by) * (degree >= k + 2))
    factor = ops.to_float(degree * (degree - 1), x) * (1 / (8 * TOLERANCE_PX))
    steps = ops.ceil(ops.sqrt(ops.sqrt(bend) * factor))
    return ops.to_index(ops.minimum(ops.maximum(steps, 1), MAX_SEGMENTS))
