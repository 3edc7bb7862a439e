"""How fast the model that redraws is on this machine."""

from __future__ import annotations

import json
import sys

import pytest

from engine.evaluation.bench_redraw import bench_redraw


@pytest.mark.benchmark
def test_redraw() -> None:
    sys.stdout.write(json.dumps(bench_redraw(lambda *_: None), indent=2))
