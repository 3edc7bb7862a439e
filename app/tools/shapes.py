"""What shape a hand-drawn line is meant to be: line, circle, ellipse, rectangle, polygon.

The line is resampled evenly, its ends are joined where they overlap or nearly meet, and the best
ellipse and the best polygons of 3 to 6 sides are fitted by least squares; the shape that explains
the line with fewest corners wins, if it comes near enough. The thresholds were chosen on half of
Quick, Draw!'s single-stroke drawings; `tests/benchmarks/bench_shapes.py` reports the other half.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from app.tools.polygon_fit import fit_polygon
from engine.strokes import FloatArray, resample

SAMPLES = 48
"""Points a closed line is judged by."""
SMALLEST_PX = 8.0
"""Of the line's box; below that it is a dot or a tick."""

LINE_DEVIATION = 0.07
"""Of a straight line from its chord, as a part of the chord."""
LINE_DETOUR = 1.12
"""Length of a straight line as a multiple of its chord."""

OVERLAP = 0.2
"""Part of the line at each end in which its ends may meet."""
GAP = 0.13
"""Between the ends of a closed line, as a part of its length."""

ELLIPSE_ERROR = 0.09
POLYGON_ERROR = {3: 0.065, 4: 0.045, 5: 0.032, 6: 0.025}
"""Root mean square distance, as a part of the radius of a circle of the same length; for polygons
by the number of corners. A perfect circle is 0.12, 0.07, 0.048 and 0.033 from the nearest."""
BETTER_THAN_ELLIPSE = 0.6
"""A polygon's error as a part of the ellipse's, for it to be chosen."""

CIRCLE_RATIO = 0.75
"""Of the axes, for an ellipse to be a circle."""
SQUARE_RATIO = 0.87
RIGHT_ANGLE_DEG = 17.0
"""How far from 90 degrees the corners of a rectangle may be."""
UPRIGHT_DEG = 8.0
"""An ellipse or rectangle turned by less is upright."""


class ShapeKind(Enum):
    """What can be recognised."""

    LINE = "line"
    CIRCLE = "circle"
    ELLIPSE = "ellipse"
    RECTANGLE = "rectangle"
    POLYGON = "polygon"


@dataclass(frozen=True)
class Shape:
    """A recognised shape.

    Attributes:
        corners: (N, 2) of a line or polygon, the first repeated at the end of a closed one; None
            for a round shape.
        beziers: (4, 4, 2) closed chain of a circle or ellipse; None for others.
    """

    kind: ShapeKind
    corners: FloatArray | None = None
    beziers: FloatArray | None = None


def recognise(xy: FloatArray) -> Shape | None:
    """The shape that an (N, 2) line is meant to be; None if it is like none of them."""
    if len(xy) < 2 or np.ptp(xy, axis=0).max() < SMALLEST_PX:
        return None
    line = _straight(xy)
    if line is not None:
        return line
    closed = _closed(xy)
    return None if closed is None else _closed_shape(closed)


def ellipse_beziers(
    centre: FloatArray, axes: tuple[float, float], angle: float, start: float = 0.0
) -> FloatArray:
    """(4, 4, 2) cubics around an ellipse: quarters with the usual 4/3 (sqrt 2 - 1) handles.

    Args:
        axes: half lengths.
        angle: of the first axis, radians.
        start: where the chain begins, radians of the ellipse's own parameter.
    """
    handle = 4.0 / 3.0 * (math.sqrt(2.0) - 1.0)
    quarters = []
    for quarter in range(4):
        a, b = (start + math.pi / 2 * (quarter + i) for i in (0, 1))
        p, q = np.array([math.cos(a), math.sin(a)]), np.array([math.cos(b), math.sin(b)])
        along_p, along_q = np.array([-p[1], p[0]]), np.array([-q[1], q[0]])
        quarters.append([p, p + handle * along_p, q - handle * along_q, q])
    unit = np.array(quarters)
    # The end is the start exactly, whatever the rounding.
    unit[:-1, 3] = unit[1:, 0]
    unit[-1, 3] = unit[0, 0]
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    return np.asarray((unit * np.array(axes)) @ turn.T + centre)


def _straight(xy: FloatArray) -> Shape | None:
    chord = xy[-1] - xy[0]
    length = float(np.hypot(*chord))
    if length <= 0:
        return None
    offset = xy - xy[0]
    aside = np.abs(chord[0] * offset[:, 1] - chord[1] * offset[:, 0]) / length
    # Coarse steps: trembling is no detour.
    steps = np.diff(resample(xy, number=24), axis=0)
    way = float(np.hypot(steps[:, 0], steps[:, 1]).sum())
    if aside.max() > LINE_DEVIATION * length or way > LINE_DETOUR * length:
        return None
    return Shape(ShapeKind.LINE, corners=np.array([xy[0], xy[-1]]))


def _closed(xy: FloatArray) -> FloatArray | None:
    """(SAMPLES, 2) places evenly around a closed line; None if it is open.

    The line is cut where its beginning and its end are nearest to each other, so an overshoot
    does not count.
    """
    line = resample(xy, number=4 * SAMPLES)
    reach = round(OVERLAP * len(line))
    gaps = np.linalg.norm(line[:reach, None] - line[None, -reach:], axis=2)
    first, last = np.unravel_index(int(gaps.argmin()), gaps.shape)
    loop = line[first : len(line) - reach + int(last) + 1]
    steps = np.diff(loop, axis=0)
    way = float(np.hypot(steps[:, 0], steps[:, 1]).sum())
    if gaps.min() > GAP * way:
        return None
    # A gap is left out: it has no ink to judge, and corners are found beyond it.
    return resample(loop, number=SAMPLES)


