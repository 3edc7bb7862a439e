"""What a live question is about: the places of all strokes, and of the one being drawn."""

from __future__ import annotations

from collections.abc import Callable

from app.document.change import common_ends
from app.document.stroke import Stroke
from engine.strokes import FloatArray

LiveSource = Callable[[], FloatArray | None]
"""The (N, 2) places of the stroke that is being drawn; None without."""


class StrokeLines:
    """The places of strokes; those of a drawing of thousands are not gathered anew each time."""

    def __init__(self) -> None:
        self._strokes: tuple[Stroke, ...] = ()
        self._lines: tuple[FloatArray, ...] = ()

    def of(self, strokes: tuple[Stroke, ...]) -> tuple[FloatArray, ...]:
        """(N, 2) of each stroke."""
        start, end = common_ends(self._strokes, strokes)
        middle = [stroke.xy for stroke in strokes[start : len(strokes) - end]]
        after = self._lines[len(self._lines) - end :]
        self._strokes, self._lines = strokes, (*self._lines[:start], *middle, *after)
        return self._lines
