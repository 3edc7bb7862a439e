from __future__ import annotations

import pytest

from engine.context import Context, Resources
from engine.encoders.strokewise import StrokewiseEncoder
from engine.types import CancelToken


@pytest.fixture
def context(bundled: StrokewiseEncoder) -> Context:
    """On the CPU, with the bundled encoder."""
    context = Context(CancelToken(), Resources("cpu"))
    context.cache["encoder", "bundled", "cpu"] = bundled
    return context
