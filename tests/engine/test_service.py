"""Who runs when on the engine thread. Locks in fake jobs decide every interleaving."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from engine.context import Context
from engine.errors import InputError
from engine.service import Service, ServiceStoppedError
from engine.types import (
    Cancelled,
    Failure,
    Job,
    Message,
    Priority,
    Progress,
    ProgressOf,
    Request,
    Result,
)
from tests.engine.fake_jobs import Inbox, Steps, stepping, value_of

KINDS = ("a", "b", "c", "d")


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def service(inbox: Inbox) -> Iterator[Service]:
    service = Service(inbox, dict.fromkeys(KINDS, stepping))
    service.start()
    yield service
    assert service.stop()


ServiceFor = Callable[..., Service]


@pytest.fixture
def service_for(inbox: Inbox) -> Iterator[ServiceFor]:
    """A running service with one handler of the test's choice, called "job"."""
    services: list[Service] = []

    def start(handler: Any, deliver: Callable[[Message], None] = inbox) -> Service:
        services.append(Service(deliver, {"job": handler}))
        services[-1].start()
        return services[-1]

    yield start
    assert all(service.stop() for service in services)


def test_progress_then_one_result_addressed_to_the_request(service, inbox, log):
    steps = Steps("photo", 2, log)
    request = service.submit("a", steps, revision=7)
    steps.open_all()

    inbox.answer_to(request.id)
    assert inbox.messages == [
        ProgressOf(request.id, "a", 7, Progress(0.5, "photo")),
        ProgressOf(request.id, "a", 7, Progress(1.0, "photo")),
        Result(request.id, "a", 7, "photo"),
    ]


def test_everything_happens_on_the_one_engine_thread(service, inbox, log):
    steps = [Steps(kind, 1, log) for kind in KINDS]
    for kind, job in zip(KINDS, steps, strict=True):
        job.open_all()
        service.submit(kind, job)
    inbox.wait_for_answers(len(KINDS))

    (thread,) = inbox.threads
    assert thread.name == "strokewise-engine"
    assert thread is not threading.current_thread()


def test_requests_before_the_start_wait_for_it(inbox, log):
    service = Service(inbox, {"a": stepping})
    steps = Steps("early", 1, log)
    steps.open_all()
    request = service.submit("a", steps)
    assert inbox.messages == []
    service.start()
    assert value_of(inbox.answer_to(request.id)) == "early"
    assert service.stop()


def test_equally_urgent_requests_run_in_order_one_after_the_other(service, inbox, log):
    first, second = Steps("first", 2, log), Steps("second", 2, log)
    service.submit("a", first)
    service.submit("b", second)
    first.open_all()
    second.open_all()
    inbox.wait_for_answers(2)
    assert log == ["first 0", "first 1", "second 0", "second 1"]


def test_urgent_requests_overtake_between_steps_and_nest(service, inbox, log):
    index, abstract, attribute = (
        Steps("index", 2, log),
        Steps("abstract", 2, log),
        Steps("attribute", 2, log),
    )
    service.submit("a", index, priority=Priority.BACKGROUND)
    index.gates[0].wait_for_arrival()
    service.submit("b", abstract, priority=Priority.INTERACTIVE)
    index.open_all()
    abstract.gates[0].wait_for_arrival()
    service.submit("c", attribute, priority=Priority.LIVE)
    abstract.open_all()
    attribute.open_all()

    answers = [value_of(answer) for answer in inbox.wait_for_answers(3)]
    assert answers == ["attribute", "abstract", "index"]
    assert log == [
        *("index 0", "abstract 0", "attribute 0", "attribute 1", "abstract 1", "index 1"),
    ]


def test_of_the_waiting_the_most_urgent_goes_first(service, inbox, log):
    running = Steps("running", 1, log)
    waiting = {name: Steps(name, 1, log) for name in ("background", "interactive", "live")}
    service.submit("a", running)
    running.gates[0].wait_for_arrival()
    service.submit("b", waiting["background"], priority=Priority.BACKGROUND)
    service.submit("c", waiting["interactive"], priority=Priority.INTERACTIVE)
    service.submit("d", waiting["live"], priority=Priority.LIVE)
    for steps in (running, *waiting.values()):
        steps.open_all()
    answers = [value_of(answer) for answer in inbox.wait_for_answers(4)]
    assert answers == ["live", "running", "interactive", "background"]


