"""From pen-up to tints, and how long the GUI thread is held up by it.

The real window, the real engine with its bundled encoder. A stroke is drawn with the mouse into
drawings of 60 and 5,000 strokes. Times are from the release of the button; "busy" is the GUI
thread's own CPU time for one event, "late" how late a timer fires meanwhile, which includes what
other threads and programs take of the cores. Run:
QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark -s tests/benchmarks/bench_tint.py
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.benchmarks.pen_driver import percentiles
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.errors import Reporter
from app.main_window import MainWindow
from app.panels.dialogs import WindowDialogs
from app.program import Program
from app.settings import Settings
from engine.attribution.messages import Method
from tests.benchmarks.bench_ink import report
from tests.canvas.hand import Hand

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
RUNS = 20
TICK_MS = 4


@pytest.fixture
def program(qtbot, tmp_path) -> Program:
    reporter = Reporter(tmp_path)
    bugs = []
    reporter.subscribe(bugs.append)
    program = Program(Settings(tmp_path / "settings.json"), reporter, WindowDialogs(), tmp_path)
    yield program
    assert bugs == []


@pytest.fixture
def window(qtbot, program, tmp_path) -> MainWindow:
    window = MainWindow(program)
    window.resize(1280, 860)
    window.show()
    qtbot.waitExposed(window)
    program.start_engine()
    qtbot.waitUntil(lambda: not program.bridge.busy, timeout=60_000)
    yield window
    program.session.document.save(tmp_path / "drawn.svg")
    window.close()
    window.deleteLater()


@dataclass
class Turns:
    """How long the event loop was held up, in ms."""

    late_ms: list[float] = field(default_factory=list)
    busy_ms: list[float] = field(default_factory=list)


@dataclass
class Waits:
    """From pen-up, in ms."""

    preview_ms: list[float] = field(default_factory=list)
    tinted_ms: list[float] = field(default_factory=list)
    turns: Turns = field(default_factory=Turns)

    def table(self) -> str:
        """One line a measure."""
        rows = {
            "first look": self.preview_ms,
            "tinted": self.tinted_ms,
            "late": self.turns.late_ms,
            "busy": self.turns.busy_ms,
        }
        return "\n".join(
            f"{name:10} " + "  ".join(f"{k} {v:7.2f}" for k, v in percentiles(values).items())
            for name, values in rows.items()
        )


def some_strokes(count: int) -> list[Stroke]:
    """Curved strokes of 20 points all over the page."""
    random = np.random.default_rng(0)
    found = []
    for _ in range(count):
        start = random.uniform([80, 80], [900, 660])
        heading = random.uniform(0, 2 * np.pi) + np.cumsum(random.normal(0, 0.25, 20))
        steps = 6.0 * np.stack([np.cos(heading), np.sin(heading)], axis=1)
        found.append(Stroke.from_polyline(start + np.cumsum(steps, axis=0)))
    return found


def measure(window: MainWindow, program: Program, count: int, runs: int) -> Waits:
    """Draw `runs` strokes into a drawing of `count` strokes, each once the tints are there."""
    document, overlay = program.session.document, program.assist.tint_overlay
    document.new(Drawing(tuple(some_strokes(count - 1))))
    hand, waits = Hand(window.canvas), Waits()

    def is_done() -> bool:
        last = document.drawing.strokes[-1]
        seen = overlay.tint_of(last) is not None
        return seen and not overlay.is_stale and window.canvas.ink_finished

    spin(is_done)
    # The first stroke does not count: objects that Python has never seen pass the event filter, for
    # which PySide makes all enums of Qt's widgets (50 ms). Without the filter that does not happen.
    for run in range(runs + 1):
        if run == 1:
            waits = Waits()
        y = 120.0 + 40 * run % 500
        hand.press((150, y))
        hand.move(*[(150 + 12 * i, y + i % 5) for i in range(1, 20)])
        spin(lambda: False, 0.4)
        start_s = time.perf_counter()
        hand.release((390, y))
        stroke = document.drawing.strokes[-1]
        spin(lambda stroke=stroke: overlay.tint_of(stroke) is not None, turns=waits.turns)
        waits.preview_ms.append(1000 * (time.perf_counter() - start_s))
        spin(is_done, turns=waits.turns)
        waits.tinted_ms.append(1000 * (time.perf_counter() - start_s))
    return waits


class BusyTimes(QObject):
    """The CPU time of each event that the GUI thread handles, as an event filter of the program.

    Waiting for events takes no CPU time, so what passed from one event to the next is the first
    one's handling.
    """

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns
        self._last_s = time.thread_time()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        now_s = time.thread_time()
        self._turns.busy_ms.append(1000 * (now_s - self._last_s))
        self._last_s = now_s
        return False


def spin(is_done, limit_s: float = 60.0, turns: Turns | None = None) -> None:
    """Run the event loop until it is done or the time is up."""
    loop = QEventLoop()
    end_s = time.perf_counter() + limit_s
    turns = turns or Turns()
    last_s = [time.perf_counter()]

    def look() -> None:
        now_s = time.perf_counter()
        turns.late_ms.append(max(1000 * (now_s - last_s[0]) - TICK_MS, 0.0))
        if is_done() or now_s > end_s:
            loop.quit()
        last_s[0] = time.perf_counter()

    # A loop that never rests would keep the engine's thread, which has a lower priority, from the
    # cores.
    timer = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(look)
    timer.start()
    busy = BusyTimes(turns)
    QApplication.instance().installEventFilter(busy)
    loop.exec()
    QApplication.instance().removeEventFilter(busy)
    timer.stop()


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(("count", "runs"), [(60, RUNS), (5000, 2)])
def test_pen_up_to_tint(window, program, method, count, runs):
    program.assist.set_method(method)
    waits = measure(window, program, count, runs)
    report(f"{method.value}, {count} strokes:\n{waits.table()}")
