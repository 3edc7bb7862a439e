"""How late ink is seen, and how long frames and undo take, with very many strokes on the page."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import app.main_window
from app.benchmarks.full_page import STROKES, full_page, photo
from app.benchmarks.pen_driver import Lateness, TimedCanvas, draw, percentiles
from app.canvas.page_view import PageView
from app.errors import Reporter
from app.main_window import MainWindow
from app.panels.abstraction import Phase
from app.panels.dialogs import WindowDialogs
from app.program import Program
from app.settings import Settings

DRAWN = 120
"""Strokes drawn, of 20 events each."""
FRAMES = 120
UNDO_STEPS = 20
LONGEST_WAIT_MS = 120_000

Report = Callable[[float, str], None]


def bench_ink(
    report: Report, *, strokes: int = STROKES, drawn: int = DRAWN, busy: bool = True
) -> dict[str, object]:
    """Measure in the real window, offscreen unless another platform is chosen.

    Args:
        report: called with the fraction done and what comes next.
        strokes: on the page.
        drawn: while measuring.
        busy: measure while the engine sketches a photo, too.

    Returns:
        "p50_ms", "p99_ms": from an event's delivery by another process to the end of the paint
        event that shows it; "p99_busy_ms": the same while the engine optimises a sketch. "ink",
        "loading" (while the engine loads) and "busy" hold the distributions; "frames" those of
        scroll and zoom steps, painted; "edits" those of erasing a stroke, undo and redo until
        painted, and "alone" until the call returns. "(the machine's own)" is how late a process
        woke up that does nothing but sleep.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with _window(strokes) as (program, window):
        canvas = window.canvas
        assert isinstance(canvas, TimedCanvas)
        report(0.05, f"drawing on {strokes} strokes")
        quiet = draw(canvas, drawn)
        report(0.3, "frames")
        frames = _frames(canvas)
        report(0.4, "undo")
        edits = _edits(program, canvas)
        answer: dict[str, object] = {
            **{k: v for k, v in percentiles(quiet.painted_ms).items() if k != "max_ms"},
            "p99_busy_ms": None,
            "ink": _rows(quiet),
            "frames": frames,
            "edits": edits,
        }
        if busy:
            report(0.5, "drawing while the engine loads")
            program.start_engine()
            answer["loading"] = _rows(draw(canvas, drawn // 3, seed=2))
            report(0.6, "the engine begins a sketch")
            with _sketching(program):
                report(0.7, "drawing while a photo is sketched")
                late = draw(canvas, drawn, seed=1)
            answer["p99_busy_ms"] = percentiles(late.painted_ms)["p99_ms"]
            answer["busy"] = _rows(late)
    report(1.0, "done")
    return answer


@contextmanager
def _window(strokes: int) -> Iterator[tuple[Program, MainWindow]]:
    """The program's window with a full page, its canvas one that tells when it has painted."""
    plain, app.main_window.CanvasView = app.main_window.CanvasView, TimedCanvas
    with tempfile.TemporaryDirectory(prefix="strokewise-bench-") as name:
        folder = Path(name)
        settings = Settings(folder / "settings.json")
        program = Program(settings, Reporter(folder), WindowDialogs(), folder)
        try:
            window = MainWindow(program)
            program.session.document.new(full_page(strokes))
            window.show()
            _settle(lambda: window.canvas.ink_finished)
            # As the program does once it is shown.
            gc.freeze()
            yield program, window
            program.session.document.new()
            window.close()
            window.deleteLater()
        finally:
            app.main_window.CanvasView = plain


@contextmanager
def _sketching(program: Program) -> Iterator[None]:
    """The engine sketches a photo, again and again."""
    rgb = photo()
    height, width, _ = rgb.shape
    image = QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    abstraction = program.abstraction
    abstraction.open_image(image.copy())
    _settle(lambda: abstraction.sketch is not None)

    def again() -> None:
        if abstraction.phase is Phase.IDLE:
            abstraction.start()

    abstraction.changed.connect(again)
    yield
    abstraction.changed.disconnect(again)
    abstraction.cancel()


def _frames(canvas: TimedCanvas) -> list[dict[str, object]]:
    """Scroll and zoom in small steps, each painted at once."""
    rows: list[dict[str, object]] = []
    for name, step in (
        ("scroll", lambda i: PageView.scroll_by(canvas, 8 * (-1) ** (i // 40), 3)),
        ("zoom", lambda i: PageView.zoom_to(canvas, 1.0 + 0.02 * i)),
    ):
        canvas.zoom_to(1.0)
        canvas.finish_painting()
        taken_ms = [_timed_ms(partial(step, i), canvas) for i in range(FRAMES)]
        rows.append({"step": name, **percentiles(taken_ms)})
    canvas.fit_page()
    canvas.finish_painting()
    return rows


def _edits(program: Program, canvas: TimedCanvas) -> list[dict[str, object]]:
    document = program.session.document
    taken: dict[str, list[float]] = {}
    for i in range(UNDO_STEPS):
        number = len(document.drawing.strokes) // 2 + i
        erased = document.drawing.without([number])
        for name, act in (
            ("erase", lambda erased=erased: document.apply(erased, "Erase stroke")),
            ("undo", document.undo),
            ("redo", document.redo),
        ):
            alone_ms, painted_ms = _until_painted_ms(act, canvas)
            taken.setdefault(name, []).append(painted_ms)
            taken.setdefault(f"{name} alone", []).append(alone_ms)
    return [{"step": name, **percentiles(values)} for name, values in sorted(taken.items())]


def _until_painted_ms(act: Callable[[], object], canvas: TimedCanvas) -> tuple[float, float]:
    """How long it takes by itself, and to the end of the paint event that shows all of it."""
    painted_s: list[float] = []

    def painted() -> None:
        if canvas.ink_finished and not painted_s:
            painted_s.append(time.perf_counter())

    canvas.on_painted = painted
    started_s = time.perf_counter()
    act()
    alone_s = time.perf_counter()
    _settle(lambda: bool(painted_s))
    canvas.on_painted = TimedCanvas.on_painted
    return 1000 * (alone_s - started_s), 1000 * (painted_s[0] - started_s)


def _timed_ms(act: Callable[[], object], canvas: TimedCanvas) -> float:
    started_s = time.perf_counter()
    act()
    canvas.repaint()
    return 1000 * (time.perf_counter() - started_s)


def _rows(lateness: Lateness) -> list[dict[str, object]]:
    return [
        {"until": "handled", **percentiles(lateness.handled_ms)},
        {"until": "painted", **percentiles(lateness.painted_ms)},
        {"until": "(the machine's own)", **percentiles(lateness.hand_ms)},
    ]


def _settle(done: Callable[[], bool]) -> None:
    """Run the event loop until something has happened.

    Raises:
        RuntimeError: it does not.
    """
    clock = QElapsedTimer()
    clock.start()
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if done():
            return
        if clock.elapsed() > LONGEST_WAIT_MS:
            raise RuntimeError("the window or the engine did not get ready")
