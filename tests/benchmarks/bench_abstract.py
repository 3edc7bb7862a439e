"""The abstraction's figures; run with `make bench` (`python -m pytest -m benchmark -s`)."""

from __future__ import annotations

import json

import pytest

from engine.evaluation.bench_abstract import bench_abstract

pytestmark = pytest.mark.benchmark


def test_abstract() -> None:
    figures = bench_abstract(lambda *_: None)
    print(json.dumps(figures, indent=2))  # noqa: T201
    assert figures["loss"] < figures["loss_start"]
