"""Do scores say what matters? Deletion and insertion curves over strokes.

Strokes are taken away from the most to the least helpful (deletion) or drawn in that order on empty
paper (insertion), and the probability of the category is followed (Petsiuk et al. 2018, RISE, over
strokes instead of pixels). A good order lets it fall fast and rise fast.
"""

from __future__ import annotations

import numpy as np

from engine.attribution.estimators import Scores, outputs_of_subsets
from engine.attribution.targets import CategoryLogProbability
from engine.attribution.units import Units
from engine.strokes import FloatArray


def probability_curves(units: Units, target: CategoryLogProbability, order: np.ndarray) -> Scores:
    """(2, U + 1) probabilities of the category: after deleting, and after drawing, k units.

    Args:
        order: (U,) units, the most helpful first.
    """
    count = units.count
    rank = np.empty(count, np.int64)
    rank[order] = np.arange(count)
    deleted = rank[None] >= np.arange(count + 1)[:, None]
    there = np.concatenate([deleted, ~deleted]).astype(np.float64)
    logs = yield from outputs_of_subsets(units, target, target.side, there)
    curves: FloatArray = np.exp(logs).reshape(2, count + 1)
    return curves


def area_under(curve: FloatArray) -> float:
    """Of a curve over equal steps from 0 to 1."""
    return float(np.trapezoid(curve, dx=1 / (len(curve) - 1)))
