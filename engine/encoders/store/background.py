"""Runs steps that wait for the network beside the engine thread, which must not wait."""

from __future__ import annotations

import threading
from collections.abc import Generator
from typing import Generic, TypeVar

from engine.types import Cancelled, CancelToken, Progress

_STEP_S = 0.04
_CLOSING_S = 0.2

T = TypeVar("T")
Steps = Generator[Progress, None, T]


def in_background(steps: Steps[T], token: CancelToken, waiting: str) -> Steps[T]:
    """Run `steps` on a thread of its own; yields their newest progress now and then.

    Until they have any, it says what it is `waiting` for.

    Closing it cancels `token`, closes `steps` after the step they are in, and hardly waits for
    that: a silent server is left to its time-out, and `steps` look at the token before they touch
    anything afterwards. What `steps` raise or return, it raises or returns.
    """
    worker = _Worker(steps, token, waiting)
    worker.start()
    try:
        while not worker.done.wait(_STEP_S):
            yield worker.latest
    finally:
        token.cancel()
        worker.join(_CLOSING_S)
    if worker.error is not None:
        raise worker.error
    return worker.result[0]


class _Worker(threading.Thread, Generic[T]):
    def __init__(self, steps: Steps[T], token: CancelToken, waiting: str) -> None:
        super().__init__(name="strokewise-download", daemon=True)
        self.latest = Progress(0.0, waiting)
        self.result: list[T] = []
        self.error: Exception | None = None
        self.done = threading.Event()
        self._steps = steps
        self._token = token

    def run(self) -> None:
        try:
            while not self._token.cancelled:
                self.latest = next(self._steps)
            self._steps.close()
        except StopIteration as end:
            self.result.append(end.value)
        except Cancelled:
            pass
        except Exception as error:
            self.error = error
        finally:
            self.done.set()
