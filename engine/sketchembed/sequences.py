"""Drawings as the decoder's pen movements and back.

Movements are stroke-5 rows (`engine.strokes`) in units of `OFFSET_UNIT`; the first movement starts
in the middle of the canvas. So place and size on the canvas are part of what is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.sketchembed.messages import MAX_POINTS
from engine.strokes import (
    FloatArray,
    from_stroke3,
    from_stroke5,
    simplify,
    to_stroke3,
    to_stroke5,
)

OFFSET_UNIT = 0.15
"""Of the canvas's side: about the standard deviation of the training drawings' movements."""
MIDDLE = 0.5
TOLERANCE = 4 / 255
"""Of the drawing's unit: twice Quick, Draw!'s, which is 0.4 px of a canvas of 28 px. A quarter of
the points goes, and with them a quarter of the decoder's work."""
_LOOSER = 1.3


def simplified(lines: Sequence[FloatArray], max_points: int = MAX_POINTS) -> list[FloatArray]:
    """Ramer, Douglas and Peucker, as loosely as it takes to keep at most `max_points` points.

    Drawings of more strokes than that allows lose their shortest strokes.

    Args:
        lines: (N, 2) polylines in units of the canvas.
        max_points: of all strokes together, at least 2.
    """
    kept = [np.asarray(line, np.float64) for line in lines]
    tolerance = TOLERANCE
    while True:
        result = [line[simplify(line, tolerance)] for line in kept]
        if sum(map(len, result)) <= max_points:
            return result
        if tolerance < 1.0:
            tolerance *= _LOOSER
        else:
            lengths = [float(np.ptp(line, axis=0).max()) for line in kept]
            del kept[int(np.argmin(lengths))]


def to_rows(lines: Sequence[FloatArray]) -> FloatArray:
    """(T + 1, 5) movements of a drawing of T points, the end row included."""
    offsets = to_stroke3(lines)
    offsets[:1, :2] -= MIDDLE
    offsets[:, :2] /= OFFSET_UNIT
    return to_stroke5(offsets)


def from_rows(rows: FloatArray) -> list[FloatArray]:
    """The polylines, in units of the canvas, of (L, 5) movements, with or without an end row."""
    offsets = from_stroke5(rows)
    offsets[:, :2] *= OFFSET_UNIT
    offsets[:1, :2] += MIDDLE
    return from_stroke3(offsets)
