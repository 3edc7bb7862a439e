"""What the erasers have in common: a gesture that gathers what goes, and takes it at pen-up."""

from __future__ import annotations

from typing import Generic, TypeVar

from app.document.drawing import Drawing
from app.document.samples import PenSample
from app.tools.base import Commit, Effect, PointerShape, Scene

DEFAULT_RADIUS_PX = 6.0

What = TypeVar("What")


class Erasing(Generic[What]):
    """What is passed over between down and up goes, in one undoable edit.

    Until pen-up it is only shown as gone, and nothing is lost.

    Args:
        radius_px: reach around the pen in view px.
    """

    pointer = PointerShape.ERASER

    def __init__(self, radius_px: float = DEFAULT_RADIUS_PX) -> None:
        self.radius_px = radius_px
        self._place: tuple[float, float] | None = None
        self._drawing: Drawing | None = None
        self._erased: dict[int, What] = {}
        """By the ids of the strokes."""

    @property
    def active(self) -> bool:
        return self._place is not None

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        dropped = self.cancel()
        self._place = (sample.x, sample.y)
        self._drawing = scene.drawing
        return (*dropped, *self.move(sample, scene))

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._place is None:
            return ()
        changed = self._follow(scene.drawing)
        start, end = self._place, (sample.x, sample.y)
        reach_px = self.radius_px / scene.scale
        for i in scene.index.touched_by(start, end, reach_px).tolist():
            changed |= self.touch(i, scene, start, end, reach_px)
        self._place = end
        return (self.shown(),) if changed else ()

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._place is None:
            return ()
        self.move(sample, scene)
        erased = self._erased
        self._end()
        return (self.shown(), self.erasure(scene, erased)) if erased else ()

    def cancel(self) -> tuple[Effect, ...]:
        if self._place is None:
            return ()
        self._end()
        return (self.shown(),)

    def touch(
        self,
        stroke_id: int,
        scene: Scene,
        start: tuple[float, float],
        end: tuple[float, float],
        reach_px: float,
    ) -> bool:
        """The pen passes over a stroke; returns whether more of it goes than before."""
        raise NotImplementedError

    def shown(self) -> Effect:
        """What is to be seen of what goes."""
        raise NotImplementedError

    def erasure(self, scene: Scene, erased: dict[int, What]) -> Commit:
        """The edit at pen-up."""
        raise NotImplementedError

    def _follow(self, drawing: Drawing) -> bool:
        """Keep what goes when the drawing changes under the gesture (say, an undo).

        Returns:
            Whether it did.
        """
        if self._drawing is None or drawing is self._drawing:
            return False
        kept = {id(self._drawing.strokes[i]): what for i, what in self._erased.items()}
        self._erased = {
            i: kept[id(each)] for i, each in enumerate(drawing.strokes) if id(each) in kept
        }
        self._drawing = drawing
        return True

    def _end(self) -> None:
        self._place = None
        self._drawing = None
        self._erased = {}
