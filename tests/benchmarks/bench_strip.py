"""From pen-up to the strip of photos as it then is, in the window, among 10,000 photos.

The real window, the real engine with its bundled encoder; the library holds random embeddings, its
files are not there. A stroke is drawn with the mouse into a growing drawing. "late" is how late a
timer fires meanwhile, "busy" the GUI thread's own CPU time for one event. Run:
QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark -s tests/benchmarks/bench_strip.py
"""

from __future__ import annotations

import time

import pytest

from app.benchmarks.pen_driver import percentiles
from app.errors import Reporter
from app.main_window import MainWindow
from app.panels.dialogs import WindowDialogs
from app.program import Program
from app.settings import Settings
from engine.context import Context
from engine.encoders.loading import load_encoder
from engine.evaluation.bench_retrieval import make_library
from engine.registry import HANDLERS
from engine.retrieval.messages import Indexed, IndexPhotos
from engine.types import Job, Progress
from tests.benchmarks.bench_ink import report
from tests.benchmarks.bench_tint import Turns, spin
from tests.canvas.hand import Hand

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
PHOTOS = 10_000
RUNS = 20


def nothing_to_index(payload: IndexPhotos, context: Context) -> Job:
    """The photos are not there: looking for them would forget them all."""
    yield Progress(1.0)
    return Indexed(0, 0, 0, 0, 0, 0, 0, 0.0)


@pytest.fixture
def program(qtbot, tmp_path) -> Program:
    reporter = Reporter(tmp_path)
    bugs = []
    reporter.subscribe(bugs.append)
    handlers = {**HANDLERS, "photos.index": nothing_to_index}
    settings = Settings(tmp_path / "settings.json")
    program = Program(settings, reporter, WindowDialogs(), tmp_path, handlers)
    make_library(tmp_path / "photos", PHOTOS, load_encoder())
    program.photos.folder = tmp_path / "photos"
    yield program
    assert bugs == []


@pytest.fixture
def window(qtbot, program, tmp_path) -> MainWindow:
    window = MainWindow(program)
    window.resize(1280, 860)
    window.show()
    qtbot.waitExposed(window)
    window.photos_dock.raise_()
    program.start_engine()
    qtbot.waitUntil(
        lambda: program.photos.photos == PHOTOS and not program.bridge.busy, timeout=120_000
    )
    yield window
    program.session.document.save(tmp_path / "drawn.svg")
    window.close()
    window.deleteLater()


def test_pen_up_to_strip(window, program):
    strip = window.photos_panel.strip
    hand, turns = Hand(window.canvas), Turns()
    waits_ms: list[float] = []
    found: list[float] = []

    def take(_: object) -> None:
        strip.viewport().repaint()  # what is to be seen is seen once it is painted
        found.append(time.perf_counter())

    program.photo_search.found.connect(take)
    for run in range(RUNS):
        y = 120.0 + 30 * run % 500
        hand.press((150, y))
        hand.move(*[(150 + 12 * i, y + (i * run) % 40) for i in range(1, 20)])
        spin(lambda: False, 0.4)
        found.clear()
        start_s = time.perf_counter()
        hand.release((390, y))
        spin(lambda: bool(found), turns=turns)
        waits_ms.append(1000 * (found[0] - start_s))
        assert strip.hits.rowCount() == 24
    report(
        f"pen-up to strip, {PHOTOS} photos: {percentiles(waits_ms)}\n"
        f"late: {percentiles(turns.late_ms)}\nbusy: {percentiles(turns.busy_ms)}"
    )
