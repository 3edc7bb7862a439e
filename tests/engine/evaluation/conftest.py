from __future__ import annotations

import pytest
import torch

from engine.encoders.folded_lite import LITE0, FoldedLite
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import CategoryHead, EmbeddingHead


@pytest.fixture(scope="package")
def untrained_encoder() -> StrokewiseEncoder:
    """The bundled encoder's architecture with random weights; knows "cat" and "hot dog"."""
    torch.manual_seed(0)
    names = ("cat", "hot dog", "saw", "sword")
    return StrokewiseEncoder(
        FoldedLite(LITE0),
        EmbeddingHead(),
        CategoryHead(len(names)),
        names,
        "untrained",
        "untrained:0",
        torch.device("cpu"),
    )
