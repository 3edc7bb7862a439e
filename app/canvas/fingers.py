"""Touches on the canvas: fingers that draw or move the page, palms that do not count."""

from __future__ import annotations

import time
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent

from app.canvas.viewport import Viewport
from app.document.samples import PenSample
from app.input.gestures import Device
from app.input.pen_end import PenEnd
from app.input.pointer import keys_of, touch_sample
from app.input.touch import FingerNavigation, FingerUse, PalmGuard
from app.tools.base import Keys

TOUCH_EVENTS = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
    }
)


class TouchedCanvas(Protocol):
    """What touches act on."""

    @property
    def viewport(self) -> Viewport: ...
    def gesture_down(self, device: Device, end: PenEnd, sample: PenSample, keys: Keys) -> None: ...
    def gesture_move(self, device: Device, end: PenEnd, sample: PenSample, keys: Keys) -> None: ...
    def gesture_up(self, device: Device, end: PenEnd, sample: PenSample, keys: Keys) -> None: ...
    def cancel_gesture(self) -> None: ...
    def scroll_by(self, dx: float, dy: float) -> None: ...
    def zoom_to(self, scale: float, at: QPointF | None = None) -> None: ...


class Fingers:
    """Takes the touch events of a canvas.

    Attributes:
        use: what one finger does.
    """

    def __init__(self, canvas: TouchedCanvas) -> None:
        self.use = FingerUse.AUTO
        self._canvas = canvas
        self._palm = PalmGuard()
        self._navigation = FingerNavigation()
        self._draws = False

    def saw_pen(self) -> None:
        """The pen moved over the canvas or on it."""
        self._palm.saw_pen(time.monotonic())

    def take(self, event: QTouchEvent) -> None:
        """One finger draws or moves the page, two move and zoom it."""
        begins = event.type() == QEvent.Type.TouchBegin
        accepted = self._palm.accepts(begins=begins, now_s=time.monotonic())
        if event.type() == QEvent.Type.TouchCancel or not accepted:
            self._drop()
            return
        if begins:
            auto = self.use is FingerUse.AUTO and not self._palm.pen_seen
            self._draws = auto or self.use is FingerUse.DRAW
        if self._draws and len(event.points()) == 1:
            self._draw(event)
        else:
            self._drop_drawing()
            self._navigate(event)

    def _draw(self, event: QTouchEvent) -> None:
        sample, keys = touch_sample(event, self._canvas.viewport), keys_of(event)
        match event.type():
            case QEvent.Type.TouchBegin:
                self._canvas.gesture_down(Device.TOUCH, PenEnd.TIP, sample, keys)
            case QEvent.Type.TouchUpdate:
                self._canvas.gesture_move(Device.TOUCH, PenEnd.TIP, sample, keys)
            case QEvent.Type.TouchEnd:
                self._canvas.gesture_up(Device.TOUCH, PenEnd.TIP, sample, keys)

    def _navigate(self, event: QTouchEvent) -> None:
        gone = QEventPoint.State.Released
        places = {p.id(): p.position() for p in event.points() if p.state() != gone}
        move = self._navigation.follow({i: (at.x(), at.y()) for i, at in places.items()})
        if move is not None:
            self._canvas.scroll_by(move.dx, move.dy)
            if move.factor != 1.0:
                scale = self._canvas.viewport.scale * move.factor
                self._canvas.zoom_to(scale, QPointF(move.x, move.y))

    def _drop(self) -> None:
        self._drop_drawing()
        self._navigation.end()

    def _drop_drawing(self) -> None:
        """What the finger began is no drawing: it was a palm, or there are two fingers."""
        if self._draws:
            self._draws = False
            self._canvas.cancel_gesture()
