"""Clip paths of other programs' SVG: the parts of strokes that they leave to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.document.stroke import Stroke
from app.translation import tr
from engine.errors import InputError
from engine.strokes import FloatArray

Mask = npt.NDArray[np.bool_]

SPACING_PX = 1.0
"""How densely a stroke is looked at for where it enters or leaves."""
_MOST_PLACES = 20_000
"""Of one stroke that is looked at."""
_HALVINGS = 8
"""Of the last step, to find the edge within 1/256 of it."""
_CHUNK = 2_000_000
"""Places times edges compared at a time: some ten MB."""
MAX_COMPARISONS = 1_000_000_000
"""In one file: some 10 s."""


@dataclass(frozen=True, eq=False)
class ClipShape:
    """One shape of a clip path.

    Attributes:
        starts, ends: (E, 2) the edges of its closed outlines.
        even_odd: the rule for what is inside; else it is that of the winding number.
    """

    starts: FloatArray
    ends: FloatArray
    even_odd: bool

    @classmethod
    def of_outlines(cls, outlines: Sequence[FloatArray], even_odd: bool) -> ClipShape:
        """The shape of closed (N, 2) outlines."""
        starts = np.concatenate([np.empty((0, 2)), *outlines])
        ends = np.concatenate([np.empty((0, 2)), *(np.roll(each, -1, axis=0) for each in outlines)])
        return cls(starts, ends, even_odd)

    def covers(self, places: FloatArray) -> Mask:
        """(N,) whether each of (N, 2) places is inside: edges that a ray to the right crosses."""
        if not len(self.starts):
            return np.zeros(len(places), dtype=bool)
        rows = max(1, _CHUNK // len(self.starts))
        parts = [self._covers(places[i : i + rows]) for i in range(0, len(places), rows)]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=bool)

    def _covers(self, places: FloatArray) -> Mask:
        x, y = places[:, :1], places[:, 1:]
        (x0, y0), (x1, y1) = self.starts.T, self.ends.T
        down = (y0 <= y) & (y1 > y)
        up = (y1 <= y) & (y0 > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            right = x0 + (y - y0) * (x1 - x0) / (y1 - y0) > x
        crossed = (down & right).sum(axis=1) - (up & right).sum(axis=1)
        total = ((down | up) & right).sum(axis=1) if self.even_odd else crossed
        return np.asarray(total % 2 == 1 if self.even_odd else total != 0)


class Clipper:
    """Cuts strokes, and keeps count of the work."""

    def __init__(self) -> None:
        self._left = MAX_COMPARISONS

    def cut(self, stroke: Stroke, regions: Sequence[Sequence[ClipShape]]) -> list[Stroke]:
        """The parts of a stroke that lie in every region, a region being the union of its shapes.

        A stroke that is cut becomes polylines; one that is not is returned as it is.

        Raises:
            InputError: if that takes more comparisons than a file may cost.
        """
        line = _Line(stroke)
        inside = self._inside(line.places(line.looks), regions)
        if inside.all():
            return [stroke]
        changes = np.flatnonzero(inside[1:] != inside[:-1])
        edges = self._edges(line, line.looks[changes], line.looks[changes + 1], inside, regions)
        cuts = [*([0.0] if inside[0] else []), *edges, *([line.length] if inside[-1] else [])]
        return [line.part(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]

    def _edges(
        self,
        line: _Line,
        before: FloatArray,
        after: FloatArray,
        inside: Mask,
        regions: Sequence[Sequence[ClipShape]],
    ) -> list[float]:
        """Where between two looks the line enters or leaves, by halving."""
        enters = ~inside[:-1][inside[1:] != inside[:-1]]
        for _ in range(_HALVINGS if len(before) else 0):
            middle = (before + after) / 2
            is_after = self._inside(line.places(middle), regions) == enters
            after = np.where(is_after, middle, after)
            before = np.where(is_after, before, middle)
        edges: list[float] = ((before + after) / 2).tolist()
        return edges

    def _inside(self, places: FloatArray, regions: Sequence[Sequence[ClipShape]]) -> Mask:
        inside = np.ones(len(places), dtype=bool)
        for shapes in regions:
            self._left -= len(places) * sum(len(shape.starts) for shape in shapes)
            if self._left < 0:
                raise InputError(tr("Its clip paths take too long to follow."))
            covered = np.zeros(len(places), dtype=bool)
            for shape in shapes:
                covered |= shape.covers(places)
            inside &= covered
        return inside


class _Line:
    """A stroke's points by the way along it, in px."""

    def __init__(self, stroke: Stroke) -> None:
        self._stroke = stroke
        steps = np.hypot(*np.diff(stroke.xy, axis=0).T)
        self._at = np.concatenate([[0.0], np.cumsum(steps)])
        self.length = float(self._at[-1])
        count = min(int(self.length / SPACING_PX) + 2, _MOST_PLACES)
        self.looks = np.linspace(0.0, self.length, count)

    def places(self, at: FloatArray) -> FloatArray:
        """(N, 2) the places at (N,) ways."""
        return self._points(at)[:, :2]

    def part(self, start: float, end: float) -> Stroke:
        """The stroke between two ways."""
        between = self._at[(self._at > start) & (self._at < end)]
        points = self._points(np.concatenate([[start], between, [end]]))
        stroke = self._stroke
        return Stroke(points, stroke.width_px, stroke.colour, stroke.opacity, layer=stroke.layer)

    def _points(self, at: FloatArray) -> FloatArray:
        return np.stack([np.interp(at, self._at, column) for column in self._stroke.points.T], 1)
