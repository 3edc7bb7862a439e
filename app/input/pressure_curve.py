"""How hard the hand presses, to how the ink responds: a monotone curve through a few points."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

import numpy as np

from app.translation import tr
from engine.errors import InputError
from engine.strokes import FloatArray

MIN_POINTS = 2
MAX_POINTS = 8
SHORTEST_STEP = 0.02
"""Points are at least so far apart in pressure."""
_TABLE_STEPS = 256

Point = tuple[float, float]


@dataclass(frozen=True)
class PressureCurve:
    """Pressure of the device (0 to 1) to pressure of the ink (0 to 1), never falling.

    Between its points it is the monotone piecewise cubic of Fritsch and Butland ("A method for
    constructing local monotone piecewise cubic interpolants", SIAM J. Sci. Stat. Comput. 1984):
    smooth, and without the bumps of a spline. Before the first point and after the last it is
    level.

    Args:
        points: of pressure and response, ascending in both.

    Raises:
        InputError: if they are not, or out of range, too close, too few or too many.
    """

    points: tuple[Point, ...] = ((0.0, 0.0), (1.0, 1.0))
    _table: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not MIN_POINTS <= len(self.points) <= MAX_POINTS:
            raise InputError(
                tr("A pressure curve has {min_points} to {max_points} points.").format(
                    min_points=MIN_POINTS, max_points=MAX_POINTS
                )
            )
        array = np.array(self.points, dtype=np.float64)
        # The comparison is false for NaN too.
        if not ((array >= 0) & (array <= 1)).all():
            raise InputError(tr("A pressure curve lies between 0 and 1."))
        steps = np.diff(array, axis=0)
        if (steps[:, 0] < SHORTEST_STEP - 1e-9).any() or (steps[:, 1] < 0).any():
            raise InputError(tr("A pressure curve never falls."))
        table = _interpolated(array, np.linspace(0, 1, _TABLE_STEPS + 1))
        object.__setattr__(self, "_table", tuple(table.tolist()))

    def __call__(self, pressure: float) -> float:
        """The response to a pressure."""
        place = min(max(pressure, 0.0), 1.0) * _TABLE_STEPS
        low = min(int(place), _TABLE_STEPS - 1)
        before, after = self._table[low], self._table[low + 1]
        return before + (place - low) * (after - before)

    @property
    def text(self) -> str:
        """For the settings: "0,0 0.5,0.3 1,1"."""
        return " ".join(f"{x:g},{y:g}" for x, y in self.points)

    @classmethod
    def parse(cls, text: str) -> PressureCurve:
        """The curve of a text that `text` gave.

        Raises:
            InputError: if it is none.
        """
        try:
            pairs = [tuple(map(float, word.split(","))) for word in text.split()]
            return cls(tuple((x, y) for x, y in pairs))
        except ValueError as error:
            if isinstance(error, InputError):
                raise
            raise InputError(tr("That is no pressure curve.")) from error

    def with_point(self, x: float, y: float) -> PressureCurve:
        """With one more point; the curve itself if there is no room for it.

        Its place is kept between its neighbours.
        """
        at = bisect_right([each[0] for each in self.points], x)
        points = [*self.points[:at], (x, y), *self.points[at:]]
        return self._moved(points, at) if len(points) <= MAX_POINTS else self

    def with_moved(self, at: int, x: float, y: float) -> PressureCurve:
        """With the point number `at` elsewhere, kept between its neighbours."""
        points = list(self.points)
        points[at] = (x, y)
        return self._moved(points, at)

    def without_point(self, at: int) -> PressureCurve:
        """Without the point number `at`; the curve itself if only two are left."""
        if len(self.points) <= MIN_POINTS:
            return self
        return PressureCurve((*self.points[:at], *self.points[at + 1 :]))

    def _moved(self, points: list[Point], at: int) -> PressureCurve:
        low_x, low_y = points[at - 1] if at > 0 else (-SHORTEST_STEP, 0.0)
        high_x, high_y = points[at + 1] if at + 1 < len(points) else (1 + SHORTEST_STEP, 1.0)
        if high_x - low_x < 2 * SHORTEST_STEP:
            return self
        x = min(max(points[at][0], low_x + SHORTEST_STEP), high_x - SHORTEST_STEP)
        y = min(max(points[at][1], low_y), high_y)
        points[at] = (round(x, 4), round(y, 4))
        return PressureCurve(tuple(points))


def _interpolated(points: FloatArray, places: FloatArray) -> FloatArray:
    x, y = points.T
    widths = np.diff(x)
    slopes = np.diff(y) / widths
    tangents = np.empty(len(x))
    tangents[0] = _end_tangent(widths[:2], slopes[:2])
    tangents[-1] = _end_tangent(widths[-2:][::-1], slopes[-2:][::-1])
    if len(x) > 2:
        # The weighted harmonic mean of the slopes on both sides; 0 where one of them is level.
        before, after = 2 * widths[1:] + widths[:-1], widths[1:] + 2 * widths[:-1]
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = (before + after) / (before / slopes[:-1] + after / slopes[1:])
        tangents[1:-1] = np.where(slopes[:-1] * slopes[1:] > 0, mean, 0.0)
    at = np.clip(np.searchsorted(x, places, side="right") - 1, 0, len(widths) - 1)
    t = np.clip((places - x[at]) / widths[at], 0.0, 1.0)
    run = widths[at]
    cubic = (
        (1 + 2 * t) * (1 - t) ** 2 * y[at]
        + t * (1 - t) ** 2 * run * tangents[at]
        + t * t * (3 - 2 * t) * y[at + 1]
        + t * t * (t - 1) * run * tangents[at + 1]
    )
    return np.asarray(np.clip(cubic, 0.0, 1.0))


def _end_tangent(widths: FloatArray, slopes: FloatArray) -> float:
    """The three-point slope at an end, kept from overshooting."""
    if len(slopes) == 1:
        return float(slopes[0])
    tangent = ((2 * widths[0] + widths[1]) * slopes[0] - widths[0] * slopes[1]) / widths.sum()
    if tangent * slopes[0] <= 0:
        return 0.0
    return float(min(tangent, 3 * slopes[0]))


LINEAR = PressureCurve()
