"""The partial eraser: takes away the ink it passes over and leaves the rest of the stroke."""

from __future__ import annotations

from app.document.drawing import Drawing
from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.tools.base import Commit, Effect, Instead, PointerShape, Scene
from app.tools.cutting import cut
from app.tools.stroke_eraser import DEFAULT_RADIUS_PX
from app.translation import tr


class PartialEraser:
    """What is passed over between down and up goes, in one undoable edit.

    Until pen-up the pieces are shown in the places of the strokes and nothing is lost.

    Args:
        radius_px: reach around the pen in view px.
    """

    pointer = PointerShape.ERASER

    def __init__(self, radius_px: float = DEFAULT_RADIUS_PX) -> None:
        self.radius_px = radius_px
        self._place: tuple[float, float] | None = None
        self._drawing: Drawing | None = None
        self._pieces: dict[int, tuple[Stroke, ...]] = {}

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
            before = self._pieces.get(i, (scene.drawing.strokes[i],))
            after = tuple(rest for piece in before for rest in cut(piece, start, end, reach_px))
            # Pieces that were not touched are the same objects.
            if list(map(id, after)) != list(map(id, before)):
                self._pieces[i] = after
                changed = True
        self._place = end
        return (Instead(dict(self._pieces)),) if changed else ()

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._place is None:
            return ()
        self.move(sample, scene)
        pieces = self._pieces
        self._end()
        if not pieces:
            return ()
        text = (
            tr("Erase part of stroke")
            if len(pieces) == 1
            else tr("Erase parts of {count} strokes").format(count=len(pieces))
        )
        return Instead({}), Commit(scene.drawing.dividing(pieces), text)

    def cancel(self) -> tuple[Effect, ...]:
        if self._place is None:
            return ()
        self._end()
        return (Instead({}),)

    def _follow(self, drawing: Drawing) -> bool:
        """Keep the pieces when the drawing changes under the gesture (say, an undo).

        Returns:
            Whether it did.
        """
        if self._drawing is None or drawing is self._drawing:
            return False
        cut_up = {id(self._drawing.strokes[i]): pieces for i, pieces in self._pieces.items()}
        self._pieces = {
            i: cut_up[id(stroke)]
            for i, stroke in enumerate(drawing.strokes)
            if id(stroke) in cut_up
        }
        self._drawing = drawing
        return True

    def _end(self) -> None:
        self._place = None
        self._drawing = None
        self._pieces = {}
