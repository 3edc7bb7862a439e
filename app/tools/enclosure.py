"""What several strokes enclose together: a flood from a place up to the ink around it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

from app.document.stroke import Stroke
from app.tools.base import Scene
from app.tools.hatch import Span
from engine.strokes import Bounds

GAP_PX = 6.0
"""Ends of strokes so far apart still meet, in document px."""
UNDER_INK_PX = 1.5
"""How far the area reaches under the ink around it, in document px."""
FIRST_SIDE_PX = 256.0
"""Of the window that is looked at first; it doubles until the flood keeps within it."""
MOST_CELLS = 1024
"""Along a side of the window; larger ones have larger cells."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Enclosure:
    """An area without ink in it, in square cells.

    Attributes:
        mask: (rows, columns) which cells belong to it.
        x0, y0: the upper left corner of the first cell, document px.
        cell_px: side of a cell.
        lowest: the lowest id of the strokes that enclose it.
    """

    mask: Mask
    x0: float
    y0: float
    cell_px: float
    lowest: int

    @property
    def area_px2(self) -> float:
        """Its area."""
        return float(self.mask.sum()) * self.cell_px**2

    @property
    def reach_y(self) -> Span:
        """Its upper and lower edge, document px."""
        rows = np.flatnonzero(self.mask.any(axis=1))
        return self.y0 + rows[0] * self.cell_px, self.y0 + (rows[-1] + 1) * self.cell_px

    def spans_at(self, y: float) -> list[Span]:
        """Where a horizontal line is inside, from left to right, document px."""
        row = int((y - self.y0) / self.cell_px)
        if not 0 <= row < len(self.mask):
            return []
        starts, ends = _runs(self.mask[row])
        xs = self.x0 + np.column_stack([starts, ends]) * self.cell_px
        return [(low, high) for low, high in xs.tolist()]


def enclosure_around(x: float, y: float, scene: Scene) -> Enclosure | None:
    """What the visible strokes enclose around a place; None if the page's edge can be reached,
    or the place is on ink.
    """
    width_px, height_px = scene.drawing.width_px, scene.drawing.height_px
    if not (0 <= x < width_px and 0 <= y < height_px):
        return None
    if len(scene.index.touched_by((x, y), (x, y), 0.0)):
        return None  # on ink
    side_px = FIRST_SIDE_PX
    while True:
        half = side_px / 2
        window = (
            max(x - half, 0.0),
            max(y - half, 0.0),
            min(x + half, width_px),
            min(y + half, height_px),
        )
        found = _enclosure_in(window, (x, y), scene)
        if found is not None:
            return found
        if window == (0.0, 0.0, width_px, height_px):
            return None
        side_px *= 2


def _enclosure_in(window: Bounds, place: tuple[float, float], scene: Scene) -> Enclosure | None:
    x0, y0, x1, y1 = window
    cell_px = max(1.0, (x1 - x0) / MOST_CELLS, (y1 - y0) / MOST_CELLS)
    ids = [i for _, some in scene.index.painted_in(window) for i in some.tolist()]
    strokes = [scene.drawing.strokes[i] for i in ids]
    size = max(int((x1 - x0) / cell_px), 1), max(int((y1 - y0) / cell_px), 1)
    walls = _walls(strokes, window, cell_px, size)
    start = (
        min(int((place[1] - y0) / cell_px), size[1] - 1),
        min(int((place[0] - x0) / cell_px), size[0] - 1),
    )
    area = _flooded(~walls, start)
    if area is None:
        return None
    # The walls were as much too thick, and the fill goes on below the ink.
    area = _grown(area, round((GAP_PX / 2 + UNDER_INK_PX) / cell_px))
    edge = _grown(area, 2)
    around = [
        i for i, stroke in zip(ids, strokes, strict=True) if _meets(stroke, edge, window, cell_px)
    ]
    return Enclosure(area, x0, y0, cell_px, min(around)) if around else None


def _walls(
    strokes: Iterable[Stroke], window: Bounds, cell_px: float, size: tuple[int, int]
) -> Mask:
    """(rows, columns) where there is ink, or nearly so."""
    image = Image.new("1", size)
    draw = ImageDraw.Draw(image)
    for stroke in strokes:
        xy = (stroke.xy - window[:2]) / cell_px
        width_px = float(stroke.local_widths_px().mean()) + GAP_PX
        half = max(width_px / 2 / cell_px, 0.5)
        if len(xy) > 1:
            draw.line(xy.ravel().tolist(), fill=1, width=max(round(2 * half), 1))
        for x, y in (xy[0].tolist(), xy[-1].tolist()):
            draw.ellipse((x - half, y - half, x + half, y + half), fill=1)
    return np.asarray(image, dtype=bool)


def _flooded(free: Mask, start: tuple[int, int]) -> Mask | None:
    """The free cells that hang together with a cell; None if they reach the edge, or it is none.

    Goes from run to run of free cells in a row, not from cell to cell.
    """
    if not free[start]:
        return None
    runs = cache(lambda row: _runs(free[row]))
    last_row, last = len(free) - 1, free.shape[1]
    area = np.zeros_like(free)
    first = int(np.searchsorted(runs(start[0])[0], start[1], side="right")) - 1
    waiting = [(start[0], first)]
    seen = set(waiting)
    while waiting:
        row, run = waiting.pop()
        low, high = (int(ends[run]) for ends in runs(row))
        if row in (0, last_row) or low == 0 or high == last:
            return None
        area[row, low:high] = True
        for beside in (row - 1, row + 1):
            starts, ends = runs(beside)
            from_run = int(np.searchsorted(ends, low, side="right"))
            to_run = int(np.searchsorted(starts, high, side="left"))
            for each in range(from_run, to_run):
                if (beside, each) not in seen:
                    seen.add((beside, each))
                    waiting.append((beside, each))
    return area


def _runs(row: Mask) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Where runs of True start, and where they have ended."""
    steps = np.diff(row.astype(np.int8), prepend=0, append=0)
    return np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)


def _grown(mask: Mask, cells: int) -> Mask:
    """With all cells that are next to it, so many times; in a plus and a square by turns."""
    for i in range(cells):
        grown = mask.copy()
        grown[1:] |= mask[:-1]
        grown[:-1] |= mask[1:]
        across = grown if i % 2 else mask
        wide = grown.copy()
        wide[:, 1:] |= across[:, :-1]
        wide[:, :-1] |= across[:, 1:]
        mask = wide
    return mask


def _meets(stroke: Stroke, mask: Mask, window: Bounds, cell_px: float) -> bool:
    """Whether the stroke comes into the area."""
    xy = (stroke.xy - window[:2]) / cell_px
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    wanted = np.linspace(0.0, way[-1], math.ceil(way[-1]) + 1)
    columns, rows = (np.interp(wanted, way, xy[:, axis]).astype(np.intp) for axis in (0, 1))
    inside = (rows >= 0) & (rows < mask.shape[0]) & (columns >= 0) & (columns < mask.shape[1])
    return bool(mask[rows[inside], columns[inside]].any())
