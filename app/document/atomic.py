"""Files that are either the old one or the whole new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from app.translation import tr
from engine.errors import InputError

_O_BINARY = getattr(os, "O_BINARY", 0)
"""Windows would translate line ends without it; other systems have no such flag."""


def write_atomically(path: str | Path, content: bytes) -> None:
    """Replace the file at `path` by `content`, or leave it as it was.

    Temporary file in the same folder, fsync, rename, fsync of the folder. The permissions of a
    file that is replaced are kept; a link is followed, and what it points to replaced.

    Raises:
        InputError: if that fails; the old file is intact and the temporary one gone.
    """
    named = Path(path)
    try:
        _replace(Path(os.path.realpath(named)), content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            tr("{name} could not be written: {reason}.").format(name=named.name, reason=reason)
        ) from error


def _replace(target: Path, content: bytes) -> None:
    temporary = target.with_name(f".{secrets.token_hex(8)}.part")
    # O_EXCL: never write into a file, or through a link, that somebody else put there.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _O_BINARY, 0o666)
    try:
        try:
            _write_all(handle, content)
            os.fsync(handle)
        finally:
            os.close(handle)
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def _write_all(handle: int, content: bytes) -> None:
    """`os.write` may take less than it was given."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last a power cut, on systems that can; never raises."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
