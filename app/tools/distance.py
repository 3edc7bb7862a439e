"""Distances between line segments, many at a time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


def points_to_segments(points: FloatArray, starts: FloatArray, ends: FloatArray) -> FloatArray:
    """Distances of points to segments; the arguments broadcast.

    Args:
        points, starts, ends: (..., 2). A segment may have no length.

    Returns:
        (...,) in the unit of the arguments.
    """
    along = ends - starts
    length2 = (along * along).sum(axis=-1)
    offset = points - starts
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (offset * along).sum(axis=-1) / length2
    t = np.clip(np.where(length2 > 0, t, 0.0), 0.0, 1.0)
    gap = offset - t[..., None] * along
    return np.asarray(np.hypot(gap[..., 0], gap[..., 1]))


def segments_to_segment(
    starts: FloatArray, ends: FloatArray, a: FloatArray, b: FloatArray
) -> FloatArray:
    """Distances of (M, 2) -> (M, 2) segments to the one segment a -> b, (2,) each; 0 if they cross.

    Two segments of the plane that do not cross are nearest at one of their four ends.
    """
    distance: FloatArray = np.minimum.reduce(
        [
            points_to_segments(starts, a, b),
            points_to_segments(ends, a, b),
            points_to_segments(a, starts, ends),
            points_to_segments(b, starts, ends),
        ]
    )
    distance[_cross(starts, ends, a, b)] = 0.0
    return distance


def _cross(
    starts: FloatArray, ends: FloatArray, a: FloatArray, b: FloatArray
) -> npt.NDArray[np.bool_]:
    """Whether the ends of each lie strictly on both sides of the other."""
    split_by_query = _side(a, b, starts) * _side(a, b, ends) < 0
    split_by_segment = _side(starts, ends, a) * _side(starts, ends, b) < 0
    return np.asarray(split_by_query & split_by_segment)


def _side(a: FloatArray, b: FloatArray, point: FloatArray) -> FloatArray:
    """Twice the signed area of the triangle a, b, point."""
    along, offset = b - a, point - a
    return np.asarray(along[..., 0] * offset[..., 1] - along[..., 1] * offset[..., 0])
