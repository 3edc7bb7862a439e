"""Keeping to the grid and to guides."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from app.document.samples import PenSample
from app.tools.base import Scene
from engine.strokes import FloatArray

REACH_PX = 8.0
"""How near to a line something must come to be drawn to it, in view px."""


def snapped(place: tuple[float, float], scene: Scene) -> tuple[float, float]:
    """A place, moved to the lines that are near; as it is if there are none to keep to."""
    x, y = place
    return x + offset((x,), scene, 0), y + offset((y,), scene, 1)


def offset(values: Iterable[float], scene: Scene, axis: int) -> float:
    """The least shift that puts one of some values on a line; 0 if none is near.

    Args:
        axis: 0 for values of x, 1 for y.
    """
    shifts: list[float] = []
    for value in values:
        if scene.snap_px is not None:
            shifts.append(round(value / scene.snap_px) * scene.snap_px - value)
        shifts += (place - value for place in _guides(scene, axis))
    least = min(shifts, key=abs, default=math.inf)
    return least if abs(least) * scene.scale <= REACH_PX else 0.0


def shift_of(low: FloatArray, high: FloatArray, scene: Scene) -> FloatArray:
    """(2,) shift that brings an edge of a box, from (2,) to (2,), to a line on either axis."""
    return np.array([offset((low[k].item(), high[k].item()), scene, k) for k in (0, 1)])


def along_guides(sample: PenSample, scene: Scene) -> PenSample:
    """A pen's place, drawn to the guides that are near.

    Half of the reach around a guide lies on it, and the other half is stretched to the whole, so
    that a hand that comes near or leaves makes no jump.
    """
    if not scene.keeps_to_guides or not scene.guides:
        return sample
    x, y = (_drawn_near(value, scene, axis) for axis, value in enumerate((sample.x, sample.y)))
    return replace(sample, x=x, y=y)


def _drawn_near(value: float, scene: Scene, axis: int) -> float:
    ways = (value - place for place in _guides(scene, axis))
    way = min(ways, key=abs, default=math.inf)
    reach = REACH_PX / scene.scale
    if abs(way) >= reach:
        return value
    return value - way + math.copysign(max(2 * abs(way) - reach, 0.0), way)


def _guides(scene: Scene, axis: int) -> Iterable[float]:
    if not scene.keeps_to_guides:
        return ()
    return (guide.at_px for guide in scene.guides if guide.axis == axis)
