"""How late the pen's events are handled and painted, with 10,000 strokes on the page.

Run: QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark -s tests/benchmarks/bench_ink.py
"""

from __future__ import annotations

import time

import numpy as np
import pytest

from app.canvas.page_view import PageView
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.pen import PenTool
from app.tools.stroke_eraser import StrokeEraser
from app.tools.stroke_index import StrokeIndex
from tests.benchmarks.pen_driver import TimedCanvas, draw, report

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
STROKES_ON_PAGE = 10_000


@pytest.fixture(scope="module")
def full_page() -> Drawing:
    """10,000 strokes of 50 points."""
    random = np.random.default_rng(0)
    starts = random.uniform([0, 0], [1024, 768], (STROKES_ON_PAGE, 1, 2))
    heading = np.cumsum(random.normal(0, 0.3, (STROKES_ON_PAGE, 50)), axis=1)
    heading += random.uniform(0, 2 * np.pi, (STROKES_ON_PAGE, 1))
    walks = starts + np.cumsum(np.stack([np.cos(heading), np.sin(heading)], -1) * 1.5, axis=1)
    return Drawing(tuple(Stroke.from_polyline(walk, width_px=2) for walk in walks))


@pytest.fixture
def canvas(qtbot, full_page) -> TimedCanvas:
    document = Document()
    document.new(full_page)
    view = TimedCanvas(document, PenTool(), StrokeEraser())
    qtbot.addWidget(view)
    view.resize(1280, 900)
    view.show()
    qtbot.waitExposed(view)
    view.finish_painting()
    qtbot.wait(50)
    return view


def test_drawing_on_a_full_page(canvas):
    report(f"200 strokes onto {STROKES_ON_PAGE}:\n{draw(canvas, 200).table()}")


def test_painting_everything_anew(canvas):
    for scale in (0.5, 1.0, 3.0):
        canvas.zoom_to(scale)
        started_s = time.perf_counter()
        canvas.finish_painting()
        report(f"all ink at {scale:.0%}: {1000 * (time.perf_counter() - started_s):.0f} ms")


def test_frames_while_scrolling_and_zooming(canvas):
    for name, step in (
        ("scroll", lambda i: PageView.scroll_by(canvas, 8 * (-1) ** (i // 40), 3)),
        ("zoom", lambda i: PageView.zoom_to(canvas, 1.0 + 0.02 * i)),
    ):
        canvas.zoom_to(1.0)
        canvas.finish_painting()
        frames_ms = []
        for i in range(120):
            started_s = time.perf_counter()
            step(i)
            canvas.repaint()
            frames_ms.append(1000 * (time.perf_counter() - started_s))
        p50, p99 = np.percentile(frames_ms, [50, 99])
        report(f"{name}: frame p50 {p50:.1f} ms, p99 {p99:.1f} ms, max {max(frames_ms):.1f} ms")


def test_undo_and_erase(canvas):
    document = canvas._document
    document.apply(document.drawing.without([5000]), "Erase stroke")
    for name, act in (("undo", document.undo), ("redo", document.redo)):
        started_s = time.perf_counter()
        act()
        canvas.repaint()
        report(f"{name} to painted: {1000 * (time.perf_counter() - started_s):.1f} ms")


def test_hit_tests(full_page):
    started_s = time.perf_counter()
    index = StrokeIndex(full_page.strokes)
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
