"""Live smoothing: what the pen did, to what is drawn. Qt-free.

An `InkFlow` gets the samples of one stroke. What it returns is final and is never changed again,
so the canvas paints it once; its `tail` is the provisional rest and always ends at the pen.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import Protocol

from app.document.samples import PenSample
from app.input.one_euro import OneEuroFilter

MAX_GAP_PX = 3.0
"""Smoothed ink has a point at least every so many view px in a curve, however rare the events."""


class Smoothing(Enum):
    """How the pen's samples become ink."""

    OFF = "off"
    """The samples themselves."""
    WEIGHTED = "weighted"
    """Jitter filtered (1€ filter), gaps between the samples curved."""


class InkFlow(Protocol):
    """Samples of one stroke in, ink out. All in document px."""

    def add(self, sample: PenSample) -> tuple[PenSample, ...]:
        """Take the next sample; returns the ink that became final by it, possibly none."""

    @property
    def tail(self) -> tuple[PenSample, ...]:
        """From the final ink to the pen; what to add at pen-up. Empty if the ink is there."""


class RawInk:
    """Every sample is ink as it is."""

    def add(self, sample: PenSample) -> tuple[PenSample, ...]:
        return (sample,)

    @property
    def tail(self) -> tuple[PenSample, ...]:
        return ()


class WeightedInk:
    """Samples through a 1€ filter, joined by a uniform quadratic B-spline.

    The spline runs from the middle of one span of filtered samples to the middle of the next,
    with the sample between as control point; so it is smooth, never leaves the hull of its
    samples and is final one sample behind the pen.

    Args:
        scale: view px per document px. The filter and the gaps work in view px, so the hand
            feels the same at every zoom.
    """

    def __init__(self, scale: float = 1.0) -> None:
        self._scale = scale
        self._filter = OneEuroFilter()
        self._pen: PenSample | None = None
        self._control: PenSample | None = None
        self._end: PenSample | None = None

    def add(self, sample: PenSample) -> tuple[PenSample, ...]:
        self._pen = sample
        x, y = self._filter.filter(sample.x * self._scale, sample.y * self._scale, sample.t_s)
        smooth = replace(sample, x=x / self._scale, y=y / self._scale)
        control, self._control = self._control, smooth
        if control is None or self._end is None:
            self._end = smooth
            return (smooth,)
        start, self._end = self._end, _between(control, smooth, 0.5)
        return self._curve(start, control, self._end)

    @property
    def tail(self) -> tuple[PenSample, ...]:
        ends = (self._control, self._pen)
        tail: list[PenSample] = []
        last = self._end
        for each in ends:
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


_FLOWS: dict[Smoothing, Callable[[float], InkFlow]] = {
    Smoothing.OFF: lambda scale: RawInk(),  # noqa: ARG005 - the raw samples know no scale
    Smoothing.WEIGHTED: WeightedInk,
}


def start_ink(smoothing: Smoothing, scale: float) -> InkFlow:
    """A fresh flow for one stroke; `scale` is view px per document px."""
    return _FLOWS[smoothing](scale)


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
