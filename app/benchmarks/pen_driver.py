"""A pen in another process, and how late the canvas handles and paints what it does.

The events come as those of a window system do: through a file descriptor that wakes the event
loop, at times that no stall in this process can delay. An event counts as handled when the canvas's
handler has returned, and as painted at the end of the next paint event. Both are measured from the
moment the other process delivered it; so a stalled event loop counts in full.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import time
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QPointF, QSocketNotifier, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from app.canvas.view import CanvasView

EVENTS_PER_S = 120
EVENTS_PER_STROKE = 20
PAUSE_EVENTS = 3

_RECORD = struct.Struct("dd")
_HAND = """
import struct, sys, time
start, number, period = time.monotonic() + 0.2, int(sys.argv[1]), float(sys.argv[2])
out = sys.stdout.buffer
for i in range(number):
    due = start + i * period
    time.sleep(max(0.0, due - time.monotonic()))
    out.write(struct.pack("dd", due, time.monotonic()))
    out.flush()
"""
"""Writes when each event was due and the moment it is; the clock is the whole machine's."""


class TimedCanvas(CanvasView):
    """Tells when it has painted."""

    on_painted = staticmethod(lambda: None)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.on_painted()


@dataclass
class Lateness:
    """Milliseconds from when an event was delivered; one entry per event.

    Attributes:
        hand_ms: how late the other process itself woke up, which does nothing but sleep: what the
            machine, and whoever else uses it, adds.
    """

    handled_ms: list[float] = field(default_factory=list)
    painted_ms: list[float] = field(default_factory=list)
    hand_ms: list[float] = field(default_factory=list)


def percentiles(values_ms: list[float]) -> dict[str, float]:
    """Median, 99th percentile and worst."""
    p50, p99 = np.percentile(values_ms, [50, 99])
    return {"p50_ms": float(p50), "p99_ms": float(p99), "max_ms": max(values_ms)}


def draw(canvas: TimedCanvas, strokes: int, seed: int = 0) -> Lateness:
    """Draw so many strokes on a visible canvas; returns how late each event was."""
    events = _events(canvas, strokes, seed)
    result = Lateness()
    unpainted: list[float] = []
    loop = QEventLoop()
    place = 0

    def painted() -> None:
        now_s = time.monotonic()
        result.painted_ms.extend(1000 * (now_s - at_s) for at_s in unpainted)
        unpainted.clear()

    def deliver() -> None:
        nonlocal place
        data = os.read(reader, _RECORD.size * 64)
        for due_s, at_s in _RECORD.iter_unpack(data):
            result.hand_ms.append(1000 * (at_s - due_s))
            event = events[place]
            place += 1
            if event is not None:
                QApplication.sendEvent(canvas, event)
                result.handled_ms.append(1000 * (time.monotonic() - at_s))
                if event.type() != QEvent.Type.MouseButtonRelease:
                    unpainted.append(at_s)
        if place == len(events):
            loop.quit()

    command = [sys.executable, "-c", _HAND, str(len(events)), str(1 / EVENTS_PER_S)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as hand:
        assert hand.stdout is not None
        reader = hand.stdout.fileno()
        notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read)
        notifier.activated.connect(deliver)
        canvas.on_painted = painted
        loop.exec()
        notifier.setEnabled(False)
        canvas.on_painted = TimedCanvas.on_painted
    return result


def _events(canvas: CanvasView, strokes: int, seed: int) -> list[QMouseEvent | None]:
    """Press, moves, release of every stroke; None where the hand pauses in the air."""
    random = np.random.default_rng(seed)
    events: list[QMouseEvent | None] = []
    for _ in range(strokes):
        start = random.uniform([60, 60], [canvas.width() - 60, canvas.height() - 60])
        heading = random.uniform(0, 2 * np.pi) + np.cumsum(
            random.normal(0, 0.25, EVENTS_PER_STROKE)
        )
        steps = 7.0 * np.stack([np.cos(heading), np.sin(heading)], axis=1)
        places = start + np.cumsum(steps, axis=0)
        kinds = [QEvent.Type.MouseButtonPress]
        kinds += [QEvent.Type.MouseMove] * (EVENTS_PER_STROKE - 2)
        kinds += [QEvent.Type.MouseButtonRelease]
        events += [_mouse(canvas, kind, *xy) for kind, xy in zip(kinds, places, strict=True)]
        events += [None] * PAUSE_EVENTS
    return events


def _mouse(canvas: CanvasView, kind: QEvent.Type, x: float, y: float) -> QMouseEvent:
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    pos = QPointF(x, y)
    return QMouseEvent(
        kind,
        pos,
        canvas.mapToGlobal(pos),
        none if kind == QEvent.Type.MouseMove else left,
        none if kind == QEvent.Type.MouseButtonRelease else left,
        Qt.KeyboardModifier.NoModifier,
    )
