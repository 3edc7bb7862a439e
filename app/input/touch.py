"""Fingers on the canvas: which touches count, and how two fingers move the page. Qt-free."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

PEN_NEAR_S = 0.8
"""So long after its last event a pen still counts as near; a hovering one sends events."""

Place = tuple[float, float]


class FingerUse(Enum):
    """What one finger on the canvas does."""

    AUTO = "auto"
    """It draws until a pen was seen; from then on it moves the page."""
    DRAW = "draw"
    MOVE = "move"


class PalmGuard:
    """Keeps the hand that holds the pen from drawing.

    A touch that begins while the pen is near is a palm, and so are all others until every finger
    has left. All times are seconds of one steady clock.
    """

    def __init__(self) -> None:
        self._last_pen_s = -math.inf
        self._rejects = False

    @property
    def pen_seen(self) -> bool:
        """Whether there has been a pen at all."""
        return self._last_pen_s > -math.inf

    def saw_pen(self, now_s: float) -> None:
        """The pen moved over the canvas or on it."""
        self._last_pen_s = now_s

    def pen_near(self, now_s: float) -> bool:
        """Whether the hand with the pen is at the canvas."""
        return now_s - self._last_pen_s < PEN_NEAR_S

    def accepts(self, *, begins: bool, now_s: float) -> bool:
        """Whether a touch counts; `begins` for the first finger of one."""
        if begins:
            self._rejects = False
        self._rejects = self._rejects or self.pen_near(now_s)
        return not self._rejects


@dataclass(frozen=True, slots=True)
class PageMove:
    """How fingers moved the page: by (dx, dy), then `factor` closer at (x, y); view px."""

    dx: float
    dy: float
    factor: float
    x: float
    y: float


class FingerNavigation:
    """The page follows the fingers: one moves it, two also zoom."""

    def __init__(self) -> None:
        self._fingers: dict[int, Place] = {}

    def follow(self, fingers: Mapping[int, Place]) -> PageMove | None:
        """The fingers, by id, are here now (view px); None if that moves nothing.

        Fingers that come or go do not make the page jump.
        """
        before = {i: place for i, place in self._fingers.items() if i in fingers}
        self._fingers = dict(fingers)
        if not before:
            return None
        old, new = list(before.values()), [fingers[i] for i in before]
        old_x, old_y = _middle(old)
        x, y = _middle(new)
        spread = _spread(old)
        factor = _spread(new) / spread if spread > 0 and len(new) > 1 else 1.0
        if (x, y, factor) == (old_x, old_y, 1.0):
            return None
        return PageMove(x - old_x, y - old_y, factor, x, y)

    def end(self) -> None:
        """All fingers have left."""
        self._fingers = {}


def _middle(places: list[Place]) -> Place:
    xs, ys = zip(*places, strict=True)
    return sum(xs) / len(places), sum(ys) / len(places)


def _spread(places: list[Place]) -> float:
    x, y = _middle(places)
    return sum(math.hypot(px - x, py - y) for px, py in places) / len(places)
