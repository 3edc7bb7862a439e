"""Notices that something below some folders has changed."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

SETTLE_MS = 1000
"""Changes that follow each other this closely are one: a camera's card is being copied, say."""
_STEP_MS = 100
_END_S = 5.0


class FolderWatch(QObject):
    """Watches folders and what is below them, on a thread of its own. GUI thread."""

    changed = Signal()
    """Files came, went or changed; soon after the last of a burst."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: frozenset[Path] = frozenset()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def folders(self) -> frozenset[Path]:
        """What is watched."""
        return self._folders

    def watch(self, folders: Iterable[Path]) -> None:
        """Watch these instead of those before. One that is not there is left out."""
        wanted = frozenset(folder for folder in folders if folder.is_dir())
        if wanted == self._folders:
            return
        self._end()
        self._folders = wanted
        if wanted:
            self._stop = threading.Event()
            self._thread = threading.Thread(
                target=self._run,
                args=(tuple(wanted), self._stop),
                name="strokewise-watch",
                daemon=True,
            )
            self._thread.start()

    def shutdown(self) -> None:
        """Watch nothing more and end the thread."""
        self.watch(())

    def _end(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_END_S)
            self._thread = None

    def _run(self, folders: tuple[Path, ...], stop: threading.Event) -> None:
        # Takes a tenth of a second to import, and only who has a library needs it.
        from watchfiles import watch

        changes = watch(
            *folders,
            watch_filter=None,
            debounce=SETTLE_MS,
            step=_STEP_MS,
            stop_event=stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        try:
            for _ in changes:
                if not stop.is_set():
                    self.changed.emit()
        except (OSError, RuntimeError):
            # No more watches to be had, or the folder went away: the next start looks again.
            return
