"""Files that take long are written beside the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from engine.errors import InputError


@dataclass(frozen=True, eq=False)
class _Work:
    future: Future[None]
    done: Callable[[], object]
    failed: Callable[[str], object]


class FileWorker(QObject):
    """Does one piece of work after the other on a thread of its own. GUI thread.

    What to do afterwards is called on the GUI thread, in the order of the submissions.
    """

    broke = Signal(object)
    """An exception that is a bug."""

    _finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="strokewise-files")
        self._waiting: list[_Work] = []
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something is still being done."""
        return bool(self._waiting)

    def submit(
        self,
        work: Callable[[], None],
        done: Callable[[], object],
        failed: Callable[[str], object],
    ) -> None:
        """Do `work` on the thread, then `done` here; or `failed` with the text of an InputError."""
        future = self._executor.submit(work)
        self._waiting.append(_Work(future, done, failed))
        future.add_done_callback(lambda _: self._finished.emit())

    def finish(self) -> None:
        """Wait until everything is done and told."""
        while self._waiting:
            self._tell(self._waiting.pop(0))

    def shutdown(self) -> None:
        """Finish, and end the thread."""
        self.finish()
        self._executor.shutdown()

    def _deliver(self) -> None:
        while self._waiting and self._waiting[0].future.done():
            self._tell(self._waiting.pop(0))

    def _tell(self, work: _Work) -> None:
        error = work.future.exception()
        if error is None:
            work.done()
        elif isinstance(error, InputError):
            work.failed(str(error))
        else:
            self.broke.emit(error)
