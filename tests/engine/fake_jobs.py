"""Fake handlers whose steps the test lets through one by one, and a mailbox to look at."""

from __future__ import annotations

import threading
from typing import Any

from engine.context import Context
from engine.types import Failure, Job, Message, Progress, ProgressOf, Result

PATIENCE_S = 20.0
"""When a test that waits for another thread gives up: only ever reached by a failing test."""


class Gate:
    """A lock that a fake job waits at, so that the test decides when it goes on."""

    def __init__(self) -> None:
        self._arrived = threading.Event()
        self._open = threading.Event()

    def wait_here(self) -> None:
        """Job: arrive, and wait to be let through."""
        self._arrived.set()
        assert self._open.wait(PATIENCE_S), "the test never opened the gate"

    def wait_for_arrival(self) -> None:
        """Test: until the job is here."""
        assert self._arrived.wait(PATIENCE_S), "the job never came to the gate"

    def open(self) -> None:
        """Test: let the job through."""
        self._open.set()


class Steps:
    """A job of `len(gates)` steps, each of which waits at its gate. Is its own payload.

    Records in `log`, shared between jobs, what it does: "NAME 0", "NAME 1", ..., "NAME closed".
    """

    def __init__(self, name: str, gates: int, log: list[str]) -> None:
        self.name = name
        self.gates = [Gate() for _ in range(gates)]
        self.log = log

    def open_all(self) -> None:
        for gate in self.gates:
            gate.open()


def stepping(payload: Steps, context: Context) -> Job:
    """Handler for `Steps`; the answer is the name."""
    try:
        for index, gate in enumerate(payload.gates):
            payload.log.append(f"{payload.name} {index}")
            gate.wait_here()
            yield Progress((index + 1) / len(payload.gates), payload.name)
    except GeneratorExit:
        payload.log.append(f"{payload.name} closed")
        raise
    return payload.name


class Inbox:
    """Collects what a service delivers, and lets the test wait for it."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.threads: set[threading.Thread] = set()
        self._changed = threading.Condition()

    def __call__(self, message: Message) -> None:
        with self._changed:
            self.messages.append(message)
            self.threads.add(threading.current_thread())
            self._changed.notify_all()

    def answers(self, request_id: int | None = None) -> list[Result | Failure]:
        with self._changed:
            return [
                message
                for message in self.messages
                if not isinstance(message, ProgressOf) and request_id in (None, message.id)
            ]

    def progress(self, request_id: int) -> list[Progress]:
        with self._changed:
            return [
                message.progress
                for message in self.messages
                if isinstance(message, ProgressOf) and message.id == request_id
            ]

    def wait_for_answers(self, count: int) -> list[Result | Failure]:
        with self._changed:
            arrived = self._changed.wait_for(lambda: len(self.answers()) >= count, PATIENCE_S)
        assert arrived, f"{len(self.answers())} of {count} answers came: {self.messages}"
        return self.answers()

    def answer_to(self, request_id: int) -> Result | Failure:
        with self._changed:
            assert self._changed.wait_for(lambda: self.answers(request_id), PATIENCE_S)
        (answer,) = self.answers(request_id)
        return answer


def value_of(answer: Any) -> Any:
    """The value of an answer that must be a result."""
    assert isinstance(answer, Result), answer
    return answer.value
