"""From a photo to its first, its finished and all its sketches, and what the slider costs then.

The real window, the real engine with its bundled encoder, scikit-image's astronaut. A move of the
slider is timed from its new value to the nearest known sketch painted, while the engine rests
and while it refines the sketch of the move before. Run:
QT_QPA_PLATFORM=offscreen python -m pytest -m benchmark -s tests/benchmarks/bench_slider.py
"""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtGui import QImage
from skimage.data import astronaut

from app.benchmarks.pen_driver import percentiles
from app.panels.abstraction import Phase
from engine.abstraction.messages import RUNGS
from tests.benchmarks.bench_ink import report
from tests.benchmarks.bench_tint import program, spin, window  # noqa: F401

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]
MOVES = 20
REFINING_S = 0.7
"""After a move, until the engine is at its refining."""


def test_slider(window, program):  # noqa: F811
    window.layout_of_window.bring_up(window.abstract_dock)
    rgb = np.ascontiguousarray(astronaut())
    height, width, _ = rgb.shape
    session = program.abstraction
    session.set_strokes(16)
    start_s = time.perf_counter()

    def since_start() -> float:
        return time.perf_counter() - start_s

    image = QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    session.open_image(image.copy())
    spin(lambda: session.sketch is not None)
    first_s = since_start()
    spin(lambda: session.phase is Phase.IDLE, limit_s=120)
    finished_s = since_start()
    spin(lambda: session.sketching.rungs == RUNGS, limit_s=300)
    assert session.sketching.rungs == RUNGS
    report(
        f"first sketch {first_s:.1f} s, 16 strokes {finished_s:.1f} s, "
        f"the ladder {since_start() - finished_s:.1f} s more"
    )
    random = np.random.default_rng(0)
    for name, pause_s in (("resting", 0.0), ("refining", REFINING_S)):
        waits_ms = []
        for strokes in random.permutation(np.arange(4, 65))[:MOVES].tolist():
            before = session.sketch
            start_s = time.perf_counter()
            window.abstract_panel.slider.setValue(strokes)
            window.canvas.repaint()
            waits_ms.append(1000 * (time.perf_counter() - start_s))
            assert session.sketch is not before
            spin(lambda: False, pause_s)
        report(f"slider to painted, engine {name}, ms: {percentiles(waits_ms)}")
    session.cancel()
