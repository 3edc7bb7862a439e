"""Live smoothing: what the pen did, to what is drawn. Qt-free.

An `InkFlow` gets the samples of one stroke. What it returns is final and is never changed again,
so the canvas paints it once; its `tail` is the provisional rest and ends at the pen, or at the
end of the string the pen pulls.
"""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum
from typing import Protocol

from app.document.samples import PenSample
from app.input.one_euro import OneEuroFilter

MAX_GAP_PX = 3.0
"""Smoothed ink has a point at least every so many view px in a curve, however rare the events."""
MIN_CUTOFF_HZ = 4.0
BETA = 0.02
SHORTEST_STRING_PX = 4.0
LONGEST_STRING_PX = 76.0


class Smoothing(Enum):
    """How the pen's samples become ink."""

    OFF = "off"
    """The samples themselves."""
    WEIGHTED = "weighted"
    """Jitter filtered (1€ filter), gaps between the samples curved."""
    PULLED = "pulled"
    """The ink is pulled by the pen on a string: it stays while the string is slack."""


DEFAULT_STRENGTH = 0.5


class InkFlow(Protocol):
    """Samples of one stroke in, ink out. All in document px."""

    def add(self, sample: PenSample) -> tuple[PenSample, ...]:
        """Take the next sample; returns the ink that became final by it, possibly none."""

    @property
    def tail(self) -> tuple[PenSample, ...]:
        """From the final ink to where ink is now; what to add at pen-up. Empty if it is there."""

    @property
    def string(self) -> tuple[PenSample, PenSample] | None:
        """From the ink to the pen that pulls it; None if it is not pulled."""


class RawInk:
    """Every sample is ink as it is."""

    string = None

    def add(self, sample: PenSample) -> tuple[PenSample, ...]:
        return (sample,)

    @property
    def tail(self) -> tuple[PenSample, ...]:
        return ()


class _Spline:
    """Places joined by a uniform quadratic B-spline.

    It runs from the middle of one span to the middle of the next, with the place between as
    control point; so it is smooth, never leaves the hull of its places and is final one place
    behind the last.

    Args:
        scale: view px per document px.
    """

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._control: PenSample | None = None
        self._end: PenSample | None = None

    def add(self, place: PenSample) -> tuple[PenSample, ...]:
        """Take the next place; returns the curve that became final by it."""
        control, self._control = self._control, place
        if control is None or self._end is None:
            self._end = place
            return (place,)
        start, self._end = self._end, _between(control, place, 0.5)
        return self._curve(start, control, self._end)

    def tail(self, *more: PenSample | None) -> tuple[PenSample, ...]:
        """From the end of the curve to the last place and on to others."""
        tail: list[PenSample] = []
        last = self._end
        for each in (self._control, *more):
            if each is not None and last is not None and (each.x, each.y) != (last.x, last.y):
                tail.append(each)
                last = each
        return tuple(tail)

    def _curve(self, start: PenSample, control: PenSample, end: PenSample) -> tuple[PenSample, ...]:
        """The quadratic Bezier without its start, in steps of at most `MAX_GAP_PX`."""
        longer_px = self._scale * max(
            math.hypot(control.x - start.x, control.y - start.y),
            math.hypot(end.x - control.x, end.y - control.y),
        )
        # The curve is fastest at an end, where it does twice the way to the control point.
        steps = max(1, math.ceil(2 * longer_px / MAX_GAP_PX))
        points = []
        for i in range(1, steps):
            t = i / steps
            points.append(_between(_between(start, control, t), _between(control, end, t), t))
        return (*points, end)


class WeightedInk:
    """Samples through a 1€ filter, joined by a spline.

    Args:
        scale: view px per document px. The filter and the gaps work in view px, so the hand
            feels the same at every zoom.
        strength: 0 to 1; each sixth more halves the filter's cutoff.
    """

    string = None

    def __init__(self, scale: float = 1.0, strength: float = DEFAULT_STRENGTH) -> None:
        self._scale = scale
        slower = 2.0 ** (6.0 * (strength - DEFAULT_STRENGTH))
        self._filter = OneEuroFilter(MIN_CUTOFF_HZ / slower, BETA / slower)
        self._spline = _Spline(scale)
        self._pen: PenSample | None = None

    def add(self, sample: PenSample) -> tuple[PenSample, ...]:
        self._pen = sample
        x, y = self._filter.filter(sample.x * self._scale, sample.y * self._scale, sample.t_s)
        return self._spline.add(replace(sample, x=x / self._scale, y=y / self._scale))

    @property
    def tail(self) -> tuple[PenSample, ...]:
        return self._spline.tail(self._pen)


class PulledInk:
    """Ink at the end of a string that the pen pulls, joined by a spline.

    While the pen is nearer than the string is long nothing moves; so small trembling has no
    effect, and a change of direction is taken deliberately. The ink ends at the string's end,
    not at the pen.

    Args:
        scale: view px per document px.
        strength: 0 to 1, the length of the string from `SHORTEST_STRING_PX` to
            `LONGEST_STRING_PX`.
    """

    def __init__(self, scale: float = 1.0, strength: float = DEFAULT_STRENGTH) -> None:
        length_px = SHORTEST_STRING_PX + strength * (LONGEST_STRING_PX - SHORTEST_STRING_PX)
        self._length = length_px / scale
        self._spline = _Spline(scale)
        self._ink: PenSample | None = None
        self._pen: PenSample | None = None

    def add(self, sample: PenSample) -> tuple[PenSample, ...]:
        self._pen = sample
        if self._ink is None:
            self._ink = sample
            return self._spline.add(sample)
        distance = math.hypot(sample.x - self._ink.x, sample.y - self._ink.y)
        if distance <= self._length:
            return ()
        t = 1.0 - self._length / distance
        x = self._ink.x + t * (sample.x - self._ink.x)
        y = self._ink.y + t * (sample.y - self._ink.y)
        self._ink = replace(sample, x=x, y=y)
        return self._spline.add(self._ink)

    @property
    def tail(self) -> tuple[PenSample, ...]:
        return self._spline.tail()

    @property
    def string(self) -> tuple[PenSample, PenSample] | None:
        """From the ink to the pen."""
        return None if self._ink is None or self._pen is None else (self._ink, self._pen)


def start_ink(smoothing: Smoothing, scale: float, strength: float = DEFAULT_STRENGTH) -> InkFlow:
    """A fresh flow for one stroke.

    Args:
        scale: view px per document px.
        strength: of the smoothing, 0 to 1.
    """
    match smoothing:
        case Smoothing.OFF:
            return RawInk()
        case Smoothing.WEIGHTED:
            return WeightedInk(scale, strength)
        case Smoothing.PULLED:
            return PulledInk(scale, strength)


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
