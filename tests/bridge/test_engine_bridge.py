"""Which answers reach the GUI thread, and which are dropped on the way."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QThread, QTimer

from app.bridge.engine_bridge import SWITCH_INTERVAL_S, EngineBridge
from app.errors import EngineBugError, Report, Reporter
from engine.context import Context
from engine.errors import InputError
from engine.types import Failure, Job, Priority, Progress, ProgressOf, Result
from tests.engine.fake_jobs import Steps, stepping


def refuse(payload: str, context: Context) -> Job:
    yield Progress(0.0)
    raise InputError(payload)


def break_down(payload: str, context: Context) -> Job:
    yield Progress(0.0)
    raise ZeroDivisionError(payload)


HANDLERS = {"a": stepping, "b": stepping, "refuse": refuse, "break": break_down}


class Recorder:
    """Everything the bridge signals, in order."""

    def __init__(self, bridge: EngineBridge) -> None:
        self.messages: list[ProgressOf | Result | Failure] = []
        self.busy: list[set[str]] = []
        self.threads: set[QThread] = set()
        for signal in (bridge.progress, bridge.finished, bridge.failed):
            signal.connect(self._record)
        bridge.busy_changed.connect(lambda kinds: self.busy.append(set(kinds)))

    def _record(self, message: ProgressOf | Result | Failure) -> None:
        self.messages.append(message)
        self.threads.add(QThread.currentThread())

    @property
    def answers(self) -> list[Result | Failure]:
        return [message for message in self.messages if not isinstance(message, ProgressOf)]


@pytest.fixture
def reports() -> list[Report]:
    return []


@pytest.fixture
def bridge(qapp: QCoreApplication, tmp_path: Path, reports: list[Report]) -> Iterator[EngineBridge]:
    reporter = Reporter(tmp_path)
    reporter.subscribe(reports.append)
    bridge = EngineBridge(reporter, HANDLERS)
    bridge.start()
    yield bridge
    assert bridge.shutdown()
    bridge.deleteLater()


@pytest.fixture
def seen(bridge: EngineBridge) -> Recorder:
    return Recorder(bridge)


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def opened(log: list[str]) -> Callable[[str], Steps]:
    """A job of one step that nothing holds up."""

    def make(name: str) -> Steps:
        steps = Steps(name, 1, log)
        steps.open_all()
        return steps

    return make


def settle() -> None:
    """Let queued signals arrive."""
    for _ in range(3):
        QCoreApplication.processEvents()


def test_progress_and_result_arrive_on_the_gui_thread(qtbot, bridge, seen, opened):
    with qtbot.waitSignal(bridge.finished):
        request_id = bridge.submit("a", opened("cat"), revision=5)
    assert seen.messages == [
        ProgressOf(request_id, "a", 5, Progress(1.0, "cat")),
        Result(request_id, "a", 5, "cat"),
    ]
    assert seen.threads == {bridge.thread()}


def test_failures_carry_their_sentence(qtbot, bridge, seen, reports):
    with qtbot.waitSignal(bridge.failed):
        request_id = bridge.submit("refuse", "The photo is all white.")
    assert seen.answers == [Failure(request_id, "refuse", None, "The photo is all white.")]
    assert reports == []


def test_bugs_are_reported_as_well(qtbot, bridge, seen, reports):
    with qtbot.waitSignal(bridge.failed):
        bridge.submit("break", "oops")
    (answer,) = seen.answers
    assert isinstance(answer, Failure)
    assert answer.is_bug
    assert "ZeroDivisionError: oops" in reports[0].detail


def test_of_a_superseded_request_nothing_is_heard(qtbot, bridge, seen, log, opened):
    older = Steps("older", 2, log)
    bridge.submit("a", older)
    older.gates[0].wait_for_arrival()
    with qtbot.waitSignal(bridge.finished):
        newer_id = bridge.submit("a", opened("newer"))
        older.open_all()
    assert {message.id for message in seen.messages} == {newer_id}
    assert log == ["older 0", "older closed", "newer 0"]


def test_an_answer_on_its_way_when_a_newer_request_comes_is_dropped(
    qtbot, bridge, seen, opened, log
):
    """The result lies in the mailbox; the GUI thread submits before it looks."""
    bridge.submit("a", opened("older"))
    marker = Steps("marker", 1, log)
    bridge.submit("b", marker)
    marker.gates[0].wait_for_arrival()  # so the older one is answered, and not yet received
    with qtbot.waitSignals([bridge.finished, bridge.finished]):
        newer_id = bridge.submit("a", opened("newer"))
        marker.open_all()
    values = [answer.value for answer in seen.answers if isinstance(answer, Result)]
    assert sorted(values) == ["marker", "newer"]
    assert newer_id in {answer.id for answer in seen.answers}


def test_cancelling_answers_at_once_and_only_once(qtbot, bridge, seen, log, opened):
    steps = Steps("slow", 2, log)
    request_id = bridge.submit("a", steps)
    steps.gates[0].wait_for_arrival()
    bridge.cancel("a")
    cancelled = Failure(request_id, "a", None, "", cancelled=True)
    assert seen.answers == [cancelled]
    steps.open_all()
    with qtbot.waitSignal(bridge.finished):
        bridge.submit("b", opened("after"))
    assert seen.answers[0] == cancelled
    assert len(seen.answers) == 2
    bridge.cancel("a")
    bridge.cancel("nothing of this kind")
    assert len(seen.answers) == 2


def test_answers_for_an_older_document_count_as_cancelled(qtbot, bridge, seen, log):
    revision = 3
    bridge.watch_revision(lambda: revision)
    steps = Steps("stale", 1, log)
    with qtbot.waitSignal(bridge.failed):
        request_id = bridge.submit("a", steps, revision=3)
        steps.gates[0].wait_for_arrival()
        revision = 4
        steps.open_all()
    assert seen.messages == [Failure(request_id, "a", 3, "", cancelled=True)]


def test_answers_for_no_document_hold_whatever_becomes_of_it(qtbot, bridge, seen, opened):
    bridge.watch_revision(lambda: 99)
    with qtbot.waitSignal(bridge.finished):
        bridge.submit("a", opened("photo"))
    assert isinstance(seen.answers[0], Result)


def test_busy_kinds(qtbot, bridge, seen, log, opened):
    steps = Steps("slow", 1, log)
    bridge.submit("a", steps)
    steps.gates[0].wait_for_arrival()
    bridge.submit("b", opened("other"))
    bridge.submit("b", opened("other, newer"))
    assert bridge.busy == {"a", "b"}
    bridge.cancel("b")
    with qtbot.waitSignal(bridge.finished):
        steps.open_all()
    assert seen.busy == [{"a"}, {"a", "b"}, {"a"}, set()]
    assert bridge.busy == set()


def test_debouncing_sends_the_latest_only(qtbot, bridge, seen, log, opened):
    with qtbot.waitSignal(bridge.finished):
        for name in ("one", "two", "three"):
            last_id = bridge.submit("a", opened(name), debounce_ms=5)
    assert log == ["three 0"]
    assert [answer.id for answer in seen.answers] == [last_id]


def test_debouncing_gives_the_older_request_up_at_once(qtbot, bridge, log, opened):
    older = Steps("older", 2, log)
    bridge.submit("a", older)
    older.gates[0].wait_for_arrival()
    with qtbot.waitSignal(bridge.finished):
        bridge.submit("a", opened("newer"), debounce_ms=1)
        older.open_all()
    assert log == ["older 0", "older closed", "newer 0"]


def test_kinds_are_debounced_apart(qtbot, bridge, log, opened):
    with qtbot.waitSignals([bridge.finished, bridge.finished]):
        bridge.submit("a", opened("first kind"), debounce_ms=5)
        bridge.submit("b", opened("second kind"), debounce_ms=1)
    assert sorted(log) == ["first kind 0", "second kind 0"]


def test_a_debounced_request_can_be_cancelled(bridge, seen, log, opened):
    request_id = bridge.submit("a", opened("never"), debounce_ms=1)
    bridge.cancel("a")
    assert seen.answers == [Failure(request_id, "a", None, "", cancelled=True)]
    assert not any(timer.isActive() for timer in bridge.findChildren(QTimer))
    assert log == []


def test_live_requests_overtake(qtbot, bridge, seen, log, opened):
    slow = Steps("slow", 2, log)
    bridge.submit("a", slow, priority=Priority.BACKGROUND)
    slow.gates[0].wait_for_arrival()
    with qtbot.waitSignals([bridge.finished, bridge.finished]):
        bridge.submit("b", opened("live"), priority=Priority.LIVE)
        slow.open_all()
    assert [answer.value for answer in seen.answers] == ["live", "slow"]


def test_unknown_kinds_are_refused_at_once_and_leave_nothing(bridge, seen):
    with pytest.raises(KeyError):
        bridge.submit("sing", None, debounce_ms=5)
    assert bridge.busy == set()
    assert seen.busy == []


def test_no_signal_follows_the_shutdown(qapp, tmp_path, log, opened):
    bridge = EngineBridge(Reporter(tmp_path), HANDLERS)
    seen = Recorder(bridge)
    bridge.start()
    before = len(seen.busy)
    running = Steps("running", 2, log)
    bridge.submit("a", running)
    running.gates[0].wait_for_arrival()
    bridge.submit("b", opened("debounced"), debounce_ms=1)
    # Its progress lies in the mailbox when the shutdown begins.
    running.gates[0].open()
    running.gates[1].wait_for_arrival()
    running.gates[1].open()
    assert bridge.shutdown()
    settle()
    assert seen.messages == []
    assert seen.busy[before:] == [{"a"}, {"a", "b"}]
    assert bridge.busy == set()
    assert bridge.shutdown()
    with pytest.raises(RuntimeError, match="shut down"):
        bridge.submit("a", opened("too late"))
    assert "strokewise-engine" not in {thread.name for thread in threading.enumerate()}


def test_a_bridge_that_never_started_shuts_down(qapp, tmp_path, log):
    bridge = EngineBridge(Reporter(tmp_path), HANDLERS)
    bridge.submit("a", Steps("never", 1, log))
    assert bridge.shutdown()
    assert log == []


def test_the_gui_thread_gets_the_interpreter_lock_soon(qapp, tmp_path):
    before_s = sys.getswitchinterval()
    bridge = EngineBridge(Reporter(tmp_path), HANDLERS)
    bridge.start()
    assert sys.getswitchinterval() == pytest.approx(SWITCH_INTERVAL_S)
    bridge.shutdown()
    assert sys.getswitchinterval() == pytest.approx(before_s)


# Awaiting answers on the Qt loop


RunOnQt = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def run_on_qt(qapp: QCoreApplication) -> Iterator[RunOnQt]:
    """Run a coroutine on qasync's loop, as panels do."""
    with qasync.QEventLoop(qapp) as loop:
        yield loop.run_until_complete


