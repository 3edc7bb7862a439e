"""The hand: drags the page under the view."""

from __future__ import annotations

from app.document.samples import PenSample
from app.tools.base import Effect, PointerShape, Scene, Scroll


class HandTool:
    """The place of the page that was grabbed stays under the pointer."""

    def __init__(self) -> None:
        self._grabbed: tuple[float, float] | None = None

    @property
    def pointer(self) -> PointerShape:
        return PointerShape.CLOSED_HAND if self.active else PointerShape.OPEN_HAND

    @property
    def active(self) -> bool:
        return self._grabbed is not None

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        self._grabbed = (sample.x, sample.y)
        return ()

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        if self._grabbed is None:
            return ()
        # The sample is in document px under the view of now, so after the scroll the grabbed
        # place is where the sample was.
        dx_px, dy_px = sample.x - self._grabbed[0], sample.y - self._grabbed[1]
        return (Scroll(dx_px, dy_px),) if dx_px or dy_px else ()

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        effects = self.move(sample, scene)
        self._grabbed = None
        return effects

    def cancel(self) -> tuple[Effect, ...]:
        self._grabbed = None
        return ()
