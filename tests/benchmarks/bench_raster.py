"""The rasteriser's table on this machine."""

from __future__ import annotations

import json
import sys

import pytest

from engine.evaluation.bench_raster import bench_raster


@pytest.mark.benchmark
def test_raster() -> None:
    sys.stdout.write(json.dumps(bench_raster(lambda *_: None), indent=2))
