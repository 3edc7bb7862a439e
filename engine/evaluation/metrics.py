"""Metrics of retrieval and recognition, on plain numpy arrays."""

from __future__ import annotations

import numpy as np


def average_precision(relevant: np.ndarray, cut: int | None = None) -> np.ndarray:
    """Average precision of each ranking.

    Args:
        relevant: (Q, N) bool, whether the item at each rank (best first) is relevant.
        cut: look at the first `cut` ranks only; precision is then averaged over the relevant
            items among these (mAP@K as in Dutta and Akata 2019).

    Returns:
        (Q,), 0 where nothing relevant is found.
    """
    relevant = np.asarray(relevant, bool)[:, :cut]
    ranks = np.arange(1, relevant.shape[1] + 1)
    precision = np.cumsum(relevant, 1) / ranks
    found = relevant.sum(1)
    return np.asarray((precision * relevant).sum(1) / np.maximum(found, 1))


def precision_at(relevant: np.ndarray, cut: int) -> np.ndarray:
    """(Q,) share of relevant items among the first `cut` of (Q, N) rankings."""
    return np.asarray(np.asarray(relevant, bool)[:, :cut].mean(1))


def ranking(scores: np.ndarray) -> np.ndarray:
    """(Q, N) indices by falling score; equal scores keep the gallery's order."""
    return np.argsort(-np.asarray(scores), axis=1, kind="stable")


def rank_of(scores: np.ndarray, target: np.ndarray) -> np.ndarray:
    """How many items score above the target, (Q,); ties count half, so a constant gains nothing.

    Args:
        scores: (Q, N).
        target: (Q,) index of each query's one right item.
    """
    scores = np.asarray(scores)
    own = scores[np.arange(len(scores)), target][:, None]
    return np.asarray((scores > own).sum(1) + ((scores == own).sum(1) - 1) / 2)


def top_k_accuracy(scores: np.ndarray, target: np.ndarray, k: int) -> float:
    """Share of queries whose target is among the k best of (Q, N) scores."""
    return float((rank_of(scores, target) < k).mean()) if len(scores) else 0.0


def expected_calibration_error(
    probabilities: np.ndarray, target: np.ndarray, bins: int = 15
) -> float:
    """ECE of Guo et al. (2017): |accuracy - confidence| over equal bins of confidence, weighted.

    Args:
        probabilities: (N, C), rows sum to 1.
        target: (N,) right classes.
        bins: number of bins of (0, 1].
    """
    confidence = probabilities.max(1)
    correct = probabilities.argmax(1) == target
    which = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    counts = np.bincount(which, minlength=bins)
    gap = np.abs(
        np.bincount(which, correct, minlength=bins) - np.bincount(which, confidence, minlength=bins)
    )
    return float(gap[counts > 0].sum() / max(len(target), 1))
