"""The model's few points as a smooth line."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.strokes import FloatArray

CORNER_RAD = np.deg2rad(75)
"""A turn sharper than this stays a corner."""
_TENSION = 1 / 3


def smooth_chain(line: npt.ArrayLike) -> FloatArray:
    """Cubic Beziers through the points of a polyline: Catmull-Rom, but sharp corners stay.

    The tangent in a point is along the line between its neighbours; the handles are a third of
    their own span, so unequal spans make no loops (a non-uniform Catmull-Rom spline).

    Args:
        line: (N, 2), N >= 1.

    Returns:
        (max(N - 1, 1), 4, 2) connected control points; a single point gives a dot.
    """
    points = np.asarray(line, np.float64)
    # The model may stay where it is; a span without length has no direction.
    moves = np.ones(len(points), bool)
    moves[1:] = (np.diff(points, axis=0) != 0).any(axis=1)
    points = points[moves]
    if len(points) == 1:
        return np.repeat(points[None], 4, axis=1)
    steps = np.diff(points, axis=0)
    lengths = np.hypot(*steps.T)
    ways = steps / lengths[:, None]
    leaving, arriving = ways.copy(), ways.copy()
    turn = np.arccos(np.clip((ways[:-1] * ways[1:]).sum(1), -1, 1))
    for i in np.flatnonzero(turn < CORNER_RAD):
        tangent = ways[i] * lengths[i + 1] + ways[i + 1] * lengths[i]
        tangent /= np.hypot(*tangent)
        arriving[i] = leaving[i + 1] = tangent
    handle = (_TENSION * lengths)[:, None]
    starts, ends = points[:-1], points[1:]
    return np.stack([starts, starts + handle * leaving, ends - handle * arriving, ends], 1)
