"""From pen-up to a new flow: how long "correspond" takes with the photo's features at hand.

Two threads, 256 x 256, the bundled encoder. Run:
python -m pytest -m benchmark -s tests/benchmarks/bench_correspond.py
"""

from __future__ import annotations

import time

import numpy as np
import pytest
import skimage.data
import torch

from engine.context import Context, Resources
from engine.correspondence.messages import Correspondence, CorrespondPayload, Matcher
from engine.correspondence.warping import flow_grid, photo_to_drawing
from engine.photo import Photo
from engine.registry import HANDLERS, start_job
from tests.benchmarks.bench_ink import report

pytestmark = pytest.mark.benchmark
RUNS = 20
STROKES = 60


def test_correspond():
    random = np.random.default_rng(0)
    strokes = tuple(np.cumsum(random.normal(0, 6, (40, 2)), 0) + 300 for _ in range(STROKES))
    photo = Photo.from_rgb(skimage.data.astronaut())
    threads = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        for matcher in (Matcher.WARP, Matcher.NEIGHBOURS):
            times, cpu = [], []
            context = Context(resources=Resources("cpu"))
            for _ in range(RUNS):
                began, began_cpu = time.perf_counter(), time.process_time()
                found = _run(CorrespondPayload(photo, strokes, matcher=matcher), context)
                times.append(1000 * (time.perf_counter() - began))
                cpu.append(1000 * (time.process_time() - began_cpu))
            report(
                f"{matcher}: first {times[0]:.0f} ms, then p50 {np.median(times[1:]):.0f} ms, "
                f"p95 {np.percentile(times[1:], 95):.0f} ms; "
                f"processor time {np.median(cpu[1:]):.0f} ms"
            )
    finally:
        torch.set_num_threads(threads)
    _report("point under the pointer", lambda: found.to_photo([[300.0, 300.0]]))
    picture = photo_to_drawing(found, photo.rgb)
    _report("photo warped at 256 px", lambda: picture.at(0.5))
    _report("grid of 9 x 9 lines", lambda: flow_grid(found))


def _run(payload: CorrespondPayload, context: Context) -> Correspondence:
    job = start_job(HANDLERS["correspond"], payload, context)
    while True:
        try:
            next(job)
        except StopIteration as end:
            return end.value


def _report(name: str, work) -> None:
    times = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        times.append(1000 * (time.process_time() - began))
    report(f"{name}: {np.median(times):.2f} ms of processor time")
