"""Autosave: every gesture is in a journal file before the next one begins."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Callable
from pathlib import Path

from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.journal_file import JournalFile
from app.document.journal_records import change_line, checkpoint_line
from app.translation import tr

FORMAT = "strokewise-journal"
VERSION = 2
READABLE_VERSIONS = frozenset({1, 2})
SUFFIX = ".journal"


class Journal:
    """Follows one document and keeps its journal.

    The file begins with a header and a checkpoint of the drawing; one line is appended per change,
    at pen-up, undo or redo. It is begun anew whenever the document is opened or saved, and gone
    after `close`: a file that is left is that of a program that was killed (see
    `app.document.recovery`). Same thread as the document.

    Trouble with the disk never disturbs the drawing: it is told once to `on_error`, and the next
    change tries a new file.
    """

    def __init__(self, folder: str | Path, on_error: Callable[[str], None] | None = None) -> None:
        """Keep journals in `folder`, made when needed; `on_error` gets one sentence."""
        self._folder = Path(folder)
        self._on_error = on_error
        self._file: JournalFile | None = None
        self._document: Document | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._broken = False

    @property
    def path(self) -> Path | None:
        """The file that holds the work; None before `follow` and after `close`."""
        return None if self._file is None else self._file.path

    def follow(self, document: Document) -> None:
        """Begin with the document as it is, instead of any one followed before."""
        self.close()
        self._unsubscribe = document.subscribe(lambda change: self._on_change(document, change))
        self._begin(document)

    def close(self, *, discard: bool = True) -> None:
        """Stop following. The work is saved or given up, so the file goes, unless told to stay."""
        self._unsubscribe()
        self._unsubscribe = lambda: None
        self._close_file(discard=discard)

    def _on_change(self, document: Document, change: Change) -> None:
        if change.kind is ChangeKind.PHOTOS:
            return
        if change.kind is not ChangeKind.EDIT:
            # Saved, or given up for another document: nothing in the file is wanted any more.
            self._close_file(discard=True)
        if self._file is None or self._broken:
            self._begin(document)
            return
        try:
            self._file.append(change_line(change.old, change.new))
        except OSError as error:
            # The line may be there in part, so nothing can follow it; what came before holds.
            self._fail(error)

    def _begin(self, document: Document) -> None:
        """A new file with all of the document; a broken one goes only when that is written."""
        started: JournalFile | None = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            started = JournalFile(self._folder / f"{secrets.token_hex(8)}{SUFFIX}")
            started.append(header_line(document))
            started.append(checkpoint_line(document.drawing))
        except OSError as error:
            if started is not None:
                _close_quietly(started, discard=True)
            self._fail(error)
            return
        self._close_file(discard=True)
        self._file = started
        self._broken = False

    def _close_file(self, *, discard: bool) -> None:
        if self._file is not None:
            _close_quietly(self._file, discard=discard)
        self._file = None

    def _fail(self, error: OSError) -> None:
        if not self._broken and self._on_error is not None:
            reason = error.strerror or str(error)
            self._on_error(
                tr("Unsaved work is not being backed up: {reason}.").format(reason=reason)
            )
        self._broken = True


def header_line(document: Document) -> bytes:
    """The first line of a journal, with its newline."""
    header = {
        "format": FORMAT,
        "version": VERSION,
        "document": None if document.path is None else str(document.path.absolute()),
        "name": document.name,
        "unsaved": document.dirty,
    }
    return json.dumps(header).encode() + b"\n"


def _close_quietly(file: JournalFile, *, discard: bool) -> None:
    # A file that cannot be deleted is only offered again at the next start.
    with contextlib.suppress(OSError):
        file.close(discard=discard)
