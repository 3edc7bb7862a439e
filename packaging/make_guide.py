"""Replay a person's session and keep the pictures of the user guide: `make guide`.

The whole program with its engine; mouse and keys come through the window system (offscreen, or a
bare X server: `make guide-x`), the pen as the events of a tablet. What each step must have done
is checked, so that the pictures show what they say. Needs scikit-image (the `test` extra).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

import numpy as np
from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.document.export import Export
from app.errors import Reporter
from app.look import LIGHT, apply_look
from app.main_window import MainWindow
from app.panels.dialogs import UnsavedAnswer, WindowDialogs
from app.panels.export_dialog import ExportDialog
from app.program import Program
from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources" / "pictures" / "guide"
WINDOW = QSize(1000, 660)
COLOURS = 96
"""Of a picture; with so few it stays small."""
WAIT_MS = 600_000
Way = list[tuple[float, float]]


class Person:
    """Draws and types in the window, and looks at it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.folder = folder
        self.canvas = window.canvas
        self.on_event: Callable[[], object] = lambda: None
        """Called before each event."""
        can = QPointingDevice.Capability
        self._pen = QPointingDevice(
            "pen",
            1,
            QPointingDevice.DeviceType.Stylus,
            QPointingDevice.PointerType.Pen,
            can.Position | can.Pressure,
            1,
            2,
        )

    def keys(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key while others are held."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= each
        # A bare X server has no window manager that gives the focus back after a dialog.
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        self.on_event()
        QTest.keyClick(self.window.windowHandle(), key, modifiers)
        self.look()

    def mouse(self, way: Way) -> None:
        """Press the mouse, go along (N, 2) page places, release."""
        handle = self.window.windowHandle()
        places = [self._in_window(place) for place in way]
        QTest.mouseMove(handle, places[0])
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            self.on_event()
            QTest.mouseMove(handle, place)
            QTest.qWait(4)
        self.on_event()
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=places[-1])
        self.look()

    def click(self, widget: QWidget) -> None:
        """Click a button."""
        self.on_event()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.look()

    def pen(self, way: Way) -> None:
        """A stroke of a tablet's pen, pressed harder in its middle."""
        number = len(way)
        kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (number - 1)]
        for i, (kind, place) in enumerate(zip(kinds, way, strict=True)):
            self._tablet(kind, place, 0.25 + 0.6 * np.sin(np.pi * i / number))
            QTest.qWait(2)
        self._tablet(QEvent.Type.TabletRelease, way[-1], 0.0)
        self.look()

    def look(self, ms: int = 60) -> None:
        """Wait a moment, and until all is painted."""
        QTest.qWait(ms)
        self.until(lambda: self.canvas.ink_finished)

    def until(self, done: Callable[[], bool]) -> None:
        """Wait for something."""
        clock = QElapsedTimer()
        clock.start()
        while not done():
            if clock.elapsed() > WAIT_MS:
                raise SystemExit("The program did not do what the person waits for.")
            QTest.qWait(20)

    def keep(self, name: str, widget: QWidget | None = None) -> None:
        """A picture of the window, or of another one."""
        self.look(200)
        save_small((widget or self.window).grab().toImage(), self.folder / f"{name}.png")

    def _tablet(self, kind: QEvent.Type, place: tuple[float, float], pressure: float) -> None:
        self.on_event()
        pos = QPointF(*self.canvas.viewport.to_view(*place))
        none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
        button = none if kind == QEvent.Type.TabletMove else left
        held = none if kind == QEvent.Type.TabletRelease else left
        spot = self.canvas.mapToGlobal(pos)
        keys = Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(
            kind, self._pen, pos, spot, float(pressure), 0.0, 0.0, 0.0, 0.0, 0.0, keys, button, held
        )
        QApplication.sendEvent(self.canvas, event)

    def _in_window(self, place: tuple[float, float]) -> QPoint:
        pos = QPointF(*self.canvas.viewport.to_view(*place)).toPoint()
        return self.canvas.mapTo(self.window, pos)


class GuideDialogs(WindowDialogs):
    """Shows the Export dialog for a picture, and answers it."""

    def __init__(self, path: Path, seen: Callable[[ExportDialog], None]) -> None:
        super().__init__()
        self._path = path
        self._seen = seen

    def ask_about_unsaved(self, name: str) -> UnsavedAnswer:  # noqa: ARG002
        """Let them go."""
        return UnsavedAnswer.DISCARD

    def ask_export(
        self,
        suggestion: Path,  # noqa: ARG002
        page: tuple[float, float],
        has_references: bool = False,  # noqa: ARG002
    ) -> Export | None:
        """As the user would."""
        options = self._export.options
        dialog = ExportDialog(page, self._path.suffix, options, self.parent)
        dialog.show()
        self._seen(dialog)
        answer = Export(self._path, dialog.options)
        dialog.deleteLater()
        return answer


