"""The text tool: asks for a text where the page is touched."""

from __future__ import annotations

from app.document.samples import PenSample
from app.tools.base import AskText, Effect, PointerShape, Scene
from app.tools.tap import TapTool


class TextTool(TapTool):
    """The text that is entered becomes strokes, beginning where the pen was lifted."""

    pointer = PointerShape.TEXT

    def tapped(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        return (AskText(sample.x, sample.y),)