def test_awaiting_a_result(run_on_qt, bridge, seen, opened):
    fractions: list[float] = []

    async def ask() -> Any:
        return await bridge.run(
            "a", opened("cat"), on_progress=lambda progress: fractions.append(progress.fraction)
        )

    assert run_on_qt(ask()) == "cat"
    assert fractions == [1.0]
    assert len(seen.messages) == 2


def test_awaiting_bad_input_raises_its_sentence(run_on_qt, bridge):
    with pytest.raises(InputError, match=r"^The photo is all white\.$"):
        run_on_qt(bridge.run("refuse", "The photo is all white."))


def test_awaiting_a_bug_raises_an_error_that_is_reported_once(run_on_qt, bridge, reports):
    with pytest.raises(EngineBugError):
        run_on_qt(bridge.run("break", "oops"))
    assert len(reports) == 1


def test_awaiting_a_superseded_request_ends_in_cancellation(run_on_qt, bridge, log, opened):
    older = Steps("older", 2, log)

    async def ask_twice() -> list[Any]:
        first = asyncio.ensure_future(bridge.run("a", older))
        await asyncio.sleep(0)
        second = asyncio.ensure_future(bridge.run("a", opened("newer")))
        await asyncio.sleep(0)
        older.open_all()
        return await asyncio.gather(first, second, return_exceptions=True)

    first, second = run_on_qt(ask_twice())
    assert isinstance(first, asyncio.CancelledError)
    assert second == "newer"


