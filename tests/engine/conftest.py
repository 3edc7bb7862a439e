from __future__ import annotations

import pytest

from engine.encoders.loading import load_encoder
from engine.encoders.strokewise import StrokewiseEncoder


@pytest.fixture(scope="session")
def bundled() -> StrokewiseEncoder:
    encoder = load_encoder()
    assert isinstance(encoder, StrokewiseEncoder)
    return encoder
