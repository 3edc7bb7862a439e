"""Make the pictures of the window for the README: `make picture`.

Renders the main window offscreen, in light and dark and at two scales: with a sample drawing, a
photo under it and the preview of its sketch, or with the tour's drawing and what the Assist dock
says of it. Needs scikit-image (the `test` extra) for the photo.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QImage

    from app.document.stroke import Stroke
    from app.panels.abstraction import AbstractionSession
    from app.program import Program

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "resources" / "pictures" / "window.png"
SAMPLE = ROOT / "resources" / "samples" / "sailing_boat.svg"
SIZE_PX = (1180, 780)
JOB_TIMEOUT_MS = 180_000
GOOD_FRACTION = 0.6


def main() -> int:
    """Make one picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=PICTURE)
    parser.add_argument("--assist", action="store_true", help="the Assist dock at work")
    parser.add_argument("--dark", action="store_true", help="with a dark palette")
    parser.add_argument("--scale", type=float, default=1.0, help="device px per px")
    parser.add_argument("--strokes", type=int, default=24, help="of the sketch")
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_SCALE_FACTOR") != str(args.scale):
        # Qt reads it once, when it starts.
        environment = {**os.environ, "QT_SCALE_FACTOR": str(args.scale)}
        return subprocess.run([sys.executable, *sys.argv], env=environment, check=False).returncode
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        _render(args, Path(folder))
    return 0


def _render(args: argparse.Namespace, folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from app.errors import Reporter
    from app.look import DARK, LIGHT, apply_look
    from app.main_window import MainWindow
    from app.panels.dialogs import WindowDialogs
    from app.program import Program
    from app.settings import Settings

    application = QApplication([])
    apply_look(application, DARK if args.dark else LIGHT)
    program = Program(Settings(folder / "settings.json"), Reporter(folder), WindowDialogs(), folder)
    window = MainWindow(program)
    window.resize(*SIZE_PX)
    window.show()
    program.start_engine()
    document = program.session.document
    if args.assist:
        document.open(SAMPLE)
        wait_for_scores(program)
    else:
        program.assist.set_tinting(False)
        document.apply(document.drawing.adding(*sample_strokes()), "Draw stroke")
        program.abstraction.set_strokes(args.strokes)
        program.abstraction.open_image(cat_photo())
        wait_for_sketch(program.abstraction)
    window.canvas.finish_painting()
    application.processEvents()
    args.output.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(args.output)):
        raise SystemExit(f"{args.output} could not be written")
    document.save(folder / "sample.svg")
    window.close()


def cat_photo() -> QImage:
    """The photo that comes with scikit-image."""
    from PySide6.QtGui import QImage
    from skimage.data import cat

    rgb = np.ascontiguousarray(cat())
    height, width, _ = rgb.shape
    return QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def wait_for_sketch(abstraction: AbstractionSession) -> None:
    """Until the sketch is good to look at and the engine still at it."""

    def is_good() -> bool:
        nearly = abstraction.can_start or abstraction.fraction >= GOOD_FRACTION
        return abstraction.can_keep and nearly

    wait_until(is_good, abstraction.changed)


def wait_for_scores(program: Program) -> None:
    """Until the engine has said all it has to say of the drawing."""
    wait_until(
        lambda: bool(program.assist.scored_by) and not program.bridge.busy,
        program.bridge.busy_changed,
    )


def wait_until(done: Callable[[], bool], changed: SignalInstance) -> None:
    """Run Qt until `done`, which is asked whenever `changed` is emitted; not for ever."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer(singleShot=True, interval=JOB_TIMEOUT_MS)
    timer.timeout.connect(loop.quit)
    changed.connect(lambda *_: loop.quit() if done() else None)
    timer.start()
    loop.exec()
    timer.stop()


def sample_strokes() -> list[Stroke]:
    """A heart and a line, as a pen with pressure would draw them."""
    from app.document.stroke import Stroke

    t = np.linspace(-np.pi, np.pi, 90)
    heart = np.stack(
        [
            905 + 3.1 * 16 * np.sin(t) ** 3,
            590 - 3.1 * (13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)),
        ],
        axis=1,
    )
    x = np.linspace(60.0, 964.0, 160)
    wave = np.stack([x, 742 + 7 * np.sin(x / 42)], axis=1)
    strokes = []
    for xy, width_px, colour in ((heart, 7.0, "#c2382c"), (wave, 4.0, "#2a5d9f")):
        along = np.linspace(0.0, 1.0, len(xy))
        pressure = 0.15 + 0.75 * np.sin(np.pi * along) ** 0.6
        points = np.column_stack([xy, pressure, along])
        strokes.append(Stroke(points, width_px, colour))
    return strokes


if __name__ == "__main__":
    sys.exit(main())
