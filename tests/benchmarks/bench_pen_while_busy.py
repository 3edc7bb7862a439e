"""How late the pen's events are handled and painted while the engine sketches a photo.

The real window, the real engine with its bundled encoder, 200 strokes at 120 events a second;
also while the engine still loads. Run:
QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark -s tests/benchmarks/bench_pen_while_busy.py
"""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.errors import Reporter
from app.main_window import MainWindow
from app.panels.abstraction import Phase
from app.panels.dialogs import WindowDialogs
from app.program import Program
from app.settings import Settings
from tests.benchmarks.pen_driver import TimedCanvas, draw, report

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
STROKES = 200


@pytest.fixture
def program(qtbot, tmp_path, monkeypatch) -> Program:
    monkeypatch.setattr("app.main_window.CanvasView", TimedCanvas)
    reporter = Reporter(tmp_path)
    bugs = []
    reporter.subscribe(bugs.append)
    program = Program(Settings(tmp_path / "settings.json"), reporter, WindowDialogs(), tmp_path)
    yield program
    assert bugs == []


@pytest.fixture
def window(qtbot, program, tmp_path) -> MainWindow:
    window = MainWindow(program)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(100)
    yield window
    program.session.document.save(tmp_path / "drawn.svg")
    window.close()
    window.deleteLater()


def photo() -> QImage:
    from skimage.data import cat

    rgb = np.ascontiguousarray(cat())
    height, width, _ = rgb.shape
    return QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def test_quiet(window):
    report(f"engine not started:\n{draw(window.canvas, STROKES).table()}")


def test_while_the_engine_loads(window, program):
    program.start_engine()
    report(f"engine loading:\n{draw(window.canvas, STROKES // 4).table()}")


def test_while_the_engine_sketches(window, program, qtbot):
    program.start_engine()
    abstraction = program.abstraction
    abstraction.open_image(photo())
    qtbot.waitUntil(lambda: abstraction.sketch is not None, timeout=60_000)
    runs = 0

    def again() -> None:
        nonlocal runs
        if abstraction.phase is Phase.IDLE:
            runs += 1
            abstraction.start()

    abstraction.changed.connect(again)
    lateness = draw(window.canvas, STROKES)
    abstraction.changed.disconnect(again)
    assert abstraction.phase is Phase.RUNNING
    assert len(program.session.document.drawing.strokes) == STROKES
    abstraction.cancel()
    report(f"engine sketching ({runs + 1} jobs):\n{lateness.table()}")