def test_a_newer_request_closes_the_running_one_of_its_kind(service, inbox, log):
    older, newer = Steps("older", 2, log), Steps("newer", 1, log)
    first = service.submit("a", older)
    older.gates[0].wait_for_arrival()
    second = service.submit("a", newer)
    older.open_all()
    newer.open_all()

    assert inbox.answer_to(first.id) == Failure(first.id, "a", None, "", cancelled=True)
    assert value_of(inbox.answer_to(second.id)) == "newer"
    assert log == ["older 0", "older closed", "newer 0"]
    assert inbox.progress(first.id) == []


def test_a_newer_request_replaces_the_queued_one_of_its_kind(service, inbox, log):
    running, older, newer = Steps("running", 1, log), Steps("older", 1, log), Steps("newer", 1, log)
    service.submit("a", running)
    running.gates[0].wait_for_arrival()
    replaced = service.submit("b", older)
    service.submit("b", newer)
    running.open_all()
    newer.open_all()
    inbox.wait_for_answers(3)
    assert inbox.answer_to(replaced.id).cancelled
    assert log == ["running 0", "newer 0"]


def test_a_newer_request_closes_the_suspended_one_of_its_kind_at_once(service, inbox, log):
    suspended, above, newer = (
        Steps("suspended", 2, log),
        Steps("above", 2, log),
        Steps("newer", 1, log),
    )
    old = service.submit("a", suspended, priority=Priority.BACKGROUND)
    suspended.gates[0].wait_for_arrival()
    service.submit("b", above, priority=Priority.LIVE)
    suspended.open_all()
    above.gates[0].wait_for_arrival()
    service.submit("a", newer, priority=Priority.BACKGROUND)
    above.gates[0].open()

    # While the job above is still at work, the one beneath is closed and answered.
    above.gates[1].wait_for_arrival()
    assert inbox.answer_to(old.id).cancelled
    assert log == ["suspended 0", "above 0", "suspended closed", "above 1"]
    above.open_all()
    newer.open_all()
    assert [value_of(answer) for answer in inbox.wait_for_answers(3)[1:]] == ["above", "newer"]


@pytest.mark.parametrize("by_kind", [True, False])
def test_cancelling_a_suspended_job(service, inbox, log, by_kind):
    suspended, above = Steps("suspended", 2, log), Steps("above", 1, log)
    request = service.submit("a", suspended, priority=Priority.BACKGROUND)
    suspended.gates[0].wait_for_arrival()
    service.submit("b", above, priority=Priority.LIVE)
    suspended.open_all()
    above.gates[0].wait_for_arrival()
    service.cancel("a" if by_kind else request)
    above.open_all()
    inbox.wait_for_answers(2)
    assert inbox.answer_to(request.id).cancelled
    assert log == ["suspended 0", "above 0", "suspended closed"]


def test_cancelling_leaves_other_kinds_and_answered_requests_alone(service, inbox, log):
    done, other = Steps("done", 1, log), Steps("other", 1, log)
    done.open_all()
    answered = service.submit("a", done)
    inbox.answer_to(answered.id)
    request = service.submit("b", other)
    other.gates[0].wait_for_arrival()
    service.cancel("a")
    service.cancel(answered)
    other.open_all()
    assert value_of(inbox.answer_to(request.id)) == "other"
    assert len(inbox.answers()) == 2


def test_an_answer_found_after_cancelling_is_not_given(service_for, inbox, log):
    """The last step of a job cannot be interrupted; its result is dropped all the same."""

    def last_step(payload: Steps, context: Context) -> Job:
        yield Progress(0.0)
        payload.gates[0].wait_here()
        return "too late"

    service = service_for(last_step)
    steps = Steps("last", 1, log)
    request = service.submit("job", steps)
    steps.gates[0].wait_for_arrival()
    service.cancel(request)
    steps.open_all()
    assert inbox.answer_to(request.id).cancelled


