"""The last saves of every document: what a file held before it was saved over.

Kept apart from the drawings, in a folder of the program's state: one folder for each document,
named by a hash of its path, in it up to `KEPT` files named by the time of the save.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

KEPT = 3
KEPT_DOCUMENTS = 200
"""The folders of the documents that were not saved for longest go."""
_KEY_CHARS = 20


@dataclass(frozen=True, slots=True)
class Backup:
    """One former content of a document's file.

    Attributes:
        path: where it is kept.
        saved_s: when the file was last written with it, seconds since the epoch.
    """

    path: Path
    saved_s: float


def keep_backup(folder: Path, document: Path) -> None:
    """Keep what is in the file `document` now, which is about to be replaced.

    Nothing to do if there is no such file, or if it is what was kept last. Never raises: a full
    disk for backups must not stop a save.
    """
    with contextlib.suppress(OSError):
        modified_ns = document.stat().st_mtime_ns
        own = _folder_of(folder, document)
        kept = _files(own)
        if kept and kept[0].name == _name(modified_ns, document):
            return
        own.mkdir(parents=True, exist_ok=True)
        partial = own / f"{time.time_ns()}.part"
        try:
            shutil.copyfile(document, partial)
            os.utime(partial, ns=(modified_ns, modified_ns))
            partial.replace(own / _name(modified_ns, document))
        finally:
            partial.unlink(missing_ok=True)
        for old in _files(own)[KEPT:]:
            old.unlink(missing_ok=True)
        own.touch()
        _forget_oldest(folder)


def list_backups(folder: Path, document: Path) -> list[Backup]:
    """The former contents of the file `document`, newest first."""
    backups: list[Backup] = []
    for path in _files(_folder_of(folder, document)):
        with contextlib.suppress(OSError):
            backups.append(Backup(path, path.stat().st_mtime))
    return backups


def _folder_of(folder: Path, document: Path) -> Path:
    whole = os.path.normcase(os.path.realpath(document))
    return folder / hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_CHARS]


def _name(modified_ns: int, document: Path) -> str:
    # As many digits for every time, so that names sort like times.
    return f"{modified_ns:020}{document.suffix}"


def _files(own: Path) -> list[Path]:
    if not own.is_dir():
        return []
    kept = (path for path in own.iterdir() if path.suffix != ".part")
    return sorted(kept, key=lambda path: path.name, reverse=True)


def _forget_oldest(folder: Path) -> None:
    documents = sorted(
        (path for path in folder.iterdir() if path.is_dir()),
        key=lambda path: path.stat().st_mtime,
        reverse=True,
    )
    for old in documents[KEPT_DOCUMENTS:]:
        shutil.rmtree(old, ignore_errors=True)
