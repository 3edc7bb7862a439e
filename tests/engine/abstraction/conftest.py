"""A tiny encoder with fixed random weights, and photos with something in them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.context import Context, Resources
from engine.types import CancelToken
from tests.engine.tiny_encoder import TinyEncoder


@pytest.fixture
def encoder() -> TinyEncoder:
    return TinyEncoder()


@pytest.fixture
def context(encoder: TinyEncoder) -> Context:
    """On the CPU, with the tiny encoder in the place of the bundled one."""
    context = Context(CancelToken(), Resources("cpu"))
    context.cache["encoder", "bundled", "cpu"] = encoder
    return context


@pytest.fixture
def ring() -> NDArray[np.uint8]:
    """A wide photo of a dark ring on light ground."""
    y, x = np.mgrid[:60, :90]
    distance = np.hypot(x - 45, y - 30)
    grey = np.where(abs(distance - 18) < 3, 30, 230).astype(np.uint8)
    return np.repeat(grey[..., None], 3, -1)
