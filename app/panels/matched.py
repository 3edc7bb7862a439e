"""A drawing and its photo, matched: all that is shown of it, worked out at once. Qt-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from app.document.stroke import Stroke
from engine.correspondence.messages import Correspondence
from engine.correspondence.warping import flow_grid, pull_points
from engine.strokes import Bounds, FloatArray

MAX_POINTS = 3000
MAX_LINE_POINTS = 300
"""Of more ink, or of a longer stroke, every so many points are shown."""
SURE = 0.5
"""Matches below this confidence are shown as doubtful: as likely wrong as right."""
GRID_LINES = 9
_DOT_PX = 0.01


@dataclass(frozen=True, eq=False)
class Traces:
    """Lines, point by point, where they are on the page and on the photo.

    Attributes:
        starts: (L + 1,) places of the lines' first points, and the number of points.
        page: (N, 2) document px.
        photo: (N, 2) px of the photo.
        pulled: (N, 2) document px: where `page` goes if it is pulled all the way.
        sure: (N,) which points are matched with confidence.
    """

    starts: npt.NDArray[np.intp]
    page: FloatArray
    photo: FloatArray
    pulled: FloatArray
    sure: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def span(self, line: int) -> slice:
        """The points of a line."""
        return slice(int(self.starts[line]), int(self.starts[line + 1]))

    def line_of(self, point: int) -> int:
        """The line that a point belongs to."""
        return int(np.searchsorted(self.starts, point, "right")) - 1


@dataclass(frozen=True, eq=False)
class Matched:
    """What the Match dock and the canvas show of a correspondence.

    Attributes:
        found: of the drawing and the photo.
        photo_on_page: where the whole photo lies on the page, document px; None: beside it.
        strokes: the drawing's; the live one, if it was asked for too, is the line behind them.
        ink: a line for each stroke, thinned out to `MAX_POINTS` in all.
        grid: an even grid on the drawing, first the level lines from the top, then the upright
            ones from the left.
    """

    found: Correspondence
    photo_on_page: Bounds | None
    strokes: tuple[Stroke, ...]
    ink: Traces
    grid: Traces

    @cached_property
    def line_of(self) -> Mapping[int, int]:
        """By the identity of a stroke, its line of `ink`."""
        return {id(stroke): i for i, stroke in enumerate(self.strokes)}

    @property
    def share_sure(self) -> float:
        """How much of the ink is matched with confidence, 0 to 1."""
        return float(self.ink.sure.mean()) if len(self.ink.page) else 0.0

    def on_photo_square(self, page: FloatArray) -> FloatArray:
        """(N, 2) document px as px of the photo, were it laid out like the drawing."""
        return self.found.photo_square.to_px(self.found.sketch_square.to_unit(page))

    def photo_to_page(self, photo: FloatArray) -> FloatArray:
        """(N, 2) px of the photo as document px, where it lies under the drawing.

        Of a photo beside the drawing: as if what was looked at of both lay on each other.
        """
        if self.photo_on_page is None:
            return self.found.sketch_square.to_px(self.found.photo_square.to_unit(photo))
        x0, y0, x1, y1 = self.photo_on_page
        scale = np.array([x1 - x0, y1 - y0]) / self.found.photo_size
        return np.asarray(photo * scale + (x0, y0), np.float64)

    def box_on_page(self, amount: float) -> Bounds:
        """Where the photo's square lies on the page while it is warped by `amount`, document px."""
        square = self.found.photo_square
        corners = np.array([[0.0, 0.0], [1.0, 1.0]])
        start = self.photo_to_page(square.to_px(corners))
        end = self.found.sketch_square.to_px(corners)
        (x0, y0), (x1, y1) = (start + amount * (end - start)).tolist()
        return x0, y0, x1, y1


def match_up(
    found: Correspondence,
    strokes: tuple[Stroke, ...],
    lines: Sequence[FloatArray],
    photo_on_page: Bounds | None,
) -> Matched:
    """Everything that is shown of a correspondence.

    Args:
        lines: (N, 2) of each stroke, and of the live one, in document px.
    """
    grid, _ = flow_grid(found, GRID_LINES)
    return Matched(
        found,
        photo_on_page,
        strokes,
        _traces(found, thinned(lines), photo_on_page),
        _traces(found, grid, photo_on_page),
    )


def thinned(lines: Sequence[FloatArray]) -> list[FloatArray]:
    """The lines with `MAX_POINTS` points in all, give or take; first and last ones stay.

    A single point becomes a line of two, too short to be seen but for its ends.
    """
    step = max(-(-sum(map(len, lines)) // MAX_POINTS), 1)
    return [_thin(line, max(step, -(-len(line) // MAX_LINE_POINTS))) for line in lines]


def _thin(line: FloatArray, step: int) -> FloatArray:
    if len(line) == 1:
        return np.concatenate([line, line + np.array([0.0, _DOT_PX])])
    return np.concatenate([line[:-1:step], line[-1:]])


def _traces(
    found: Correspondence, lines: Sequence[FloatArray], photo_on_page: Bounds | None
) -> Traces:
    starts = np.concatenate([[0], np.cumsum([len(line) for line in lines])]).astype(np.intp)
    page = np.concatenate([*lines, np.empty((0, 2))])
    photo, confidence = found.to_photo(page)
    pulled = pull_points(found, page, 1.0, photo_on_page)
    sure = confidence >= SURE
    for array in (starts, page, photo, pulled, sure):
        array.setflags(write=False)
    return Traces(starts, page, photo, pulled, sure)
