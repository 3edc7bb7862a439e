"""Moving the selected strokes by the arrow keys, as one edit from key-down to key-up."""

from __future__ import annotations

import numpy as np

from app.tools.arrange import transformed
from app.tools.base import Carry, Commit, Effect, Ghost, Scene
from app.translation import tr

STEP_PX = 1.0
"""Of one press, in document px."""
LARGE_STEP_PX = 10.0
"""With Shift."""


class Nudge:
    """Steps add up while keys are held; the release of the last one commits them."""

    def __init__(self) -> None:
        self._way = (0.0, 0.0)
        self._active = False

    @property
    def active(self) -> bool:
        """Whether steps wait to be committed."""
        return self._active

    def step(self, across: int, down: int, scene: Scene) -> tuple[Effect, ...]:
        """One step, each way -1, 0 or 1; nothing without selected strokes."""
        if not scene.selected:
            return ()
        length_px = LARGE_STEP_PX if scene.keys.shift else STEP_PX
        self._active = True
        self._way = (self._way[0] + across * length_px, self._way[1] + down * length_px)
        return Ghost(scene.selected), Carry(self._affine())

    def end(self, scene: Scene) -> tuple[Effect, ...]:
        """The keys are up."""
        if not self._active:
            return ()
        affine, moved = self._affine(), self._way != (0.0, 0.0)
        cleared = self.cancel()
        if not moved or not scene.selected:
            return cleared
        drawing = transformed(scene.drawing, scene.selected, affine)
        number = len(scene.selected)
        text = (
            tr("Move stroke") if number == 1 else tr("Move {number} strokes").format(number=number)
        )
        return (*cleared, Commit(drawing, text))

    def cancel(self) -> tuple[Effect, ...]:
        """The steps never were."""
        if not self._active:
            return ()
        self._active, self._way = False, (0.0, 0.0)
        return Carry(None), Ghost(frozenset())

    def _affine(self) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        return np.array([[1.0, 0.0, self._way[0]], [0.0, 1.0, self._way[1]]])
