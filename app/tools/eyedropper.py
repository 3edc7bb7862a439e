"""The eyedropper: takes the colour of what it points at."""

from __future__ import annotations

from app.document.samples import PenSample
from app.tools.base import Effect, PickColour, PickSeen, PointerShape, Scene
from app.tools.select import stroke_at


class Eyedropper:
    """The colour of the topmost stroke there, as it was drawn; beside ink, the colour that is seen.

    Follows the pointer while it is down, so one can look for a colour.
    """

    pointer = PointerShape.PICK

    def __init__(self) -> None:
        self._active = False

    @property
    def active(self) -> bool:
        return self._active

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        self._active = True
        return self.move(sample, scene)

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if not self._active:
            return ()
        touched = stroke_at((sample.x, sample.y), scene)
        if touched is not None:
            return (PickColour(scene.drawing.strokes[touched].colour),)
        return (PickSeen(sample.x, sample.y),)

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        effects = self.move(sample, scene)
        self._active = False
        return effects

    def cancel(self) -> tuple[Effect, ...]:
        self._active = False
        return ()
