"""Strokes that do not belong, put into real drawings: can scores tell them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.evaluation.drawings import Drawing
from engine.strokes import FloatArray

MAX_NOISE = 4
MIN_EXTENT_PX = 8.0
"""Of 256: a speck taken from another drawing would be no noise that anybody sees."""


@dataclass(frozen=True, eq=False)
class NoisyDrawing:
    """A drawing with strokes of others in it.

    Attributes:
        category: of the drawing.
        strokes: (N, 2) polylines in drawing order.
        is_noise: (m,) which of them do not belong.
    """

    category: str
    strokes: tuple[FloatArray, ...]
    is_noise: np.ndarray


def with_noise(
    drawing: Drawing, others: Sequence[Drawing], random: np.random.Generator
) -> NoisyDrawing:
    """Put 1 to `MAX_NOISE` strokes of drawings of other categories at random places and times.

    A stroke keeps its size and lies within the bounds of the drawing where it fits.
    """
    category, own = drawing
    strokes = [(stroke, False) for stroke in own]
    points = np.concatenate(own)
    low, high = points.min(0), points.max(0)
    wanted = int(random.integers(1, MAX_NOISE + 1))
    while wanted:
        other_category, other = others[int(random.integers(len(others)))]
        stroke = other[int(random.integers(len(other)))]
        extent = np.ptp(stroke, 0)
        if other_category == category or extent.max() < MIN_EXTENT_PX:
            continue
        room = np.maximum(high - low - extent, 0)
        moved = stroke - stroke.min(0) + low + random.random(2) * room
        strokes.insert(int(random.integers(len(strokes) + 1)), (moved, True))
        wanted -= 1
    return NoisyDrawing(
        category,
        tuple(stroke for stroke, _ in strokes),
        np.array([is_noise for _, is_noise in strokes]),
    )


def auroc(scores: FloatArray, positive: np.ndarray) -> float:
    """How often a positive scores above a negative (ties count half): the area under the ROC."""
    above = scores[positive][:, None] - scores[~positive][None]
    return float(((above > 0) + 0.5 * (above == 0)).mean())
