"""Strokes that move along a flow: from a drawing and ids to the next drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from engine.strokes import FloatArray

Move = Callable[[FloatArray], FloatArray]
"""(N, 2) places in document px to where they go."""


def pulled(drawing: Drawing, ids: Iterable[int], move: Move) -> Drawing:
    """With the points of these strokes moved; width, pressure, time and colour stay.

    Bezier chains stay Bezier chains: their control points move.

    Raises:
        InputError: a stroke is on a locked layer, or would lie too far outside of the page.
    """
    chosen = sorted(ids)
    strokes = [drawing.strokes[i] for i in chosen]
    lines = [_places(stroke) for stroke in strokes]
    if not lines:
        return drawing
    # One call for all of them: a flow takes as long for one point as for hundreds.
    moved = move(np.concatenate(lines))
    ends = np.cumsum([len(line) for line in lines])
    pieces = np.split(moved, ends[:-1])
    return drawing.replacing(
        {i: _at(stroke, xy) for i, stroke, xy in zip(chosen, strokes, pieces, strict=True)}
    )


def _places(stroke: Stroke) -> FloatArray:
    return stroke.xy if stroke.beziers is None else stroke.beziers.reshape(-1, 2)


def _at(stroke: Stroke, xy: FloatArray) -> Stroke:
    """The same stroke along other places."""
    style = stroke.width_px, stroke.colour, stroke.opacity
    if stroke.beziers is not None:
        chain = Stroke.from_beziers(xy.reshape(-1, 4, 2), *style)
        return chain.on_layer(stroke.layer).with_fill(stroke.fill)
    points = np.column_stack([xy, stroke.points[:, 2:]])
    return Stroke(points, *style, layer=stroke.layer, fill=stroke.fill)
