"""The stroke eraser: removes whole strokes that it touches."""

from __future__ import annotations

from app.tools.base import Commit, Effect, Ghost, Scene
from app.tools.erasing import Erasing
from app.translation import tr


class StrokeEraser(Erasing[None]):
    """Every stroke touched goes; until pen-up these are shown as ghosts."""

    def touch(
        self,
        stroke_id: int,
        scene: Scene,  # noqa: ARG002
        start: tuple[float, float],  # noqa: ARG002
        end: tuple[float, float],  # noqa: ARG002
        reach_px: float,  # noqa: ARG002
    ) -> bool:
        is_new = stroke_id not in self._erased
        self._erased[stroke_id] = None
        return is_new

    def shown(self) -> Effect:
        return Ghost(frozenset(self._erased))

    def erasure(self, scene: Scene, erased: dict[int, None]) -> Commit:
        text = (
            tr("Erase stroke")
            if len(erased) == 1
            else tr("Erase {count} strokes").format(count=len(erased))
        )
        return Commit(scene.drawing.without(erased), text)
