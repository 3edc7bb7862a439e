"""The scores of strokes as the Assist dock keeps them: by identity, as drawings come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from app.canvas.tint_overlay import Tints
from app.document.change import common_ends
from app.document.stroke import Stroke
from app.panels.words import signed
from app.translation import tr
from engine.attribution.messages import Attribution
from engine.strokes import FloatArray

NEUTRAL_LEVEL = 0.05
"""Scores below this part of the largest one do not matter."""
_SATURATED = 95
"""Percentile (by points) of the ink's scores along strokes that gets the full colour."""
_MIN_SPACING_PX = 0.5


class StrokeScore(NamedTuple):
    """What is known of one stroke.

    Attributes:
        score: in units of F.
        level: the score by the largest one at the time, -1 to 1.
        levels: (N,) the same of its points; None for SLA.
        is_preview: a first, quick look; its unit is another one.
    """

    score: float
    level: float
    levels: FloatArray | None
    is_preview: bool


class _Known(NamedTuple):
    """The scores of strokes, in drawing order; arrays, since the pen may wait.

    Attributes:
        scores, levels, is_preview: (n,) see `StrokeScore`.
        along: per stroke its `levels`; empty if none has any.
    """

    strokes: tuple[Stroke, ...]
    scores: FloatArray
    levels: FloatArray
    is_preview: npt.NDArray[np.bool_]
    along: Sequence[FloatArray | None] = ()


_NOTHING = _Known((), np.empty(0), np.empty(0), np.empty(0, bool))


class StrokeScores:
    """The latest score of every stroke."""

    def __init__(self) -> None:
        self._known = _NOTHING
        self._row_of: dict[int, int] | None = None
        """Rows by the identities of strokes; made when it is asked for."""

    def __len__(self) -> int:
        return len(self._known.strokes)

    def of(self, stroke: Stroke) -> StrokeScore | None:
        """What is known of a stroke."""
        known = self._known
        if self._row_of is None:
            self._row_of = {id(each): row for row, each in enumerate(known.strokes)}
        row = self._row_of.get(id(stroke))
        if row is None:
            return None
        along = known.along[row] if known.along else None
        score, level = known.scores[row].item(), known.levels[row].item()
        return StrokeScore(score, level, along, known.is_preview[row].item())

    def clear(self) -> None:
        """Forget all."""
        self._keep(_NOTHING)

    def take(self, strokes: Sequence[Stroke], answer: Attribution) -> None:
        """The scores of these strokes, in drawing order; those of others are forgotten."""
        self._keep(_scored(strokes, answer, is_preview=False))

    def take_preview(self, strokes: Sequence[Stroke], answer: Attribution) -> None:
        """Scores of a quick look: only for strokes that have none of the careful kind."""
        old, new = self._known, _scored(strokes, answer, is_preview=True)
        rows = _rows_before(old.strokes, new.strokes)
        careful = (rows >= 0) & ~np.append(old.is_preview, True)[rows]
        for array, before in zip(new[1:4], old[1:4], strict=True):
            array[careful] = before[rows[careful]]
        along: Sequence[FloatArray | None] = new.along
        if old.along or new.along:
            old_along, new_along = (
                old.along or [None] * len(old.strokes),
                new.along or [None] * len(rows),
            )
            along = [
                old_along[row] if is_kept else fresh
                for row, is_kept, fresh in zip(
                    rows.tolist(), careful.tolist(), new_along, strict=True
                )
            ]
        self._keep(new._replace(along=along))

    def tints(self) -> Tints:
        """For the canvas."""
        return Tints(self._known.strokes, self._known.levels, self._known.along)

    def words(self, stroke: Stroke, place: tuple[float, float]) -> str:
        """What a stroke's score says, for a pointer at a place (document px); "" if unknown."""
        known = self.of(stroke)
        if known is None:
            return ""
        if known.is_preview:
            return tr("{verb}, at a first look").format(verb=_verb(known.level))
        whole = f"{_verb(known.level)}, {signed(known.score)}"
        if known.levels is None:
            return whole
        nearest = int(np.hypot(*(stroke.xy - np.array(place)).T).argmin())
        return tr("{verb} here; the whole stroke {whole}").format(
            verb=_verb(float(known.levels[nearest])), whole=whole
        )

    def _keep(self, known: _Known) -> None:
        self._known, self._row_of = known, None


def _verb(level: float) -> str:
    if abs(level) < NEUTRAL_LEVEL:
        return tr("hardly matters")
    return tr("helps") if level > 0 else tr("hurts")


def _scored(strokes: Sequence[Stroke], answer: Attribution, *, is_preview: bool) -> _Known:
    # A stroke that is still being drawn has scores at the end, but is no stroke yet.
    strokes = tuple(strokes)[: len(answer.strokes)]
    scores = np.array(answer.strokes[: len(strokes)], np.float64)
    levels = scores / max(float(np.abs(answer.strokes).max(initial=0.0)), 1e-12)
    along = levels_along(strokes, answer.points[: len(strokes)]) if answer.points else ()
    return _Known(strokes, scores, levels, np.full(len(strokes), is_preview), along)


def _rows_before(old: tuple[Stroke, ...], new: tuple[Stroke, ...]) -> npt.NDArray[np.intp]:
    """(n,) where each of the new strokes was among the old ones; -1 if it was not."""
    start, end = common_ends(old, new)
    row_of = {id(old[row]): row for row in range(start, len(old) - end)}
    middle = [row_of.get(id(stroke), -1) for stroke in new[start : len(new) - end]]
    last = np.arange(len(old) - end, len(old))
    return np.concatenate([np.arange(start), np.array(middle, np.intp), last])


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
    before, after = np.concatenate([[0.0], steps]), np.concatenate([steps, [0.0]])
    edge = np.zeros(len(xy), bool)
    edge[ends - 1] = edge[ends - counts] = True
    # An end has ink on one side only; by half of it, its colour would stand out.
    spacing = np.where(edge, before + after, (before + after) / 2)
    density = np.concatenate(list(points)) / np.maximum(spacing, _MIN_SPACING_PX)
    padded = np.concatenate([density[:1], density, density[-1:]])
    low, high = np.minimum(padded[:-2], padded[2:]), np.maximum(padded[:-2], padded[2:])
    smooth = np.clip(density, low, high)
    smooth[edge] = density[edge]
    largest = float(np.percentile(np.abs(smooth), _SATURATED)) or float(np.abs(smooth).max())
    levels = np.clip(smooth / max(largest, 1e-12), -1.0, 1.0)
    starts = (ends - counts).tolist()
    return [levels[first:last] for first, last in zip(starts, ends.tolist(), strict=True)]
