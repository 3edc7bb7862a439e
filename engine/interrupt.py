"""Ending a job that nobody waits for any more within a step, between two layers of a network."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator

from engine.types import CancelToken


@contextlib.contextmanager
def between_layers(token: CancelToken) -> Iterator[None]:
    """Networks that the calling thread runs meanwhile raise `Cancelled` once the token is set.

    A pass through an encoder takes tens of milliseconds, and the next stroke's question would wait
    for it. Nothing is done where torch is not loaded yet.
    """
    modules = sys.modules.get("torch.nn.modules.module")
    register = getattr(modules, "register_module_forward_pre_hook", None)
    if register is None:
        yield
        return
    here = threading.get_ident()

    def look_up(*_: object) -> None:
        if threading.get_ident() == here:
            token.raise_if_cancelled()

    hook = register(look_up)
    try:
        yield
    finally:
        hook.remove()
