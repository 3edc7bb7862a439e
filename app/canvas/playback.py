"""A drawing made again before one's eyes: strokes that come one after the other, at any speed."""

from __future__ import annotations

import bisect
import time
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.canvas.pen_overlay import PenOverlay
from app.tools.base import InkStyle
from engine.strokes import FloatArray

FRAME_MS = 16
LONGEST_FRAME_S = 0.1
"""After a hitch the pen goes on from where it was seen."""


class Playback(QObject):
    """Moves a pen along the lines of a `PenOverlay`. GUI thread.

    It is off (nothing of it is seen), under way, or at rest somewhere along the lines. At the end
    of the last line it rests, all lines in sight, until `stop`.

    Args:
        speed: document px that the pen goes in a second.
    """

    changed = Signal()
    """It plays, rests, is off, or is at another stroke than before."""

    def __init__(self, speed: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.overlay = PenOverlay()
        self.speed = speed
        """May be set at any time."""
        self._ends: list[int] = []
        self._along_px: FloatArray = np.zeros(0)
        self._seen_s = 0.0
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def is_on(self) -> bool:
        """Whether lines are shown, moving or at rest."""
        return bool(self._ends)

    @property
    def playing(self) -> bool:
        """Whether the pen moves."""
        return self._timer.isActive()

    @property
    def strokes(self) -> int:
        """How many there are; 0 if it is off."""
        return len(self._ends)

    @property
    def stroke(self) -> int:
        """How many strokes are whole."""
        return bisect.bisect_right(self._ends, self.overlay.place or 0.0)

    def begin(self, lines: Sequence[FloatArray], style: InkStyle) -> None:
        """Rest before the first of these (N, 2) lines, document px, in drawing order."""
        lines = [np.asarray(line, np.float64) for line in lines if len(line)]
        self._timer.stop()
        self.overlay.show_lines(lines, style)
        self._ends = (np.cumsum([len(line) for line in lines]) - 1).tolist()
        if lines:
            self.overlay.set_place(0.0)
            self._along_px = _lengths(lines)
        self.changed.emit()

    def play(self) -> None:
        """Have the pen draw; from the beginning again, if it came to the end."""
        if not self.is_on or self.playing:
            return
        if self._place >= self._ends[-1]:
            self.overlay.set_place(0.0)
        self._seen_s = time.monotonic()
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Have the pen rest where it is."""
        if self.playing:
            self._timer.stop()
            self.changed.emit()

    def stop(self) -> None:
        """Off: nothing of it is seen."""
        if self.is_on:
            self._timer.stop()
            self._ends = []
            self.overlay.show_lines(())
            self.changed.emit()

    def step(self, strokes: int) -> None:
        """Rest at the end of the next stroke, or of one further on; negative: further back."""
        if not self.is_on:
            return
        self._timer.stop()
        # Back from the middle of a stroke is to its beginning.
        whole = self.stroke
        begun = strokes < 0 and self._place > (self._ends[whole - 1] if whole else 0)
        goal = min(max(whole + strokes + begun, 0), self.strokes)
        self.overlay.set_place(float(self._ends[goal - 1]) if goal else 0.0)
        self.changed.emit()

    def advance(self, seconds: float) -> None:
        """The pen goes on for so long."""
        if not self.is_on:
            return
        before = self.stroke
        far = float(np.interp(self._place, np.arange(len(self._along_px)), self._along_px))
        place = np.interp(
            far + seconds * self.speed, self._along_px, np.arange(len(self._along_px))
        )
        self.overlay.set_place(float(place))
        if self._place >= self._ends[-1]:
            self._timer.stop()
        if self.stroke != before:
            self.changed.emit()

    @property
    def _place(self) -> float:
        return self.overlay.place or 0.0

    def _tick(self) -> None:
        now_s = time.monotonic()
        seconds, self._seen_s = min(now_s - self._seen_s, LONGEST_FRAME_S), now_s
        self.advance(seconds)


def _lengths(lines: Sequence[FloatArray]) -> FloatArray:
    """(N,) how far the pen has gone at each point of all lines, in the air as on the paper.

    A step takes a little even where points lie on each other, so that the pen gets past them.
    """
    points = np.concatenate(lines)
    steps = np.hypot(*np.diff(points, axis=0).T)
    return np.concatenate([[0.0], np.cumsum(np.maximum(steps, 0.01))])
