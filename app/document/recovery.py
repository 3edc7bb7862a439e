"""What a program that was killed left behind: reading its journals."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.document.drawing import Drawing
from app.document.journal import FORMAT, READABLE_VERSIONS, SUFFIX
from app.document.journal_file import is_in_use
from app.document.journal_records import changed
from app.translation import tr
from engine.errors import InputError

_KEEP_FRAGMENTS_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Recoverable:
    """Work that is in a journal but in no file.

    Attributes:
        path: the journal.
        document: the file that the work was on, if it had one.
        name: what the document was called.
        modified_s: when the last change was made, seconds since the epoch.
    """

    path: Path
    document: Path | None
    name: str
    modified_s: float

    def drawing(self) -> Drawing:
        """See `recover`."""
        return recover(self.path)

    def discard(self) -> None:
        """Delete the journal: the work is restored or not wanted."""
        with contextlib.suppress(OSError):
            self.path.unlink()


@dataclass(frozen=True, slots=True)
class _Header:
    document: Path | None
    name: str
    unsaved: bool


def recover(path: str | Path) -> Drawing:
    """The drawing after the last whole record of a journal.

    A record that was cut short, and whatever is behind it, is left out.

    Raises:
        InputError: if the file cannot be read or has no whole checkpoint.
    """
    journal = Path(path)
    try:
        with journal.open("rb") as lines:
            if _header(next(lines, b"")) is None:
                raise InputError(
                    tr("{name} is not a journal of Strokewise.").format(name=journal.name)
                )
            drawing: Drawing | None = None
            for line in lines:
                try:
                    drawing = changed(Drawing() if drawing is None else drawing, line)
                except ValueError:
                    break
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(
            tr("{name} could not be read: {reason}.").format(name=journal.name, reason=reason)
        ) from error
    if drawing is None:
        raise InputError(
            tr("{name} breaks off before its first drawing.").format(name=journal.name)
        )
    return drawing


def list_recoverable(folder: str | Path) -> list[Recoverable]:
    """The journals in `folder` with unsaved work of programs that no longer run, newest first.

    Journals without any (the program was killed with everything saved) are deleted on the way.
    """
    found = [each for path in _journals(Path(folder)) if (each := _inspect(path)) is not None]
    return sorted(found, key=lambda each: each.modified_s, reverse=True)


def _journals(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(folder.glob(f"*{SUFFIX}"))


def _inspect(path: Path) -> Recoverable | None:
    try:
        if is_in_use(path):
            return None
        modified_s = path.stat().st_mtime
        with path.open("rb") as lines:
            header = _header(next(lines, b""))
            whole = sum(line.endswith(b"\n") for line in lines)
        if header is not None and (whole > 1 or (whole and header.unsaved)):
            return Recoverable(path, header.document, header.name, modified_s)
        # A fragment may be the file that another program is just beginning.
        is_old = time.time() - modified_s > _KEEP_FRAGMENTS_S
        if (header is not None and whole) or (not whole and is_old):
            path.unlink()
    except OSError:
        return None
    return None


def _header(line: bytes) -> _Header | None:
    try:
        fields = json.loads(line)
        if fields["format"] != FORMAT or fields["version"] not in READABLE_VERSIONS:
            return None
        document = fields["document"]
        return _Header(
            None if document is None else Path(document),
            str(fields["name"]),
            bool(fields["unsaved"]),
        )
    except (LookupError, RecursionError, TypeError, ValueError):
        return None
