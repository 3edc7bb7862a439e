"""The partial eraser: takes away the ink it passes over and leaves the rest of the stroke."""

from __future__ import annotations

from app.document.stroke import Stroke
from app.tools.base import Commit, Effect, Instead, Scene
from app.tools.cutting import cut
from app.tools.erasing import Erasing
from app.translation import tr


class PartialEraser(Erasing[tuple[Stroke, ...]]):
    """The ink passed over goes; until pen-up the pieces are shown in the places of the strokes."""

    def touch(
        self,
        stroke_id: int,
        scene: Scene,
        start: tuple[float, float],
        end: tuple[float, float],
        reach_px: float,
    ) -> bool:
        before = self._erased.get(stroke_id, (scene.drawing.strokes[stroke_id],))
        after = tuple(rest for piece in before for rest in cut(piece, start, end, reach_px))
        # Pieces that were not touched are the same objects.
        if list(map(id, after)) == list(map(id, before)):
            return False
        self._erased[stroke_id] = after
        return True

    def shown(self) -> Effect:
        return Instead(dict(self._erased))

    def erasure(self, scene: Scene, erased: dict[int, tuple[Stroke, ...]]) -> Commit:
        text = (
            tr("Erase part of stroke")
            if len(erased) == 1
            else tr("Erase parts of {count} strokes").format(count=len(erased))
        )
        return Commit(scene.drawing.dividing(erased), text)
