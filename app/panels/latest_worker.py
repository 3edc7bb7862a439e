"""Things that take some milliseconds too long for the GUI thread, worked out beside it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class LatestWorker(QObject):
    """Works on a thread of its own; of each kind of work only the latest is told. GUI thread.

    What is overtaken before it began is not done at all, so a slider may ask at every step.
    """

    broke = Signal(object)
    """An exception that is a bug."""

    _answered = Signal(str, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="strokewise-latest")
        self._wishes: dict[str, int] = {}
        self._told: dict[str, Callable[[Any], object]] = {}
        self._answered.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def submit(self, kind: str, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """Do `work` on the thread, then `done` with what it returned, here."""
        wish = self._wishes[kind] = self._wishes.get(kind, 0) + 1
        self._told[kind] = done

        def run() -> None:
            if self._wishes[kind] != wish:
                return
            answer: object
            try:
                answer = work()
            except Exception as error:  # delivered to the GUI thread, which knows what to do
                answer = error
            self._answered.emit(kind, wish, answer)

        self._executor.submit(run)

    def forget(self, kind: str) -> None:
        """What is under way of a kind is no longer wanted."""
        self._wishes[kind] = self._wishes.get(kind, 0) + 1

    def shutdown(self) -> None:
        """Do nothing more and end the thread."""
        for kind in self._wishes:
            self.forget(kind)
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _receive(self, kind: str, wish: int, answer: object) -> None:
        if self._wishes[kind] != wish:
            return
        if isinstance(answer, Exception):
            self.broke.emit(answer)
        else:
            self._told[kind](answer)
