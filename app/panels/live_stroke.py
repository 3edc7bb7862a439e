"""The stroke that is being drawn, looked at a few times a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.bridge.engine_bridge import EngineBridge
from app.panels.stroke_lines import LiveSource
from engine.strokes import FloatArray

DRAWING_EVERY_MS = 300
"""How often at most the stroke that is being drawn is looked at."""


class LiveStroke(QObject):
    """Has a session look at the growing stroke, while the engine keeps up. GUI thread.

    Args:
        kinds: requests of the session that have to be answered before it looks again.
        look: called with the (N, 2) points so far, N >= 1, in px of the page.
    """

    def __init__(
        self,
        bridge: EngineBridge,
        kinds: frozenset[str],
        look: Callable[[FloatArray], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.source: LiveSource = lambda: None
        self._bridge = bridge
        self._kinds = kinds
        self._look = look
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_now)

    def look_soon(self) -> None:
        """It has grown."""
        if not self._timer.isActive():
            self._timer.start(DRAWING_EVERY_MS)

    def stop(self) -> None:
        """It has ended, or nobody wants to know any more."""
        self._timer.stop()

    def _look_now(self) -> None:
        if self._kinds & self._bridge.busy:
            # Asking again now would mean that no answer ever comes while the pen is down.
            self._timer.start(DRAWING_EVERY_MS)
        elif (live := self.source()) is not None and len(live):
            self._look(live)
