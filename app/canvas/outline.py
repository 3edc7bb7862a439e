"""The shape of ink: outlines of strokes whose width follows the pressure. Numpy only."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

ROUNDNESS_PX = 0.02
"""How far the polygon of a round cap may be from its circle, in document px."""


def stroke_outlines(xy: FloatArray, radii: FloatArray) -> list[FloatArray]:
    """Closed polygons that together cover a polyline drawn with a round tip of changing radius.

    Fill them as one path with the winding rule: all turn the same way, so overlaps add up and
    never make holes. A bend that is sharper than the tip is round would fold the outline over
    itself; there the line is cut into two pieces that both end round.

    Args:
        xy: (N, 2) places, N >= 1; neighbours may coincide.
        radii: (N,) radius of the tip at each; 0 where the line comes to a point.

    Returns:
        (M, 2) polygons, at least one.
    """
    xy, radii = _without_repeats(xy, radii)
    if len(xy) == 1:
        return [_circle(xy[0], float(radii[0]))]
    steps = np.diff(xy, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    directions = steps / lengths[:, None]
    cuts = np.flatnonzero(_is_sharp(directions, lengths, radii)) + 1
    edges = [0, *cuts.tolist(), len(xy) - 1]
    return [
        _round_band(xy[a : b + 1], radii[a : b + 1], directions[a:b]) for a, b in pairwise(edges)
    ]


def _without_repeats(xy: FloatArray, radii: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Each run of points in the same place as one point, with the largest radius there."""
    moved = np.any(np.diff(xy, axis=0) != 0.0, axis=1)
    starts = np.flatnonzero(np.concatenate([[True], moved]))
    return xy[starts], np.maximum.reduceat(radii, starts)


def _is_sharp(
    directions: FloatArray, lengths: FloatArray, radii: FloatArray
) -> npt.NDArray[np.bool_]:
    """(N - 2,): whether the line bends at an inner point more tightly than its tip is round."""
    before, after = directions[:-1], directions[1:]
    cos = np.clip((before * after).sum(axis=1), -1.0, 1.0)
    turn = np.arccos(cos)
    shorter = np.minimum(lengths[:-1], lengths[1:])
    return np.asarray((2.0 * radii[1:-1] * np.tan(turn / 2.0) > shorter) | (turn > math.pi / 3))


def _round_band(xy: FloatArray, radii: FloatArray, directions: FloatArray) -> FloatArray:
    """Left side forth, half circle, right side back, half circle."""
    tangents = np.concatenate([directions[:1], directions[:-1] + directions[1:], directions[-1:]])
    tangents /= np.hypot(tangents[:, 0], tangents[:, 1])[:, None]
    normals = np.stack([-tangents[:, 1], tangents[:, 0]], axis=1)
    # At a bend the mitre keeps the band as wide as the segments on both sides of it.
    cos_half = np.ones(len(xy))
    cos_half[1:-1] = np.abs(
        (normals[1:-1] * np.stack([-directions[1:, 1], directions[1:, 0]], 1)).sum(1)
    )
    offsets = normals * (radii / cos_half)[:, None]
    end_cap = _half_circle(xy[-1], normals[-1], float(radii[-1]))
    start_cap = _half_circle(xy[0], -normals[0], float(radii[0]))
    return np.concatenate([xy + offsets, end_cap, (xy - offsets)[::-1], start_cap])


def _half_circle(centre: FloatArray, start: FloatArray, radius: float) -> FloatArray:
    """Inner points of the arc from the unit vector `start` clockwise (y down) to its opposite."""
    cos, sin = _half_turn(_arc_steps(radius))
    turned = np.array([-start[1], start[0]])
    return np.asarray(centre + (radius * cos) * start + (radius * sin) * turned)


@cache
def _half_turn(steps: int) -> tuple[FloatArray, FloatArray]:
    """(steps - 1, 1) cosines and sines of the inner points of half a turn clockwise."""
    angle = -np.linspace(0.0, math.pi, steps + 1)[1:-1, None]
    return np.cos(angle), np.sin(angle)


def _circle(centre: FloatArray, radius: float) -> FloatArray:
    angle = -np.linspace(0.0, 2 * math.pi, 2 * _arc_steps(radius), endpoint=False)[:, None]
    return np.asarray(centre + radius * np.concatenate([np.cos(angle), np.sin(angle)], axis=1))


def _arc_steps(radius: float) -> int:
    """Chords of a half circle that stay within `ROUNDNESS_PX` of it."""
    sagitta = ROUNDNESS_PX / max(radius, ROUNDNESS_PX)
    return max(4, math.ceil(math.pi / (2 * math.acos(1 - sagitta))))
