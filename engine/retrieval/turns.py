"""Several rankings made one, in which each gets its share of the places.

The next place goes to the ranking with the largest quotient of its share and the places it would
have then: D'Hondt's way of dividing a parliament's seats among parties. A ranking with most of the
share comes first, and one with a tenth of it has its say within the first ten or so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray


def take_turns(
    rankings: Sequence[NDArray[np.int64]], shares: NDArray[np.float64]
) -> Iterator[tuple[int, int]]:
    """(item, number of the ranking that chose it), best first, until all rankings are through.

    Args:
        rankings: R times items, best first. What several of them name comes once, chosen by the
            first whose turn it is; that counts as a place of that ranking alone.
        shares: (R,) of the places; any scale, at least 0.
    """
    left = np.array(shares, float)
    places = np.zeros(len(rankings))
    rest = [iter(ranking.tolist()) for ranking in rankings]
    chosen: set[int] = set()
    while (left >= 0).any():
        turn = int(np.argmax(left / (places + 1)))
        item = next((each for each in rest[turn] if each not in chosen), None)
        if item is None:
            left[turn] = -np.inf
            continue
        chosen.add(item)
        places[turn] += 1
        yield item, turn
