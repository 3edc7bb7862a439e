"""A guide under the pointer: it is chosen by a click, moved by a drag, gone off the page."""

from __future__ import annotations

from dataclasses import replace

from app.document.guides import Guide, is_on_page, with_guide_at
from app.tools.base import AskGuide, Commit, Effect, Guiding, PointerShape, Scene
from app.tools.snapping import offset
from app.translation import tr

REACH_PX = 4.0
"""How near to a guide a press must be, in view px."""
DRAG_AFTER_PX = 3.0
"""A shorter way of the pointer is a click, in view px."""
FINE_SCALE = 4.0
"""Up to here a dragged guide lies on whole px; seen from nearer, on tenths."""

Place = tuple[float, float]


def guide_at(place: Place, scene: Scene) -> int | None:
    """The number of the nearest guide within reach of a place."""
    ways = [abs(place[guide.axis] - guide.at_px) for guide in scene.guides]
    near = [i for i, way in enumerate(ways) if way * scene.scale <= REACH_PX]
    return min(near, key=ways.__getitem__, default=None)


def pointer_at(guide: Guide) -> PointerShape:
    """What the pointer over a guide looks like."""
    return PointerShape.SIZE_NS if guide.is_level else PointerShape.SIZE_EW


class GuideDrag:
    """From a press on a guide to the release.

    Args:
        again: whether a click now is the second one of a double click, which asks for the place.
    """

    def __init__(self, start: Place, scene: Scene, number: int, *, again: bool) -> None:
        self.number = number
        self.dragged = False
        self.pointer = pointer_at(scene.guides[number])
        self._start = start
        self._again = again
        self._guides = scene.guides
        self._guide = scene.guides[number]

    def to(self, place: Place, scene: Scene) -> tuple[Effect, ...]:
        """The pointer is here now."""
        axis = self._guide.axis
        way = place[axis] - self._start[axis]
        self.dragged = self.dragged or abs(way) * scene.scale > DRAG_AFTER_PX
        if not self.dragged:
            return (Guiding(self.number),)
        at_px = self._guides[self.number].at_px + way
        digits = 0 if scene.scale <= FINE_SCALE else 1
        # Its own place does not hold it back; the grid does.
        shift = offset((at_px,), replace(scene, keeps_to_guides=False), axis)
        self._guide = Guide(self._guide.is_level, at_px + shift if shift else round(at_px, digits))
        return (Guiding(self.number, self._guide),)

    def end(self, scene: Scene) -> tuple[Effect, ...]:
        """The pointer is up."""
        if scene.guides != self._guides:
            # Another edit, say an undo, was faster.
            return (Guiding(None),)
        if not self.dragged:
            return (AskGuide(self.number),) if self._again else ()
        stays = is_on_page(scene.drawing, self._guide)
        drawing = with_guide_at(scene.drawing, self.number, self._guide.at_px)
        text = tr("Move guide") if stays else tr("Remove guide")
        return Guiding(self.number if stays else None), Commit(drawing, text)

    def clear(self) -> tuple[Effect, ...]:
        """The gesture never was."""
        return (Guiding(self.number),)