def test_a_job_that_sees_its_token_between_yields_is_cancelled(service_for, inbox, log):
    def looks_itself(payload: Steps, context: Context) -> Job:
        payload.gates[0].wait_here()
        context.token.raise_if_cancelled()
        yield Progress(1.0)

    service = service_for(looks_itself)
    steps = Steps("looks", 1, log)
    request = service.submit("job", steps)
    steps.gates[0].wait_for_arrival()
    service.cancel("job")
    steps.open_all()
    assert inbox.answer_to(request.id).cancelled


def test_bad_input_fails_with_its_sentence(service_for, inbox):
    def refuse(payload: Any, context: Context) -> Job:
        yield Progress(0.0)
        raise InputError("The photo is all white.")

    request = service_for(refuse).submit("job", None, revision=3)
    assert inbox.answer_to(request.id) == Failure(request.id, "job", 3, "The photo is all white.")


def _raises_at_once(payload: Any, context: Context) -> Job:
    raise ZeroDivisionError("at once")
    yield


def _raises_later(payload: Any, context: Context) -> Job:
    yield Progress(0.0)
    raise ZeroDivisionError("later")


def _is_no_generator(payload: Any, context: Context) -> Any:
    return 42


def _yields_a_number(payload: Any, context: Context) -> Any:
    yield 0.5


def _exits(payload: Any, context: Context) -> Job:
    yield Progress(0.0)
    raise SystemExit(1)


@pytest.mark.parametrize(
    ("handler", "cause"),
    [
        (_raises_at_once, "ZeroDivisionError: at once"),
        (_raises_later, "ZeroDivisionError: later"),
        (_is_no_generator, "returned int; handlers are generators"),
        (_yields_a_number, "yielded float, not Progress"),
        (_exits, "SystemExit: 1"),
        ("engine.nowhere:handler", "No module named 'engine.nowhere'"),
        ("engine.warmup:nothing", "has no attribute 'nothing'"),
    ],
)
def test_bugs_are_values_and_the_thread_goes_on(inbox, log, handler, cause):
    service = Service(inbox, {"broken": handler, "a": stepping})
    service.start()
    failure = inbox.answer_to(service.submit("broken", None).id)
    assert isinstance(failure, Failure)
    assert failure.is_bug
    assert not failure.cancelled
    assert failure.sentence.startswith("Something went wrong inside Strokewise")
    assert cause in failure.detail
    assert "Traceback" in failure.detail

    steps = Steps("next", 1, log)
    steps.open_all()
    assert value_of(inbox.answer_to(service.submit("a", steps).id)) == "next"
    assert service.stop()


def test_a_job_may_answer_without_any_progress(service_for, inbox):
    def nothing(payload: Any, context: Context) -> Job:
        return
        yield

    request = service_for(nothing).submit("job", None)
    assert inbox.answer_to(request.id) == Result(request.id, "job", None, None)


def test_a_job_that_fails_while_it_is_closed_counts_as_cancelled(service_for, inbox, log, caplog):
    def fails_to_close(payload: Steps, context: Context) -> Job:
        try:
            payload.gates[0].wait_here()
            yield Progress(0.5)
        finally:
            raise OSError("no room for the cache")

    service = service_for(fails_to_close)
    steps = Steps("closing", 1, log)
    request = service.submit("job", steps)
    steps.gates[0].wait_for_arrival()
    service.cancel(request)
    steps.open_all()
    assert inbox.answer_to(request.id).cancelled
    assert "no room for the cache" in caplog.text


def test_notices_come_with_the_result(service_for, inbox):
    def notices(payload: Any, context: Context) -> Job:
        context.notice("Working on the processor.")
        context.notice("Working on the processor.")
        yield Progress(1.0)
        return 1

    request = service_for(notices).submit("job", None)
    answer = inbox.answer_to(request.id)
    assert answer == Result(request.id, "job", None, 1, ("Working on the processor.",))


def test_a_failing_receiver_does_not_end_the_thread(service_for, inbox, log, caplog):
    def deliver(message: Message) -> None:
        inbox(message)
        if isinstance(message, ProgressOf):
            raise ValueError("the window is gone")

    service = service_for(stepping, deliver)
    steps = Steps("stubborn", 3, log)
    steps.open_all()
    assert value_of(inbox.answer_to(service.submit("job", steps).id)) == "stubborn"
    assert caplog.text.count("ValueError: the window is gone") == 3


