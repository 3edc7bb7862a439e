"""Wheel and touch pad: which turn zooms, which scrolls, and by how much."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

_ZOOM_PER_NOTCH = 1.2
_ANGLE_PER_NOTCH = 120.0
_PX_PER_NOTCH = 60.0


def wheel_zoom_factor(event: QWheelEvent) -> float | None:
    """By how much this turn zooms; None if it scrolls.

    A mouse wheel zooms; two fingers on a touch pad scroll, with Ctrl they zoom. Shift or Alt
    make any wheel scroll.
    """
    modifiers = event.modifiers()
    if not modifiers & Qt.KeyboardModifier.ControlModifier:
        from_pad = event.device().type() == QInputDevice.DeviceType.TouchPad
        aside = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        if from_pad or modifiers & aside:
            return None
    turn = event.angleDelta()
    return float(_ZOOM_PER_NOTCH ** ((turn.y() or turn.x()) / _ANGLE_PER_NOTCH))


def wheel_scroll_px(event: QWheelEvent) -> QPointF:
    """How far this turn moves the page, in view px."""
    pixels = event.pixelDelta()
    if pixels.isNull():
        turn = QPointF(event.angleDelta()) * (_PX_PER_NOTCH / _ANGLE_PER_NOTCH)
    else:
        turn = QPointF(pixels)
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not turn.x():
        return QPointF(turn.y(), 0.0)
    return turn
