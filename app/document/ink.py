"""How pressure becomes width: one rule for the canvas and for every export."""

from __future__ import annotations

from typing import overload

import numpy as np
import numpy.typing as npt

DEFAULT_PRESSURE = 0.5
"""Of a mouse, of Bezier strokes, and of strokes from files without pressure."""

_WIDTH_AT_NO_PRESSURE = 0.1
_LIGHT_PRESSURE = 0.1
_WIDTH_OFFSET = 0.3
_WIDTH_PER_PRESSURE = 1.4
_WIDTH_AT_LIGHT_PRESSURE = _WIDTH_OFFSET + _WIDTH_PER_PRESSURE * _LIGHT_PRESSURE


@overload
def pressure_to_width(pressure: float) -> float: ...
@overload
def pressure_to_width(pressure: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]: ...
def pressure_to_width(
    pressure: float | npt.NDArray[np.float64],
) -> float | npt.NDArray[np.float64]:
    """Local width as a factor of the stroke's nominal width.

    Linear, 0.44 at a tenth of the pressure to 1.7 at all of it; `DEFAULT_PRESSURE` gives exactly
    1, so strokes drawn with a mouse have their nominal width. Below a tenth it falls faster, to
    0.1 at none: so ink ends in a point where a pen touches and leaves the page, and where it is
    tapered.
    """
    firm = _WIDTH_OFFSET + _WIDTH_PER_PRESSURE * pressure
    steep = (_WIDTH_AT_LIGHT_PRESSURE - _WIDTH_AT_NO_PRESSURE) / _LIGHT_PRESSURE
    light = _WIDTH_AT_NO_PRESSURE + steep * pressure
    if isinstance(pressure, float | int):
        return min(firm, light)
    return np.minimum(firm, light)


def width_to_pressure(width: float) -> float:
    """The pressure, 0 to 1, that gives a local width, or comes nearest to it."""
    if width >= _WIDTH_AT_LIGHT_PRESSURE:
        return min((width - _WIDTH_OFFSET) / _WIDTH_PER_PRESSURE, 1.0)
    steep = (_WIDTH_AT_LIGHT_PRESSURE - _WIDTH_AT_NO_PRESSURE) / _LIGHT_PRESSURE
    return max((width - _WIDTH_AT_NO_PRESSURE) / steep, 0.0)