def save_small(image: QImage, path: Path) -> None:
    """A PNG of few colours."""
    from PIL import Image

    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    rgb = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    small = Image.fromarray(rgb).quantize(COLOURS, dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    small.save(path, optimize=True)


def line(*corners: tuple[float, float], steps: int = 12, wobble: float = 1.2) -> Way:
    """A way through corners, a little unsteady."""
    random = np.random.default_rng(int(sum(map(sum, corners))))
    way: Way = []
    for (ax, ay), (bx, by) in pairwise(corners):
        for t in np.linspace(0, 1, steps, endpoint=False):
            x, y = ax + t * (bx - ax), ay + t * (by - ay)
            way.append((x + random.normal(0, wobble), y + random.normal(0, wobble)))
    return [*way, corners[-1]]


def ring(x: float, y: float, radius: float, start: float = 0.0, turn: float = 6.4) -> Way:
    """A circle, or a part of one."""
    return [
        (x + radius * np.cos(a), y + radius * np.sin(a))
        for a in np.linspace(start, start + turn, 40)
    ]


HOUSE: Iterable[Way] = (
    line((250, 560), (250, 330), (520, 330), (520, 560), (250, 560)),
    line((220, 340), (385, 190), (550, 340)),
    line((350, 560), (350, 440), (420, 440), (420, 560)),
    line((285, 390), (330, 390), (330, 435), (285, 435), (285, 390), steps=6),
    line((445, 390), (490, 390), (490, 435), (445, 435), (445, 390), steps=6),
    line((455, 255), (455, 205), (490, 205), (490, 285), steps=6),
)
SUN = ring(760, 190, 55)
SCRIBBLE = line(*[(640 + 22 * i, 470 + 45 * (-1) ** i) for i in range(9)], steps=8)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def replay(program: Program, person: Person, exported: Path) -> None:
    """The session, step by step."""
    window, document = person.window, program.session.document
    strokes = lambda: document.drawing.strokes  # noqa: E731
    for way in (*HOUSE, SUN):
        person.pen(way)
    person.mouse(SCRIBBLE)
    check(len(strokes()) == 8, "eight strokes")
    person.until(lambda: bool(program.assist.labels) and not program.bridge.busy)
    person.keep("1_draw")
    # Erase the scribble, and take it back.
    person.keys(Qt.Key.Key_E)
    person.mouse([(700, 380), (720, 470), (725, 560)])
    check(len(strokes()) == 7, "the scribble is erased")
    person.keys(Qt.Key.Key_Z, CONTROL)
    check(len(strokes()) == 8, "the scribble is back")
    # Select the sun and move it.
    person.keys(Qt.Key.Key_V)
    person.mouse([(680, 110), (760, 190), (840, 270)])
    check(len(program.selection.ids) == 1, "the sun is selected")
    person.mouse([(760, 190), (740, 170), (680, 150)])
    check(abs(strokes()[6].xy[:, 0].mean() - 680) < 6, "the sun is moved")
    window.layout_of_window.bring_up(window.history_dock)
    person.keep("2_select")
    person.keys(Qt.Key.Key_Escape)
    # What does not belong.
    person.keys(Qt.Key.Key_L, CONTROL)
    person.until(lambda: window.windows.clean is not None)
    dialog = window.windows.clean
    assert dialog is not None
    person.keep("3_clean", dialog)
    number = len(strokes())
    person.click(dialog.keep_button)
    check(len(strokes()) <= number, "cleaned")
    # A photo becomes strokes.
    person.keys(Qt.Key.Key_N, CONTROL)
    QGuiApplication.clipboard().setImage(photo())
    program.abstraction.set_strokes(24)
    person.keys(Qt.Key.Key_V, CONTROL)
    abstraction = program.abstraction
    person.until(lambda: abstraction.can_keep and abstraction.fraction > 0.25)
    person.keep("4_abstract")
    person.keys(Qt.Key.Key_Return, CONTROL, SHIFT)
    check(len(strokes()) == 24, "24 strokes kept")
    abstraction.remove_photo()
    person.keys(Qt.Key.Key_B)
    person.pen(line((60, 700), (960, 705), steps=40))
    person.keep("5_keep")
    person.keys(Qt.Key.Key_E, CONTROL)
    person.until(exported.exists)
    check(exported.stat().st_size > 1000, "exported")


def check(fact: bool, what: str) -> None:
    """End if a step has not done what it should."""
    if not fact:
        raise SystemExit(f"Not as it should be: {what}.")


def photo() -> QImage:
    """The photo that comes with scikit-image."""
    from skimage.data import cat

    rgb = np.ascontiguousarray(cat())
    height, width, _ = rgb.shape
    return QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def main() -> int:
    """Replay it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path, default=PICTURES, metavar="FOLDER")
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        run(Path(name), lambda window: Person(window, args.output))
    return 0


def run(folder: Path, person_at: Callable[[MainWindow], Person]) -> None:
    """The whole session, with settings and journals in a folder."""
    application = QApplication([])
    apply_look(application, LIGHT)
    exported = folder / "cat.pdf"
    dialogs = GuideDialogs(exported, lambda dialog: person.keep("6_export", dialog))
    settings = Settings(folder / "settings.json")
    program = Program(settings, Reporter(folder), dialogs, folder)
    window = MainWindow(program)
    dialogs.parent = window
    person = person_at(window)
    window.resize(WINDOW)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    program.start_engine()
    replay(program, person, exported)
    program.session.document.new()
    window.close()


if __name__ == "__main__":
    sys.exit(main())
