"""Strokes with a part taken out: what is left of a line where a round tip has passed."""

from __future__ import annotations

import numpy as np

from app.document.stroke import Stroke
from engine.strokes import FloatArray, bezier_steps

SLIVER_PX = 0.5
"""A rest that is no longer than this goes too."""

Place = tuple[float, float]
Span = tuple[float, float]
"""Part of a stroke: from one place to another, as point number plus fraction towards the next."""


def cut(stroke: Stroke, start: Place, end: Place, reach_px: float) -> tuple[Stroke, ...]:
    """What a round tip moved from `start` to `end` leaves of a stroke.

    Ink goes where the tip's disc touches it; what stays ends round, just outside. Pressure and
    time at a cut are those of the line there; Bezier strokes are cut as curves.

    Args:
        reach_px: radius of the tip, document px.

    Returns:
        The pieces in order, maybe none; the stroke itself, the same object, if it is not touched.
    """
    radii = 0.5 * stroke.local_widths_px() + reach_px
    if len(stroke.points) == 1:
        dot = np.hypot(*(stroke.xy[0] - _nearest(stroke.xy[0], start, end)))
        return (stroke,) if dot > radii[0] else ()
    spans = within_reach(
        stroke.xy[:-1], stroke.xy[1:], start, end, np.maximum(radii[:-1], radii[1:])
    )
    gone = np.flatnonzero(spans[:, 1] > spans[:, 0])
    if not len(gone):
        return (stroke,)
    kept = _rest(gone[:, None] + spans[gone], len(stroke.points) - 1)
    piece = _points_piece if stroke.beziers is None else _curve_piece
    spans_kept = [span for span in kept if _length(stroke, span) > SLIVER_PX]
    pieces = (piece(stroke, span).on_layer(stroke.layer) for span in spans_kept)
    return tuple(each.in_group(stroke.group) for each in pieces)


def within_reach(
    starts: FloatArray, ends: FloatArray, a: Place, b: Place, reach: FloatArray
) -> FloatArray:
    """Which part of each segment is within reach of the segment a -> b.

    The places within reach of a segment are two discs and the band between them, a convex shape;
    so it takes one span out of any line.

    Args:
        starts, ends: (M, 2) segments.
        reach: (M,) how far to look around a -> b.

    Returns:
        (M, 2) from and to, as fractions of the segment, 0 to 1; from >= to where it is out of
        reach.
    """
    along = ends - starts
    tip = np.array(b) - np.array(a)
    length = float(np.hypot(*tip))
    parts = [_in_disc(starts, along, np.array(centre), reach) for centre in (a, b)]
    if length > 0:
        ahead = tip / length
        aside = np.array([-ahead[1], ahead[0]])
        offset = starts - np.array(a)
        zero = np.zeros(len(starts))
        between = _in_range(offset @ ahead, along @ ahead, zero, zero + length)
        beside = _in_range(offset @ aside, along @ aside, -reach, reach)
        band = np.column_stack(
            [np.maximum(between[:, 0], beside[:, 0]), np.minimum(between[:, 1], beside[:, 1])]
        )
        band[band[:, 0] > band[:, 1]] = (np.inf, -np.inf)
        parts.append(band)
    low = np.minimum.reduce([part[:, 0] for part in parts])
    high = np.maximum.reduce([part[:, 1] for part in parts])
    return np.asarray(np.clip(np.column_stack([low, high]), 0.0, 1.0))


def _in_disc(
    starts: FloatArray, along: FloatArray, centre: FloatArray, reach: FloatArray
) -> FloatArray:
    """(M, 2) where start + t along is in a disc; (inf, -inf) where it is not."""
    offset = starts - centre
    a = (along * along).sum(axis=1)
    half_b = (along * offset).sum(axis=1)
    c = (offset * offset).sum(axis=1) - reach * reach
    root = np.sqrt(np.maximum(half_b * half_b - a * c, 0.0))
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = (-half_b - root) / a, (-half_b + root) / a
    still = a == 0
    low = np.where(still, -np.inf, low)
    high = np.where(still, np.inf, high)
    outside = np.where(still, c > 0, half_b * half_b < a * c)
    return np.column_stack([np.where(outside, np.inf, low), np.where(outside, -np.inf, high)])


def _in_range(
    offset: FloatArray, slope: FloatArray, low: FloatArray, high: FloatArray
) -> FloatArray:
    """(M, 2) where low <= offset + t slope <= high; (inf, -inf) where never."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = np.sort(np.column_stack([(low - offset) / slope, (high - offset) / slope]), axis=1)
    level = slope == 0
    inside = (offset >= low) & (offset <= high)
    ends[level & inside] = (-np.inf, np.inf)
    ends[level & ~inside] = (np.inf, -np.inf)
    return ends


def _rest(gone: FloatArray, last: float) -> list[Span]:
    """The spans of 0 to `last` between those that are gone, which are ascending."""
    rest: list[Span] = []
    place = 0.0
    for low, high in gone.tolist():
        if low > place:
            rest.append((place, low))
        place = max(place, high)
    if place < last:
        rest.append((place, last))
    return rest


def _points_piece(stroke: Stroke, span: Span) -> Stroke:
    points = _rows(stroke.points, span)
    return Stroke(points, stroke.width_px, stroke.colour, stroke.opacity)


def _length(stroke: Stroke, span: Span) -> float:
    steps = np.diff(_rows(stroke.xy, span), axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def _rows(rows: FloatArray, span: Span) -> FloatArray:
    """The rows of a span; at its ends values in between."""
    first, last = span
    inner = np.arange(np.floor(first) + 1, np.ceil(last))
    places = np.concatenate([[first], inner, [last]])
    number = np.arange(len(rows))
    return np.column_stack([np.interp(places, number, column) for column in rows.T])


def _curve_piece(stroke: Stroke, span: Span) -> Stroke:
    """Part of a Bezier chain; the stroke's points are samples at equal steps in each segment."""
    chain = stroke.beziers
    assert chain is not None
    steps = bezier_steps(chain)
    starts = np.concatenate([[0], np.cumsum(steps)])
    segments = []
    for k in range(len(chain)):
        low = max(span[0] - starts[k], 0.0) / steps[k]
        high = min(span[1] - starts[k], float(steps[k])) / steps[k]
        if low < high:
            segments.append(_curve_between(chain[k], low, high))
    pieces = np.array(segments)
    return Stroke.from_beziers(pieces, stroke.width_px, stroke.colour, stroke.opacity)


def _curve_between(curve: FloatArray, low: float, high: float) -> FloatArray:
    """The (4, 2) control points of a part of a cubic, by de Casteljau's construction."""
    if high < 1.0:
        curve = _halves(curve, high)[0]
    if low > 0.0:
        curve = _halves(curve, low / high)[1]
    return curve


def _halves(curve: FloatArray, t: float) -> tuple[FloatArray, FloatArray]:
    """A cubic up to t and from t on."""
    left, right = [curve[0]], [curve[-1]]
    points = curve
    while len(points) > 1:
        points = (1 - t) * points[:-1] + t * points[1:]
        left.append(points[0])
        right.append(points[-1])
    return np.array(left), np.array(right[::-1])


def _nearest(point: FloatArray, a: Place, b: Place) -> FloatArray:
    """The place of the segment a -> b that is nearest to a point."""
    start, along = np.array(a), np.array(b) - np.array(a)
    length2 = float(along @ along)
    t = min(max(float((point - start) @ along) / length2, 0.0), 1.0) if length2 > 0 else 0.0
    return np.asarray(start + t * along)
