"""Parts of strokes that go, as a person would cut them: never confetti.

People disliked the broken lines that P-SLA leaves (sketch_explainability, Table 2: 57.1 % preferred
them, 78.5 % SLA's whole strokes). So a stroke loses its ends, or what lies between two corners, and
what stays of it is never shorter than a line that somebody might have drawn.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from engine.attribution.messages import Span
from engine.attribution.units import Units
from engine.strokes import FloatArray, polyline_length

MIN_KEPT = 0.08
"""Shortest part that may stay of a cut stroke, on the unit square."""
CORNER = np.pi / 4
"""A turn of at least this much, in radians, is a corner."""
_REACH = 0.03
"""How far from a point its directions are taken, on the unit square."""


def kept_spans(
    units: Units, stays: FloatArray, lines: Sequence[FloatArray]
) -> tuple[tuple[Span, ...], ...]:
    """What stays of every stroke.

    Args:
        units: strokes, or pieces of strokes, on the unit square.
        stays: (U,) nonzero where a unit is to stay.
        lines: the strokes, on the unit square.

    Returns:
        Per stroke its spans, in order: none, one over all its points, or parts of at least
        `MIN_KEPT`.
    """
    wanted = np.asarray(stays)[units.unit] > 0
    return tuple(
        _tidy(line, units.first[units.stroke == i], wanted[units.stroke == i])
        for i, line in enumerate(lines)
    )


def _tidy(line: FloatArray, first: np.ndarray, wanted: np.ndarray) -> tuple[Span, ...]:
    """Spans of one stroke whose pieces begin at the points `first`."""
    last = len(line) - 1
    whole = ((0, last),)
    if wanted.all():
        return whole
    if not wanted.any():
        return ()
    ends = [*first[1:].tolist(), last]
    # Pieces next to each other with the same fate, as (stays, first point, last point).
    runs = [
        (stays, first[group[0]], ends[group[-1]])
        for stays, group in (
            (stays, list(positions))
            for stays, positions in itertools.groupby(range(len(wanted)), key=lambda k: wanted[k])
        )
    ]
    spans: list[Span] = []
    for stays, start, end in runs:
        inside = start > 0 and end < last
        if stays or (inside and not (is_corner(line, start) and is_corner(line, end))):
            joined = spans and spans[-1][1] == start
            spans[-1:] = [(spans[-1][0], int(end))] if joined else [*spans[-1:], (start, end)]
    if all(polyline_length(line[start : end + 1]) >= MIN_KEPT for start, end in spans):
        return tuple((int(start), int(end)) for start, end in spans)
    length = sum(polyline_length(line[start : end + 1]) for start, end in spans)
    return whole if 2 * length > polyline_length(line) else ()


def is_corner(line: FloatArray, point: int) -> bool:
    """Whether the line turns by `CORNER` or more around a point."""
    along = np.concatenate([[0.0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
    before = int(np.searchsorted(along, along[point] - _REACH, side="right")) - 1
    after = int(np.searchsorted(along, along[point] + _REACH))
    into = line[point] - line[max(before, 0)]
    out = line[min(after, len(line) - 1)] - line[point]
    lengths = float(np.hypot(*into) * np.hypot(*out))
    if lengths == 0:
        return False
    return bool(np.arccos(np.clip(into @ out / lengths, -1, 1)) >= CORNER)
