"""One network from several fine-tuned ones by averaging their weights.

Runs that start from the same weights end in one basin; the mean of their weights ("model soup",
Wortsman et al. 2022) generalises better to categories that none of them saw than each alone, and
so does a step back towards the start ("WiSE-FT", Wortsman et al. 2022).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

_State = Mapping[str, torch.Tensor]


def average_weights(
    states: Sequence[_State], start: _State, shares: Sequence[float], back: float = 0.0
) -> dict[str, torch.Tensor]:
    """The weighted mean of the states, its trunk moved back towards the start.

    Args:
        states: state dicts of networks fine-tuned from `start`.
        start: their common start.
        shares: weight of each state; they are made to sum to 1.
        back: share of the start's trunk in the result's.
    """
    total = sum(shares)
    found = {}
    for name, first in start.items():
        if not first.is_floating_point():
            found[name] = first
            continue
        mean = torch.zeros_like(first)
        for state, share in zip(states, shares, strict=True):
            mean += state[name] * (share / total)
        found[name] = mean.lerp(first, back) if name.startswith("trunk") else mean
    return found
