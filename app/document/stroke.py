"""One stroke: what the pen did between down and up, or a chain of cubic Beziers."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from app.document.ink import DEFAULT_PRESSURE, pressure_to_width
from app.document.samples import PenSample
from app.translation import tr
from engine.errors import InputError
from engine.strokes import Bounds, FloatArray, sample_beziers

DEFAULT_WIDTH_PX = 3.0
DEFAULT_COLOUR = "#000000"

GRID_STEPS_PER_UNIT = 1000
"""Numbers live on a grid of 1/1000 (px, s), so that short decimal text keeps them exactly."""

MAX_COORDINATE_PX = 1e6
MAX_TIME_S = 1e8
MAX_WIDTH_PX = 10_000.0
_MAX_VALUE = 1e12
"""Far above the others, far below where the grid's steps are no longer whole numbers."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")

Style: TypeAlias = tuple[float, str, float, int, str | None, int]
"""Width in px, colour, opacity, layer, fill and group, as `Stroke` has them."""

NO_GROUP = 0


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """An immutable stroke with value equality.

    Attributes:
        points: (N, 4) read-only, N >= 1: x px, y px, pressure 0..1, time in s since the start.
        width_px: nominal width; the local width is `pressure_to_width(pressure)` times it.
        colour: "#rrggbb".
        opacity: 0 to 1.
        beziers: (K, 4, 2) read-only control points, or None. If present the stroke *is* this
            connected chain of cubics; `points` given to the constructor are then replaced by
            samples of it, 1 px apart, with the default pressure and no time.
        layer: the id of the layer it is drawn on; see `app.document.drawing`.
        fill: "#rrggbb" of what the line encloses, as if its ends were joined (winding rule), as
            opaque as the line; None for nothing.
        group: the number of the group it belongs to; see `app.document.grouping`.

    Coordinates, pressure, time, width and opacity are rounded to 1/1000; pressure and opacity are
    clipped to their range.

    Raises:
        InputError: on numbers that are not finite or out of all bounds, a colour or a shape that
            is none, or a Bezier chain with gaps.
    """

    points: FloatArray
    width_px: float = DEFAULT_WIDTH_PX
    colour: str = DEFAULT_COLOUR
    opacity: float = 1.0
    beziers: FloatArray | None = None
    layer: int = 0
    fill: str | None = None
    group: int = NO_GROUP

    def __post_init__(self) -> None:
        if self.beziers is not None:
            beziers = _checked_chain(self.beziers)
            _set(self, "beziers", beziers)
            _set(self, "points", _checked_points(_points_along(beziers)))
        else:
            _set(self, "points", _checked_points(self.points))
        self._check_style()

    @classmethod
    def from_samples(
        cls,
        samples: Sequence[PenSample],
        width_px: float = DEFAULT_WIDTH_PX,
        colour: str = DEFAULT_COLOUR,
        opacity: float = 1.0,
    ) -> Stroke:
        """The stroke of pointer events in the order they came; at least one is needed."""
        if not samples:
            raise InputError(tr("A stroke needs at least one point."))
        start_s = samples[0].t_s
        rows = [(each.x, each.y, each.pressure, each.t_s - start_s) for each in samples]
        return cls(np.array(rows, dtype=np.float64), width_px, colour, opacity)

    @classmethod
    def from_polyline(
        cls,
        xy: npt.ArrayLike,
        width_px: float = DEFAULT_WIDTH_PX,
        colour: str = DEFAULT_COLOUR,
        opacity: float = 1.0,
    ) -> Stroke:
        """The stroke along (N, 2) places, with the default pressure and no time."""
        return cls(_with_default_pressure(np.asarray(xy, np.float64)), width_px, colour, opacity)

    @classmethod
    def from_beziers(
        cls,
        beziers: npt.ArrayLike,
        width_px: float = DEFAULT_WIDTH_PX,
        colour: str = DEFAULT_COLOUR,
        opacity: float = 1.0,
    ) -> Stroke:
        """The stroke that is a connected chain of (K, 4, 2) cubics; (4, 2) means one of them."""
        chain = np.asarray(beziers, dtype=np.float64)
        if chain.ndim == 2:
            chain = chain[None]
        return cls(np.empty((0, 4)), width_px, colour, opacity, chain)

    @classmethod
    def many(
        cls, points: FloatArray, counts: Sequence[int], styles: Sequence[Style]
    ) -> list[Stroke]:
        """Strokes through (N, 4) points: the first count of them, the next count, and so on.

        As the constructor would make them one by one, but far faster.
        """
        checked = _checked_points(points)
        strokes: list[Stroke] = []
        start = 0
        for count, style in zip(counts, styles, strict=True):
            stroke = object.__new__(cls)
            # A copy: a view would keep the points of all of them in memory.
            own = checked[start : start + count].copy()
            own.flags.writeable = False
            for name, value in zip(cls.__slots__, (own, *style[:3], None, *style[3:]), strict=True):
                _set(stroke, name, value)
            stroke._check_style()
            strokes.append(stroke)
            start += count
        return strokes

    @property
    def xy(self) -> FloatArray:
        """(N, 2) read-only view of the places."""
        return self.points[:, :2]

    @property
    def pressure(self) -> FloatArray:
        """(N,) read-only view of the pressures."""
        return self.points[:, 2]

    @property
    def time_s(self) -> FloatArray:
        """(N,) read-only view of the times since the start of the stroke."""
        return self.points[:, 3]

    def local_widths_px(self) -> FloatArray:
        """(N,) width of the ink at each point."""
        return self.width_px * pressure_to_width(self.pressure)

    def bounds(self) -> Bounds:
        """(x0, y0, x1, y1) of the ink: the points, widened by half of their local width."""
        half = 0.5 * self.local_widths_px()[:, None]
        x0, y0 = (self.xy - half).min(axis=0).tolist()
        x1, y1 = (self.xy + half).max(axis=0).tolist()
        return x0, y0, x1, y1

    def with_style(
        self,
        width_px: float | None = None,
        colour: str | None = None,
        opacity: float | None = None,
    ) -> Stroke:
        """The same line (arrays shared) in another style; what is None stays."""
        other = self._twin()
        _set(other, "width_px", self.width_px if width_px is None else width_px)
        _set(other, "colour", self.colour if colour is None else colour)
        _set(other, "opacity", self.opacity if opacity is None else opacity)
        other._check_style()
        return other

    def with_fill(self, fill: str | None) -> Stroke:
        """The same stroke (arrays shared) filled with another colour, or not filled."""
        if fill == self.fill:
            return self
        other = self._twin()
        _set(other, "fill", fill)
        other._check_style()
        return other

    def on_layer(self, layer: int) -> Stroke:
        """The same stroke (arrays shared) on another layer; `self` if it is on that one."""
        if layer == self.layer:
            return self
        other = self._twin()
        _set(other, "layer", layer)
        return other

    def in_group(self, group: int) -> Stroke:
        """The same stroke (arrays shared) in another group; `self` if it is in that one."""
        if group == self.group:
            return self
        other = self._twin()
        _set(other, "group", group)
        return other

    def transformed(self, affine: npt.ArrayLike) -> Stroke:
        """The stroke under (x, y) -> A (x, y) + b, with `affine` = [A | b] of shape (2, 3).

        The width grows with the square root of the area A gives to a unit square. Bezier chains
        stay Bezier chains.
        """
        matrix = np.asarray(affine, dtype=np.float64)
        if matrix.shape != (2, 3):
            raise ValueError(f"affine must be (2, 3), not {matrix.shape}")
        linear, shift = matrix[:, :2], matrix[:, 2]
        scale = float(np.sqrt(abs(np.linalg.det(linear))))
        width_px = max(self.width_px * scale, 1 / GRID_STEPS_PER_UNIT)
        if self.beziers is not None:
            chain = self.beziers @ linear.T + shift
            moved = Stroke.from_beziers(chain, width_px, self.colour, self.opacity)
            return moved.on_layer(self.layer).with_fill(self.fill).in_group(self.group)
        points = self.points.copy()
        points[:, :2] = self.xy @ linear.T + shift
        style = width_px, self.colour, self.opacity
        return Stroke(points, *style, layer=self.layer, fill=self.fill, group=self.group)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Stroke):
            return NotImplemented
        return self._style() == other._style() and _line(self) == _line(other)

    def __hash__(self) -> int:
        return hash((self._style(), _line(self)))

    def _style(self) -> Style:
        return self.width_px, self.colour, self.opacity, self.layer, self.fill, self.group

    def _twin(self) -> Stroke:
        """A new object with the same of everything."""
        other = object.__new__(Stroke)
        for name in Stroke.__slots__:
            _set(other, name, getattr(self, name))
        return other

    def _check_style(self) -> None:
        _set(self, "width_px", to_grid_number(self.width_px))
        if not 0 < self.width_px <= MAX_WIDTH_PX:
            raise InputError(
                tr("A stroke cannot be {width_px:g} px wide.").format(width_px=self.width_px)
            )
        _set(self, "colour", _checked_colour(self.colour))
        if self.fill is not None:
            _set(self, "fill", _checked_colour(self.fill))
        _set(self, "opacity", min(max(to_grid_number(self.opacity), 0.0), 1.0))


