"""Moving and scaling a reference picture on the page with pen, mouse or arrow keys."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTabletEvent

from app.canvas.view import CanvasView
from app.panels.reference_board import Place, Reference, ReferenceBoard
from app.panels.references_overlay import HANDLE_PX, FrameOverlay
from engine.strokes import Bounds

_STEP_PX, _LARGE_STEP_PX = 1.0, 20.0
_GRIP = 1.6
"""A corner is taken hold of from this many half sides away."""

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress)
_MOVES = (QEvent.Type.MouseMove, QEvent.Type.TabletMove)
_RELEASES = (QEvent.Type.MouseButtonRelease, QEvent.Type.TabletRelease)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ReferenceMover(QObject):
    """While it is on, the canvas' events move the selected picture instead of drawing.

    A drag moves it, a drag at a corner scales it around the opposite one; arrow keys move it a
    pixel (with Shift, twenty), plus and minus scale it; Escape or Return ends.
    """

    ended = Signal()

    def __init__(self, board: ReferenceBoard, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self.frame = FrameOverlay(board)
        self._board = board
        self._canvas = canvas
        self._is_on = False
        self._held_at: tuple[float, float] | None = None
        self._anchor: tuple[float, float] | None = None
        board.changed.connect(self._check)

    @property
    def on(self) -> bool:
        """Whether it takes the canvas' events."""
        return self._is_on

    @staticmethod
    def can_move(item: Reference | None) -> bool:
        """Whether there is anything to move."""
        return item is not None and item.place is not Place.DOCK and not item.locked

    def start(self) -> None:
        """Take the canvas' events."""
        if not self._is_on and self.can_move(self._board.selected):
            self._is_on = True
            self._canvas.cancel_gesture()
            self._canvas.installEventFilter(self)
            self._canvas.setFocus()
            self.frame.set_on(True)

    def stop(self) -> None:
        """Give them back."""
        if self._is_on:
            self._is_on = False
            self._held_at = None
            self._canvas.removeEventFilter(self)
            self.frame.set_on(False)
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        kind = event.type()
        if kind in _PRESSES or kind in _MOVES or kind in _RELEASES:
            return self._on_pointer(event)
        if kind == QEvent.Type.MouseButtonDblClick:
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Otherwise a shortcut of one of these keys would come first.
            event.setAccepted(event.key() in {*_ARROWS, *_ENDS, *_SCALES})
            return event.isAccepted()
        return False

    def _on_pointer(self, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent | QTabletEvent):
            return False
        kind = event.type()
        if kind not in _MOVES and event.button() != Qt.MouseButton.LeftButton:
            return False
        event.accept()  # or Qt would repeat a tablet's event as a mouse event
        at = self._canvas.viewport.to_document(*_xy(event.position()))
        item = self._board.selected
        if kind in _RELEASES or item is None:
            self._held_at = None
        elif kind in _PRESSES:
            self._held_at, self._anchor = at, self._corner_opposite(item.shown_box, at)
        elif self._held_at is not None:
            self._drag(item, self._held_at, at)
            self._held_at = at
        return True

    def _drag(self, item: Reference, start: tuple[float, float], end: tuple[float, float]) -> None:
        if self._anchor is None:
            self._board.move(item, end[0] - start[0], end[1] - start[1])
            return
        before, after = math.dist(start, self._anchor), math.dist(end, self._anchor)
        if before > 0 and after > 0:
            self._board.scale(item, after / before, self._anchor)

    def _corner_opposite(self, box: Bounds, at: tuple[float, float]) -> tuple[float, float] | None:
        """The corner to scale around, if `at` is at a corner."""
        reach = _GRIP * HANDLE_PX / self._canvas.viewport.scale
        x0, y0, x1, y1 = box
        for corner, opposite in (
            ((x0, y0), (x1, y1)),
            ((x1, y0), (x0, y1)),
            ((x1, y1), (x0, y0)),
            ((x0, y1), (x1, y0)),
        ):
            if math.dist(corner, at) <= reach:
                return opposite
        return None

    def _on_key(self, event: QKeyEvent) -> bool:
        item = self._board.selected
        if event.key() in _ENDS or item is None:
            self.stop()
            return True
        if event.key() in _ARROWS:
            large = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = _LARGE_STEP_PX if large else _STEP_PX
            dx, dy = _ARROWS[Qt.Key(event.key())]
            self._board.move(item, dx * step, dy * step)
            return True
        if event.key() in _SCALES:
            x0, y0, x1, y1 = item.shown_box
            centre = ((x0 + x1) / 2, (y0 + y1) / 2)
            self._board.scale(item, _SCALES[Qt.Key(event.key())], centre)
            return True
        return False

    def _check(self) -> None:
        if self._is_on and not self.can_move(self._board.selected):
            self.stop()


_ENDS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SCALES = {Qt.Key.Key_Plus: 1.05, Qt.Key.Key_Equal: 1.05, Qt.Key.Key_Minus: 1 / 1.05}


def _xy(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()
