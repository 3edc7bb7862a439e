"""When Python looks for cyclic garbage: while the hand rests.

Every state of a drawing is a tuple of references to all its strokes. With 10,000 strokes on the
page a look at the youngest objects goes through a few of those and takes up to 20 ms, in whichever
thread it falls due; so the pen would be late, whoever made the garbage. What is in no cycle goes at
once as ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from app.canvas.view import CanvasView

REST_MS = 300
"""After a gesture: longer than between two strokes of a hatching."""


class GarbageBreaks(QObject):
    """Puts collections off from pen-down until some time after pen-up. GUI thread."""

    def __init__(self, canvas: CanvasView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_put_off = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.resume)
        canvas.gesture_began.connect(self._put_off)
        canvas.gesture_ended.connect(self._rest.start)

    def resume(self) -> None:
        """Collect as ever from now on."""
        self._rest.stop()
        if self._is_put_off:
            self._is_put_off = False
            gc.enable()

    def _put_off(self) -> None:
        self._rest.stop()
        # Whoever has turned it off already turns it on again.
        if gc.isenabled():
            self._is_put_off = True
            gc.disable()
