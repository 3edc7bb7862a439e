"""The stroke eraser: removes whole strokes that it touches."""

from __future__ import annotations

from app.document.drawing import Drawing
from app.document.samples import PenSample
from app.tools.base import Commit, Effect, Ghost, PointerShape, Scene
from app.translation import tr

DEFAULT_RADIUS_PX = 6.0


class StrokeEraser:
    """Every stroke touched between down and up goes, in one undoable edit.

    Until pen-up the touched strokes are shown as ghosts and nothing is lost.

    Args:
        radius_px: reach around the pen in view px.
    """

    pointer = PointerShape.ERASER

    def __init__(self, radius_px: float = DEFAULT_RADIUS_PX) -> None:
        self.radius_px = radius_px
        self._place: tuple[float, float] | None = None
        self._drawing: Drawing | None = None
        self._touched: set[int] = set()

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
        shown = self._follow(scene.drawing)
        here = (sample.x, sample.y)
        reach_px = self.radius_px / scene.scale
        self._touched.update(scene.index.touched_by(self._place, here, reach_px).tolist())
        self._place = here
        return (Ghost(frozenset(self._touched)),) if self._touched != shown else ()

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._place is None:
            return ()
        self.move(sample, scene)
        touched = self._touched
        self._end()
        if not touched:
            return ()
        text = (
            tr("Erase stroke")
            if len(touched) == 1
            else tr("Erase {count} strokes").format(count=len(touched))
        )
        return Ghost(frozenset()), Commit(scene.drawing.without(touched), text)

    def cancel(self) -> tuple[Effect, ...]:
        if self._place is None:
            return ()
        self._end()
        return (Ghost(frozenset()),)

    def _follow(self, drawing: Drawing) -> set[int] | None:
        """Keep the touched strokes when the drawing changes under the gesture (say, an undo).

        Returns:
            The ids that are shown as ghosts in this drawing; None if it is another one.
        """
        if self._drawing is None or drawing is self._drawing:
            return set(self._touched)
        kept = {id(self._drawing.strokes[i]) for i in self._touched}
        self._touched = {i for i, each in enumerate(drawing.strokes) if id(each) in kept}
        self._drawing = drawing
        return None

    def _end(self) -> None:
        self._place = None
        self._drawing = None
        self._touched = set()
