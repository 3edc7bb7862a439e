"""Keeping to the grid."""

from __future__ import annotations

from collections.abc import Iterable

from app.tools.base import Scene

REACH_PX = 8.0
"""How near to a line of the grid something must come to be drawn to it, in view px."""


def snapped(place: tuple[float, float], scene: Scene) -> tuple[float, float]:
    """A place, moved to the lines of the grid that are near; as it is without a grid to keep to."""
    x, y = place
    return x + offset((x,), scene), y + offset((y,), scene)


def offset(values: Iterable[float], scene: Scene) -> float:
    """The least shift along an axis that puts one of some values on the grid; 0 if none is near."""
    if scene.snap_px is None:
        return 0.0
    step = scene.snap_px
    shifts = [round(value / step) * step - value for value in values]
    least = min(shifts, key=abs)
    return least if abs(least) * scene.scale <= REACH_PX else 0.0