def _checked_colour(text: str) -> str:
    colour = text.lower()
    if not _COLOUR.fullmatch(colour):
        raise InputError(tr("{text!r} is not a colour of the form #rrggbb.").format(text=text))
    return colour


def to_grid(values: npt.ArrayLike) -> FloatArray:
    """A fresh array of the values rounded to 1/1000; the double nearest to that decimal.

    Raises:
        InputError: if a value is not finite, or so large that nothing of a drawing can have it.
    """
    array = np.asarray(values, dtype=np.float64)
    # One comparison for all, since reading a file comes here for every stroke; no number, `nan`
    # included, passes it that should not.
    if array.size and not np.abs(array).max() <= _MAX_VALUE:
        if not np.isfinite(array).all():
            raise InputError(tr("A number of the drawing is not finite."))
        raise InputError(tr("A number of the drawing is out of all bounds."))
    # The addition turns -0.0 into 0.0, which would be another text and another hash.
    return np.rint(array * GRID_STEPS_PER_UNIT) / GRID_STEPS_PER_UNIT + 0.0


def to_grid_number(value: float) -> float:
    """`to_grid` of one number, much faster than of an array with one."""
    value = float(value)
    if not math.isfinite(value):
        raise InputError(tr("A number of the drawing is not finite."))
    if abs(value) > _MAX_VALUE:
        raise InputError(tr("A number of the drawing is out of all bounds."))
    return round(value * GRID_STEPS_PER_UNIT) / GRID_STEPS_PER_UNIT + 0.0


