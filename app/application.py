"""The program with its window: start, event loop, end."""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path

import qasync
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.errors import Reporter, asyncio_handler, hooks, native_crash_log, state_folder
from app.icons import icon
from app.languages import translate_qt
from app.look import apply_look
from app.main_window import MainWindow
from app.panels.dialogs import WindowDialogs
from app.program import Program
from app.settings import LOOK_THEME, Settings
from app.settings_file import settings_path
from app.translation import ENGLISH
from engine.errors import InputError


def run(path: Path | None = None, language: str = ENGLISH) -> int:
    """Show the window, with `path` opened if given; returns the exit status when it is closed.

    Args:
        language: the one that is spoken, for Qt's own dialogs.
    """
    # Every sample of the hand counts, not only the last one before a frame.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("strokewise")
    application.setApplicationDisplayName("Strokewise")
    application.setDesktopFileName("strokewise")
    application.setWindowIcon(icon("strokewise"))
    translate_qt(language)
    reporter = Reporter()
    with hooks(reporter), native_crash_log():
        return _run(application, reporter, path)


def _run(application: QApplication, reporter: Reporter, path: Path | None) -> int:
    settings = Settings(settings_path())
    apply_look(application, settings.get(LOOK_THEME))
    dialogs = WindowDialogs()
    program = Program(settings, reporter, dialogs, state_folder())
    window = MainWindow(program)
    dialogs.parent = window
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    loop.set_exception_handler(asyncio_handler(reporter))
    # The engine loads only once the window is there to be drawn in.
    window.canvas.first_painted.connect(
        lambda: QTimer.singleShot(0, lambda: _after_show(program, window, path))
    )
    window.show()
    with loop:
        loop.run_forever()
    try:
        settings.save()
    except InputError as error:
        reporter.report(error)
    return 0


def _after_show(program: Program, window: MainWindow, path: Path | None) -> None:
    # What is there now stays to the end: passed over, collecting takes a tenth of the time.
    gc.freeze()
    gc.enable()
    program.start_engine()
    program.offer_recovery()
    if path is not None:
        program.open_path(path)
    else:
        window.offer_tour()
