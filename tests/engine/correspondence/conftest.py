from __future__ import annotations

import pytest

from engine.context import Context, Resources
from engine.encoders.loading import load_encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.types import CancelToken


@pytest.fixture(scope="session")
def bundled() -> StrokewiseEncoder:
    encoder = load_encoder()
    assert isinstance(encoder, StrokewiseEncoder)
    return encoder


@pytest.fixture
def context(bundled: StrokewiseEncoder) -> Context:
    """On the CPU, with the bundled encoder."""
    context = Context(CancelToken(), Resources("cpu"))
    context.cache["encoder", "bundled", "cpu"] = bundled
    return context
