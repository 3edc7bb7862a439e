"""The GUI thread's side of the engine: who asked for what, and is the answer still wanted?"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.bridge.mailbox import Mailbox
from app.errors import EngineBugError, Reporter
from engine.context import Handler
from engine.errors import InputError
from engine.registry import HANDLERS
from engine.service import Service
from engine.types import Failure, Message, Priority, Progress, ProgressOf, Request, Result

SWITCH_INTERVAL_S = 0.0002
"""How long the engine thread may run Python code while the GUI thread waits for the interpreter
lock. Each pen event takes the lock a few times; Python's default of 5 ms a time adds up."""


class EngineBridge(QObject):
    """Schedules requests and brings the answers to the GUI thread, where all of this is used.

    Only the latest request of a kind counts. It gets any number of `progress` and then exactly one
    of `finished` and `failed` (with `cancelled` set if it was cancelled, or if the document has
    changed since); of its predecessors nothing is heard any more. Bugs are reported to `reporter`
    besides: nobody else needs to show them.

    Args:
        reporter: told about failures that are bugs.
        handlers: as for `Service`.
        device: "auto", or a device by its torch name.
    """

    progress = Signal(ProgressOf)
    finished = Signal(Result)
    failed = Signal(Failure)
    busy_changed = Signal(frozenset)
    """The kinds under way, whenever that changes."""

    _woken = Signal()

    def __init__(
        self,
        reporter: Reporter,
        handlers: Mapping[str, Handler | str] = HANDLERS,
        *,
        device: str = "auto",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reporter = reporter
        self._handlers = handlers
        self._service = Service(self._deliver, handlers, device=device)
        self._mailbox = Mailbox()
        self._revision: Callable[[], int] | None = None
        self._latest: dict[str, _Order] = {}
        self._busy: frozenset[str] = frozenset()
        self._is_closed = False
        self._switch_interval_before_s = sys.getswitchinterval()
        self._woken.connect(self._empty_mailbox, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the engine thread. Requests may come before."""
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self._service.start()

    def watch_revision(self, current: Callable[[], int]) -> None:
        """Drop answers to requests whose revision differs from `current()` when they arrive."""
        self._revision = current

    @property
    def busy(self) -> frozenset[str]:
        """The kinds under way."""
        return self._busy

    def submit(
        self,
        kind: str,
        payload: Any,
        revision: int | None = None,
        priority: Priority = Priority.INTERACTIVE,
        debounce_ms: int = 0,
    ) -> int:
        """Ask for an answer by signal; the older request of this kind is given up at once.

        Args:
            kind, payload, revision, priority: see `engine.types.Request`.
            debounce_ms: wait this long whether a newer request of the kind comes.

        Returns:
            The request's id, which the signals carry.

        Raises:
            KeyError: there is no handler for this kind.
            RuntimeError: after `shutdown`.
        """
        order = self._place(_Order(Request(kind, payload, revision, priority)), debounce_ms)
        return order.request.id

    async def run(
        self,
        kind: str,
        payload: Any,
        revision: int | None = None,
        priority: Priority = Priority.INTERACTIVE,
        debounce_ms: int = 0,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> Any:
        """Ask and wait for the answer's value. The signals are sent as well.

        Cancelling the waiting task gives the request up.

        Raises:
            InputError: the input is at fault; its text is for the user.
            EngineBugError: anything else went wrong; it is reported already.
            asyncio.CancelledError: it was cancelled, a newer request of the kind came, or the
                document has changed.
            RuntimeError: after `shutdown`.
        """
        future = asyncio.get_running_loop().create_future()
        order = _Order(Request(kind, payload, revision, priority), future, on_progress)
        self._place(order, debounce_ms)
        try:
            return await future
        finally:
            # Nothing is left to give up unless the waiting task was cancelled.
            order.give_up()
            if self._is_latest(order.request.id):
                self._settle(order, _cancelled(order.request))

    def cancel(self, kind: str) -> None:
        """Give up what is under way of a kind, if anything: `failed` follows at once."""
        order = self._latest.get(kind)
        if order is not None:
            order.give_up()
            self._settle(order, _cancelled(order.request))

    def hold(self, held: bool) -> None:
        """Let nothing but answers to the pen be worked out, or all again; see `Service.hold`."""
        self._service.hold(held)

    def shutdown(self, timeout_s: float = 2.0) -> bool:
        """Schedule nothing more, cancel everything, join the engine thread. No signals follow.

        Returns:
            Whether the engine thread has ended; see `Service.stop`. May be called again.
        """
        self._is_closed = True
        for order in self._latest.values():
            order.give_up()
        self._latest.clear()
        self._busy = frozenset()
        has_stopped = self._service.stop(timeout_s)
        sys.setswitchinterval(self._switch_interval_before_s)
        return has_stopped

    def _place(self, order: _Order, debounce_ms: int) -> _Order:
        if self._is_closed:
            raise RuntimeError("the engine has been shut down")
        kind = order.request.kind
        if kind not in self._handlers:
            raise KeyError(kind)
        older = self._latest.get(kind)
        if older is not None:
            older.give_up()
        self._latest[kind] = order
        if debounce_ms > 0:
            order.timer = QTimer(self)
            order.timer.setSingleShot(True)
            order.timer.timeout.connect(lambda: self._send(order))
            order.timer.start(debounce_ms)
        else:
            self._send(order)
        self._update_busy()
        return order

    def _send(self, order: _Order) -> None:
        order.stop_timer()
        self._service.enqueue(order.request)

    def _deliver(self, message: Message) -> None:
        """Engine thread: leave the message for the GUI thread."""
        if not self._is_closed and self._mailbox.put(message):
            self._woken.emit()

    def _empty_mailbox(self) -> None:
        for message in self._mailbox.take_all():
            if not self._is_closed:
                self._receive(message)

    def _receive(self, message: Message) -> None:
        if isinstance(message, Failure) and message.is_bug:
            self._reporter.report_bug(message.detail)
        if not self._is_latest(message.id):
            return
        order = self._latest[message.kind]
        if not isinstance(message, ProgressOf):
            self._settle(order, self._checked_revision(order.request, message))
        elif not self._is_outdated(order.request):
            self._show_progress(order, message)

    def _show_progress(self, order: _Order, message: ProgressOf) -> None:
        if order.on_progress is not None:
            try:
                order.on_progress(message.progress)
            except Exception as error:  # the messages behind this one must still be delivered
                self._reporter.report(error)
        self.progress.emit(message)

    def _settle(self, order: _Order, answer: Result | Failure) -> None:
        """The latest request of its kind has its answer."""
        del self._latest[order.request.kind]
        order.resolve(answer)
        if isinstance(answer, Result):
            self.finished.emit(answer)
        else:
            self.failed.emit(answer)
        self._update_busy()

    def _is_latest(self, request_id: int) -> bool:
        return any(order.request.id == request_id for order in self._latest.values())

    def _is_outdated(self, request: Request) -> bool:
        if self._revision is None or request.revision is None:
            return False
        return self._revision() != request.revision

    def _checked_revision(self, request: Request, answer: Result | Failure) -> Result | Failure:
        return _cancelled(request) if self._is_outdated(request) else answer

    def _update_busy(self) -> None:
        busy = frozenset(self._latest)
        if busy != self._busy and not self._is_closed:
            self._busy = busy
            self.busy_changed.emit(busy)


class _Order:
    """A request, and who waits for it. GUI thread."""

    def __init__(
        self,
        request: Request,
        future: asyncio.Future[Any] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self.request = request
        self.future = future
        self.on_progress = on_progress
        self.timer: QTimer | None = None

    def give_up(self) -> None:
        """Stop the work, if it began; whoever waits is told."""
        self.stop_timer()
        self.request.token.cancel()
        if self.future is not None:
            self.future.cancel()

    def stop_timer(self) -> None:
        if self.timer is not None:
            self.timer.stop()
            self.timer.deleteLater()
            self.timer = None

    def resolve(self, answer: Result | Failure) -> None:
        """Hand the answer to whoever waits."""
        if self.future is None or self.future.done():
            return
        if isinstance(answer, Result):
            self.future.set_result(answer.value)
        elif answer.cancelled:
            self.future.cancel()
        elif answer.is_bug:
            self.future.set_exception(EngineBugError(answer.sentence))
        else:
            self.future.set_exception(InputError(answer.sentence))


def _cancelled(request: Request) -> Failure:
    return Failure(request.id, request.kind, request.revision, "", cancelled=True)
