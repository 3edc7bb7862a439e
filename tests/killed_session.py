"""A person's session that is made to be killed: run as a program by `test_killed_session`.

`python -m tests.killed_session FOLDER` draws, erases, undoes, redoes, works with layers and guides
and saves, through the real window and real mouse events. After every gesture it prints the state of
the drawing; its choices depend on nothing but `SEED`, so every run goes through the same states.
"""

from __future__ import annotations

import hashlib
import random
import sys
from pathlib import Path

import numpy as np

from app.document.drawing import Drawing

SEED = 11
GESTURES = 80
DRAWING_NAME = "session.strokewise"
STATE_FOLDER = "state"


def state_of(drawing: Drawing) -> str:
    """A short text that two drawings share only if they are the same but for the times."""
    digest = hashlib.sha256(repr((drawing.layers, drawing.active, drawing.guides)).encode())
    for stroke in drawing.strokes:
        digest.update(np.round(stroke.points[:, :3], 3).tobytes())
        digest.update(repr((stroke.width_px, stroke.colour, stroke.layer)).encode())
    return f"{len(drawing.strokes)}-{len(drawing.layers)}-{digest.hexdigest()[:12]}"


def run(folder: Path) -> None:
    """The session; it leaves its window open at the end, to be killed there too."""
    from PySide6.QtWidgets import QApplication

    from app.errors import Reporter
    from app.input.smoothing import Smoothing
    from app.main_window import MainWindow
    from app.program import Program
    from app.settings import Settings
    from tests.canvas.hand import Hand
    from tests.panels.fakes import FakeEngine, FakeUser

    application = QApplication([])
    state = folder / STATE_FOLDER
    state.mkdir()
    user = FakeUser(folder / DRAWING_NAME)
    program = Program(
        Settings(folder / "settings.json"), Reporter(state), user, state, FakeEngine().handlers
    )
    program.toolbox.pen.smoothing = Smoothing.OFF
    window = MainWindow(program)
    window.resize(700, 500)
    window.show()
    application.processEvents()
    hand, choose = Hand(window.canvas), random.Random(SEED)
    document, layers = program.session.document, program.layers

    def draw() -> None:
        x, y = choose.uniform(50, 900), choose.uniform(50, 700)
        places = [(x + 7 * i, y + choose.uniform(-9, 9)) for i in range(choose.randint(1, 20))]
        hand.drag(*places)

    def erase() -> None:
        window.actions_by_id["tool.eraser"].trigger()
        y = choose.uniform(50, 700)
        hand.drag((50, y), (400, y + 60), (900, y))
        window.actions_by_id["tool.pen"].trigger()

    def guide() -> None:
        window.guides.add(is_level=choose.random() < 0.5)
        window.actions_by_id["tool.pen"].trigger()

    gestures = (
        (draw, 10),
        (erase, 2),
        (document.undo, 3),
        (document.redo, 2),
        (layers.add, 1),
        (layers.choose_below, 1),
        (layers.merge_down, 1),
        (guide, 1),
        (lambda: layers.set_opacity(choose.randint(20, 100) / 100), 1),
        (program.session.save, 2),
    )
    print(state_of(document.drawing), flush=True)  # noqa: T201
    for gesture in choose.choices(*zip(*gestures, strict=True), k=GESTURES):
        gesture()
        application.processEvents()
        print(state_of(document.drawing), flush=True)  # noqa: T201
    print("end", flush=True)  # noqa: T201
    application.exec()


if __name__ == "__main__":
    run(Path(sys.argv[1]))
