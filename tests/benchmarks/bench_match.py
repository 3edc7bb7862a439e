"""From pen-up to the match on the photo, what hovering costs, and how long the GUI thread is held.

The real window, the real engine with its bundled encoder, a photo of scikit-image's under the
drawing. Times are from the release of the button to the lines in the Match dock; "busy" is the
GUI thread's own CPU time for one event. Hovering is the CPU time of one move of the pointer from
stroke to stroke, painting included, with the dock in front and without it. Run:
QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark -s tests/benchmarks/bench_match.py
"""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from skimage.data import cat

from app.benchmarks.pen_driver import percentiles
from app.document.drawing import Drawing
from tests.benchmarks.bench_ink import report
from tests.benchmarks.bench_tint import Turns, program, some_strokes, spin, window  # noqa: F401
from tests.canvas.hand import Hand

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
RUNS = 12
MOVES = 200


@pytest.fixture
def matched(window, program):  # noqa: F811
    """The Match dock in front, a photo, and what is to be drawn into."""
    program.assist.set_active(False)
    window.layout_of_window.bring_up(window.match.dock)
    rgb = np.ascontiguousarray(cat())
    height, width, _ = rgb.shape
    image = QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    program.reference.load_image(image.copy())
    spin(lambda: program.reference.photo is not None)
    return window.match.panel.match


def is_settled(match, program) -> bool:  # noqa: F811
    session = match.session
    return session.matched is not None and not session.is_stale and not program.bridge.busy


@pytest.mark.parametrize("count", [60, 2000])
def test_pen_up_to_match(window, program, matched, count):  # noqa: F811
    document, hand = program.session.document, Hand(window.canvas)
    document.new(Drawing(tuple(some_strokes(count - 1))))
    spin(lambda: is_settled(matched, program) and window.canvas.ink_finished)
    waits_ms, turns = [], Turns()
    for run in range(RUNS):
        y = 120.0 + 40 * run % 500
        hand.press((150, y))
        hand.move(*[(150 + 12 * i, y + i % 5) for i in range(1, 20)])
        start_s = time.perf_counter()
        hand.release((390, y))
        spin(lambda: is_settled(matched, program), turns=turns)
        window.match.panel.view.repaint()
        waits_ms.append(1000 * (time.perf_counter() - start_s))
    busy = percentiles(turns.busy_ms)
    report(f"{count} strokes, pen-up to match, ms: {percentiles(waits_ms)}\nbusy: {busy}")


def test_hovering(window, program, matched):  # noqa: F811
    document, hand = program.session.document, Hand(window.canvas)
    strokes = some_strokes(60)
    document.new(Drawing(tuple(strokes)))
    spin(lambda: is_settled(matched, program) and window.canvas.ink_finished)
    places = [strokes[i % 60].xy[i % 20].tolist() for i in range(MOVES)]

    def moves() -> dict[str, float]:
        spent_ms = []
        for place in places:
            start_s = time.thread_time()
            hand.move(place)
            QApplication.processEvents()
            spent_ms.append(1000 * (time.thread_time() - start_s))
        return percentiles(spent_ms)

    lit = moves()
    window.match.dock.hide()
    spin(lambda: False, 0.2)
    dark = moves()
    report(f"one move of the pointer, ms: {lit}\nwithout the dock: {dark}")


def test_warping(window, program, matched):  # noqa: F811
    document = program.session.document
    document.new(Drawing(tuple(some_strokes(60))))
    spin(lambda: is_settled(matched, program) and window.canvas.ink_finished)
    turns, waits_ms = Turns(), []
    for value in range(1, 101, 4):
        before = matched.warp.image
        start_s = time.perf_counter()
        window.match.panel.slider.setValue(value)
        spin(lambda before=before: matched.warp.image is not before, turns=turns)
        waits_ms.append(1000 * (time.perf_counter() - start_s))
    busy = percentiles(turns.busy_ms)
    report(f"slider to warped photo, ms: {percentiles(waits_ms)}\nbusy: {busy}")
