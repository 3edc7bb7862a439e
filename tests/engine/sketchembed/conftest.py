"""A small untrained network, and drawings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from engine.context import Context, Resources
from engine.evaluation.run import finish
from engine.registry import HANDLERS, start_job
from engine.sketchembed.loading import NAME, Model
from engine.sketchembed.net import Sizes, SketchEmbedNet
from engine.strokes import FloatArray
from engine.types import CancelToken

SMALL = Sizes(filters=(4, 4, 8, 8), latent=16, hidden=24, hyper=8, embedding=4)


@pytest.fixture
def small_net() -> SketchEmbedNet:
    with torch.random.fork_rng():
        torch.manual_seed(3)
        return SketchEmbedNet(SMALL).eval().requires_grad_(False)


@pytest.fixture
def context(small_net: SketchEmbedNet) -> Context:
    """On the CPU, with the small network in the place of the bundled one."""
    context = Context(CancelToken(), Resources("cpu"))
    context.cache[NAME, "cpu"] = Model(small_net, "small")
    return context


@pytest.fixture
def ask(context: Context) -> Callable[[str, Any], Any]:
    """Run a job of this kind to its end."""
    return lambda kind, payload: finish(start_job(HANDLERS[kind], payload, context))


@pytest.fixture
def ring() -> FloatArray:
    """A circle of radius 50 px around (120, 200)."""
    turn = np.linspace(0, 2 * np.pi, 40)
    return np.stack([120 + 50 * np.cos(turn), 200 + 50 * np.sin(turn)], 1)


@pytest.fixture
def box() -> FloatArray:
    """A square of 90 px."""
    return np.array([[0, 0], [90, 0], [90, 90], [0, 90], [0, 0]], np.float64)
