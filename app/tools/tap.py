"""What tools have in common that do something at one place: where the pen is lifted."""

from __future__ import annotations

from app.document.samples import PenSample
from app.tools.base import Effect, Scene, drawing_refused


class TapTool:
    """A press and a release; what lies between does not matter. On what is locked it says so."""

    makes_ink = True

    def __init__(self) -> None:
        self._active = False

    @property
    def active(self) -> bool:
        return self._active

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        if refused := drawing_refused(scene):
            return refused
        self._active = True
        return ()

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        return ()

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if not self._active:
            return ()
        self._active = False
        return self.tapped(sample, scene)

    def cancel(self) -> tuple[Effect, ...]:
        self._active = False
        return ()

    def tapped(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """What the tool does."""
        raise NotImplementedError
