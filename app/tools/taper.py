"""Ink that begins and ends thin."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.document.ink import pressure_to_width, width_to_pressure
from app.document.samples import PenSample

STEPS = 8
"""Ink has at least so many points in the length of a taper."""
MOST_OF_STROKE = 0.45
"""A taper is never longer than this part of its stroke."""


class TaperedStart:
    """Tapers ink as it comes, at its beginning only: where it will end is not known yet."""

    def __init__(self, length_px: float) -> None:
        self._length_px = length_px
        self._way_px = 0.0
        self._last: PenSample | None = None

    def __call__(self, ink: Sequence[PenSample], *, keep: bool = True) -> tuple[PenSample, ...]:
        """The ink with its taper; `keep` is False for ink that may change yet."""
        if self._length_px <= 0 or self._way_px >= self._length_px:
            return tuple(ink)
        way_px, last = self._way_px, self._last
        thin = []
        for each in ink:
            way_px += 0.0 if last is None else _distance(last, each)
            last = each
            thin.append(_thinned(each, way_px / self._length_px))
        if keep:
            self._way_px, self._last = way_px, last
        return tuple(thin)


def tapered(ink: Sequence[PenSample], length_px: float) -> list[PenSample]:
    """A whole stroke with both its ends tapered; a dot stays one.

    Args:
        length_px: of the taper at each end, document px.
    """
    total_px = sum(_distance(a, b) for a, b in pairwise(ink))
    length_px = min(length_px, MOST_OF_STROKE * total_px)
    if length_px <= 0:
        return list(ink)
    thin = []
    way_px = 0.0
    for i, each in enumerate(ink):
        steps = _steps(ink[i - 1], each, way_px, total_px, length_px) if i else 1
        start_px = way_px
        way_px += _distance(ink[i - 1], each) if i else 0.0
        for step in range(1, steps + 1):
            t = step / steps
            place = each if step == steps else _between(ink[i - 1], each, t)
            at_px = start_px + t * (way_px - start_px)
            thin.append(_thinned(place, min(at_px, total_px - at_px) / length_px))
    return thin


def _steps(a: PenSample, b: PenSample, at_px: float, total_px: float, length_px: float) -> int:
    """In how many steps to walk from a to b, so that a taper is round."""
    gap_px = _distance(a, b)
    if at_px >= length_px and at_px + gap_px <= total_px - length_px:
        return 1
    return max(1, math.ceil(gap_px * STEPS / length_px))


def _thinned(sample: PenSample, part: float) -> PenSample:
    """A sample so far (0 to 1) into a taper: round like the tip of a brush."""
    if part >= 1:
        return sample
    part = max(part, 0.0)
    width = pressure_to_width(sample.pressure) * math.sqrt(part * (2 - part))
    return replace(sample, pressure=width_to_pressure(width))


def _distance(a: PenSample, b: PenSample) -> float:
    return math.hypot(b.x - a.x, b.y - a.y)


def _between(a: PenSample, b: PenSample, t: float) -> PenSample:
    s = 1.0 - t
    return PenSample(
        s * a.x + t * b.x,
        s * a.y + t * b.y,
        s * a.pressure + t * b.pressure,
        s * a.tilt_x_deg + t * b.tilt_x_deg,
        s * a.tilt_y_deg + t * b.tilt_y_deg,
        s * a.t_s + t * b.t_s,
    )
