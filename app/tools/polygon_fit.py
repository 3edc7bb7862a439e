"""The polygon of so many sides that is nearest to a closed line."""

from __future__ import annotations

import numpy as np

from engine.strokes import FloatArray

FURTHEST_CORNER = 0.5
"""How far beyond the line a corner may be, as a part of the line's size: where two sides that are
nearly parallel meet is no corner."""


def fit_polygon(loop: FloatArray, sides: int) -> tuple[FloatArray, float]:
    """The polygon whose sides lie closest to the points, by least squares.

    The points are split into `sides` runs such that the sum of squared distances from the best
    line of each run is smallest; that is found exactly, by dynamic programming over the places of
    the corners. The corners are where the lines of neighbouring runs cross.

    Args:
        loop: (M, 2) points evenly along a closed line.
        sides: at least 3.

    Returns:
        (sides, 2) corners in the order of the points, and the root mean square distance.
    """
    number = len(loop)
    costs = _run_costs(loop)
    best_cost, best_cuts = np.inf, [0]
    # costs[i, n]: of the run of n + 1 points from i. Try each place of the first corner.
    for start in range(number // sides + 1):
        cost, cuts = _best_cuts(costs, start, sides)
        if cost < best_cost:
            best_cost, best_cuts = cost, cuts
    lines = [
        _line(loop[np.arange(a, b + 1) % number])
        for a, b in zip(best_cuts, [*best_cuts[1:], best_cuts[0] + number], strict=True)
    ]
    size = float(np.ptp(loop, axis=0).max())
    corners = [
        _crossing(lines[i - 1], lines[i], loop[cut % number], FURTHEST_CORNER * size)
        for i, cut in enumerate(best_cuts)
    ]
    return np.array(corners), float(np.sqrt(max(best_cost, 0.0) / number))


def _run_costs(loop: FloatArray) -> FloatArray:
    """(M, M + 1): the squared distances of points i .. i + n from their best line, summed."""
    number = len(loop)
    points = np.concatenate([loop, loop, loop[:1]]) - loop.mean(axis=0)
    x, y = points.T
    sums = np.cumsum(
        np.concatenate([np.zeros((1, 5)), np.column_stack([x, y, x * x, x * y, y * y])]), axis=0
    )
    first = np.arange(number)[:, None]
    last = first + np.arange(number + 1)[None] + 1
    sx, sy, sxx, sxy, syy = np.moveaxis(sums[last] - sums[first], 2, 0)
    count = last - first
    cxx, cxy, cyy = sxx - sx * sx / count, sxy - sx * sy / count, syy - sy * sy / count
    # The smaller eigenvalue of the scatter matrix.
    smaller = (cxx + cyy) / 2 - np.sqrt(((cxx - cyy) / 2) ** 2 + cxy * cxy)
    return np.asarray(np.maximum(smaller, 0.0))


def _best_cuts(costs: FloatArray, start: int, sides: int) -> tuple[float, list[int]]:
    """The cheapest way around from `start` in so many runs; neighbours share a corner."""
    number = len(costs)
    # run[i, j]: cost of the run from start + i to start + j, for i < j.
    i, j = np.triu_indices(number + 1, 1)
    run = np.full((number + 1, number + 1), np.inf)
    run[i, j] = costs[(start + i) % number, j - i]
    total = run[0]
    back = []
    for _ in range(sides - 1):
        ways = total[:, None] + run
        before = ways.argmin(axis=0)
        back.append(before)
        total = ways[before, np.arange(number + 1)]
    place, cuts = number, []
    for before in reversed(back):
        place = int(before[place])
        cuts.append(start + place)
    return float(total[number]), [start, *reversed(cuts)]


def _line(points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(a place on it, its direction) of the best line through points."""
    middle = points.mean(axis=0)
    _, _, directions = np.linalg.svd(points - middle, full_matrices=False)
    return middle, directions[0]


def _crossing(
    a: tuple[FloatArray, FloatArray],
    b: tuple[FloatArray, FloatArray],
    corner: FloatArray,
    reach: float,
) -> FloatArray:
    """Where two lines cross; `corner` if that is out of reach of it."""
    (p, along_p), (q, along_q) = a, b
    across = along_p[0] * along_q[1] - along_p[1] * along_q[0]
    if abs(across) < 1e-9:
        return corner
    offset = q - p
    t = (offset[0] * along_q[1] - offset[1] * along_q[0]) / across
    crossing = p + t * along_p
    return np.asarray(crossing if np.hypot(*(crossing - corner)) <= reach else corner)
