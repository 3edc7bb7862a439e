"""Drawings, and encoders to score them by."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.context import Context, Resources
from engine.encoders.strokewise import StrokewiseEncoder
from engine.strokes import FloatArray
from engine.types import CancelToken, Job
from tests.engine.tiny_encoder import TinyEncoder


@pytest.fixture
def tiny() -> TinyEncoder:
    return TinyEncoder()


@pytest.fixture
def context(bundled: StrokewiseEncoder) -> Context:
    """On the CPU, with the bundled encoder."""
    context = Context(CancelToken(), Resources("cpu"))
    context.cache["encoder", "bundled", "cpu"] = bundled
    return context


@pytest.fixture
def run() -> Callable[[Job], Any]:
    """Run a job to its end."""

    def to_the_end(job: Job) -> Any:
        while True:
            try:
                next(job)
            except StopIteration as end:
                return end.value

    return to_the_end


def circle(x: float, y: float, radius: float, points: int = 40) -> FloatArray:
    turn = np.linspace(0, 2 * np.pi, points)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], 1)


@pytest.fixture
def face() -> tuple[FloatArray, ...]:
    """Head, eyes and mouth, in px of a page of 400 x 400."""
    smile = circle(200, 200, 90)[2:19]
    return circle(200, 200, 150), circle(150, 160, 15), circle(250, 160, 15), smile


@pytest.fixture
def snowman() -> tuple[FloatArray, ...]:
    """Three balls, a hat, two arms: what the category head knows well."""
    hat = np.array([[165, 70], [235, 70], [225, 70], [225, 20], [175, 20], [175, 70]], float)
    return (
        circle(200, 320, 80),
        circle(200, 190, 55),
        circle(200, 105, 35),
        hat,
        circle(188, 98, 3),
        circle(212, 98, 3),
        np.array([[145, 180], [80, 140]], float),
        np.array([[255, 180], [320, 140]], float),
    )
