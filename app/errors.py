"""What the user is told when something fails, and where a bug leaves its traces.

Trouble with the input (`InputError`) is one sentence. Anything else is a bug: it goes to the crash
log in the user's state folder, and one sentence says so. Whoever shows messages subscribes; the
window's message bar does. Knows nothing of Qt.
"""

from __future__ import annotations

import contextlib
import datetime
import faulthandler
import logging
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeAlias

import platformdirs

from app.translation import tr
from engine.errors import InputError

_log = logging.getLogger(__name__)

_LOG_LIMIT_BYTES = 1_000_000
# A bug in a paint event comes back sixty times a second.
_SAME_AGAIN_S = 2.0


class EngineBugError(RuntimeError):
    """A job failed for a reason that is not the input's. Reported already; `str` is a sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """What to show.

    Attributes:
        sentence: for the user.
        is_bug: not the user's doing.
        detail: a bug's traceback; empty otherwise.
        log_path: the crash log, if it could be written.
    """

    sentence: str
    is_bug: bool = False
    detail: str = ""
    log_path: Path | None = None


Subscriber: TypeAlias = Callable[[Report], None]


def state_folder() -> Path:
    """The user's folder for logs and the like; made if missing.

    Raises:
        OSError: it cannot be made.
    """
    return platformdirs.user_state_path("strokewise", appauthor=False, ensure_exists=True)


class Reporter:
    """Takes errors from anywhere and tells the subscribers. Any thread.

    Args:
        folder: where `crash.log` goes; None for the user's state folder.
        clock: seconds, to leave out what repeats itself.
    """

    def __init__(
        self, folder: Path | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = threading.Lock()
        self._subscribers: list[Subscriber] = []
        self._last: tuple[str, float] = ("", -_SAME_AGAIN_S)

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call `subscriber` with every report, on the thread where the error happened.

        Returns:
            A function that ends the subscription.
        """
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(subscriber)

        return unsubscribe

    def report(self, error: BaseException) -> Report | None:
        """Report an exception that nobody handled; None if it was reported before."""
        if isinstance(error, EngineBugError):
            return None
        if isinstance(error, InputError):
            report = Report(str(error))
            self._tell(report)
            return report
        return self.report_bug("".join(traceback.format_exception(error)))

    def report_bug(self, detail: str) -> Report | None:
        """Log a bug by its traceback; None if it is the last one again, a moment later."""
        with self._lock:
            now_s = self._clock()
            last_detail, last_s = self._last
            if detail == last_detail and now_s - last_s < _SAME_AGAIN_S:
                return None
            self._last = (detail, now_s)
            log_path = self._write(detail)
        if log_path:
            text = tr("Something went wrong inside Strokewise; details are in {log_path}.")
        else:
            text = tr("Something went wrong inside Strokewise; the crash log could not be written.")
        sentence = text.format(log_path=log_path)
        report = Report(sentence, is_bug=True, detail=detail, log_path=log_path)
        self._tell(report)
        return report

    def _tell(self, report: Report) -> None:
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(report)
            except Exception:
                _log.exception("a report could not be shown: %s", report.sentence)

    def _write(self, detail: str) -> Path | None:
        try:
            path = (self._folder or state_folder()) / "crash.log"
            if path.exists() and path.stat().st_size > _LOG_LIMIT_BYTES:
                path.replace(path.with_suffix(".old.log"))
            with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{_heading()}\n{detail}\n")
        except OSError:
            return None
        return path


def _heading() -> str:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    python = platform.python_version()
    return f"==== {now} Strokewise {version()}, Python {python}, {platform.platform()}"


def version() -> str:
    """The installed version, or "unknown" where the program runs from bare files."""
    import importlib.metadata

    try:
        return importlib.metadata.version("strokewise")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"


@contextlib.contextmanager
def hooks(reporter: Reporter) -> Iterator[None]:
    """Send what escapes from the main thread, other threads and destructors to `reporter`.

    An interrupt from the keyboard goes its usual way.
    """
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def on_exception(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            before[0](kind, error, trace)
        else:
            reporter.report(error)

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            reporter.report(args.exc_value)

    def on_unraisable(args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            reporter.report(args.exc_value)

    sys.excepthook, threading.excepthook = on_exception, on_thread_exception
    sys.unraisablehook = on_unraisable
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before


def asyncio_handler(reporter: Reporter) -> Callable[[object, Mapping[str, Any]], None]:
    """For `loop.set_exception_handler`: exceptions of tasks that nobody awaited."""

    def handle(_loop: object, context: Mapping[str, Any]) -> None:
        error = context.get("exception")
        if error is None:
            reporter.report_bug(str(context.get("message", context)))
        else:
            reporter.report(error)

    return handle


@contextlib.contextmanager
def native_crash_log(folder: Path | None = None) -> Iterator[None]:
    """Let a crash in native code (Qt, torch) leave the Python stacks in `native-crash.log`."""
    try:
        log = ((folder or state_folder()) / "native-crash.log").open("a", encoding="utf-8")
    except OSError:
        yield
        return
    with log:
        faulthandler.enable(log)
        try:
            yield
        finally:
            faulthandler.disable()
