"""One thread that alone owns models and device, and who goes next on it.

Jobs are generators. Between two steps of a job the thread looks up: what was cancelled is closed
and answered, and a more urgent request runs to its end before the job goes on. What is cancelled
while it runs a network ends at the network's next layer. Importing this
module imports no torch; the first request's handler does, on the engine thread.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable, Mapping
from typing import Any

from engine.context import Context, Handler, Resources
from engine.device import lower_thread_priority
from engine.errors import InputError
from engine.interrupt import between_layers
from engine.registry import HANDLERS, start_job
from engine.types import (
    Answer,
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

_log = logging.getLogger(__name__)


class ServiceStoppedError(RuntimeError):
    """A request came after `Service.stop`."""


class Service:
    """The engine thread.

    Every request that was taken in gets exactly one `Result` or `Failure`, after any number of
    `ProgressOf`, through `deliver` on the engine thread. (Only what `stop` could not wait for is
    answered on the thread that called `stop`.) Failures are values; nothing that a handler or
    `deliver` raises ends the thread.

    Args:
        deliver: gets every message; must return soon.
        handlers: kind of request to handler, or to its "module:function".
        device: "auto", or a device by its torch name.
        spare_cores: CPU cores that torch leaves to other threads.
    """

    def __init__(
        self,
        deliver: Callable[[Message], None],
        handlers: Mapping[str, Handler | str] = HANDLERS,
        *,
        device: str = "auto",
        spare_cores: int = 1,
    ) -> None:
        self._deliver = deliver
        self._handlers = handlers
        self._resources = Resources(device, spare_cores)
        self._thread = threading.Thread(target=self._run, name="strokewise-engine", daemon=True)
        # Guards the rest; notified when there is something to do.
        self._changed = threading.Condition()
        self._stopping = False
        self._held = False
        self._unanswered: dict[int, _Task] = {}
        # By kind; older ones have been cancelled, and are passed over when the next one comes.
        self._newest: dict[str, _Task] = {}
        self._queue: list[_Task] = []
        # The last one is running, those before it are suspended: each was overtaken by the next.
        self._stack: list[_Task] = []

    def start(self) -> None:
        """Start the thread. Once."""
        self._thread.start()

    def submit(
        self,
        kind: str,
        payload: Any,
        revision: int | None = None,
        priority: Priority = Priority.INTERACTIVE,
    ) -> Request:
        """Ask for an answer; returns at once. See `enqueue`."""
        request = Request(kind, payload, revision, priority)
        self.enqueue(request)
        return request

    def enqueue(self, request: Request) -> None:
        """Take a request in and cancel older ones of its kind, running or not. Any thread.

        Raises:
            KeyError: there is no handler for this kind.
            ServiceStoppedError: too late.
        """
        handler = self._handlers[request.kind]
        context = Context(request.token, self._resources)
        task = _Task(request, context, start_job(handler, request.payload, context))
        with self._changed:
            if self._stopping:
                raise ServiceStoppedError(f"{request.kind}: the engine has stopped")
            self._cancel_kind(request.kind)
            self._unanswered[request.id] = self._newest[request.kind] = task
            self._queue.append(task)
            self._changed.notify()

    def cancel(self, target: Request | str) -> None:
        """Give up a request, or whatever is under way of a kind. Any thread; returns at once.

        The answer, a `Failure` with `cancelled` set, comes at the running job's next step. What is
        answered already stays as it is.
        """
        if isinstance(target, Request):
            target.token.cancel()
        else:
            with self._changed:
                self._cancel_kind(target)
        with self._changed:
            self._changed.notify()

    def hold(self, held: bool) -> None:
        """Run nothing but `Priority.LIVE` from the next step on; with False, all again.

        While a pen is down a job of seconds would only take the interpreter from it. Any thread.
        """
        with self._changed:
            self._held = held
            self._changed.notify()

    def _cancel_kind(self, kind: str) -> None:
        newest = self._newest.pop(kind, None)
        if newest is not None and not newest.is_cancelled:
            newest.request.token.cancel()

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Cancel everything, answer everything, end the thread. May be called again.

        Returns:
            Whether the thread has ended. If not, a step takes longer than `timeout_s`; the thread
            ends after it, or with the process.
        """
        with self._changed:
            self._stopping = True
            for task in self._unanswered.values():
                task.request.token.cancel()
            self._changed.notify()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(timeout_s)
        if self._thread is not threading.current_thread():
            with self._changed:
                left_over = list(self._unanswered.values())
            for task in left_over:
                self._answer(task, _cancelled(task.request))
        return not self._thread.is_alive()

    def _run(self) -> None:
        lower_thread_priority()
        while self._wait_for_work():
            self._take_turn()

    def _wait_for_work(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._stopping or self._has_work())
            return bool(self._queue or self._stack)

    def _has_work(self) -> bool:
        """Whether a task may run, or was cancelled and waits for its answer."""
        return any(
            self._may_run(each) or each.is_cancelled for each in (*self._stack, *self._queue)
        )

    def _may_run(self, task: _Task) -> bool:
        return not self._held or task.request.priority is Priority.LIVE

    def _take_turn(self) -> None:
        """Clear away what was cancelled, then one step of the most urgent task."""
        with self._changed:
            given_up = [task for task in (*self._stack, *self._queue) if task.is_cancelled]
            self._stack = [task for task in self._stack if task not in given_up]
            self._queue = [task for task in self._queue if task not in given_up]
            self._let_overtake()
            uppermost = self._stack[-1] if self._stack else None
            running = uppermost if uppermost is not None and self._may_run(uppermost) else None
        # The uppermost first: it may use what those it overtook have loaded.
        for task in reversed(given_up):
            _close(task)
            self._answer(task, _cancelled(task.request))
        if running is not None:
            self._step(running)

    def _let_overtake(self) -> None:
        """Put the most urgent request on the stack if it is more urgent than what runs."""
        if self._queue:
            task = min(self._queue, key=lambda task: task.request.priority)
            if not self._stack or task.request.priority < self._stack[-1].request.priority:
                self._queue.remove(task)
                self._stack.append(task)

    def _step(self, task: _Task) -> None:
        """Run one task up to its next yield."""
        request = task.request
        answer: Answer
        try:
            with between_layers(request.token):
                progress = next(task.job)
            _check_is_progress(progress)
        except StopIteration as end:
            notices = tuple(task.context.notices)
            answer = Result(request.id, request.kind, request.revision, end.value, notices)
        except BaseException as error:  # whatever it is, the thread must go on
            _close(task)
            answer = _failure(request, error)
        else:
            if not task.is_cancelled:
                self._send(ProgressOf(request.id, request.kind, request.revision, progress))
            return
        with self._changed:
            self._stack.remove(task)
        # What was given up stays given up, even if it got to its end.
        self._answer(task, _cancelled(request) if task.is_cancelled else answer)

    def _answer(self, task: _Task, answer: Answer) -> None:
        with self._changed:
            is_first = self._unanswered.pop(task.request.id, None) is not None
            if self._newest.get(task.request.kind) is task:
                del self._newest[task.request.kind]
        if is_first:
            self._send(answer)

    def _send(self, message: Message) -> None:
        try:
            self._deliver(message)
        except BaseException:  # the thread must go on
            _log.exception("%s: the message could not be delivered", message.kind)


class _Task:
    """A request under way."""

    def __init__(self, request: Request, context: Context, job: Job) -> None:
        self.request = request
        self.context = context
        self.job = job

    @property
    def is_cancelled(self) -> bool:
        return self.request.token.cancelled


def _close(task: _Task) -> None:
    try:
        task.job.close()
    except BaseException:  # the thread must go on
        _log.exception("%s: failed while it was being stopped", task.request.kind)


def _cancelled(request: Request) -> Failure:
    return Failure(request.id, request.kind, request.revision, "", cancelled=True)


def _failure(request: Request, error: BaseException) -> Failure:
    if isinstance(error, Cancelled):
        return _cancelled(request)
    if isinstance(error, InputError):
        return Failure(request.id, request.kind, request.revision, str(error))
    return Failure(
        request.id,
        request.kind,
        request.revision,
        "Something went wrong inside Strokewise; your drawing is safe.",
        is_bug=True,
        detail="".join(traceback.format_exception(error)),
    )


def _check_is_progress(step: object) -> None:
    if not isinstance(step, Progress):
        raise TypeError(f"a job yielded {type(step).__name__}, not Progress")
