"""The fill tool: covers the inside of a closed stroke with ink."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.tools.base import (
    Commit,
    Effect,
    InkStyle,
    PointerShape,
    Refuse,
    Scene,
)
from app.tools.enclosure import Enclosure, enclosure_around
from app.tools.hatch import hatch, hatch_spans
from app.tools.region import in_polygon
from app.tools.tap import TapTool
from app.translation import tr
from engine.strokes import FloatArray

WIDTH_PX = (1.5, 4.0)
"""Least and greatest width of the lines a fill is made of, in document px."""
SPACING = 0.7
"""Of the lines, as a part of their width: they overlap."""
GAP = 0.12
"""Between the ends of an outline that counts as closed, as a part of its length."""
MUCH_SMALLER = 0.7
"""So much smaller than a closed stroke must be what several strokes enclose, to be meant."""
NOTHING = tr("There is no closed outline around this place.")


class FillTool(TapTool):
    """A press inside a closed outline fills it, below the outline, as one edit.

    The fill is made of strokes, like everything else. The outline is the closed stroke around the
    place with the smallest area; or, where there is none or a much smaller area is enclosed by
    several strokes together, these.

    Args:
        style: gives colour and opacity of the next fill.
    """

    pointer = PointerShape.CROSS

    def __init__(self, style: Callable[[], InkStyle] = InkStyle) -> None:
        super().__init__()
        self._style = style

    def tapped(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        outline = outline_around(sample.x, sample.y, scene)
        lines = self._lines(scene.drawing.strokes[outline]) if outline is not None else []
        enclosure = enclosure_around(sample.x, sample.y, scene)
        if enclosure is not None and (
            outline is None
            or enclosure.area_px2 < MUCH_SMALLER * _area(scene.drawing.strokes[outline])
        ):
            outline, lines = enclosure.lowest, self._lines(enclosure)
        if outline is None or not lines:
            return (Refuse(NOTHING),)
        edge, style = scene.drawing.strokes[outline], self._style()
        fill = [
            Stroke.from_polyline(line, self._width_px, style.colour, style.opacity)
            .on_layer(edge.layer)
            .in_group(edge.group)
            for line in lines
        ]
        return (Commit(scene.drawing.dividing({outline: (*fill, edge)}), tr("Fill outline")),)

    @property
    def _width_px(self) -> float:
        return min(max(self._style().width_px, WIDTH_PX[0]), WIDTH_PX[1])

    def _lines(self, inside: Stroke | Enclosure) -> list[FloatArray]:
        """Lines that cover the inside of an outline."""
        width_px = self._width_px
        if isinstance(inside, Stroke):
            return hatch(inside.xy, width_px, SPACING * width_px)
        return hatch_spans(inside.reach_y, inside.spans_at, width_px, SPACING * width_px)


def outline_around(x: float, y: float, scene: Scene) -> int | None:
    """The closed stroke around a place, the one with the smallest area; None if there is none."""
    place = np.array([(x, y)])
    around = [
        (area, i)
        for i in scene.index.in_box((x, y, x, y)).tolist()
        for stroke in (scene.drawing.strokes[i],)
        if is_closed(stroke) and in_polygon(place, stroke.xy)[0]
        for area in (_area(stroke),)
    ]
    return min(around)[1] if around else None


def is_closed(stroke: Stroke) -> bool:
    """Whether the ends of a stroke meet, or nearly so."""
    if len(stroke.points) < 3:
        return False
    steps = np.diff(stroke.xy, axis=0)
    length_px = float(np.hypot(steps[:, 0], steps[:, 1]).sum())
    gap_px = float(np.hypot(*(stroke.xy[-1] - stroke.xy[0])))
    return gap_px <= max(GAP * length_px, stroke.width_px)


def _area(stroke: Stroke) -> float:
    x, y = stroke.xy.T
    return abs(float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum())) / 2
