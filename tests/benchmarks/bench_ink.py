"""Painting all ink anew, and hit tests, with 10,000 strokes on the page.

How late ink is seen, frames and undo are measured by `strokewise bench ink`. Run:
QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark -s tests/benchmarks/bench_ink.py
"""

from __future__ import annotations

import sys
import time

import numpy as np
import pytest

from app.benchmarks.full_page import full_page
from app.canvas.view import CanvasView
from app.document.document import Document
from app.tools.pen import PenTool
from app.tools.stroke_eraser import StrokeEraser
from app.tools.stroke_index import StrokeIndex

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]


def report(text: str) -> None:
    """Show figures, with `pytest -s`."""
    sys.stdout.write(f"\n{text}\n")


def test_painting_everything_anew(qtbot):
    canvas = CanvasView(Document(full_page()), PenTool(), StrokeEraser())
    qtbot.addWidget(canvas)
    canvas.resize(1280, 900)
    canvas.show()
    qtbot.waitExposed(canvas)
    for scale in (0.5, 1.0, 3.0):
        canvas.zoom_to(scale)
        started_s = time.perf_counter()
        canvas.finish_painting()
        report(f"all ink at {scale:.0%}: {1000 * (time.perf_counter() - started_s):.0f} ms")
    canvas.release()


def test_hit_tests():
    strokes = full_page().strokes
    started_s = time.perf_counter()
    index = StrokeIndex(strokes)
    built_ms = 1000 * (time.perf_counter() - started_s)
    hits_ms = []
    random = np.random.default_rng(1)
    for _ in range(200):
        start = random.uniform([0, 0], [1024, 768])
        started_s = time.perf_counter()
        index.touched_by(tuple(start), tuple(start + random.normal(0, 8, 2)), 6.0)
        hits_ms.append(1000 * (time.perf_counter() - started_s))
    p50, p99 = np.percentile(hits_ms, [50, 99])
    report(f"index built in {built_ms:.0f} ms; hit test p50 {p50:.2f} ms, p99 {p99:.2f} ms")
