from __future__ import annotations

import torch

from engine.training.encoder_soup import average_weights

START = {"trunk.a": torch.tensor([0.0, 0.0]), "head.b": torch.tensor(1.0), "n": torch.tensor(3)}
ONE = {"trunk.a": torch.tensor([4.0, 0.0]), "head.b": torch.tensor(2.0), "n": torch.tensor(3)}
TWO = {"trunk.a": torch.tensor([0.0, 8.0]), "head.b": torch.tensor(4.0), "n": torch.tensor(3)}


def test_the_mean_is_weighted_and_shares_need_not_sum_to_one() -> None:
    mean = average_weights([ONE, TWO], START, [3, 1])
    assert mean["trunk.a"].tolist() == [3.0, 2.0]
    assert mean["head.b"].item() == 2.5
    assert mean["n"].item() == 3


def test_only_the_trunk_goes_back_towards_the_start() -> None:
    back = average_weights([ONE], START, [1], back=0.25)
    assert back["trunk.a"].tolist() == [3.0, 0.0]
    assert back["head.b"].item() == 2.0
    assert START["trunk.a"].tolist() == [0.0, 0.0]
