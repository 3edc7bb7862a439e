"""The straight line tool."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from app.document.ink import DEFAULT_PRESSURE
from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.tools.base import (
    BeginInk,
    Commit,
    Effect,
    EndInk,
    ExtendInk,
    InkStyle,
    PointerShape,
    Scene,
    drawing_refused,
)
from app.tools.select_frame import ANGLE_STEP_DEG
from app.tools.snapping import snapped
from app.tools.symmetry import with_copies
from app.translation import tr


class LineTool:
    """A line from pen-down to pen-up; Shift turns it in steps of 15 degrees.

    Args:
        style: gives the style of the next line.
    """

    pointer = PointerShape.CROSS
    makes_ink = True

    def __init__(self, style: Callable[[], InkStyle] = InkStyle) -> None:
        self._style_of_next = style
        self._style = InkStyle()
        self._start: PenSample | None = None

    @property
    def active(self) -> bool:
        return self._start is not None

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        dropped = self.cancel()
        if refused := drawing_refused(scene):
            return (*dropped, *refused)
        self._style = self._style_of_next()
        x, y = snapped((sample.x, sample.y), scene)
        self._start = replace(sample, x=x, y=y, pressure=DEFAULT_PRESSURE)
        begun = (BeginInk(self._style), ExtendInk((self._start,), ()))
        return (*dropped, *begun, *self.move(sample, scene))

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._start is None:
            return ()
        return (ExtendInk((), (self._end(sample, scene),)),)

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        start = self._start
        if start is None:
            return ()
        end = self._end(sample, scene)
        self._start = None
        if (end.x, end.y) == (start.x, start.y):
            return (EndInk(),)
        style = self._style
        line = Stroke.from_samples((start, end), style.width_px, style.colour, style.opacity)
        copies = with_copies(line, scene.mirrors)
        return EndInk(), Commit(scene.drawing.adding(*copies), tr("Draw line"))

    def cancel(self) -> tuple[Effect, ...]:
        start, self._start = self._start, None
        return () if start is None else (EndInk(),)

    def _end(self, sample: PenSample, scene: Scene) -> PenSample:
        assert self._start is not None
        x, y = snapped((sample.x, sample.y), scene)
        if scene.keys.shift:
            x, y = stepped((self._start.x, self._start.y), (sample.x, sample.y))
        return replace(sample, x=x, y=y, pressure=DEFAULT_PRESSURE)


def stepped(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    """The end of the line nearest to `end` whose angle is a multiple of 15 degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    step = math.radians(ANGLE_STEP_DEG)
    angle = round(math.atan2(dy, dx) / step) * step
    along = dx * math.cos(angle) + dy * math.sin(angle)
    return start[0] + along * math.cos(angle), start[1] + along * math.sin(angle)