def test_the_receiver_may_submit_and_cancel(inbox, log):
    """What a window does in answer to an answer; a lock held while delivering would hang here."""
    second = Steps("second", 1, log)
    second.open_all()

    def deliver(message: Message) -> None:
        if isinstance(message, Result) and message.value == "first":
            service.cancel("c")
            service.submit("b", second)
        inbox(message)

    service = Service(deliver, dict.fromkeys(KINDS, stepping))
    service.start()
    first = Steps("first", 1, log)
    first.open_all()
    service.submit("a", first)
    assert [value_of(answer) for answer in inbox.wait_for_answers(2)] == ["first", "second"]
    assert service.stop()


def test_unknown_kinds_are_refused_at_once(service):
    with pytest.raises(KeyError, match="sing"):
        service.submit("sing", None)


def test_stopping_in_the_middle_of_a_job_answers_everything(inbox, log):
    service = Service(inbox, dict.fromkeys(KINDS, stepping))
    service.start()
    suspended, running, queued = (
        Steps(name, 2, log) for name in ("suspended", "running", "queued")
    )
    requests = [service.submit("a", suspended, priority=Priority.BACKGROUND)]
    suspended.gates[0].wait_for_arrival()
    requests.append(service.submit("b", running, priority=Priority.LIVE))
    suspended.open_all()
    running.gates[0].wait_for_arrival()
    requests.append(service.submit("c", queued))

    stopper = threading.Thread(target=service.stop)
    stopper.start()
    while not requests[1].token.cancelled:  # set by the stopper; the job is still at its gate
        pass
    running.gates[0].open()
    stopper.join()

    assert {answer.id for answer in inbox.answers()} == {request.id for request in requests}
    assert all(isinstance(answer, Failure) and answer.cancelled for answer in inbox.answers())
    assert log == ["suspended 0", "running 0", "running closed", "suspended closed"]
    assert service.stop()
    with pytest.raises(ServiceStoppedError):
        service.submit("a", queued)
    assert "strokewise-engine" not in {thread.name for thread in threading.enumerate()}


def test_stopping_does_not_wait_forever_for_a_long_step(inbox, log):
    service = Service(inbox, {"a": stepping})
    service.start()
    stuck = Steps("stuck", 1, log)
    request = service.submit("a", stuck)
    stuck.gates[0].wait_for_arrival()

    assert not service.stop(timeout_s=0.05)
    assert inbox.answer_to(request.id).cancelled

    stuck.open_all()
    assert service.stop()
    assert len(inbox.answers()) == 1
    assert inbox.progress(request.id) == []


def test_stopping_a_service_that_never_started_answers_what_waits(inbox, log):
    service = Service(inbox, {"a": stepping})
    request = service.submit("a", Steps("never", 1, log))
    assert service.stop()
    assert inbox.answer_to(request.id).cancelled
    assert log == []


def test_the_receiver_may_stop_the_service(inbox, log):
    def deliver(message: Message) -> None:
        inbox(message)
        if isinstance(message, ProgressOf):
            assert not service.stop()

    service = Service(deliver, {"a": stepping})
    service.start()
    steps = Steps("last", 2, log)
    steps.open_all()
    request = service.submit("a", steps)
    assert inbox.answer_to(request.id).cancelled
    assert service.stop()


def test_an_idle_engine_keeps_nothing_of_its_last_job(service_for, inbox):
    """A photo is tens of megabytes."""
    import weakref

    class Photo:
        pass

    def look(payload: Photo, context: Context) -> Job:
        yield Progress(1.0)

    service = service_for(look)
    photo = Photo()
    trace = weakref.ref(photo)
    answer = inbox.answer_to(service.submit("job", photo).id)
    assert isinstance(answer, Result)
    del photo
    # A second job is answered after the engine has let go of the first.
    inbox.answer_to(service.submit("job", Photo()).id)
    assert trace() is None


