"""Which strokes lie in a region that was drawn around them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from app.document.stroke import Stroke
from app.tools.stroke_index import StrokeIndex
from engine.strokes import FloatArray

MAX_PLACES = 24
"""A stroke is looked at in so many places along its way at most."""
MAX_CORNERS = 256
"""A lasso is judged by so many of its corners at most."""
CHUNK = 65_536


def strokes_in(index: StrokeIndex, strokes: tuple[Stroke, ...], polygon: FloatArray) -> list[int]:
    """Ids, ascending, of the strokes at least half of which lies in a polygon.

    Args:
        index: of `strokes`.
        polygon: (M, 2) corners in document px; the last is joined to the first.
    """
    if len(polygon) < 3:
        return []
    corners = polygon[:: -(-len(polygon) // MAX_CORNERS)]
    x0, y0 = polygon.min(axis=0).tolist()
    x1, y1 = polygon.max(axis=0).tolist()
    near = index.in_box((x0, y0, x1, y1)).tolist()
    if not near:
        return []
    places = [_places(strokes[i]) for i in near]
    counts = np.array([len(each) for each in places])
    inside = in_polygon(np.concatenate(places), corners)
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    hits = np.add.reduceat(inside.astype(np.int64), starts)
    return [i for i, enough in zip(near, (2 * hits >= counts).tolist(), strict=True) if enough]


def in_polygon(points: FloatArray, polygon: FloatArray) -> npt.NDArray[np.bool_]:
    """(N,) whether each of (N, 2) points is inside an (M, 2) polygon, by the even-odd rule."""
    inside = np.zeros(len(points), dtype=np.bool_)
    for first in range(0, len(points), CHUNK):
        x, y = points[first : first + CHUNK].T
        part = inside[first : first + CHUNK]
        for (ax, ay), (bx, by) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            if ay != by:
                crosses = (ay > y) != (by > y)
                part ^= crosses & (x < ax + (y - ay) * ((bx - ax) / (by - ay)))
    return inside


def _places(stroke: Stroke) -> FloatArray:
    """Up to `MAX_PLACES` places at equal distances along the stroke."""
    xy = stroke.xy
    if len(xy) == 1:
        return xy
    steps = np.diff(xy, axis=0)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])
    wanted = (np.arange(MAX_PLACES) + 0.5) * (along[-1] / MAX_PLACES)
    return np.column_stack([np.interp(wanted, along, xy[:, axis]) for axis in (0, 1)])
