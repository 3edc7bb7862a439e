"""Frozen messages between the program and the engine thread.

A request captures every input it needs (read-only numpy arrays, numbers, text); an answer holds
numpy and plain Python, never tensors and never Qt objects. So either side may keep what it got.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Generator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, TypeAlias


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Raised inside a job by `CancelToken.raise_if_cancelled`."""


class CancelToken:
    """One abort flag, set from any thread, read by the job between its steps."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next step. Any thread; may be called twice."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked for the end. Any thread."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` if the flag is set."""
        if self._event.is_set():
            raise Cancelled


class Priority(IntEnum):
    """Who goes first on the engine thread: smaller overtakes larger between a job's steps."""

    LIVE = 0
    """Answers to the pen: short, a fraction of a second."""
    INTERACTIVE = 1
    """The user asked and waits: seconds."""
    BACKGROUND = 2
    """Nobody waits: indexing, working ahead."""


_request_ids = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Request:
    """One piece of work.

    Attributes:
        kind: name of the handler ("abstract", ...); a newer request of a kind cancels the older.
        payload: a frozen dataclass that carries all inputs of the handler.
        revision: the document's revision the payload was taken from; None if the answer holds
            whatever becomes of the document (a photo was the only input).
        priority: see `Priority`.
        token: set to give the request up.
        id: unique within the process, grows.
    """

    kind: str
    payload: Any
    revision: int | None = None
    priority: Priority = Priority.INTERACTIVE
    token: CancelToken = field(default_factory=CancelToken, compare=False)
    id: int = field(default_factory=lambda: next(_request_ids))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is. `fraction` is in [0, 1]; `preview` is the best answer so far, or None."""

    fraction: float
    text: str = ""
    preview: Any = None


@dataclass(frozen=True, slots=True)
class ProgressOf:
    """A `Progress`, addressed to who asked."""

    id: int
    kind: str
    revision: int | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class Result:
    """A job's answer. `notices` are lines for the status bar (say, a fall-back to the CPU)."""

    id: int
    kind: str
    revision: int | None
    value: Any
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that gave no answer.

    Attributes:
        sentence: one sentence for the user; empty when cancelled.
        cancelled: it stopped because it was asked to; nothing needs to be shown.
        is_bug: not the input's fault; `detail` has the traceback for the crash log.
    """

    id: int
    kind: str
    revision: int | None
    sentence: str
    cancelled: bool = False
    is_bug: bool = False
    detail: str = ""


Answer: TypeAlias = Result | Failure
Message: TypeAlias = ProgressOf | Result | Failure
Job: TypeAlias = Generator[Progress, None, Any]
"""A handler is a generator: it yields `Progress` between steps and returns the answer's value.

Between two yields the service may run a more urgent request to its end, or stop the job; so a step
should last well under 50 ms on the reference machine (2 cores) where it can.
"""
