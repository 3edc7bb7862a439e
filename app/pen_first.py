"""What waits while the hand draws: long jobs of the engine, and the search for cyclic garbage.

Both need the interpreter, which the pen's events need too. Every state of a drawing is a tuple of
references to all its strokes; with 10,000 strokes on the page a look at the youngest objects goes
through a few of those and takes up to 20 ms, in whichever thread it falls due. What is in no cycle
goes at once as ever, and answers to the pen itself are worked out as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.canvas.view import CanvasView

REST_MS = 300
"""After a gesture: longer than between two strokes of a hatching."""


class PenFirst(QObject):
    """Puts them off from pen-down until some time after pen-up. GUI thread.

    Args:
        hold: called with True when long jobs are to wait, with False when they may go on.
    """

    def __init__(
        self, canvas: CanvasView, hold: Callable[[bool], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._hold = hold
        self._is_held = False
        self._is_garbage_put_off = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.resume)
        canvas.gesture_began.connect(self._put_off)
        canvas.gesture_ended.connect(self._rest.start)

    def resume(self) -> None:
        """All goes on as ever from now on."""
        self._rest.stop()
        if self._is_garbage_put_off:
            self._is_garbage_put_off = False
            gc.enable()
        if self._is_held:
            self._is_held = False
            self._hold(False)

    def _put_off(self) -> None:
        self._rest.stop()
        # Whoever has turned it off already turns it on again.
        if gc.isenabled():
            self._is_garbage_put_off = True
            gc.disable()
        if not self._is_held:
            self._is_held = True
            self._hold(True)
