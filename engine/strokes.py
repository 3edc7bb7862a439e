"""Polylines, Bezier chains and the stroke-3 / stroke-5 sequences of the sketch models.

Points are (N, 2) float64 arrays in px, x right and y down. A drawing is a list of polylines in
drawing order.

Stroke-3 and stroke-5 follow SketchRNN (Ha & Eck, 2018, section 3.1 "Dataset"), which SketchEmbedNet
(section 3.1 "Data representation") adopts:

- stroke-3 has one row (dx, dy, lift) per point. dx, dy are the offset from the point before, also
  across a pen lift; the very first offset is from the origin. lift is 1 on the last point of a
  stroke, so the movement of the *next* row is in the air, and 0 elsewhere.
- stroke-5 has one row (dx, dy, s1, s2, s3); s1 says that the pen stays on paper after the point,
  s2 that it is lifted, s3 that the sketch has ended. Exactly one of the three is 1. The end is
  padded with rows (0, 0, 0, 0, 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
Bounds = tuple[float, float, float, float]

MAX_SAMPLES_PER_SEGMENT = 4096
"""So that a control point thrown far away costs time and memory within reason."""

START_TOKEN = (0.0, 0.0, 1.0, 0.0, 0.0)
"""SketchEmbedNet's y_0: what the decoder is fed before the first point."""


def sample_beziers(beziers: npt.ArrayLike, spacing_px: float = 1.0) -> FloatArray:
    """Points along a chain of cubic Beziers, on average no further than `spacing_px` apart.

    Every segment is sampled at equal steps of its parameter, as many as the length of its control
    polygon (never less than the arc) asks for. The ends of each segment are met exactly; where
    one segment ends and the next starts in the same point, that point appears once.

    Args:
        beziers: (K, 4, 2) control points, K >= 1.
        spacing_px: wanted distance of neighbours; at most `MAX_SAMPLES_PER_SEGMENT` are made.

    Returns:
        (N, 2), N >= 2.

    Raises:
        ValueError: on another shape, numbers that are not finite, or a spacing that is not
            positive.
    """
    chain = np.asarray(beziers, dtype=np.float64)
    steps = bezier_steps(chain, spacing_px)
    # A segment has its end, and its start only where no other segment ends there.
    begins = np.ones(len(chain), dtype=np.int64)
    begins[1:] = (chain[1:, 0] != chain[:-1, 3]).any(axis=1)
    counts = steps + begins
    last = np.cumsum(counts) - 1
    first = last - counts + 1
    segment = np.repeat(np.arange(len(chain)), counts)
    nth = np.arange(len(segment)) - (first + begins - 1)[segment]
    t = (nth / steps[segment])[:, None]
    s = 1.0 - t
    p0, p1, p2, p3 = chain[segment].swapaxes(0, 1)
    sampled = s**3 * p0 + 3 * s**2 * t * p1 + 3 * s * t**2 * p2 + t**3 * p3
    sampled[last] = chain[:, 3]
    return np.asarray(sampled, dtype=np.float64)


def bezier_steps(beziers: npt.ArrayLike, spacing_px: float = 1.0) -> npt.NDArray[np.int64]:
    """(K,) steps, each >= 1, in which `sample_beziers` walks each segment; raises as it does."""
    chain = np.asarray(beziers, dtype=np.float64)
    if chain.ndim != 3 or chain.shape[1:] != (4, 2) or not len(chain):
        raise ValueError(f"beziers must be (K, 4, 2) with K >= 1, not {chain.shape}")
    if not np.isfinite(chain).all():
        raise ValueError("beziers must be finite")
    if not spacing_px > 0:
        raise ValueError("spacing_px must be positive")
    polygon_px = np.linalg.norm(np.diff(chain, axis=1), axis=2).sum(axis=1)
    steps = np.clip(np.ceil(polygon_px / spacing_px), 1, MAX_SAMPLES_PER_SEGMENT)
    return np.asarray(steps, dtype=np.int64)


def polyline_length(points: npt.ArrayLike) -> float:
    """Length in px of an (N, 2) polyline; 0 for a single point."""
    steps = np.diff(_polyline(points), axis=0)
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def resample(
    points: npt.ArrayLike, *, number: int | None = None, spacing_px: float | None = None
) -> FloatArray:
    """Points at equal distances along a polyline, its two ends included.

    Args:
        points: (N, 2), N >= 1.
        number: how many points to return, at least 2; or
        spacing_px: their distance at most, along the polyline.

    Returns:
        (M, 2). A polyline without length gives its one place `number` times, or once.

    Raises:
        ValueError: on another shape, or unless exactly one of `number`, `spacing_px` is given
            and in range.
    """
    line = _polyline(points)
    if (number is None) == (spacing_px is None):
        raise ValueError("give either number or spacing_px")
    steps = np.diff(line, axis=0)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])
    if spacing_px is not None:
        if not spacing_px > 0:
            raise ValueError("spacing_px must be positive")
        number = int(np.ceil(along[-1] / spacing_px)) + 1
    elif number is not None and number < 2:
        raise ValueError("number must be at least 2")
    assert number is not None
    wanted = np.linspace(0.0, along[-1], number)
    sampled = np.column_stack([np.interp(wanted, along, line[:, axis]) for axis in (0, 1)])
    sampled[0] = line[0]
    if number > 1:
        sampled[-1] = line[-1]
    return sampled


