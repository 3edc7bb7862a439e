"""The pen: draws one stroke per gesture."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from app.document.ink import pressure_to_width, width_to_pressure
from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.input.smoothing import InkFlow, Smoothing, start_ink
from app.tools.base import (
    BeginInk,
    Commit,
    Effect,
    EndInk,
    ExtendInk,
    Hint,
    InkStyle,
    PointerShape,
    Scene,
    drawing_refused,
)
from app.tools.ink_options import DEFAULT_INK, InkKind, InkOptions
from app.tools.shape_ink import on_lines, shape_stroke, shown
from app.tools.shapes import ShapeKind, recognise
from app.tools.snapping import along_guides
from app.tools.symmetry import with_copies
from app.tools.taper import TaperedStart, tapered
from app.translation import tr

BROADEST = 5.0
"""How many times as broad the ink of a pen lying down is, at most."""
UPRIGHT_DEG = 20.0
LYING_DEG = 60.0
"""Tilts from which and up to which the ink gets broader."""
PREDICTED_S = 0.012
"""How far ahead of the pen live ink is drawn, if it is."""


_SHAPE_TEXTS = {
    ShapeKind.LINE: tr("Draw line"),
    ShapeKind.CIRCLE: tr("Draw circle"),
    ShapeKind.ELLIPSE: tr("Draw ellipse"),
    ShapeKind.RECTANGLE: tr("Draw rectangle"),
    ShapeKind.POLYGON: tr("Draw polygon"),
}


class PenTool:
    """Ink from pen-down to pen-up becomes one stroke; a tap becomes a dot.

    `options`, or `style` and `smoothing` of them, may be set at any time and count from the next
    stroke. If the pen is held still at the end of a stroke that is like a line, circle, ellipse,
    rectangle or polygon, that takes its place, unless `recognises` is off.
    """

    pointer = PointerShape.CROSS
    makes_ink = True

    def __init__(
        self,
        style: InkStyle | None = None,
        smoothing: Smoothing | None = None,
        options: InkOptions = DEFAULT_INK[InkKind.PEN],
    ) -> None:
        self.options = replace(
            options, style=style or options.style, smoothing=smoothing or options.smoothing
        )
        self.recognises = True
        self._stroke: _LiveStroke | None = None
        self._shape: Stroke | None = None
        self._shape_text = ""
        self._declined = False

    @property
    def style(self) -> InkStyle:
        """How new ink looks."""
        return self.options.style

    @style.setter
    def style(self, style: InkStyle) -> None:
        self.options = replace(self.options, style=style)

    @property
    def smoothing(self) -> Smoothing:
        """The stabiliser's mode."""
        return self.options.smoothing

    @smoothing.setter
    def smoothing(self, smoothing: Smoothing) -> None:
        self.options = replace(self.options, smoothing=smoothing)

    @property
    def active(self) -> bool:
        return self._stroke is not None

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        dropped = self.cancel()
        if refused := drawing_refused(scene):
            return (*dropped, *refused)
        self._stroke = _LiveStroke(self.options, along_guides(sample, scene), scene.scale)
        self._declined = False
        return (*dropped, BeginInk(self._stroke.style), *self.move(sample, scene))

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._stroke is None or self._shape is not None:
            return ()
        return self._stroke.extend(along_guides(sample, scene))

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._stroke is None:
            return ()
        if self._shape is not None:
            stroke, text = self._shape, self._shape_text
        else:
            stroke, text = self._stroke.finished(along_guides(sample, scene)), tr("Draw stroke")
        copies = with_copies(stroke, scene.mirrors)
        return *self.cancel(), Commit(scene.drawing.adding(*copies), text)

    def hold(self, scene: Scene) -> tuple[Effect, ...]:
        """Show the shape that the stroke is like, if any, instead of the stroke."""
        stroke = self._stroke
        if stroke is None or self._shape is not None or self._declined or not self.recognises:
            return ()
        ink = stroke.ink
        shape = recognise(np.array([(each.x, each.y) for each in ink]))
        if shape is None:
            return ()
        self._shape = shape_stroke(on_lines(shape, scene), stroke.style, ink)
        self._shape_text = _SHAPE_TEXTS[shape.kind]
        return (*stroke.hidden(), *shown(self._shape))

    def let_go(self) -> tuple[Effect, ...] | None:
        """Back to the stroke as it was drawn; it is not taken for a shape again."""
        if self._stroke is None or self._shape is None:
            return None
        self._shape = None
        self._declined = True
        return (EndInk(), *self._stroke.shown_again())

    def cancel(self) -> tuple[Effect, ...]:
        stroke, self._stroke, self._shape = self._stroke, None, None
        return () if stroke is None else stroke.hidden()


