"""Lines that cover a polygon."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from engine.strokes import FloatArray

MAX_ROWS = 4000
"""More lines than this are drawn further apart."""

Span = tuple[float, float]


def hatch(polygon: FloatArray, width_px: float, spacing_px: float) -> list[FloatArray]:
    """Lines of a round pen, to and fro, that cover a polygon by the even-odd rule.

    Each line goes over as many rows as it can without leaving the polygon.

    Args:
        polygon: (M, 2) corners; the last is joined to the first.
        width_px: of the pen; the lines end half of it before the edge.
        spacing_px: between rows, at most.

    Returns:
        (N, 2) lines, from top to bottom; empty for a polygon without area.
    """
    if len(polygon) < 3:
        return []
    ends = float(polygon[:, 1].min()), float(polygon[:, 1].max())
    return hatch_spans(ends, lambda y: _spans(polygon, y), width_px, spacing_px)


def hatch_spans(
    reach_y: Span, spans_at: Callable[[float], list[Span]], width_px: float, spacing_px: float
) -> list[FloatArray]:
    """`hatch` of any area.

    Args:
        reach_y: its upper and lower edge.
        spans_at: where a horizontal line at y is inside, from left to right.
    """
    reach = width_px / 2
    top, bottom = reach_y[0] + reach, reach_y[1] - reach
    if bottom < top:
        top = bottom = (top + bottom) / 2
    number = min(math.ceil((bottom - top) / spacing_px) + 1, MAX_ROWS)
    lines: list[list[tuple[float, float]]] = []
    open_lines: list[tuple[Span, list[tuple[float, float]]]] = []
    for y in np.linspace(top, bottom, number).tolist():
        spans = spans_at(y)
        going_on = []
        for span in spans:
            above = [each for each in open_lines if _overlap(each[0], span)]
            alone = len(above) == 1 and sum(_overlap(above[0][0], other) for other in spans) == 1
            line = above[0][1] if alone else []
            if not alone:
                lines.append(line)
            line.extend(_row(span, y, reach, line))
            going_on.append((span, line))
        open_lines = going_on
    return [np.array(line) for line in lines]


def _spans(polygon: FloatArray, y: float) -> list[Span]:
    """Where a horizontal line is inside, from left to right."""
    (ax, ay), (bx, by) = polygon.T, np.roll(polygon, -1, axis=0).T
    crossed = (ay > y) != (by > y)
    ax, ay, bx, by = ax[crossed], ay[crossed], bx[crossed], by[crossed]
    xs = np.sort(ax + (y - ay) * (bx - ax) / (by - ay)).tolist()
    return list(zip(xs[::2], xs[1::2], strict=True))


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _row(
    span: Span, y: float, reach: float, line: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The ends of a row, the one nearer to the line's end first."""
    low, high = span[0] + reach, span[1] - reach
    if high <= low:
        return [((span[0] + span[1]) / 2, y)]
    row = [(low, y), (high, y)]
    return row[::-1] if line and abs(line[-1][0] - high) < abs(line[-1][0] - low) else row
