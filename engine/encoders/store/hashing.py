"""SHA-256 of large files, in steps."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from pathlib import Path

_CHUNK_BYTES = 8 * 1024**2


def hash_steps(path: Path) -> Generator[int, None, str]:
    """The SHA-256 (hexadecimal) of a file; yields the bytes done after every few milliseconds.

    Raises:
        OSError: it cannot be read.
    """
    digest = hashlib.sha256()
    done = 0
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
            done += len(chunk)
            yield done
    return digest.hexdigest()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file at once."""
    steps = hash_steps(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return str(end.value)
