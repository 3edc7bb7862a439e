"""Opening, saving and exporting 10,000 strokes; memory per stroke.

`make bench`, or `python -m pytest -m benchmark -s tests/benchmarks/bench_files.py`.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.export import export_drawing
from app.document.journal import Journal
from app.document.layering import with_new_layer
from app.document.stroke import Stroke
from app.tools.stroke_index import StrokeIndex

pytestmark = pytest.mark.benchmark

STROKES = 10_000
POINTS = 50
REPEATS = 3


def hand_drawn(count: int) -> Drawing:
    """Smooth strokes with pressure and times, on a page of the default size."""
    random = np.random.default_rng(0)
    t = np.linspace(0, 1, POINTS)[:, None]
    drawing = with_new_layer(Drawing())
    strokes = []
    for number in range(count):
        place, ways = random.uniform(50, 750, 2), random.normal(0, 60, (3, 2))
        xy = place + ways[0] * t + ways[1] * np.sin(3 * t) + ways[2] * np.cos(4 * t)
        pressure = 0.5 + 0.4 * np.sin(random.uniform(0, 6) + 4 * t)
        strokes.append(Stroke(np.hstack([xy, pressure, t])).on_layer(number % 2))
    return Drawing(tuple(strokes), layers=drawing.layers)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def best_s(action: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def test_files_of_10000_strokes(tmp_path: Path) -> None:
    document = Document(hand_drawn(STROKES))
    tell(f"\n{STROKES:,} strokes of {POINTS} points, best of {REPEATS}")
    for suffix in (".svg", ".strokewise"):
        path = tmp_path / f"many{suffix}"
        saved_s = best_s(lambda path=path: document.save(path))
        opened = Document()
        opened_s = best_s(lambda path=path, opened=opened: opened.open(path))
        assert opened.drawing == document.drawing
        megabytes = path.stat().st_size / 1e6
        tell(f"{suffix:12} save {saved_s:6.2f} s   open {opened_s:6.2f} s   {megabytes:5.1f} MB")
    tell(f"hit-test index    {best_s(lambda: StrokeIndex(document.drawing.strokes)):6.2f} s")
    journal = Journal(tmp_path / "journals")
    tell(f"journal begun     {best_s(lambda: journal.follow(document)):6.2f} s")
    journal.close()
    for suffix in (".png", ".pdf"):
        path = tmp_path / f"many{suffix}"
        start = time.perf_counter()
        export_drawing(path, document.drawing)
        tell(f"export {suffix}       {time.perf_counter() - start:6.2f} s (not on the GUI thread)")


def test_memory_of_a_stroke() -> None:
    gc.collect()
    tracemalloc.start()
    drawing = hand_drawn(1000)
    gc.collect()
    held_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(drawing.strokes) == 1000
    tell(f"\nmemory per stroke of {POINTS} points: {held_bytes / 1000:,.0f} bytes")


def test_undo_among_10000_strokes() -> None:
    document = Document(hand_drawn(STROKES))
    index = StrokeIndex()
    document.subscribe(lambda change: index.follow(change.new.strokes, change.new.layers))
    times_ms = []
    for i in range(200):
        document.apply(document.drawing.adding(document.drawing.strokes[i]), "Draw")
        start = time.perf_counter()
        document.undo()
        times_ms.append(1e3 * (time.perf_counter() - start))
    p50, p99 = np.percentile(times_ms, [50, 99])
    tell(f"\nundo with {STROKES:,} strokes: p50 {p50:.2f} ms, p99 {p99:.2f} ms (document, index)")
