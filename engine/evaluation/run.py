"""Jobs and estimators, run here and now."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

T = TypeVar("T")


def finish(work: Generator[Any, None, T]) -> T:
    """What a generator returns at its end; what it yields on the way is progress."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found
