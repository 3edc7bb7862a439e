"""The pen: draws one stroke per gesture."""

from __future__ import annotations

from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.input.smoothing import InkFlow, Smoothing, start_ink
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


class PenTool:
    """Ink from pen-down to pen-up becomes one stroke; a tap becomes a dot.

    `style` and `smoothing` may be set at any time and count from the next stroke.
    """

    pointer = PointerShape.CROSS

    def __init__(
        self, style: InkStyle | None = None, smoothing: Smoothing = Smoothing.WEIGHTED
    ) -> None:
        self.style = style or InkStyle()
        self.smoothing = smoothing
        self._stroke_style = self.style
        self._flow: InkFlow | None = None
        self._ink: list[PenSample] = []

    @property
    def active(self) -> bool:
        return self._flow is not None

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        dropped = self.cancel()
        if refused := drawing_refused(scene):
            return (*dropped, *refused)
        self._stroke_style = self.style
        self._flow = start_ink(self.smoothing, scene.scale)
        return (*dropped, BeginInk(self._stroke_style), *self.move(sample, scene))

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        if self._flow is None:
            return ()
        added = self._flow.add(sample)
        self._ink.extend(added)
        return (ExtendInk(added, self._flow.tail),)

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._flow is None:
            return ()
        # The release repeats the place of the last move; only a new place is more ink.
        last = self._flow.tail[-1] if self._flow.tail else self._ink[-1]
        if (sample.x, sample.y) != (last.x, last.y):
            self._ink.extend(self._flow.add(sample))
        self._ink.extend(self._flow.tail)
        style = self._stroke_style
        stroke = Stroke.from_samples(self._ink, style.width_px, style.colour, style.opacity)
        self._end()
        return EndInk(), Commit(scene.drawing.adding(stroke), "Draw stroke")

    def cancel(self) -> tuple[Effect, ...]:
        if self._flow is None:
            return ()
        self._end()
        return (EndInk(),)

    def _end(self) -> None:
        self._flow = None
        self._ink = []
