"""Points along all curves of a sketch at once. Qt-free."""

from __future__ import annotations

import functools

import numpy as np

from engine.strokes import FloatArray


def points_along(beziers: FloatArray, count: int) -> FloatArray:
    """(n, count, 2) points of (n, 4, 2) cubics, at equal steps of their parameter, ends included.

    As `sample_beziers`, but for many curves in one go: with 64 strokes, a tenth of the time.
    """
    points: FloatArray = _basis(count) @ np.asarray(beziers)
    return points


@functools.cache
def _basis(count: int) -> FloatArray:
    """(count, 4) Bernstein polynomials of degree 3."""
    t = np.linspace(0.0, 1.0, count)[:, None]
    s = 1 - t
    return np.hstack([s**3, 3 * s**2 * t, 3 * s * t**2, t**3])
