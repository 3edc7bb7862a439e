"""How much of each pixel a stroke's ink covers.

The ink of a segment is the union of the discs along it, whose radius changes evenly from end to
end; that makes the caps and joins round. f(p), the most by which any of these discs reaches beyond
a place p, changes no faster than p moves. So f at the centre of a tile of pixels tells whether the
tile is all ink, free of ink, or must be looked at pixel by pixel, and the cost grows with the
length of the ink's edge.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from engine.strokes import FloatArray

Coverage = npt.NDArray[np.float32]
"""(H, W), 0 (paper) to 1 (ink)."""

_SPAN_PX = 96.0
"""Length of line taken at a time, so that there are few tiles around it without ink."""
_MOST_SEGMENTS = 256
"""Taken at a time, so that the arrays stay below some MB."""
_SMALLEST_TILE_PX = 8
_LARGEST_TILE_PX = 64
_SMOOTHING_PX = 0.5
"""Half a pixel: how far from the edge a pixel is covered in part."""


def stroke_coverage(
    places: FloatArray, radii: FloatArray, size: tuple[int, int]
) -> Iterator[tuple[int, int, Coverage]]:
    """The ink of a polyline, in rectangles of pixels that may overlap.

    Where rectangles overlap, the larger coverage counts.

    Args:
        places: (N, 2) in image px, N >= 1.
        radii: (N,) > 0, half of the local width in image px.
        size: (width, height) of the image; what lies beyond is left out.

    Yields:
        (x, y, coverage): the left and upper corner, and an (h, w) array, within the image.
    """
    segments = _within(_segments(places, radii), size)
    for run in _runs(segments):
        reach = run[:, [2, 5]].max() + _SMOOTHING_PX
        ends = np.concatenate([run[:, 0:2], run[:, 3:5]])
        x0, y0 = np.maximum(np.floor(ends.min(axis=0) - reach), 0).astype(int).tolist()
        x1, y1 = np.minimum(np.ceil(ends.max(axis=0) + reach), size).astype(int).tolist()
        if x0 < x1 and y0 < y1:
            yield x0, y0, _coverage(run, x0, y0, x1 - x0, y1 - y0)


def _segments(places: FloatArray, radii: FloatArray) -> FloatArray:
    """(K, 6): x0, y0, r0, x1, y1, r1.

    If the disc at one end holds the one at the other, the segment is that disc alone.
    """
    ends = np.column_stack([places, radii])
    if len(ends) == 1:
        return np.hstack([ends, ends])
    first, last = ends[:-1].copy(), ends[1:].copy()
    length = np.hypot(*(last - first)[:, :2].T)
    first_holds = first[:, 2] - last[:, 2] >= length
    last_holds = last[:, 2] - first[:, 2] >= length
    last[first_holds] = first[first_holds]
    first[last_holds & ~first_holds] = last[last_holds & ~first_holds]
    return np.hstack([first, last])


def _within(segments: FloatArray, size: tuple[int, int]) -> FloatArray:
    """The parts of the segments that can touch the image, none longer than `_SPAN_PX`.

    A part between two values of t keeps its radii, so cutting does not change the ink.
    """
    reach = segments[:, [2, 5]].max(axis=1) + 1.0
    low, high = np.zeros(len(segments)), np.ones(len(segments))
    for axis, side in enumerate(size):
        # Liang and Barsky: where the line passes the sides of the image, grown by the reach.
        start = segments[:, axis]
        step = segments[:, 3 + axis] - start
        moves = np.abs(step) > 1e-9
        safe = np.where(moves, step, 1.0)
        t = np.stack([(-reach - start) / safe, (side + reach - start) / safe])
        passes = (start >= -reach) & (start <= side + reach)
        low = np.where(moves, np.maximum(low, t.min(axis=0)), np.where(passes, low, 2.0))
        high = np.where(moves, np.minimum(high, t.max(axis=0)), high)
    seen = low <= high
    first, step = segments[seen, :3], (segments[:, 3:] - segments[:, :3])[seen]
    low, high = low[seen], high[seen]
    length = np.hypot(step[:, 0], step[:, 1]) * (high - low)
    parts = np.maximum(np.ceil(length / _SPAN_PX), 1).astype(np.int64)
    owner = np.repeat(np.arange(len(parts)), parts)
    nth = np.arange(len(owner)) - np.repeat(np.cumsum(parts) - parts, parts)
    share = ((high - low) / parts)[owner]
    t0 = low[owner] + nth * share
    cuts = [first[owner] + t[:, None] * step[owner] for t in (t0, t0 + share)]
    return np.hstack(cuts)


def _runs(segments: FloatArray) -> Iterator[FloatArray]:
    """Neighbours along the line in a small region, at most `_MOST_SEGMENTS` at a time."""
    if not len(segments):
        return
    if (np.ptp(segments[:, :2], axis=0) <= 2 * _SPAN_PX).all():
        span = np.zeros(len(segments))
    else:
        length = np.hypot(*(segments[:, 3:5] - segments[:, :2]).T)
        span = np.cumsum(length) // (_SPAN_PX + segments[:, 2].max())
    block = np.arange(len(segments)) // _MOST_SEGMENTS
    cuts = np.flatnonzero((np.diff(span) != 0) | (np.diff(block) != 0)) + 1
    yield from np.split(segments, cuts)


def _coverage(segments: FloatArray, x0: int, y0: int, width: int, height: int) -> Coverage:
    tile = _tile_px(float(segments[:, [2, 5]].max()))
    columns, rows = -(-width // tile), -(-height // tile)
    corners_x = x0 + tile * np.tile(np.arange(columns), rows)
    corners_y = y0 + tile * np.repeat(np.arange(rows), columns)
    discs = _Discs(segments)
    middle = np.float64(tile / 2)
    radius, distance = discs.nearest(
        np.arange(len(segments)), corners_x[:, None] + middle, corners_y[:, None] + middle
    )
    beyond = radius - distance
    to_corner = tile / np.sqrt(2) + _SMOOTHING_PX
    full = beyond.max(axis=1) >= to_corner
    tiles, near = np.nonzero((beyond > -to_corner) & ~full[:, None])
    covered = np.zeros((rows * columns, tile, tile), dtype=np.float32)
    covered[full] = 1.0
    if len(tiles):
        offset = np.arange(tile) + 0.5
        radius, distance = discs.nearest(
            near,
            corners_x[tiles, None, None] + offset[None, None, :],
            corners_y[tiles, None, None] + offset[None, :, None],
        )
        # The strip from -radius to radius over the pixel from distance - 1/2 to distance + 1/2,
        # so a line thinner than a pixel is paler, not wider.
        part = np.minimum(radius, distance + _SMOOTHING_PX)
        part -= np.maximum(-radius, distance - _SMOOTHING_PX)
        starts = np.flatnonzero(np.diff(tiles, prepend=-1))
        covered[tiles[starts]] = np.clip(np.maximum.reduceat(part, starts), 0.0, 1.0)
    whole = covered.reshape(rows, columns, tile, tile).swapaxes(1, 2)
    return whole.reshape(rows * tile, columns * tile)[:height, :width]


def _tile_px(radius_px: float) -> int:
    """A power of two near half of the radius."""
    wanted = 2 ** int(np.log2(max(radius_px, 1.0) / 2 + 1))
    return int(np.clip(wanted, _SMALLEST_TILE_PX, _LARGEST_TILE_PX))


class _Discs:
    """The discs along segments: which of them reaches furthest beyond a place."""

    def __init__(self, segments: FloatArray) -> None:
        step = segments[:, 3:5] - segments[:, :2]
        self._start = segments[:, :2]
        self._radius = segments[:, 2]
        self._length = np.hypot(step[:, 0], step[:, 1])
        safe = np.where(self._length > 0, self._length, 1.0)
        self._along = np.where(self._length[:, None] > 0, step / safe[:, None], (1.0, 0.0))
        # Radius gained per px; less than 1, since no disc holds another.
        self._slope = np.clip((segments[:, 5] - segments[:, 2]) / safe, -1 + 1e-9, 1 - 1e-9)
        self._lead = self._slope / np.sqrt(1 - self._slope**2)

    def nearest(
        self, segment: npt.NDArray[np.int64], x: FloatArray, y: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """(radius, distance of its centre) of the disc of `segment` that maximises the difference.

        With a, h the place along and across the segment, radius(u) - |(a - u, h)| is largest at
        u = a + h slope / sqrt(1 - slope^2), within the segment.
        """
        shape = (-1,) + (1,) * (x.ndim - 1) if x.ndim > 2 else (1, -1)
        start_x, start_y = (self._start[segment, axis].reshape(shape) for axis in (0, 1))
        along_x, along_y = (self._along[segment, axis].reshape(shape) for axis in (0, 1))
        x, y = x - start_x, y - start_y
        a = x * along_x + y * along_y
        h = np.abs(x * along_y - y * along_x)
        u = a + h * self._lead[segment].reshape(shape)
        u = np.minimum(np.maximum(u, 0.0), self._length[segment].reshape(shape))
        radius = self._radius[segment].reshape(shape) + u * self._slope[segment].reshape(shape)
        return radius, np.hypot(a - u, h)
