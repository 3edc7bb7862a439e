"""For all tests: the user's folders stay untouched, and nothing is left running.

A test fails if it leaves a thread, an active timer or a window behind, besides the warnings of Qt
and Python that pyproject.toml turns into failures.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

# Before Qt loads. Whoever wants to watch sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.window_fixtures"]

THREAD_GRACE_S = 2.0
"""A thread that was told to end may take this long."""

USER_FOLDERS = (
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
)

# Qt's offscreen platform says so for every window with a minimum size.
HARMLESS_QT_MESSAGES = ("This plugin does not support propagateSizeHints",)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS_QT_MESSAGES, extend=True))


@pytest.fixture(autouse=True, scope="session")
def _user_folders_are_isolated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, state and caches go to a folder of this run."""
    folder = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in USER_FOLDERS:
            patch.setenv(name, str(folder / name.lower()))
        yield


@pytest.fixture(autouse=True)
def _nothing_is_left_running() -> Iterator[None]:
    threads = set(threading.enumerate())
    windows = _windows()
    with _TimerWatch() as timers:
        yield

        def left_behind() -> list[str]:
            _settle_qt()
            return [
                *(f"timer {timer!r} of {timer.parent()!r}" for timer in timers.active()),
                *(f"window {window!r}" for window in _windows() if window not in windows),
            ]

        left = left_behind()
        if left:
            # A collection takes half a second with torch loaded, so only if it may matter.
            gc.collect()
            left = left_behind()
        left += [f"thread {thread.name}" for thread in _threads_beyond(threads)]
    if left:
        pytest.fail(f"left behind: {', '.join(left)}", pytrace=False)


class _TimerWatch:
    """Knows the timers that were started while it was open. Nothing where Qt is not in use."""

    def __init__(self) -> None:
        self._started: weakref.WeakSet[QTimer] = weakref.WeakSet()

    def __enter__(self) -> _TimerWatch:
        if "PySide6.QtWidgets" in sys.modules:
            from PySide6.QtCore import QTimer

            self._start = start = QTimer.start

            def watched_start(timer: QTimer, *args: object) -> None:
                self._started.add(timer)
                start(timer, *args)

            QTimer.start = watched_start
        return self

    def __exit__(self, *_: object) -> None:
        if hasattr(self, "_start"):
            from PySide6.QtCore import QTimer

            QTimer.start = self._start

    def active(self) -> list[QTimer]:
        """Those that still run."""
        if not self._started:
            return []
        from shiboken6 import isValid

        return [timer for timer in self._started if isValid(timer) and timer.isActive()]


def _threads_beyond(before: set[threading.Thread]) -> list[threading.Thread]:
    end_s = time.monotonic() + THREAD_GRACE_S
    for thread in set(threading.enumerate()) - before:
        # Threads that Python did not start (pools of native libraries) cannot be joined.
        if not isinstance(thread, threading._DummyThread):
            thread.join(max(0.0, end_s - time.monotonic()))
    return [
        thread
        for thread in set(threading.enumerate()) - before
        if not isinstance(thread, threading._DummyThread)
    ]


def _application_exists() -> bool:
    if "PySide6.QtWidgets" not in sys.modules:
        return False
    from PySide6.QtWidgets import QApplication

    return isinstance(QApplication.instance(), QApplication)


def _windows() -> list[QWidget]:
    """Top-level widgets without an owner."""
    if not _application_exists():
        return []
    from PySide6.QtWidgets import QApplication

    return [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]


def _settle_qt() -> None:
    """Carry out what was put off, deletions above all."""
    if not _application_exists():
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


@pytest.fixture
def state_folder(tmp_path: Path) -> Path:
    """Where a test's program keeps journals and logs."""
    folder = tmp_path / "state"
    folder.mkdir()
    return folder
