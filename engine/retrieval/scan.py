"""Which picture files lie below a folder, whatever else lies there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.retrieval.messages import Fault

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file with a picture's suffix.

    Attributes:
        stamp_ns: changes when the content may have: the later one of the times of the last
            change of content and of the file's entry. (A copy that keeps the old content's time
            and size still has another entry.)
    """

    path: Path
    size: int
    stamp_ns: int


def scan(top: Path) -> Iterator[FoundFile | Fault | None]:
    """Walk a folder, links included; every folder is entered once, by whatever name comes first.

    Nothing is opened, so pipes and devices with a picture's name do no harm. None is yielded now
    and then between the others, so that whoever walks along may stop.

    Raises:
        OSError: `top` itself cannot be read.
    """
    waiting = [top]
    entered = {_identity(top.stat())}
    is_first = True
    while waiting:
        folder = waiting.pop()
        yield None
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            if is_first:
                raise
            yield Fault(folder, f"cannot be read: {error.strerror or error}")
            continue
        is_first = False
        below = []
        for entry in entries:
            found = _look_at(entry)
            if isinstance(found, os.stat_result):
                if _identity(found) not in entered:
                    entered.add(_identity(found))
                    below.append(Path(entry.path))
                elif entry.is_symlink():
                    yield Fault(Path(entry.path), "leads to a folder that is looked into already")
                if _looks_like_picture(entry):
                    yield Fault(Path(entry.path), "is a folder, not a photo")
            elif found is not None:
                yield found
        waiting += reversed(below)


def _look_at(entry: os.DirEntry[str]) -> FoundFile | Fault | os.stat_result | None:
    """A picture, what is wrong with it, a folder's status, or None: nothing to do with us."""
    try:
        status = entry.stat()  # follows links
    except OSError as error:  # a link in a circle or to nowhere, among others
        reason = f"cannot be read: {error.strerror or error}"
        return Fault(Path(entry.path), reason) if _looks_like_picture(entry) else None
    if stat.S_ISDIR(status.st_mode):
        return status
    if not _looks_like_picture(entry):
        return None
    if not stat.S_ISREG(status.st_mode):
        return Fault(Path(entry.path), "is not a regular file")
    return FoundFile(Path(entry.path), status.st_size, _stamp(status))


def _looks_like_picture(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(SUFFIXES)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _stamp(status: os.stat_result) -> int:
    return max(status.st_mtime_ns, status.st_ctime_ns)
