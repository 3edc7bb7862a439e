"""Hit tests as plainly as can be, to compare with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from app.document.stroke import Stroke

Place = tuple[float, float]


def touched_one_by_one(
    strokes: Sequence[Stroke], start: Place, end: Place, reach_px: float
) -> list[int]:
    """Ids of the strokes within reach of a segment, by stepping along it."""
    return [i for i, stroke in enumerate(strokes) if _touches(stroke, start, end, reach_px)]


def _touches(stroke: Stroke, start: Place, end: Place, reach_px: float) -> bool:
    limit = reach_px + stroke.width_px / 2
    return any(_segments_apart(a, b, start, end) <= limit for a, b in pairwise(stroke.xy.tolist()))


def _segments_apart(a: Place, b: Place, c: Place, d: Place) -> float:
    if _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0:
        return 0.0
    return min(_apart(a, c, d), _apart(b, c, d), _apart(c, a, b), _apart(d, a, b))


def _turn(a: Place, b: Place, p: Place) -> float:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def _apart(p: Place, a: Place, b: Place) -> float:
    length2 = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    t = 0.0
    if length2:
        t = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length2
        t = min(max(t, 0.0), 1.0)
    return math.hypot(p[0] - a[0] - t * (b[0] - a[0]), p[1] - a[1] - t * (b[1] - a[1]))
