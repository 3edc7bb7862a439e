"""Errors for the user, bugs for the crash log."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app import errors
from app.errors import EngineBugError, Report, Reporter
from engine.errors import InputError


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reporter(tmp_path: Path, clock: Clock) -> Reporter:
    return Reporter(tmp_path, clock)


@pytest.fixture
def reports(reporter: Reporter) -> list[Report]:
    collected: list[Report] = []
    reporter.subscribe(collected.append)
    return collected


def bug(text: str = "oops") -> ZeroDivisionError:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        return error


def test_trouble_with_the_input_is_its_sentence_and_no_log(reporter, reports, tmp_path):
    reporter.report(InputError("The photo is all white."))
    assert reports == [Report("The photo is all white.")]
    assert list(tmp_path.iterdir()) == []


def test_a_bug_is_logged_with_its_traceback(reporter, reports, tmp_path):
    reporter.report(bug())
    (report,) = reports
    log = (tmp_path / "crash.log").read_text()
    assert report.is_bug
    assert report.log_path == tmp_path / "crash.log"
    assert str(report.log_path) in report.sentence
    assert "ZeroDivisionError: oops" in report.detail
    assert report.detail in log
    assert f"Strokewise {errors.version()}, Python 3." in log


def test_a_bug_that_repeats_itself_is_reported_once_in_a_while(reporter, reports, clock, tmp_path):
    error = bug()
    for _ in range(60):
        reporter.report(error)
        clock.now_s += 1 / 60
    assert len(reports) == 1
    clock.now_s += 2
    reporter.report(error)
    reporter.report(bug("another"))
    assert len(reports) == 3
    assert (tmp_path / "crash.log").read_text().count("====") == 3


def test_failures_of_the_engine_are_reported_where_they_arrive_only(reporter, reports):
    assert reporter.report(EngineBugError("Something went wrong.")) is None
    assert reports == []


def test_a_log_that_cannot_be_written_is_said_and_nothing_else_fails(tmp_path):
    reporter = Reporter(tmp_path / "missing folder")
    report = reporter.report(bug())
    assert report is not None
    assert report.log_path is None
    assert "could not be written" in report.sentence


def test_the_log_does_not_grow_without_end(reporter, tmp_path, monkeypatch):
    monkeypatch.setattr(errors, "_LOG_LIMIT_BYTES", 100)
    for number in range(3):
        reporter.report(bug(f"bug number {number}"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crash.log", "crash.old.log"]
    assert "bug number 2" in (tmp_path / "crash.log").read_text()
    assert "bug number 1" in (tmp_path / "crash.old.log").read_text()


def test_a_subscriber_may_leave_and_may_fail(reporter, reports, caplog):
    def fail(report: Report) -> None:
        raise RuntimeError("the message bar is gone")

    leave = reporter.subscribe(fail)
    reporter.report(InputError("one"))
    leave()
    leave()
    reporter.report(InputError("two"))
    assert [report.sentence for report in reports] == ["one", "two"]
    assert len(caplog.records) == 1


def test_what_escapes_from_threads_is_reported(reporter, reports):
    def fail() -> None:
        raise ZeroDivisionError("in a thread")

    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with errors.hooks(reporter):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert "ZeroDivisionError: in a thread" in reports[0].detail
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_what_escapes_from_destructors_is_reported(reporter, reports):
    class Fragile:
        def __del__(self) -> None:
            raise ZeroDivisionError("in a destructor")

    with errors.hooks(reporter):
        Fragile()
    assert "ZeroDivisionError: in a destructor" in reports[0].detail


def test_what_escapes_from_the_main_thread_is_reported(reporter, reports):
    with errors.hooks(reporter):
        sys.excepthook(ZeroDivisionError, bug(), None)
    assert reports[0].is_bug


def test_an_interrupt_goes_its_usual_way(reporter, reports, monkeypatch):
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: seen.append(kind))
    with errors.hooks(reporter):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (seen, reports) == ([KeyboardInterrupt], [])


def test_tasks_that_nobody_awaited_are_reported(reporter, reports):
    async def fail() -> None:
        raise ZeroDivisionError("in a task")

    async def forget_a_task() -> None:
        asyncio.get_running_loop().set_exception_handler(errors.asyncio_handler(reporter))
        task = asyncio.ensure_future(fail())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        del task

    asyncio.run(forget_a_task())
    assert "ZeroDivisionError: in a task" in reports[0].detail


def test_complaints_of_the_loop_without_an_exception_are_reported(reporter, reports):
    errors.asyncio_handler(reporter)(None, {"message": "a timer is late"})
    assert reports[0].detail == "a timer is late"


def test_the_state_folder_is_the_users(tmp_path, monkeypatch):
    monkeypatch.setattr(
        errors.platformdirs, "user_state_path", lambda name, **options: tmp_path / name
    )
    assert errors.state_folder() == tmp_path / "strokewise"


def test_a_crash_in_native_code_leaves_the_python_stack(tmp_path):
    code = (
        "import faulthandler, sys, pathlib; from app.errors import native_crash_log\n"
        "def crash_here():\n"
        "    faulthandler._sigsegv()\n"
        "with native_crash_log(pathlib.Path(sys.argv[1])):\n"
        "    crash_here()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, check=False)
    assert done.returncode != 0
    assert "crash_here" in (tmp_path / "native-crash.log").read_text()
