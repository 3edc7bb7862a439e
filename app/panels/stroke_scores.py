"""The scores of strokes as the Assist dock keeps them: by identity, as drawings come and go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np

from app.canvas.tint_overlay import Tint
from app.document.stroke import Stroke
from app.panels.words import signed
from engine.attribution.messages import Attribution
from engine.strokes import FloatArray

NEUTRAL_LEVEL = 0.05
"""Scores below this part of the largest one do not matter."""
_SATURATED = 95
"""Percentile (by points) of the ink's scores along strokes that gets the full colour."""
_MIN_SPACING_PX = 0.5


class StrokeScore(NamedTuple):
    """What is known of one stroke; a tuple, since thousands are made while the pen may wait.

    Attributes:
        stroke: which one.
        score: in units of F.
        level: the score by the largest one at the time, -1 to 1.
        points: (N,) scores of its points; None for SLA.
        levels: (N,) their levels.
        is_preview: a first, quick look; its unit is another one.
    """

    stroke: Stroke
    score: float
    level: float
    points: FloatArray | None = None
    levels: FloatArray | None = None
    is_preview: bool = False


class StrokeScores:
    """The latest score of every stroke."""

    def __init__(self) -> None:
        self._by_identity: dict[int, StrokeScore] = {}

    def __len__(self) -> int:
        return len(self._by_identity)

    def of(self, stroke: Stroke) -> StrokeScore | None:
        """What is known of a stroke."""
        return self._by_identity.get(id(stroke))

    def clear(self) -> None:
        """Forget all."""
        self._by_identity = {}

    def take(self, strokes: Sequence[Stroke], answer: Attribution) -> None:
        """The scores of these strokes, in drawing order; those of others are forgotten."""
        self._by_identity = {id(s.stroke): s for s in _scored(strokes, answer, is_preview=False)}

    def take_preview(self, strokes: Sequence[Stroke], answer: Attribution) -> None:
        """Scores of a quick look: only for strokes that have none of the careful kind."""
        known = self._by_identity
        self._by_identity = {
            id(new.stroke): new if (old := known.get(id(new.stroke))) is None or old.is_preview
            else old
            for new in _scored(strokes, answer, is_preview=True)
        }  # fmt: skip

    def tints(self) -> list[Tint]:
        """For the canvas."""
        return [Tint(each.stroke, each.level, each.levels) for each in self._by_identity.values()]

    def words(self, stroke: Stroke, place: tuple[float, float]) -> str:
        """What a stroke's score says, for a pointer at a place (document px); "" if unknown."""
        known = self.of(stroke)
        if known is None:
            return ""
        if known.is_preview:
            return f"{_verb(known.level)}, at a first look"
        whole = f"{_verb(known.level)}, {signed(known.score)}"
        if known.levels is None:
            return whole
        nearest = int(np.hypot(*(stroke.xy - np.array(place)).T).argmin())
        return f"{_verb(float(known.levels[nearest]))} here; the whole stroke {whole}"


def _verb(level: float) -> str:
    if abs(level) < NEUTRAL_LEVEL:
        return "hardly matters"
    return "helps" if level > 0 else "hurts"


def _scored(
    strokes: Sequence[Stroke], answer: Attribution, *, is_preview: bool
) -> list[StrokeScore]:
    # A stroke that is still being drawn has scores at the end, but is no stroke yet.
    scores = answer.strokes[: len(strokes)]
    levels = scores / max(float(np.abs(answer.strokes).max(initial=0.0)), 1e-12)
    points: Iterable[FloatArray | None] = repeat(None)
    along: Iterable[FloatArray | None] = repeat(None)
    if answer.points:
        points = answer.points[: len(strokes)]
        along = levels_along(strokes, answer.points[: len(strokes)])
    rows = zip(strokes, scores.tolist(), levels.tolist(), points, along, repeat(is_preview))
    return [StrokeScore._make(row) for row in rows]


def levels_along(strokes: Sequence[Stroke], points: Sequence[FloatArray]) -> list[FloatArray]:
    """Per stroke the (N,) levels of the ink at its points.

    Where points lie close together each has less of the score; so what is shown is the score by the
    length of ink that a point stands for. A median of three hides where two parts meet in a point.
    """
    if not strokes:
        return []
    counts = np.array([len(each) for each in points])
    ends = np.cumsum(counts)
    xy = np.concatenate([stroke.xy for stroke in strokes])
    steps = np.hypot(*np.diff(xy, axis=0).T)
    steps[ends[:-1] - 1] = 0.0
    spacing = (np.concatenate([[0.0], steps]) + np.concatenate([steps, [0.0]])) / 2
    density = np.concatenate(list(points)) / np.maximum(spacing, _MIN_SPACING_PX)
    padded = np.concatenate([density[:1], density, density[-1:]])
    before, after = padded[:-2], padded[2:]
    low, high = np.minimum(before, after), np.maximum(before, after)
    smooth = np.clip(density, low, high)
    edge = np.zeros(len(density), bool)
    edge[ends - 1] = edge[ends - counts] = True
    smooth[edge] = density[edge]
    largest = float(np.percentile(np.abs(smooth), _SATURATED)) or float(np.abs(smooth).max())
    levels = np.clip(smooth / max(largest, 1e-12), -1.0, 1.0)
    starts = (ends - counts).tolist()
    return [levels[first:last] for first, last in zip(starts, ends.tolist(), strict=True)]
