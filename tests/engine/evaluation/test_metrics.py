from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.metrics import (
    average_precision,
    expected_calibration_error,
    precision_at,
    rank_of,
    ranking,
    top_k_accuracy,
)


def brute_force_ap(relevant: np.ndarray) -> float:
    """Area under the precision-recall steps, written as the definition reads."""
    precisions = [
        sum(relevant[: rank + 1]) / (rank + 1) for rank in range(len(relevant)) if relevant[rank]
    ]
    return sum(precisions) / len(precisions) if precisions else 0.0


def test_average_precision_is_the_mean_precision_at_the_relevant_ranks() -> None:
    random = np.random.default_rng(3)
    rankings = random.random((40, 60)) < random.random((40, 1)) * 0.5
    expected = [brute_force_ap(row) for row in rankings]
    np.testing.assert_allclose(average_precision(rankings), expected, rtol=1e-12)
    expected = [brute_force_ap(row[:17]) for row in rankings]
    np.testing.assert_allclose(average_precision(rankings, 17), expected, rtol=1e-12)


def test_average_precision_of_perfect_worst_and_hopeless_rankings() -> None:
    perfect, worst = [True, True, False, False], [False, False, True, True]
    found = average_precision(np.array([perfect, worst, [False] * 4]))
    np.testing.assert_allclose(found, [1.0, (1 / 3 + 2 / 4) / 2, 0.0])


def test_precision_counts_the_first_ranks_only() -> None:
    np.testing.assert_allclose(precision_at(np.array([[1, 0, 1, 1], [0, 0, 1, 1]]), 2), [0.5, 0.0])


def test_ranking_is_by_falling_score_and_stable() -> None:
    assert ranking(np.array([[0.1, 0.9, 0.1, 0.5]])).tolist() == [[1, 3, 0, 2]]


def test_ties_are_worth_their_mean_rank_so_a_constant_gains_nothing() -> None:
    constant = np.zeros((100, 25))
    target = np.arange(100) % 25
    assert rank_of(constant, target).tolist() == [12.0] * 100
    assert top_k_accuracy(constant, target, 5) == 0.0


def test_top_k_accuracy() -> None:
    scores = np.array([[3.0, 2.0, 1.0], [1.0, 3.0, 2.0], [1.0, 2.0, 3.0]])
    target = np.array([0, 2, 0])
    assert top_k_accuracy(scores, target, 1) == pytest.approx(1 / 3)
    assert top_k_accuracy(scores, target, 2) == pytest.approx(2 / 3)


def test_calibration_error_of_an_overconfident_and_of_an_honest_guesser() -> None:
    target = np.array([0, 0, 0, 1] * 25)
    sure = np.tile([0.95, 0.05], (100, 1))
    assert expected_calibration_error(sure, target) == pytest.approx(0.2)
    honest = np.tile([0.75, 0.25], (100, 1))
    assert expected_calibration_error(honest, target) == pytest.approx(0.0, abs=1e-12)


def test_calibration_error_weighs_bins_by_their_share() -> None:
    probabilities = np.array([[0.9, 0.1]] * 30 + [[0.55, 0.45]] * 10)
    target = np.array([0] * 30 + [1] * 10)
    expected = 0.75 * 0.1 + 0.25 * 0.55
    assert expected_calibration_error(probabilities, target) == pytest.approx(expected)
