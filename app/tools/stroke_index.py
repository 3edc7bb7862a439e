"""Which strokes are where: bounding boxes of a drawing's strokes, and hit tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from app.document.change import common_ends
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.tools.distance import segments_to_segment
from engine.strokes import Bounds

FloatArray = npt.NDArray[np.float64]
IdArray = npt.NDArray[np.intp]

Row = TypeVar("Row", np.float64, np.intp)

_SPARE_ROWS = 256


class StrokeIndex:
    """Boxes of all strokes in one array, so a search is one comparison of arrays.

    `follow` brings it up to date; strokes it knows already, by identity, are not looked at again.
    Searches find what a tool may touch: nothing on hidden or locked layers. What is to be painted
    is found by `painted_in`.
    """

    def __init__(self, strokes: tuple[Stroke, ...] = ()) -> None:
        self._strokes: tuple[Stroke, ...] = ()
        self._rows = np.empty((_SPARE_ROWS, 4))
        self._layer_rows: IdArray = np.zeros(_SPARE_ROWS, dtype=np.intp)
        self._layers: tuple[Layer, ...] = ()
        self._untouchable: IdArray = np.empty(0, dtype=np.intp)
        self.follow(strokes)

    def __len__(self) -> int:
        return len(self._strokes)

    @property
    def boxes(self) -> FloatArray:
        """(n, 4) x0, y0, x1, y1 of the ink of each stroke, in document px."""
        return self._rows[: len(self._strokes)]

    def follow(self, strokes: tuple[Stroke, ...], layers: tuple[Layer, ...] = (Layer(),)) -> None:
        """Index these strokes, on these layers from the bottom to the top, from now on."""
        self._layers = layers
        untouchable = [layer.id for layer in layers if not layer.editable]
        self._untouchable = np.array(untouchable, dtype=np.intp)
        if strokes is not self._strokes:
            self._follow_strokes(strokes)

    def _follow_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        start, end = common_ends(self._strokes, strokes)
        old_last, last = len(self._strokes) - end, len(strokes) - end
        known = {id(self._strokes[row]): row for row in range(start, old_last)}
        middle = [known.get(id(stroke)) for stroke in strokes[start:last]]
        boxes = np.array(
            [
                strokes[start + i].bounds() if row is None else self._rows[row]
                for i, row in enumerate(middle)
            ]
        ).reshape(-1, 4)
        self._rows = _spliced(self._rows, boxes, start, old_last, end)
        layers = np.array([stroke.layer for stroke in strokes[start:last]], dtype=np.intp)
        self._layer_rows = _spliced(self._layer_rows, layers, start, old_last, end)
        self._strokes = strokes

    def in_box(self, box: Bounds) -> IdArray:
        """Ids, ascending, of the strokes whose boxes meet `box` (x0, y0, x1, y1)."""
        found = self._meeting(box)
        if not len(self._untouchable):
            return found
        return found[~np.isin(self._layer_rows[found], self._untouchable)]

    def on_layer(self, layer_id: int) -> IdArray:
        """Ids, ascending, of the strokes of a layer, whatever its state."""
        return np.flatnonzero(self._layer_rows[: len(self)] == layer_id)

    def painted_in(self, box: Bounds) -> list[tuple[Layer, IdArray]]:
        """What is to be painted where boxes meet `box`, from the bottom to the top.

        Each layer that is to be seen and has a stroke there, with the ids in drawing order.
        """
        found = self._meeting(box)
        layer_of = self._layer_rows[found]
        painted = [
            (layer, found if len(self._layers) == 1 else found[layer_of == layer.id])
            for layer in self._layers
            if layer.visible and layer.opacity > 0
        ]
        return [(layer, ids) for layer, ids in painted if len(ids)]

    def _meeting(self, box: Bounds) -> IdArray:
        x0, y0, x1, y1 = box
        boxes = self.boxes
        return np.flatnonzero(
            (boxes[:, 0] <= x1) & (boxes[:, 2] >= x0) & (boxes[:, 1] <= y1) & (boxes[:, 3] >= y0)
        )

    def touched_by(
        self, start: tuple[float, float], end: tuple[float, float], reach_px: float
    ) -> IdArray:
        """Ids, ascending, of the strokes whose ink is within `reach_px` of the segment.

        Args:
            start, end: the way of a pointer in document px; may be the same place.
            reach_px: radius of the pointer in document px.
        """
        (ax, ay), (bx, by) = start, end
        near = self.in_box(
            (
                min(ax, bx) - reach_px,
                min(ay, by) - reach_px,
                max(ax, bx) + reach_px,
                max(ay, by) + reach_px,
            )
        )
        if not len(near):
            return near
        starts, ends, half_width_px, owner = _segments([self._strokes[i] for i in near])
        gap_px = segments_to_segment(starts, ends, np.array(start), np.array(end)) - half_width_px
        hit = np.zeros(len(near), dtype=bool)
        hit[owner[gap_px <= reach_px]] = True
        return near[hit]


def _spliced(
    rows: npt.NDArray[Row], middle: npt.NDArray[Row], start: int, old_last: int, end: int
) -> npt.NDArray[Row]:
    """Rows with others in the places from `start` to `old_last`, before the last `end` ones.

    In the same array if there is room; otherwise in a larger one with spare rows.
    """
    last = start + len(middle)
    moved = rows[old_last : old_last + end].copy() if last != old_last else None
    if last + end > len(rows):
        grown = np.empty(((last + end) * 3 // 2 + _SPARE_ROWS, *rows.shape[1:]), dtype=rows.dtype)
        grown[:start] = rows[:start]
        rows = grown
    rows[start:last] = middle
    if moved is not None:
        rows[last : last + end] = moved
    return rows


def _segments(
    strokes: Sequence[Stroke],
) -> tuple[FloatArray, FloatArray, FloatArray, IdArray]:
    """All segments of some strokes: starts (M, 2), ends (M, 2), half widths (M,), owners (M,).

    A stroke of a single point counts as one segment without length.
    """
    points = [s.xy if len(s.xy) > 1 else np.repeat(s.xy, 2, axis=0) for s in strokes]
    widths = [
        s.local_widths_px() if len(s.xy) > 1 else np.repeat(s.local_widths_px(), 2) for s in strokes
    ]
    owner = np.repeat(np.arange(len(strokes)), [len(each) for each in points])
    xy, half_px = np.concatenate(points), np.concatenate(widths) / 2
    within = owner[1:] == owner[:-1]
    return (
        xy[:-1][within],
        xy[1:][within],
        np.maximum(half_px[:-1], half_px[1:])[within],
        owner[1:][within],
    )
