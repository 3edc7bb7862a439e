from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import spearmanr

from engine.attribution.order import order_correlation


@pytest.mark.parametrize("seed", range(20))
def test_it_is_spearmans_with_ties_too(seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.integers(0, 6, 12) / 7
    expected = spearmanr(np.arange(12), -scores).statistic
    assert order_correlation(scores) == pytest.approx(expected)


def test_drawn_by_falling_score_is_one_and_by_rising_minus_one() -> None:
    assert order_correlation([3.0, 2.0, 0.5, -1.0]) == pytest.approx(1)
    assert order_correlation([-1.0, 0.5, 2.0, 3.0]) == pytest.approx(-1)


@pytest.mark.parametrize("scores", [[], [1.0], [1.0, 2.0], [0.5, 0.5, 0.5]])
def test_it_says_nothing_where_there_is_nothing_to_say(scores: list[float]) -> None:
    assert order_correlation(scores) is None
