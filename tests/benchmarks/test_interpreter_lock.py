"""What the engine thread's Python code and imports cost the GUI thread, as distributions.

Run with `make bench`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from engine.device import lower_thread_priority

EVENTS = 400
LOCK_RELEASES_PER_EVENT = 5
"""Calls into Qt that give up the interpreter lock while one pen event is handled."""


def lateness_ms(busy: Callable[[threading.Event], None], switch_interval_s: float) -> np.ndarray:
    """Time to handle each of `EVENTS` pen events, one a millisecond, while `busy` runs."""
    stop = threading.Event()

    def work() -> None:
        lower_thread_priority()
        busy(stop)

    worker = threading.Thread(target=work)
    before_s = sys.getswitchinterval()
    sys.setswitchinterval(switch_interval_s)
    handled_s = []
    worker.start()
    try:
        time.sleep(0.3)
        for _ in range(EVENTS):
            due_s = time.perf_counter() + 0.001
            time.sleep(0.001)
            for _ in range(LOCK_RELEASES_PER_EVENT):
                time.sleep(0)
            handled_s.append(time.perf_counter() - due_s)
    finally:
        stop.set()
        worker.join()
        sys.setswitchinterval(before_s)
    return np.asarray(handled_s) * 1e3


def pure_python(stop: threading.Event) -> None:
    while not stop.is_set():
        sum(i * i for i in range(10_000))


def small_torch_steps(stop: threading.Event) -> None:
    import torch

    torch.set_num_threads(1)
    points = torch.rand(16, 4, 2, requires_grad=True)
    optimiser = torch.optim.Adam([points], lr=0.01)
    while not stop.is_set():
        optimiser.zero_grad()
        ((points[:, None] - points[None]).square().sum(-1).exp() * 1e-3).sum().backward()
        optimiser.step()


IMPORT_PROBE = """
import threading, time
from engine.context import Context
from engine.warmup import WarmUpPayload, warm_up

def plain():
    import torch
    from engine.encoders.loading import load_encoder
    load_encoder()

def gentle():
    for _ in warm_up(WarmUpPayload(), Context()):
        pass

worker = threading.Thread(target={how})
gaps, last = [], time.perf_counter()
worker.start()
while worker.is_alive():
    time.sleep(0.001)
    now = time.perf_counter()
    gaps.append(now - last)
    last = now
print(max(gaps) * 1e3)
"""


def import_gap_ms(how: str) -> float:
    """The longest the main thread stood still while a thread loaded torch and the encoder."""
    command = [sys.executable, "-c", IMPORT_PROBE.format(how=how)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def measure() -> dict[str, dict[str, float]]:
    rows: dict[str, dict[str, float]] = {}
    for busy in (pure_python, small_torch_steps):
        for interval_ms in (5, 1, 0.5):
            late_ms = lateness_ms(busy, interval_ms / 1e3)
            rows[f"{busy.__name__}, switch interval {interval_ms} ms"] = {
                "p50_ms": round(float(np.percentile(late_ms, 50)), 2),
                "p99_ms": round(float(np.percentile(late_ms, 99)), 2),
                "max_ms": round(float(late_ms.max()), 2),
            }
    for how in ("plain", "gentle"):
        rows[f"{how} warm-up"] = {"max_ms": round(import_gap_ms(how), 1)}
    return rows


@pytest.mark.benchmark
def test_report_what_the_engine_thread_costs_the_gui_thread() -> None:
    sys.stdout.write(json.dumps(measure(), indent=2) + "\n")
