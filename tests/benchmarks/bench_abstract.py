"""The abstraction's figures; run with `make bench` (`python -m pytest -m benchmark -s`)."""

from __future__ import annotations

import json
import time

import pytest

from engine.abstraction.ladder import ladder
from engine.abstraction.messages import AbstractPayload, Ladder, LadderPayload
from engine.context import Context
from engine.evaluation.bench_abstract import bench_abstract, example_photo
from engine.evaluation.run import finish

pytestmark = pytest.mark.benchmark


def test_abstract() -> None:
    figures = bench_abstract(lambda *_: None)
    print(json.dumps(figures, indent=2))  # noqa: T201
    assert figures["loss"] < figures["loss_start"]


def test_ladder() -> None:
    began_s, began_cpu_s = time.perf_counter(), time.process_time()
    found: Ladder = finish(ladder(LadderPayload(AbstractPayload(example_photo())), Context()))
    took = {
        "ladder_seconds": time.perf_counter() - began_s,
        "ladder_cpu_seconds": time.process_time() - began_cpu_s,
        "losses": {n: sketch.loss for n, sketch in found.sketches.items()},
        "likenesses": {n: sketch.likeness for n, sketch in found.sketches.items()},
    }
    print(json.dumps(took, indent=2))  # noqa: T201
    assert found.sketches[64].loss < found.sketches[4].loss
