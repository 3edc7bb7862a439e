"""The job "photos.describe": what is in the library."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from engine.context import Context
from engine.retrieval.library import Library
from engine.retrieval.messages import DescribeLibrary
from engine.types import Job, Progress


def describe(payload: DescribeLibrary, context: Context) -> Job:
    """Returns a `Description`.

    Raises:
        InputError: the library cannot be opened, or there is no such encoder.
    """
    yield Progress(0.0, "Looking")
    with contextlib.closing(Library(payload.library)) as library:
        description = library.describe()
    if not payload.has_words:
        return description
    from engine.encoders.text import TextEncoder
    from engine.warmup import gentle_imports, load_torch

    yield from load_torch()
    with gentle_imports():
        encoder = context.encoder(payload.encoder)
    return replace(description, understands_words=isinstance(encoder, TextEncoder))