def _set(stroke: Stroke, name: str, value: object) -> None:
    object.__setattr__(stroke, name, value)


def _line(stroke: Stroke) -> tuple[bool, bytes]:
    """What makes the geometry: the control points if there are any, the points otherwise."""
    if stroke.beziers is not None:
        return True, stroke.beziers.tobytes()
    return False, stroke.points.tobytes()


def _points_along(beziers: FloatArray) -> FloatArray:
    return _with_default_pressure(sample_beziers(beziers))


def _with_default_pressure(xy: FloatArray) -> FloatArray:
    if xy.ndim != 2 or xy.shape[1] != 2:
        raise InputError(tr("The points of a stroke must be pairs of x and y."))
    points = np.zeros((len(xy), 4))
    points[:, :2] = xy
    points[:, 2] = DEFAULT_PRESSURE
    return points


def _checked_points(values: npt.ArrayLike) -> FloatArray:
    points = to_grid(values)
    if points.ndim != 2 or points.shape[1] != 4:
        raise InputError(tr("The points of a stroke must have x, y, pressure and time."))
    if not len(points):
        raise InputError(tr("A stroke needs at least one point."))
    x, y, _, time_s = np.abs(points).max(axis=0).tolist()
    _check_reach(max(x, y))
    if time_s > MAX_TIME_S:
        raise InputError(tr("A stroke has a time out of all bounds."))
    points[:, 2].clip(0.0, 1.0, out=points[:, 2])
    points.flags.writeable = False
    return points


def _checked_chain(values: npt.ArrayLike) -> FloatArray:
    chain = to_grid(values)
    if chain.ndim != 3 or chain.shape[1:] != (4, 2) or not len(chain):
        raise InputError(tr("A Bezier stroke needs four control points for each of its segments."))
    _check_reach(float(np.abs(chain).max()))
    if not np.array_equal(chain[1:, 0], chain[:-1, 3]):
        raise InputError(tr("The segments of a Bezier stroke must be connected."))
    chain.flags.writeable = False
    return chain


def _check_reach(furthest_px: float) -> None:
    if furthest_px > MAX_COORDINATE_PX:
        raise InputError(tr("A stroke lies too far outside of the page."))
