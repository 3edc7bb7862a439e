"""Events of mouse and tablet to pen samples."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputEvent, QMouseEvent, QPointingDevice, QTabletEvent, QTouchEvent

from app.canvas.viewport import Viewport
from app.document.ink import DEFAULT_PRESSURE
from app.document.samples import PenSample
from app.input.pen_end import PenEnd
from app.tools.base import Keys

SYNTHESIZED_WITHIN_S = 0.5
"""Mouse events made from tablet events by the system follow them within this time."""


def mouse_sample(event: QMouseEvent, viewport: Viewport) -> PenSample:
    """The mouse's place in document px, with the pressure that gives the nominal width."""
    place = event.position()
    x, y = viewport.to_document(place.x(), place.y())
    return PenSample(x, y, DEFAULT_PRESSURE, t_s=seconds_of(event))


def tablet_sample(event: QTabletEvent, viewport: Viewport) -> PenSample:
    """The pen's place in document px, to fractions of a pixel, its pressure and tilt."""
    place = event.position()
    x, y = viewport.to_document(place.x(), place.y())
    return PenSample(
        x,
        y,
        min(max(event.pressure(), 0.0), 1.0),
        event.xTilt(),
        event.yTilt(),
        seconds_of(event),
    )


def touch_sample(event: QTouchEvent, viewport: Viewport) -> PenSample:
    """The place of the first finger in document px, as that of a mouse."""
    place = event.points()[0].position()
    x, y = viewport.to_document(place.x(), place.y())
    return PenSample(x, y, DEFAULT_PRESSURE, t_s=seconds_of(event))


def keys_of(event: QInputEvent) -> Keys:
    """The keys held with an event."""
    held = event.modifiers()
    return Keys(
        shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
        alt=bool(held & Qt.KeyboardModifier.AltModifier),
        control=bool(held & Qt.KeyboardModifier.ControlModifier),
    )


def seconds_of(event: QInputEvent) -> float:
    """When it happened; the system's clock if the event carries a time, ours if not."""
    stamp_ms = event.timestamp()
    return stamp_ms / 1000.0 if stamp_ms else time.monotonic()


def mouse_end(button: Qt.MouseButton) -> PenEnd:
    """What a mouse button stands for."""
    if button == Qt.MouseButton.LeftButton:
        return PenEnd.TIP
    return PenEnd.MIDDLE if button == Qt.MouseButton.MiddleButton else PenEnd.NONE


@dataclass(frozen=True)
class PenButtons:
    """What the buttons of a pen do; Qt tells the upper one as right, the lower one as middle."""

    upper: PenEnd = PenEnd.PICK
    lower: PenEnd = PenEnd.MIDDLE


def tablet_end(event: QTabletEvent, buttons: PenButtons) -> PenEnd:
    """What touches the tablet: tip, eraser end, or a button of the pen."""
    match event.button():
        case Qt.MouseButton.LeftButton:
            eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
            return PenEnd.ERASER if eraser else PenEnd.TIP
        case Qt.MouseButton.RightButton:
            return buttons.upper
        case Qt.MouseButton.MiddleButton:
            return buttons.lower
    return PenEnd.NONE


class SynthesizedMouseFilter:
    """Tells mouse events that the system made out of tablet events from real ones."""

    def __init__(self) -> None:
        self._last_tablet_s = float("-inf")

    def saw_tablet(self) -> None:
        """A tablet event came in."""
        self._last_tablet_s = time.monotonic()

    def is_synthesized(self, event: QMouseEvent) -> bool:
        """Whether this mouse event repeats what the tablet said already."""
        pen = (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser)
        if event.pointerType() in pen:
            return True
        if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
            return False
        return time.monotonic() - self._last_tablet_s < SYNTHESIZED_WITHIN_S


def hovering_end(event: QTabletEvent) -> PenEnd:
    """Which end of the pen is turned to the tablet."""
    eraser = event.pointerType() == QPointingDevice.PointerType.Eraser
    return PenEnd.ERASER if eraser else PenEnd.TIP
