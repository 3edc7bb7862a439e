"""How pressure becomes width: one rule for the canvas and for every export."""

from __future__ import annotations

from typing import overload

import numpy as np
import numpy.typing as npt

DEFAULT_PRESSURE = 0.5
"""Of a mouse, of Bezier strokes, and of strokes from files without pressure."""

_WIDTH_AT_NO_PRESSURE = 0.3
_WIDTH_PER_PRESSURE = 1.4


@overload
def pressure_to_width(pressure: float) -> float: ...
@overload
def pressure_to_width(pressure: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]: ...
def pressure_to_width(
    pressure: float | npt.NDArray[np.float64],
) -> float | npt.NDArray[np.float64]:
    """Local width as a factor of the stroke's nominal width.

    Linear, 0.3 at no pressure to 1.7 at full pressure; `DEFAULT_PRESSURE` gives exactly 1, so
    strokes drawn with a mouse have their nominal width.
    """
    return _WIDTH_AT_NO_PRESSURE + _WIDTH_PER_PRESSURE * pressure