def _random_job(payload: random.Random, context: Context) -> Job:
    for step in range(payload.randrange(6)):
        if payload.random() < 0.05:
            raise InputError("bad luck")
        if payload.random() < 0.05:
            raise Cancelled
        yield Progress(step / 6)
    return "done"


@pytest.mark.parametrize("seed", range(8))
def test_every_request_gets_exactly_one_answer_whatever_happens(inbox, seed):
    service = Service(inbox, dict.fromkeys(KINDS, _random_job))
    service.start()
    submitted: list[list[Request]] = [[] for _ in range(4)]

    def submit_and_cancel(thread: int) -> None:
        dice = random.Random(f"{seed} {thread}")
        for _ in range(60):
            request = service.submit(
                dice.choice(KINDS),
                random.Random(dice.random()),
                priority=dice.choice(list(Priority)),
            )
            submitted[thread].append(request)
            if dice.random() < 0.2:
                service.cancel(dice.choice(submitted[thread]))
            if dice.random() < 0.1:
                service.cancel(dice.choice(KINDS))

    threads = [threading.Thread(target=submit_and_cancel, args=(thread,)) for thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if seed % 2:  # else the end comes in the middle
        inbox.wait_for_answers(4 * 60)
    assert service.stop()

    requests = {request.id: request for thread in submitted for request in thread}
    assert len(requests) == 4 * 60
    assert sorted(answer.id for answer in inbox.answers()) == sorted(requests)
    _check_order(inbox.messages, requests)


def _check_order(messages: list[Message], requests: dict[int, Request]) -> None:
    """One request of a kind at a time, nothing after its answer, nothing overtaken out of turn."""
    under_way: set[int] = set()
    answered: set[int] = set()
    for message in messages:
        assert message.id not in answered
        if isinstance(message, ProgressOf):
            others = under_way - {message.id}
            under_way.add(message.id)
            assert message.kind not in {requests[other].kind for other in others}
            urgency = requests[message.id].priority
            assert all(requests[other].priority >= urgency for other in others)
        else:
            under_way.discard(message.id)
            answered.add(message.id)
            assert isinstance(message, Failure) or message.value == "done"
    assert not under_way


def test_importing_the_service_loads_no_torch():
    code = "import sys, engine.service; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


class TestHeld:
    """While a pen is down."""

    def test_a_long_job_stops_at_its_next_step_and_goes_on_after(self, service, inbox, log):
        long = Steps("long", 3, log)
        request = service.submit("a", long)
        long.gates[0].wait_for_arrival()
        service.hold(True)
        long.open_all()
        # What comes behind it shows that the thread has been there.
        live = Steps("live", 1, log)
        live.open_all()
        inbox.answer_to(service.submit("b", live, priority=Priority.LIVE).id)
        assert log == ["long 0", "live 0"]
        service.hold(False)
        inbox.answer_to(request.id)
        assert log == ["long 0", "live 0", "long 1", "long 2"]

    def test_what_comes_meanwhile_waits_too(self, service, inbox, log):
        service.hold(True)
        requests = []
        for kind, priority in (("a", Priority.BACKGROUND), ("b", Priority.INTERACTIVE)):
            steps = Steps(kind, 1, log)
            steps.open_all()
            requests.append(service.submit(kind, steps, priority=priority))
        live = Steps("live", 2, log)
        live.open_all()
        inbox.answer_to(service.submit("c", live, priority=Priority.LIVE).id)
        assert log == ["live 0", "live 1"]
        service.hold(False)
        for request in requests:
            inbox.answer_to(request.id)
        assert log[2:] == ["b 0", "a 0"]

    def test_what_is_cancelled_is_answered_at_once(self, service, inbox, log):
        service.hold(True)
        request = service.submit("a", Steps("a", 1, log))
        service.cancel("a")
        answer = inbox.answer_to(request.id)
        assert isinstance(answer, Failure)
        assert answer.cancelled
        assert log == []

    def test_it_can_be_stopped(self, inbox, log):
        service = Service(inbox, {"a": stepping})
        service.start()
        service.hold(True)
        request = service.submit("a", Steps("a", 1, log))
        assert service.stop()
        assert inbox.answer_to(request.id).cancelled