@pytest.mark.parametrize("debounce_ms", [0, 60_000])
def test_cancelling_the_waiting_task_gives_the_request_up(
    run_on_qt, bridge, seen, log, debounce_ms
):
    steps = Steps("slow", 2, log)

    async def ask_and_leave() -> None:
        task = asyncio.ensure_future(bridge.run("a", steps, debounce_ms=debounce_ms))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run_on_qt(ask_and_leave())
    assert bridge.busy == set()
    assert [answer.cancelled for answer in seen.answers] == [True]
    steps.open_all()
    assert bridge.shutdown()
    assert log in ([], ["slow 0", "slow closed"])


def test_cancelling_the_kind_ends_the_wait(run_on_qt, bridge, log):
    steps = Steps("slow", 2, log)

    async def ask_and_cancel() -> None:
        task = asyncio.ensure_future(bridge.run("a", steps))
        await asyncio.sleep(0)
        bridge.cancel("a")
        with pytest.raises(asyncio.CancelledError):
            await task

    run_on_qt(ask_and_cancel())
    steps.open_all()


def test_the_shutdown_ends_every_wait(run_on_qt, bridge, log):
    steps = Steps("slow", 1, log)
    steps.open_all()

    async def ask_and_shut_down() -> None:
        tasks = [
            asyncio.ensure_future(bridge.run("a", steps)),
            asyncio.ensure_future(bridge.run("b", steps, debounce_ms=60_000)),
        ]
        await asyncio.sleep(0)
        assert bridge.shutdown()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(isinstance(outcome, asyncio.CancelledError) for outcome in outcomes)

    run_on_qt(ask_and_shut_down())


def test_a_progress_callback_that_fails_does_not_cost_the_answer(
    run_on_qt, bridge, opened, reports
):
    def fail(progress: Progress) -> None:
        raise ZeroDivisionError("while painting")

    async def ask() -> Any:
        return await bridge.run("a", opened("cat"), on_progress=fail)

    assert run_on_qt(ask()) == "cat"
    assert "while painting" in reports[0].detail
