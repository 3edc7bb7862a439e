"""Strokes on a square canvas, as the encoder is to see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.errors import InputError
from engine.strokes import Bounds, FloatArray, bounds

MARGIN = 0.06
"""White border around the ink, as a fraction of the side, as the category head was trained."""
LINE_WIDTH = 3 / 224
"""Of the lines, as a fraction of the side, as the category head was trained."""


@dataclass(frozen=True, eq=False)
class Framed:
    """A drawing on the unit square, y down.

    Attributes:
        lines: each stroke as an (N, 2) polyline, N >= 1, in [0, 1] where it is in the frame.
    """

    lines: tuple[FloatArray, ...]


def frame_strokes(strokes: Sequence[FloatArray], frame: Bounds | None = None) -> Framed:
    """Put the strokes of a drawing onto the unit square.

    Args:
        strokes: (N, 2) polylines in px of the document, N >= 1.
        frame: (x0, y0, x1, y1) box in px of the document that becomes the square, its longer side
            filling it (the place of the photo that the drawing is compared with); None: the ink's
            own bounds with a margin, so that neither place nor size of a drawing matters.

    Raises:
        InputError: there are no strokes, or a point is not a number.
    """
    if not strokes:
        raise InputError("There are no strokes to look at.")
    # Asked at every stroke about thousands of them, so all points at once: a loop over the strokes
    # would keep the interpreter from the pen.
    points = np.concatenate(strokes).astype(np.float64, copy=False)
    ends = np.cumsum([0, *map(len, strokes)]).tolist()
    if not (all(map(len, strokes)) and np.isfinite(points).all()):
        raise InputError("A stroke has a point that is not a number, or no points at all.")
    box = ink_frame((points,)) if frame is None else frame
    low, high = np.array(box[:2]), np.array(box[2:])
    scale = max(float((high - low).max()), 1.0)
    centre = (low + high) / 2
    placed = (points - centre) / scale + 0.5
    return Framed(tuple(placed[a:b] for a, b in pairwise(ends)))


def ink_frame(strokes: Sequence[FloatArray]) -> Bounds:
    """The frame that `frame_strokes` takes where none is given: square around the ink.

    Args:
        strokes: (N, 2) polylines, at least one.
    """
    box = bounds(strokes)
    assert box is not None
    low, high = np.array(box[:2]), np.array(box[2:])
    # A single point has no extent; one px keeps it a dot in the middle.
    half = max(float((high - low).max()), 1.0) / (1 - 2 * MARGIN) / 2
    (x0, y0), (x1, y1) = ((low + high) / 2 - half).tolist(), ((low + high) / 2 + half).tolist()
    return x0, y0, x1, y1
