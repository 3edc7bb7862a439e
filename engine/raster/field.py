"""The distance field near the ink: for each stroke and pixel the nearest segment, and its adjoint.

A field holds one entry per (stroke, pixel) with a segment of that stroke within its radius, and a
few more beyond it, in the corners of the rectangles of `engine.raster.band`. The gradient of an
entry's distance d flows through its nearest segment only: with the projection q = a + t (b - a) of
the pixel p and n = (p - q) / d, dd/da = -(1 - t) n and dd/db = -t n. In the segment's own frame n
is (over, across) / d, where `over` is how far the pixel lies beyond an end.

Entries come in parts, a few dozen strokes each, so that the arrays of a part stay in a CPU's cache.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.raster.band import Tiles, choose_side, make_segments, make_tiles
from engine.raster.ops import Array, Ops
from engine.raster.sampling import Samples

TILES_PER_PART = 2500


@dataclass(frozen=True)
class Projections:
    """Where pixels project onto their nearest segments, (E,) each.

    Attributes:
        segments: the range of segments.
        segment: nearest segment, counted from the range's first.
        along: t times the segment's length, px.
        over, across: the pixel minus its projection, in the segment's frame, px.
    """

    segments: slice
    segment: Array
    along: Array
    over: Array
    across: Array


@dataclass(frozen=True)
class Part:
    """Entries of some strokes: the nearest segment of each stroke to each pixel in its band.

    Attributes:
        strokes, segments: the ranges of strokes and segments that the part covers.
        pixel: (E,) sketch * H * W + row * W + column.
        stroke: (E,) stroke of the entry, counted from the range's first.
        distance: (E,) px.
    """

    strokes: slice
    segments: slice
    pixel: Array
    stroke: Array
    distance: Array
    _won: Array
    _segment: Array
    _along: Array
    _over: Array
    _across: Array

    def project(self, ops: Ops, entries: Array) -> Projections:
        """What the gradient of some entries needs; the rest of the part may then be dropped."""
        segment = ops.take(self._segment, entries)
        won = ops.take(self._won, entries)
        along, over, across = (ops.take(v, won) for v in (self._along, self._over, self._across))
        return Projections(self.segments, segment, along, over, across)


class DistanceField:
    """Distances of pixels to strokes within reach, and the gradient back to control points."""

    def __init__(
        self,
        ops: Ops,
        samples: Samples,
        radius_of_stroke: Array,
        sketch_of_stroke: np.ndarray,
        size: tuple[int, int],
    ) -> None:
        """Lay the band around the strokes.

        Args:
            radius_of_stroke: (S,) how far the ink reaches from the middle of each stroke, px.
            sketch_of_stroke: (S,) which canvas each stroke is on.
            size: (H, W) px of each canvas.
        """
        self._ops = ops
        self._samples = samples
        self._size = size
        self._segments = make_segments(ops, samples, radius_of_stroke, size)
        self.side = choose_side(ops, self._segments)
        self._tiles = make_tiles(ops, self._segments, self.side, size)
        self._boxes = _Boxes(ops, self._tiles, len(sketch_of_stroke), self.side)
        self._first_pixel = ops.index_array(sketch_of_stroke) * (size[0] * size[1])

    @property
    def like(self) -> Array:
        """An array of the field's type, on its device."""
        return self._samples.x

    @property
    def tile_pixels(self) -> int:
        """Pixels in all tiles, those in several tiles counted each time."""
        return len(self._tiles.segment) * self.side**2

    def parts(self, hidden: Array | None = None) -> Iterator[Part]:
        """All entries, one per stroke and pixel, a part of the strokes at a time.

        Args:
            hidden: (B * H * W,) truth values: pixels to leave out; may change between parts. Only
                where tiles fit on the canvas.
        """
        stroke = self._tiles.stroke
        n = len(stroke)
        if n == 0:
            return
        if not self._ops.on_host:
            segments, strokes = len(self._segments.length), len(self._first_pixel)
            yield self._part(slice(0, n), slice(0, segments), slice(0, strokes), hidden)
            return
        ends = np.append(np.flatnonzero(np.diff(stroke)) + 1, n)
        wanted = np.arange(TILES_PER_PART, n + TILES_PER_PART, TILES_PER_PART)
        last_of_part = np.unique(np.minimum(np.searchsorted(ends, wanted), len(ends) - 1))
        first = 0
        for last in ends[last_of_part].tolist():
            segment = self._tiles.segment
            yield self._part(
                slice(first, last),
                slice(int(segment[first]), int(segment[last - 1]) + 1),
                slice(int(stroke[first]), int(stroke[last - 1]) + 1),
                hidden,
            )
            first = last

    def _part(self, tiles: slice, segments: slice, strokes: slice, hidden: Array | None) -> Part:
        ops, t, side = self._ops, self._tiles[tiles], self.side
        width = self._size[1]
        over, across, near = self._band(t)
        lanes = ops.arange(side)
        lane_pixel = (lanes[:, None] * width + lanes).reshape(-1)
        stroke = t.stroke - strokes.start
        first = ops.take(self._first_pixel[strokes], stroke) + ops.to_index(t.row) * width
        first += ops.to_index(t.column)
        near = near.reshape(side * side, -1)
        if hidden is not None:
            near &= ~ops.take(hidden, first + lane_pixel[:, None])
        kept = ops.flatnonzero(near)
        lane, tile = ops.split(kept, near)
        over, across = ops.take(over, kept), ops.take(across, kept)
        along = ops.minimum(ops.maximum(over, 0), ops.take(t.length, tile))
        over -= along
        squared = over * over + across * across
        base, pitch, slots = self._boxes.number(ops, t, strokes)
        slot = ops.take(base, tile)
        slot += ops.take(lanes[:, None] * pitch + lanes, lane)
        won = ops.first_smallest(slot, squared, slots)
        tile = ops.take(tile, won)
        pixel = ops.take(first, tile)
        pixel += ops.take(lane_pixel, ops.take(lane, won))
        return Part(
            strokes,
            segments,
            pixel,
            ops.take(stroke, tile),
            ops.sqrt(ops.take(squared, won)),
            won,
            ops.take(t.segment - segments.start, tile),
            along,
            over,
            across,
        )

    def _band(self, t: Tiles) -> tuple[Array, Array, Array]:
        """Of all tiles' pixels, (T, T, n): along and across the line, and whether in its band."""
        ops = self._ops
        lane = ops.to_float(ops.arange(self.side), t.x)[:, None]
        y = t.y + lane
        over = (y * t.uy + t.x * t.ux)[:, None] + (lane * t.ux)[None]
        across = (y * t.ux - t.x * t.uy)[:, None] - (lane * t.uy)[None]
        near = over >= t.low
        near &= over <= t.high
        near &= abs(across) < t.radius
        height, width = self._size
        if height < self.side:
            near &= (t.row + lane < height)[:, None]
        if width < self.side:
            near &= (t.column + lane < width)[None]
        return over, across, near

    def gradient_of_controls(self, projections: list[Projections], g: list[Array]) -> Array:
        """Carry the gradient of some entries' distances back to the control points.

        Args:
            projections: of some entries of each part.
            g: for each, dL/d(distance) / distance, (E,).

        Returns:
            (C, 2) gradient.
        """
        ops, s = self._ops, self._segments
        total_u, total_n, end_u, end_n = (0 * s.x for _ in range(4))
        for p, weight in zip(projections, g, strict=True):
            u, n = weight * p.over, weight * p.across
            count = p.segments.stop - p.segments.start
            total_u[p.segments] += ops.sum_by(p.segment, u, count)
            total_n[p.segments] += ops.sum_by(p.segment, n, count)
            u *= p.along
            n *= p.along
            end_u[p.segments] += ops.sum_by(p.segment, u, count)
            end_n[p.segments] += ops.sum_by(p.segment, n, count)
        # A segment of no length has no projection: its two ends share the gradient.
        flat = ops.to_float(s.length == 0, s.x)
        inverse = 1 / (s.length + flat)
        end_u = end_u * inverse + 0.5 * flat * total_u
        end_n = end_n * inverse + 0.5 * flat * total_n
        start_u, start_n = total_u - end_u, total_n - end_n

        gx, gy = 0 * self._samples.x, 0 * self._samples.y
        for u, n, point in (
            (start_u, start_n, self._samples.start),
            (end_u, end_n, self._samples.start + 1),
        ):
            # No point starts, or ends, two segments; so plain indexing adds up.
            gx[point] -= u * s.ux - n * s.uy
            gy[point] -= u * s.uy + n * s.ux
        return self._samples.gradient_of_controls(ops, gx, gy)


