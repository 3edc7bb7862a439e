"""A synthetic pen at a steady pace, and how late the canvas handles and paints what it does.

Every event has a time at which it is due. It counts as handled when the canvas's handler has
returned, and as painted at the end of the next paint event. Lateness is measured from the due
time, so a stalled event loop counts in full.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication

from app.canvas.view import CanvasView

EVENTS_PER_S = 120
EVENTS_PER_STROKE = 20
PAUSE_EVENTS = 3


class TimedCanvas(CanvasView):
    """Tells when it has painted."""

    on_painted: Callable[[], None] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.on_painted is not None:
            self.on_painted()


@dataclass
class Lateness:
    """Milliseconds from when an event was due; one entry per event."""

    handled_ms: list[float] = field(default_factory=list)
    painted_ms: list[float] = field(default_factory=list)

    def table(self) -> str:
        """Both distributions, one line each."""
        return "\n".join(
            f"{name:8} " + "  ".join(f"{k} {v:6.2f} ms" for k, v in summary(values).items())
            for name, values in (("handled", self.handled_ms), ("painted", self.painted_ms))
        )


def report(text: str) -> None:
    """Show figures, with `pytest -s`."""
    sys.stdout.write(f"\n{text}\n")


def summary(values_ms: list[float]) -> dict[str, float]:
    """Median, 99th percentile and worst."""
    p50, p99 = np.percentile(values_ms, [50, 99])
    return {"p50": float(p50), "p99": float(p99), "max": max(values_ms)}


def draw(canvas: TimedCanvas, strokes: int, seed: int = 0) -> Lateness:
    """Draw so many strokes on a visible canvas; returns how late each event was."""
    events = _events(canvas, strokes, seed)
    result = Lateness()
    unpainted: list[float] = []
    loop = QEventLoop()
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, singleShot=True)
    start_s = time.perf_counter() + 0.1
    place = 0

    def painted() -> None:
        now_s = time.perf_counter()
        result.painted_ms.extend(1000 * (now_s - due_s) for due_s in unpainted)
        unpainted.clear()

    def send_due() -> None:
        nonlocal place
        while place < len(events):
            due_s = start_s + place / EVENTS_PER_S
            wait_s = due_s - time.perf_counter()
            if wait_s > 0:
                timer.start(max(0, math.ceil(1000 * wait_s)))
                return
            event = events[place]
            place += 1
            if event is None:
                continue
            QApplication.sendEvent(canvas, event)
            # The timer counts whole milliseconds; what it came late by itself is not the canvas's.
            result.handled_ms.append(1000 * (time.perf_counter() - due_s))
            if event.type() != QEvent.Type.MouseButtonRelease:
                unpainted.append(due_s)
        loop.quit()

    canvas.on_painted = painted
    timer.timeout.connect(send_due)
    timer.start(0)
    loop.exec()
    canvas.on_painted = None
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
