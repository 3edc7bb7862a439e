"""The 1€ filter: still when the hand rests, quick when it moves."""

from __future__ import annotations

import math


class OneEuroFilter:
    """A first-order low-pass filter of places whose cutoff frequency grows with the speed.

    Casiez, Roussel and Vogel, "1€ Filter: A Simple Speed-based Low-pass Filter for Noisy Input in
    Interactive Systems", CHI 2012, Algorithm 1 and 2. x and y share one cutoff, from the speed of
    the point, so that a turned drawing is filtered alike.

    Args:
        min_cutoff_hz: f_cmin, the cutoff at rest: lower means less jitter and more lag.
        beta: growth of the cutoff in Hz per px/s: higher means less lag in fast lines.
        derivative_cutoff_hz: f_cd, the cutoff of the speed itself.
    """

    def __init__(
        self, min_cutoff_hz: float = 4.0, beta: float = 0.02, derivative_cutoff_hz: float = 2.0
    ) -> None:
        self._min_cutoff_hz = min_cutoff_hz
        self._beta = beta
        self._derivative_cutoff_hz = derivative_cutoff_hz
        self._place: tuple[float, float] | None = None
        self._velocity = (0.0, 0.0)
        self._t_s = 0.0

    def filter(self, x: float, y: float, t_s: float) -> tuple[float, float]:
        """The filtered place (px) of the place (px) seen at `t_s`; the first goes through."""
        if self._place is None:
            self._place, self._t_s = (x, y), t_s
            return self._place
        # Events may share a time stamp (ms clocks, coalesced events): count them as 1 ms apart.
        step_s = max(t_s - self._t_s, 1e-3)
        self._t_s = t_s
        last_x, last_y = self._place
        keep = _alpha(self._derivative_cutoff_hz, step_s)
        vx, vy = self._velocity
        vx += keep * ((x - last_x) / step_s - vx)
        vy += keep * ((y - last_y) / step_s - vy)
        self._velocity = (vx, vy)
        blend = _alpha(self._min_cutoff_hz + self._beta * math.hypot(vx, vy), step_s)
        self._place = (last_x + blend * (x - last_x), last_y + blend * (y - last_y))
        return self._place


def _alpha(cutoff_hz: float, step_s: float) -> float:
    """Weight of the new value: 1 / (1 + tau / T_e) with tau = 1 / (2 pi f_c) (eq. 3 and 4)."""
    return 1.0 / (1.0 + 1.0 / (2.0 * math.pi * cutoff_hz * step_s))
