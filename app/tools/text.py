"""The text tool: asks for a text where the page is touched."""

from __future__ import annotations

from app.document.samples import PenSample
from app.tools.base import AskText, Effect, PointerShape, Scene, drawing_refused


class TextTool:
    """The text that is entered becomes strokes, beginning where the pen was lifted."""

    pointer = PointerShape.TEXT
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

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        if not self._active:
            return ()
        self._active = False
        return (AskText(sample.x, sample.y),)

    def cancel(self) -> tuple[Effect, ...]:
        self._active = False
        return ()
