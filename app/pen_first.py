"""What waits while the hand draws: long jobs of the engine, and the search for cyclic garbage.

Both need the interpreter, which the pen's events need too. Every state of a drawing is a tuple of
references to all its strokes; with 10,000 strokes on the page a look at the youngest objects goes
through a few of those and takes up to 20 ms, in whichever thread it falls due. So it is taken after
each gesture, when there is little to look at, and what has outlived it is not looked at again
until another document is opened. What is in no cycle goes at once as ever, and answers to the pen
itself are worked out as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.canvas.view import CanvasView
from app.document.change import Change, ChangeKind
from app.document.document import Document

REST_MS = 300
"""After a gesture: longer than between two strokes of a hatching."""


class PenFirst(QObject):
    """Puts them off from pen-down until some time after pen-up. GUI thread.

    Args:
        hold: called with True when long jobs are to wait, with False when they may go on.
    """

    def __init__(
        self,
        canvas: CanvasView,
        document: Document,
        hold: Callable[[bool], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hold = hold
        self._is_held = False
        self._is_garbage_put_off = False
        self._is_any_passed_over = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.resume)
        canvas.gesture_began.connect(self._put_off)
        canvas.gesture_ended.connect(self._rest.start)
        # After the paint event that shows what the gesture did.
        self._sweep = QTimer(self, singleShot=True, interval=0)
        self._sweep.timeout.connect(self._collect_youngest)
        canvas.gesture_ended.connect(self._sweep.start)
        self._unsubscribe = document.subscribe(self._on_change)

    def release(self) -> None:
        """The window closes."""
        self._unsubscribe()
        self.resume()

    def resume(self) -> None:
        """All goes on as ever from now on."""
        self._rest.stop()
        self._sweep.stop()
        if self._is_garbage_put_off:
            self._is_garbage_put_off = False
            gc.enable()
        if self._is_held:
            self._is_held = False
            self._hold(False)

    def _put_off(self) -> None:
        self._rest.stop()
        self._sweep.stop()
        # Whoever has turned it off already turns it on again.
        if gc.isenabled():
            self._is_garbage_put_off = True
            gc.disable()
        if not self._is_held:
            self._is_held = True
            self._hold(True)

    def _collect_youngest(self) -> None:
        if self._is_garbage_put_off:
            gc.collect(0)
            gc.freeze()
            self._is_any_passed_over = True

    def _on_change(self, change: Change) -> None:
        if change.kind is ChangeKind.LOAD and self._is_any_passed_over:
            self._is_any_passed_over = False
            gc.unfreeze()
            gc.collect()
            gc.freeze()