def _closed_shape(loop: FloatArray) -> Shape | None:
    steps = loop - np.roll(loop, 1, axis=0)
    radius = float(np.hypot(steps[:, 0], steps[:, 1]).sum()) / (2 * math.pi)
    ellipse = _fit_ellipse(loop)
    ellipse_error = math.inf if ellipse is None else ellipse.error / radius
    for number, most in POLYGON_ERROR.items():
        corners, distance = fit_polygon(loop, number)
        if distance / radius < min(most, BETTER_THAN_ELLIPSE * ellipse_error):
            rectangle = _rectangle(corners, loop) if number == 4 else None
            if rectangle is not None:
                return Shape(ShapeKind.RECTANGLE, corners=_joined(rectangle))
            return Shape(ShapeKind.POLYGON, corners=_joined(corners))
    if ellipse is not None and ellipse_error < ELLIPSE_ERROR:
        return ellipse.shape(loop[0])
    return None


@dataclass(frozen=True)
class _Ellipse:
    centre: FloatArray
    axes: tuple[float, float]
    angle: float
    error: float

    def shape(self, near: FloatArray) -> Shape:
        """The shape, beginning near a place, with small irregularities taken out."""
        long, short = self.axes
        if short > CIRCLE_RATIO * long:
            radius = math.sqrt(long * short)
            offset = near - self.centre
            start = math.atan2(offset[1], offset[0])
            chain = ellipse_beziers(self.centre, (radius, radius), 0.0, start)
            return Shape(ShapeKind.CIRCLE, beziers=chain)
        angle = _upright(self.angle)
        return Shape(ShapeKind.ELLIPSE, beziers=ellipse_beziers(self.centre, self.axes, angle))


def _fit_ellipse(loop: FloatArray) -> _Ellipse | None:
    """Direct least squares (Halir and Flusser 1998, "Numerically stable direct least squares
    fitting of ellipses"); None if the loop has no breadth."""
    middle = loop.mean(axis=0)
    size = float(np.abs(loop - middle).max())
    x, y = ((loop - middle) / size).T
    quadratic = np.column_stack([x * x, x * y, y * y])
    linear = np.column_stack([x, y, np.ones_like(x)])
    try:
        t = -np.linalg.solve(linear.T @ linear, linear.T @ quadratic)
        scatter = quadratic.T @ quadratic + quadratic.T @ linear @ t
        _, vectors = np.linalg.eig(np.array([scatter[2] / 2, -scatter[1], scatter[0] / 2]))
    except np.linalg.LinAlgError:
        return None
    vectors = np.real(vectors)
    condition = 4 * vectors[0] * vectors[2] - vectors[1] ** 2
    if not (condition > 0).any():
        return None
    a, b, c = vectors[:, int(condition.argmax())]
    d, e, f = t @ np.array([a, b, c])
    form = np.array([[a, b / 2], [b / 2, c]])
    centre = np.linalg.solve(-2 * form, np.array([d, e]))
    level = float(centre @ form @ centre - f)
    values, axes = np.linalg.eigh(form / level)
    if not (values > 1e-6).all():
        return None
    lengths = 1 / np.sqrt(values)
    along = axes[:, 0]  # the smaller value is the longer axis
    own = (np.column_stack([x, y]) - centre) @ axes / lengths
    out = np.hypot(own[:, 0], own[:, 1])
    distance = np.hypot(*((own - own / out[:, None]) * lengths).T)
    return _Ellipse(
        centre * size + middle,
        (float(lengths[0]) * size, float(lengths[1]) * size),
        math.atan2(along[1], along[0]),
        float(np.sqrt((distance**2).mean())) * size,
    )


def _rectangle(corners: FloatArray, loop: FloatArray) -> FloatArray | None:
    """(4, 2) corners of the rectangle that four corners are meant to be; None if they are not."""
    sides = np.roll(corners, -1, axis=0) - corners
    lengths = np.hypot(sides[:, 0], sides[:, 1])
    if lengths.min() <= 0:
        return None
    units = sides / lengths[:, None]
    cos = np.abs((units * np.roll(units, 1, axis=0)).sum(axis=1))
    if (cos > math.sin(math.radians(RIGHT_ANGLE_DEG))).any():
        return None
    # The mean direction of the sides modulo 90 degrees, the longer ones counting more.
    angles = np.arctan2(sides[:, 1], sides[:, 0])
    mean = complex((lengths * np.exp(4j * angles)).sum())
    angle = _upright(math.atan2(mean.imag, mean.real) / 4)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    own = corners @ turn
    middle = own.mean(axis=0)
    half = np.abs(own - middle).mean(axis=0)
    if half.min() > SQUARE_RATIO * half.max():
        half[:] = half.mean()
    box = middle + half * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    placed = box @ turn.T
    # Begin where the hand began.
    return np.asarray(np.roll(placed, -_nearest(placed, loop[0]), axis=0))


def _upright(angle: float) -> float:
    """The angle, or the multiple of 90 degrees it is near to."""
    quarter = math.pi / 2
    nearest = round(angle / quarter) * quarter
    return nearest if abs(angle - nearest) < math.radians(UPRIGHT_DEG) else angle


def _nearest(points: FloatArray, place: FloatArray) -> int:
    distance: npt.NDArray[np.float64] = np.linalg.norm(points - place, axis=1)
    return int(distance.argmin())


def _joined(corners: FloatArray) -> FloatArray:
    return np.concatenate([corners, corners[:1]])
