"""Transforms of other programs' SVG, composed before svgelements sees them.

svgelements joins the texts of all transforms around a shape and parses the whole for every shape;
a few nested groups and many shapes would keep it busy for hours. Here every text is parsed once,
and every shape gets the one matrix that comes of it.
"""

from __future__ import annotations

import math
from functools import lru_cache

from svgelements import Matrix

from app.translation import tr
from engine.errors import InputError

PIXELS_PER_INCH = 96
"""CSS: what a file's cm, mm, in, pt and pc are turned into px with."""


@lru_cache(maxsize=1024)
def parse_transform(text: str) -> Matrix:
    """The matrix of a transform attribute; identity if it is malformed, as if it were absent."""
    try:
        matrix = Matrix(text)
        matrix.render(ppi=PIXELS_PER_INCH)
        parts = [float(value) for value in _parts(matrix)]
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return Matrix()
    return Matrix(*parts)


def within(outer: Matrix, inner: Matrix) -> Matrix:
    """`inner` applied first, then `outer`: what a shape inside both is transformed by.

    Raises:
        InputError: if that is more than numbers can hold.
    """
    matrix = inner * outer
    if not all(map(math.isfinite, _parts(matrix))):
        raise InputError(tr("Its transforms are out of all bounds."))
    return matrix


def transform_text(matrix: Matrix) -> str:
    """The transform attribute of a matrix."""
    return f"matrix({' '.join(map(repr, _parts(matrix)))})"


def _parts(matrix: Matrix) -> tuple[float, ...]:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
