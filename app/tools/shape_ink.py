"""Recognised shapes as ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from app.document.ink import DEFAULT_PRESSURE, pressure_to_width
from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.tools.base import BeginInk, Effect, ExtendInk, InkStyle, Scene
from app.tools.shapes import Shape, ShapeKind
from app.tools.snapping import shift_of, snapped
from engine.strokes import sample_beziers


def shape_stroke(shape: Shape, style: InkStyle, ink: Sequence[PenSample]) -> Stroke:
    """The shape, as broad as the ink it takes the place of is on average."""
    widths = [pressure_to_width(each.pressure) for each in ink]
    width_px = style.width_px * sum(widths) / len(widths)
    if shape.beziers is not None:
        return Stroke.from_beziers(shape.beziers, width_px, style.colour, style.opacity)
    assert shape.corners is not None
    return Stroke.from_polyline(shape.corners, width_px, style.colour, style.opacity)


def on_lines(shape: Shape, scene: Scene) -> Shape:
    """The shape, kept to grid and guides: a line's two ends, an edge of every other one."""
    if shape.beziers is not None:
        xy = sample_beziers(shape.beziers)
        return replace(
            shape, beziers=shape.beziers + shift_of(xy.min(axis=0), xy.max(axis=0), scene)
        )
    corners = shape.corners
    assert corners is not None
    if shape.kind is ShapeKind.LINE:
        return replace(
            shape, corners=np.array([snapped((x, y), scene) for x, y in corners.tolist()])
        )
    shift = shift_of(corners.min(axis=0), corners.max(axis=0), scene)
    return replace(shape, corners=corners + shift)


def shown(stroke: Stroke) -> tuple[Effect, ...]:
    """The effects that show a stroke as live ink."""
    style = InkStyle(stroke.width_px, stroke.colour, stroke.opacity)
    samples = tuple(PenSample(x, y, DEFAULT_PRESSURE) for x, y in stroke.xy.tolist())
    return BeginInk(style), ExtendInk(samples, ())
