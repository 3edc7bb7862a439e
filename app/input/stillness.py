"""Whether the pen is held still. Qt-free."""

from __future__ import annotations

import math

HOLD_MS = 500
"""So long a rest is a hold."""
STILL_PX = 5.0
"""A hand that holds still trembles within this radius, in view px."""


class Stillness:
    """Tells moves from the trembling of a hand at rest."""

    def __init__(self) -> None:
        self._rest = (math.inf, math.inf)

    def moved(self, x_px: float, y_px: float) -> bool:
        """Whether the pen, now here in view px, has left the place where it rested."""
        if math.hypot(x_px - self._rest[0], y_px - self._rest[1]) <= STILL_PX:
            return False
        self._rest = (x_px, y_px)
        return True