def simplify(points: npt.ArrayLike, tolerance_px: float) -> npt.NDArray[np.int64]:
    """Which points of a polyline to keep (Ramer, Douglas and Peucker): positions, ascending.

    Args:
        points: (N, 2), N >= 1.
        tolerance_px: how far a point that is left out may lie from the line that is left.

    Raises:
        ValueError: on another shape.
    """
    line = _polyline(points)
    kept = {0, len(line) - 1}
    open_spans = [(0, len(line) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        if last - first < 2:
            continue
        way = line[last] - line[first]
        offset = line[first + 1 : last] - line[first]
        # To the segment, not the endless line: a stroke may come back to where it began.
        along = np.clip(offset @ way / max(float(way @ way), 1e-12), 0.0, 1.0)
        distance = np.hypot(*(offset - along[:, None] * way).T)
        farthest = int(distance.argmax())
        if distance[farthest] > tolerance_px:
            middle = first + 1 + farthest
            kept.add(middle)
            open_spans += [(first, middle), (middle, last)]
    return np.array(sorted(kept), np.int64)


def bounds(polylines: Iterable[npt.ArrayLike]) -> Bounds | None:
    """(x0, y0, x1, y1) of all points, or None when there are none."""
    lines = [line for line in (np.asarray(each, np.float64) for each in polylines) if len(line)]
    if not lines:
        return None
    points = np.concatenate(lines)
    x0, y0 = points.min(axis=0).tolist()
    x1, y1 = points.max(axis=0).tolist()
    return x0, y0, x1, y1


def to_stroke3(polylines: Sequence[npt.ArrayLike]) -> FloatArray:
    """Polylines in drawing order to one (T, 3) sequence of (dx, dy, lift).

    Raises:
        ValueError: if a polyline is not (N, 2) with N >= 1: a stroke without points has no place
            in the sequence.
    """
    lines = [_polyline(line) for line in polylines]
    if not lines:
        return np.empty((0, 3))
    places = np.concatenate([np.zeros((1, 2)), *lines])
    lift = np.zeros(len(places) - 1)
    lift[np.cumsum([len(line) for line in lines]) - 1] = 1.0
    return np.column_stack([np.diff(places, axis=0), lift])


def from_stroke3(stroke3: npt.ArrayLike) -> list[FloatArray]:
    """The polylines of a (T, 3) sequence, in order; inverse of `to_stroke3` up to rounding.

    A last stroke whose pen was never lifted is returned like the others.

    Raises:
        ValueError: on another shape.
    """
    rows = np.asarray(stroke3, dtype=np.float64)
    if rows.ndim != 2 or rows.shape[1] != 3:
        raise ValueError(f"stroke-3 must be (T, 3), not {rows.shape}")
    places = np.cumsum(rows[:, :2], axis=0)
    ends = np.flatnonzero(rows[:, 2] > 0.5) + 1
    return [line for line in np.split(places, ends) if len(line)]


def to_stroke5(
    stroke3: npt.ArrayLike, max_len: int | None = None, *, start_token: bool = False
) -> FloatArray:
    """A (T, 3) sequence to stroke-5, padded with end rows.

    Args:
        stroke3: (T, 3), see `to_stroke3`.
        max_len: rows to return; by default T + 1 (and one more with `start_token`).
        start_token: put `START_TOKEN` before the first point.

    Returns:
        (max_len, 5); the last row at least is an end row.

    Raises:
        ValueError: on another shape, or if the sequence and its end do not fit in `max_len`.
    """
    rows = np.asarray(stroke3, dtype=np.float64)
    if rows.ndim != 2 or rows.shape[1] != 3:
        raise ValueError(f"stroke-3 must be (T, 3), not {rows.shape}")
    first = int(start_token)
    last = first + len(rows)
    if max_len is None:
        max_len = last + 1
    if max_len < last + 1:
        raise ValueError(f"{last + 1} rows do not fit in max_len = {max_len}")
    stroke5 = np.zeros((max_len, 5))
    stroke5[:first] = START_TOKEN
    lifted = rows[:, 2] > 0.5
    stroke5[first:last, :2] = rows[:, :2]
    stroke5[first:last, 2] = ~lifted
    stroke5[first:last, 3] = lifted
    stroke5[last:, 4] = 1.0
    return stroke5


def from_stroke5(stroke5: npt.ArrayLike, *, start_token: bool = False) -> FloatArray:
    """The (T, 3) sequence of a stroke-5 one: rows up to the first end row.

    Args:
        stroke5: (L, 5); the pen state of a row is its largest of s1, s2, s3, so a model's
            probabilities may be given as they are.
        start_token: the first row is `START_TOKEN`, not a point.

    Raises:
        ValueError: on another shape.
    """
    rows = np.asarray(stroke5, dtype=np.float64)
    if rows.ndim != 2 or rows.shape[1] != 5:
        raise ValueError(f"stroke-5 must be (L, 5), not {rows.shape}")
    rows = rows[int(start_token) :]
    state = rows[:, 2:].argmax(axis=1)
    ended = np.flatnonzero(state == 2)
    length = int(ended[0]) if len(ended) else len(rows)
    return np.column_stack([rows[:length, :2], state[:length] == 1])


def _polyline(points: npt.ArrayLike) -> FloatArray:
    line = np.asarray(points, dtype=np.float64)
    if line.ndim != 2 or line.shape[1] != 2 or not len(line):
        raise ValueError(f"a polyline must be (N, 2) with N >= 1, not {line.shape}")
    return line
