"""Do model and hand put first what matters? Corr of sketch_explainability, section 5.1."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

MIN_STROKES = 3
"""With fewer, a rank correlation says nothing."""


def order_correlation(scores: npt.ArrayLike) -> float | None:
    """Spearman's correlation of drawing order with attribution order, highest score first.

    1 if the strokes were drawn in the order of their scores: people draw what is salient first, and
    a model that agrees is more likely to be right about the sketch.

    Args:
        scores: (m,) in drawing order.

    Returns:
        In [-1, 1]; None for fewer than `MIN_STROKES` strokes, or if all scores are equal.
    """
    given = np.asarray(scores, np.float64)
    if len(given) < MIN_STROKES or np.ptp(given) == 0:
        return None
    ranks = _average_ranks(-given)
    return float(np.corrcoef(np.arange(len(given)), ranks)[0, 1])


def _average_ranks(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Ranks from 0; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts) - 1
    shared: npt.NDArray[np.float64] = (last - (counts - 1) / 2)[inverse]
    return shared
