"""Several rankings made one."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

import numpy as np
import pytest

from engine.retrieval.turns import take_turns


def ranking(*items: int) -> np.ndarray:
    return np.array(items, np.int64)


def test_places_are_divided_as_dhondt_divides_seats() -> None:
    """The textbook's example: 230,000, 174,000, 64,000 votes, nine seats: 5, 3, 1."""
    rankings = [np.arange(100) + 100 * party for party in range(3)]
    turns = list(islice(take_turns(rankings, np.array([230.0, 174.0, 64.0])), 9))
    assert [sum(by == party for _, by in turns) for party in range(3)] == [5, 3, 1]
    assert [item % 100 for item, by in turns if by == 0] == [0, 1, 2, 3, 4], "each in its order"


def test_the_order_is_that_of_the_quotients() -> None:
    shares = [Fraction(50), Fraction(31), Fraction(19)]
    quotients = [(share / k, -r) for r, share in enumerate(shares) for k in range(1, 12)]
    expected = [-r for _, r in sorted(quotients, reverse=True)][:12]
    rankings = [np.arange(50) + 100 * r for r in range(3)]
    found = [by for _, by in islice(take_turns(rankings, np.array([50.0, 31.0, 19.0])), 12)]
    assert found == expected


def test_an_item_comes_once_and_costs_the_other_nothing() -> None:
    turns = list(take_turns([ranking(1, 2, 3), ranking(1, 4)], np.array([0.6, 0.4])))
    assert turns == [(1, 0), (4, 1), (2, 0), (3, 0)]


def test_one_ranking_stays_as_it_is_and_all_come_to_an_end() -> None:
    assert [item for item, _ in take_turns([ranking(3, 1, 2)], np.array([0.1]))] == [3, 1, 2]
    assert list(take_turns([ranking(), ranking(7)], np.array([0.9, 0.1]))) == [(7, 1)]


@pytest.mark.parametrize("share", [0.0, 1e-9])
def test_a_ranking_without_a_share_comes_last(share: float) -> None:
    turns = list(take_turns([ranking(1, 2), ranking(3)], np.array([1.0, share])))
    assert [item for item, _ in turns] == [1, 2, 3]
