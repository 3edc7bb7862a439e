"""How much of each pixel the area within a closed line covers, by the winding rule.

Every edge is cut at the middles of thin rows. Between two crossings of a row with a winding number
other than 0 there is ink; how much of a pixel that is along the row is exact.
"""

from __future__ import annotations

import numpy as np

from app.document.ink_coverage import Coverage
from engine.strokes import FloatArray

_ROWS_PER_PIXEL = 4


def fill_coverage(corners: FloatArray, size: tuple[int, int]) -> tuple[int, int, Coverage] | None:
    """The area within a closed line.

    Args:
        corners: (N, 2) in image px; the last is joined to the first.
        size: (width, height) of the image; what lies beyond is left out.

    Returns:
        (x, y, coverage): the left and upper corner and an (h, w) array within the image; None if
        nothing of it is in the image.
    """
    x0, y0 = np.maximum(np.floor(corners.min(axis=0)), 0).astype(int).tolist()
    x1, y1 = np.minimum(np.ceil(corners.max(axis=0)), size).astype(int).tolist()
    if x0 >= x1 or y0 >= y1:
        return None
    rows, x, winding = _crossings(corners - (x0, y0), (y1 - y0) * _ROWS_PER_PIXEL)
    order = np.lexsort((x, rows))
    rows, x, total = rows[order], np.clip(x[order], 0, x1 - x0), np.cumsum(winding[order])
    # Every row ends with the winding number 0, so the sum goes on over the rows.
    inside = total != 0
    enters = inside & ~np.concatenate([[False], inside[:-1]])
    leaves = ~inside & np.concatenate([[False], inside[:-1]])
    sign = (enters.astype(float) - leaves) / _ROWS_PER_PIXEL
    # What begins at x covers the rest of its pixel, and all pixels to the right of it.
    column = np.floor(x).astype(np.int64)
    width = x1 - x0 + 2
    places = rows // _ROWS_PER_PIXEL * width + column
    part = x - column
    size_of_all = (y1 - y0) * width
    gained = np.bincount(places, sign * (1 - part), size_of_all)
    gained += np.bincount(places + 1, sign * part, size_of_all)
    covered = np.cumsum(gained.reshape(-1, width), axis=1)[:, :-2]
    return x0, y0, np.clip(covered, 0.0, 1.0).astype(np.float32)


def _crossings(corners: FloatArray, row_count: int) -> tuple[np.ndarray, FloatArray, np.ndarray]:
    """(row, x, +1 downwards or -1 upwards) of every crossing of an edge with a row's middle."""
    start = corners * (1, _ROWS_PER_PIXEL)
    end = np.roll(start, -1, axis=0)
    low, high = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    first = np.clip(np.ceil(low - 0.5), 0, row_count).astype(np.int64)
    last = np.clip(np.ceil(high - 0.5), 0, row_count).astype(np.int64)
    count = last - first
    edge = np.repeat(np.arange(len(corners)), count)
    nth = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    rows = first[edge] + nth
    (sx, sy), (ex, ey) = start[edge].T, end[edge].T
    x = sx + (rows + 0.5 - sy) * (ex - sx) / (ey - sy)
    return rows, x, np.where(ey > sy, 1, -1)