class _LiveStroke:
    """The stroke under way: samples in, ink out.

    Args:
        first: the sample of pen-down; how the pen is tilted then decides how broad the stroke is.
    """

    def __init__(self, options: InkOptions, first: PenSample, scale: float) -> None:
        self._options = options
        self._broad = broadening(first, options.tilt)
        self.style = replace(options.style, width_px=options.style.width_px * self._broad)
        self._flow: InkFlow = start_ink(options.smoothing, scale, options.strength)
        self._taper = TaperedStart(options.taper_px)
        self._ink: list[PenSample] = []
        self._before: PenSample | None = None
        self._pen = first

    @property
    def ink(self) -> list[PenSample]:
        """All of it so far, without taper."""
        return [*self._ink, *self._flow.tail]

    def hidden(self) -> tuple[Effect, ...]:
        """It is not shown any more."""
        return (EndInk(),) if self._flow.string is None else (EndInk(), Hint())

    def shown_again(self) -> tuple[Effect, ...]:
        """It is shown once more, from its beginning."""
        self._taper = TaperedStart(self._options.taper_px)
        tail = self._taper(self._ink), self._taper(self._flow.tail, keep=False)
        return BeginInk(self.style), ExtendInk(*tail)

    def extend(self, sample: PenSample) -> tuple[Effect, ...]:
        added = self._take(sample)
        tail = (*self._flow.tail, *self._ahead())
        shown = ExtendInk(self._taper(added), self._taper(tail, keep=False))
        string = self._flow.string
        if string is None:
            return (shown,)
        return shown, Hint((np.array([(end.x, end.y) for end in string]),))

    def finished(self, sample: PenSample) -> Stroke:
        # The release repeats the place of the last move; only a new place is more ink.
        if (sample.x, sample.y) != (self._pen.x, self._pen.y):
            self._take(sample)
        style = self.style
        ink = tapered(self.ink, self._options.taper_px)
        return Stroke.from_samples(ink, style.width_px, style.colour, style.opacity)

    def _take(self, sample: PenSample) -> tuple[PenSample, ...]:
        self._before, self._pen = self._pen, sample
        added = self._flow.add(self._response(sample))
        self._ink.extend(added)
        return added

    def _response(self, sample: PenSample) -> PenSample:
        """The sample with the pressure that the ink shows."""
        pressure = self._options.pressure(sample.pressure)
        change = broadening(sample, self._options.tilt) / self._broad
        if change != 1.0:
            pressure = width_to_pressure(pressure_to_width(pressure) * change)
        return replace(sample, pressure=pressure)

    def _ahead(self) -> tuple[PenSample, ...]:
        """Where the pen will be soon if it goes on as it does."""
        before, now = self._before, self._pen
        if not self._options.predicts or before is None or now.t_s <= before.t_s:
            return ()
        t = PREDICTED_S / (now.t_s - before.t_s)
        x, y = now.x + t * (now.x - before.x), now.y + t * (now.y - before.y)
        return (replace(self._response(now), x=x, y=y, t_s=now.t_s + PREDICTED_S),)


def broadening(sample: PenSample, tilt: float) -> float:
    """How many times as broad the ink is because the pen is tilted."""
    # The angle from the upright whose projections on both axes are the two tilts.
    across = math.tan(math.radians(min(abs(sample.tilt_x_deg), 89.0)))
    down = math.tan(math.radians(min(abs(sample.tilt_y_deg), 89.0)))
    angle_deg = math.degrees(math.atan(math.hypot(across, down)))
    lying = (angle_deg - UPRIGHT_DEG) / (LYING_DEG - UPRIGHT_DEG)
    return 1.0 + (BROADEST - 1.0) * tilt * min(max(lying, 0.0), 1.0)
