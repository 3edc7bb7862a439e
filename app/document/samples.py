"""What a pointing device says about one instant of a stroke."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PenSample:
    """One pointer event in document coordinates.

    Attributes:
        x, y: place in document px, y down.
        pressure: 0 to 1; a mouse has 0.5.
        tilt_x_deg, tilt_y_deg: of the pen from the upright, as QTabletEvent gives it.
        t_s: seconds on any steady clock; a stroke keeps the difference to its first sample.
    """

    x: float
    y: float
    pressure: float = 0.5
    tilt_x_deg: float = 0.0
    tilt_y_deg: float = 0.0
    t_s: float = 0.0
