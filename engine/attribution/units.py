"""What gets a score of its own: whole strokes, or pieces of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch

from engine.raster import Stamps, Strokes, stamp_strokes
from engine.strokes import FloatArray, polyline_length

MAX_UNITS = 96
"""More would take too long to remove one by one: beyond it, neighbours in drawing order share."""
MAX_PIECES = 32
"""Of all strokes together (more only where there are more strokes)."""
MIN_PIECE = 0.06
"""Length of a piece as a fraction of the canvas: less than that, an encoder hardly sees."""


@dataclass(frozen=True, eq=False)
class Units:
    """A partition of the ink.

    Attributes:
        lines: (N, 2) polylines on the unit square, in drawing order; together all the ink.
        unit: (L,) which unit each line belongs to, ascending from 0.
        stroke: (L,) which stroke each line is part of.
        first: (L,) position of the line's first point in its stroke.
    """

    lines: tuple[FloatArray, ...]
    unit: np.ndarray
    stroke: np.ndarray
    first: np.ndarray
    _stamped: dict[tuple[int, float | None], Stamps] = field(default_factory=dict, repr=False)

    @property
    def count(self) -> int:
        """U."""
        return int(self.unit[-1]) + 1

    def stamps(
        self, side: int, width_px: float | None, views: Sequence[FloatArray] | None = None
    ) -> Stamps:
        """The pixels of every unit.

        Args:
            side: of the canvas in px.
            width_px: of the lines; None for Bresenham lines of one pixel.
            views: (2, 3) affine maps of the unit square, one a sketch of the batch; None: one
                sketch as it is.
        """
        if views is None and (side, width_px) in self._stamped:
            return self._stamped[side, width_px]
        points = np.concatenate(self.lines)
        sketches = [points] if views is None else [_mapped(points, view) for view in views]
        lengths = np.tile([len(line) for line in self.lines], len(sketches))
        places = torch.from_numpy((np.concatenate(sketches) * side).astype(np.float32))
        strokes = Strokes.polylines(places, lengths)
        topology = strokes.topology
        sketch = np.repeat(np.arange(len(sketches)), len(self.lines))
        unit = sketch * self.count + np.tile(self.unit, len(sketches))
        by_unit = replace(
            topology,
            stroke=unit[topology.stroke],
            sketch=np.repeat(np.arange(len(sketches)), self.count),
            n_sketches=len(sketches),
        )
        stamps = stamp_strokes(Strokes(strokes.controls, by_unit), (side, side), width_px)
        if views is None:
            self._stamped[side, width_px] = stamps
        return stamps

    def of_strokes(self, scores: FloatArray, strokes: int) -> FloatArray:
        """(U,) scores of units as (m,) scores of strokes: what shares a unit shares by ink."""
        shares = self._shares() * scores[self.unit]
        return np.asarray(np.bincount(self.stroke, shares, minlength=strokes), np.float64)

    def from_strokes(self, scores: FloatArray) -> FloatArray:
        """(m,) scores of strokes as (U,) scores of units: `of_strokes` the other way round."""
        ink = self._ink()
        shares = ink / np.bincount(self.stroke, ink)[self.stroke]
        units = np.bincount(self.unit, shares * scores[self.stroke], minlength=self.count)
        return np.asarray(units, np.float64)

    def of_points(self, scores: FloatArray, lengths: Sequence[int]) -> tuple[FloatArray, ...]:
        """(U,) scores as one score a point; a unit's points share its score equally.

        Args:
            lengths: number of points of each stroke.
        """
        shares = self._shares() * scores[self.unit]
        points = [np.zeros(length) for length in lengths]
        for line, stroke, first, share in zip(
            self.lines, self.stroke, self.first, shares, strict=True
        ):
            points[stroke][first : first + len(line)] += share / len(line)
        return tuple(points)

    def _shares(self) -> FloatArray:
        """(L,) each line's part of its unit's ink; they sum to 1 in each unit."""
        ink = self._ink()
        shares: FloatArray = ink / np.bincount(self.unit, ink)[self.unit]
        return shares

    def _ink(self) -> FloatArray:
        """(L,) how much ink a line is; a dot is a little."""
        return np.array([polyline_length(line) for line in self.lines]) + 1e-6


def whole_strokes(lines: Sequence[FloatArray], limit: int = MAX_UNITS) -> Units:
    """A unit a stroke; where there are more than `limit`, of equally many neighbours each."""
    count = len(lines)
    stroke = np.arange(count)
    return Units(
        tuple(lines),
        stroke if count <= limit else stroke * limit // count,
        stroke,
        np.zeros(count, np.int64),
    )


def pieces_of_strokes(lines: Sequence[FloatArray], limit: int = MAX_PIECES) -> Units:
    """Pieces of about equal length, at least one a stroke, about `limit` in all.

    A piece begins with the last point of the piece before, so no ink is lost between them.
    """
    lengths = np.array([polyline_length(line) for line in lines])
    piece = max(MIN_PIECE, float(lengths.sum()) / limit)
    cut: list[FloatArray] = []
    stroke: list[int] = []
    first: list[int] = []
    for i, line in enumerate(lines):
        for start, end in _cuts(line, max(round(float(lengths[i]) / piece), 1)):
            cut.append(line[start : end + 1])
            stroke.append(i)
            first.append(start)
    whole = whole_strokes(cut, max(limit, MAX_UNITS))
    return Units(whole.lines, whole.unit, np.array(stroke), np.array(first))


def _cuts(line: FloatArray, pieces: int) -> list[tuple[int, int]]:
    """First and last point of each of at most `pieces` parts of about equal length."""
    last = len(line) - 1
    along = np.concatenate([[0.0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
    at = np.searchsorted(along, along[-1] * np.arange(1, pieces) / pieces)
    ends = [*np.unique(at[(at > 0) & (at < last)]).tolist(), last]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _mapped(points: FloatArray, view: FloatArray) -> FloatArray:
    return np.asarray(points @ view[:, :2].T + view[:, 2])
