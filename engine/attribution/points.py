"""P-SLA as the paper has it: how much F depends on the place of every point (eq. 5 and 6)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from engine.attribution.estimators import PLAIN_SIDE_PX, on_paper
from engine.attribution.targets import Target
from engine.raster import render_line
from engine.strokes import FloatArray


def point_gradients(lines: Sequence[FloatArray], target: Target) -> list[FloatArray]:
    """A_t^V = dF/dv_t of eq. 6, through the distance rasteriser.

    Args:
        lines: (N, 2) polylines on the unit square.

    Returns:
        (N, 2) per stroke, F per unit of the square. A stroke of one point draws nothing in eq. 5,
        which joins points by segments; its gradient is 0.
    """
    flat = np.concatenate(lines).astype(np.float32)
    ends = np.cumsum([len(line) for line in lines])
    down = np.ones(len(flat), bool)
    down[ends - 1] = False
    if not down.any():
        return [np.zeros((len(line), 2)) for line in lines]
    points = torch.from_numpy(flat * PLAIN_SIDE_PX).requires_grad_(True)
    with torch.enable_grad():
        ink = render_line(points, down, (PLAIN_SIDE_PX, PLAIN_SIDE_PX))
        (gradient,) = torch.autograd.grad(target(on_paper(ink)).sum(), points)
    found = gradient.numpy().astype(np.float64) * PLAIN_SIDE_PX
    return np.split(found, ends[:-1])


def point_influence(lines: Sequence[FloatArray], target: Target) -> tuple[FloatArray, ...]:
    """The length of each point's gradient: it says how much a point matters, not which way."""
    return tuple(np.hypot(*each.T) for each in point_gradients(lines, target))
