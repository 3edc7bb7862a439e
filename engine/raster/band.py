"""The pixels near a stroke: every pixel centre in the narrow band of some segment, few twice.

A pixel whose nearest point of a stroke lies inside a segment is within that segment's rectangle
(its length by twice the radius). A pixel whose nearest point is a vertex lies in the wedge between
the two normals there; at distance r from the vertex it overshoots the earlier segment by at most
r sin(turn). So lengthening each rectangle by radius x sin(turn) at its end (by the whole radius at
a free end or a turn of more than 90 degrees) loses no pixel, while neighbouring rectangles hardly
overlap, unlike capsules.

Rectangles are clipped to the canvas and cut along their length into pieces that fit a square tile
of T x T pixels. A third to a half of the tiles' pixels are ink, so the work grows with the ink's
area and not with strokes x pixels, and the arithmetic inside tiles is dense.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from engine.raster.ops import Array, Ops
from engine.raster.sampling import Samples

SLOP_PX = 1e-3
"""Added to each rectangle, so that rounding loses no pixel."""


@dataclass(frozen=True)
class Segments:
    """Directed straight segments with their rectangles, (M,) each.

    Attributes:
        x, y: first point, px.
        ux, uy: unit direction; (1, 0) where the length is 0.
        length: px.
        low, high: the part of the line that the rectangle covers, px from the first point.
        radius: half the rectangle's height, px.
        stroke: stroke of each segment, ascending.
    """

    x: Array
    y: Array
    ux: Array
    uy: Array
    length: Array
    low: Array
    high: Array
    radius: Array
    stroke: Array


@dataclass(frozen=True)
class Tiles:
    """Square tiles of pixels, (n,) each, in the order of their strokes.

    Attributes:
        segment, stroke: whose tile it is.
        row, column: first pixel, whole numbers in floating point.
        x, y: from the segment's first point to the centre of the first pixel, px.
        ux, uy, length, radius: the segment's.
        low, high: the part of the segment's line that the tile answers for, px.
    """

    segment: Array
    stroke: Array
    row: Array
    column: Array
    x: Array
    y: Array
    ux: Array
    uy: Array
    length: Array
    radius: Array
    low: Array
    high: Array

    def __getitem__(self, which: slice) -> Tiles:
        """Some of the tiles."""
        return Tiles(*(getattr(self, name)[which] for name in self.__dataclass_fields__))


def make_segments(
    ops: Ops, samples: Samples, radius_of_stroke: Array, size: tuple[int, int]
) -> Segments:
    """Directions, lengths and rectangles of all segments, clipped to the canvas (H, W)."""
    x, y = ops.take(samples.x, samples.start), ops.take(samples.y, samples.start)
    dx = ops.take(samples.x, samples.start + 1) - x
    dy = ops.take(samples.y, samples.start + 1) - y
    length = ops.sqrt(dx * dx + dy * dy)
    flat = ops.to_float(length == 0, x)
    inverse = 1 / (length + flat)
    ux = dx * inverse + flat
    uy = dy * inverse
    radius = ops.take(radius_of_stroke, samples.stroke) + SLOP_PX

    # At a joint the wedge is the earlier segment's. A segment of no length takes all around it.
    joined = ops.to_float(samples.joined[:-1], x)
    cosine = ux[:-1] * ux[1:] + uy[:-1] * uy[1:]
    sine = abs(ux[:-1] * uy[1:] - uy[:-1] * ux[1:])
    wedge = (1 - flat[1:]) * (1 - ops.to_float(cosine > 0, x) * (1 - sine))
    one = ops.full((1,), 1.0, x)
    after = ops.concat([1 - joined * (1 - flat[:-1]) * (1 - wedge), one])
    before = ops.concat([one, 1 - joined * (1 - flat[1:])])
    low = -before * radius - SLOP_PX
    high = length + after * radius + SLOP_PX
    for start, u, extent in ((x, ux, size[1]), (y, uy, size[0])):
        # Where the line is parallel to the border, a tiny slope puts the crossing far away.
        slope = u + ops.to_float(abs(u) < 1e-6, x) * 2e-6
        one_end = (-radius - start) / slope
        other_end = (extent + radius - start) / slope
        low = ops.maximum(low, ops.minimum(one_end, other_end))
        high = ops.minimum(high, ops.maximum(one_end, other_end))
    return Segments(x, y, ux, uy, length, low, high, radius, samples.stroke)


def choose_side(ops: Ops, s: Segments) -> int:
    """T, the side of the tiles: on the CPU the one with the fewest pixels in all tiles."""
    diameter = 2 * float(s.radius.max())
    usual = max(ceil(diameter + 1), floor(1.3 * diameter) + 1)
    if not ops.on_host:
        return usual
    some = slice(None, None, 1 + len(s.length) // 1000)
    sides = range(floor(diameter) + 1, usual + 2)
    return min(sides, key=lambda side: int(_pieces(ops, s, side, some).sum()) * side * side)


def _pieces(ops: Ops, s: Segments, side: int, which: slice = slice(None)) -> Array:
    """How many tiles each rectangle needs; none for what lies off the canvas."""
    ux, uy = abs(s.ux[which]), abs(s.uy[which])
    room = side - 4 * SLOP_PX
    diameter = 2 * s.radius[which]
    longest = ops.minimum(
        (room - diameter * uy) / ops.maximum(ux, 1e-6),
        (room - diameter * ux) / ops.maximum(uy, 1e-6),
    )
    return ops.to_index(ops.maximum(ops.ceil((s.high[which] - s.low[which]) / longest), 0))


def make_tiles(ops: Ops, s: Segments, side: int, size: tuple[int, int]) -> Tiles:
    """Cut all rectangles into pieces of one tile each."""
    pieces = _pieces(ops, s, side)
    ends = ops.cumsum(pieces)
    total = int(ends[-1])
    segment = ops.repeat(ops.arange(len(pieces)), pieces, total)
    ordinal = ops.to_float(ops.arange(total) - ops.take(ends - pieces, segment), s.x)
    step = (s.high - s.low) / ops.to_float(ops.maximum(pieces, 1), s.x)
    step = ops.take(step, segment)
    low = ops.take(s.low, segment) + ordinal * step
    high = low + step
    x, y = ops.take(s.x, segment), ops.take(s.y, segment)
    ux, uy = ops.take(s.ux, segment), ops.take(s.uy, segment)
    radius = ops.take(s.radius, segment)
    row = _first_pixel(ops, y + ops.minimum(low * uy, high * uy) - radius * abs(ux), size[0] - side)
    column = _first_pixel(
        ops, x + ops.minimum(low * ux, high * ux) - radius * abs(uy), size[1] - side
    )
    return Tiles(
        segment=segment,
        stroke=ops.take(s.stroke, segment),
        row=row,
        column=column,
        x=column + (0.5 - x),
        y=row + (0.5 - y),
        ux=ux,
        uy=uy,
        length=ops.take(s.length, segment),
        radius=radius,
        low=low - SLOP_PX,
        high=high + SLOP_PX,
    )


def _first_pixel(ops: Ops, edge: Array, last: int) -> Array:
    """First pixel whose centre is past `edge`, moved so that the tile stays on the canvas."""
    return ops.maximum(ops.minimum(ops.ceil(edge - 0.5), last), 0)
