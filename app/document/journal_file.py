"""A file that only grows, and belongs to one process."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from app.document.atomic import sync_folder

SYNC_INTERVAL_S = 1.0
"""At most this often the disk is asked to make a journal last."""

_BINARY = getattr(os, "O_BINARY", 0)


class JournalFile:
    """An append-only file, locked for as long as it is open.

    `append` hands the bytes to the operating system before it returns, so a process that is killed
    loses nothing. Making them last on the disk (fsync) can take longer than a pen can wait; a
    thread of the file does it, so a power cut loses what was appended in the last
    `SYNC_INTERVAL_S` or so. `append` and `close` belong to one thread.
    """

    def __init__(self, path: Path) -> None:
        """Make a new file at `path`; raises `OSError` (also if there is one already)."""
        self.path = path
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY)
        lock(self._handle)
        self._condition = threading.Condition()
        self._unsynced = False
        self._stopping = threading.Event()
        self._error: OSError | None = None
        self._thread = threading.Thread(target=self._keep_synced, name="journal", daemon=True)
        self._thread.start()

    def append(self, content: bytes) -> None:
        """Write at the end. Raises `OSError`, also for a sync that failed since the last call."""
        with self._condition:
            if self._error is not None:
                raise self._error
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self._handle, rest) :]
        # Between two syncs the thread waits for `_stopping` alone: waking it would cost the pen.
        with self._condition:
            self._unsynced = True
            self._condition.notify()

    def close(self, *, discard: bool) -> None:
        """Stop the thread and close the file; delete it, or make it last. Raises `OSError`."""
        with self._condition:
            self._stopping.set()
            self._condition.notify()
        self._thread.join()
        try:
            if not discard:
                os.fsync(self._handle)
        finally:
            # Closed before it is deleted, which Windows insists on.
            os.close(self._handle)
        if discard:
            self.path.unlink(missing_ok=True)

    def _keep_synced(self) -> None:
        sync_folder(self.path.parent)
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._unsynced or self._stopping.is_set())
                if self._stopping.is_set():
                    return
                self._unsynced = False
            try:
                os.fsync(self._handle)
            except OSError as error:
                with self._condition:
                    self._error = error
            if self._stopping.wait(SYNC_INTERVAL_S):
                return


def is_in_use(path: Path) -> bool:
    """Whether a living process has the journal file open. Raises `OSError`."""
    handle = os.open(path, os.O_RDWR | _BINARY)
    try:
        return not lock(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    # Windows forbids others to read what is locked, so the lock lies behind any content.
    _LOCK_OFFSET = 2**62

    def lock(handle: int) -> bool:
        """Take the lock of an open file until it is closed; False if another has it."""
        os.lseek(handle, _LOCK_OFFSET, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def lock(handle: int) -> bool:
        """Take the lock of an open file until it is closed; False if another has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A file system without locks: better offered twice than never.
            return True
        return True