class _Boxes:
    """Bounding boxes of the strokes' tiles, to number the pixels that a stroke can touch."""

    def __init__(self, ops: Ops, t: Tiles, strokes: int, side: int) -> None:
        self._top = ops.min_by(t.stroke, t.row, strokes)
        self._left = ops.min_by(t.stroke, t.column, strokes)
        bottom = -ops.min_by(t.stroke, -t.row, strokes)
        right = -ops.min_by(t.stroke, -t.column, strokes)
        # A stroke without tiles has the extent of minus infinity: no rows.
        self._rows = ops.to_index(ops.maximum(bottom - self._top, -side) + side)
        self._columns = ops.to_index(ops.maximum(right - self._left, -side) + side)

    def number(self, ops: Ops, t: Tiles, strokes: slice) -> tuple[Array, int, int]:
        """Number the pixels in the boxes of a range of strokes, each box as wide as the widest.

        Returns:
            The number of each tile's first pixel, that width, and how many numbers there are.
        """
        pitch = int(self._columns[strokes].max())
        rows = self._rows[strokes]
        ends = ops.cumsum(rows)
        first_row = ops.take(ends - rows, t.stroke - strokes.start)
        row = first_row + ops.to_index(t.row - ops.take(self._top, t.stroke))
        column = ops.to_index(t.column - ops.take(self._left, t.stroke))
        return row * pitch + column, pitch, int(ends[-1]) * pitch
