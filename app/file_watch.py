"""Notices when another program changes or removes the open file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 300
"""A file that is being written changes many times; it is looked at this long after the last."""

Signature = tuple[int, int, int] | None
"""(modification time in ns, size, inode); None if there is no file."""


class FileWatch(QObject):
    """Watches one file. GUI thread."""

    changed = Signal()
    """The file is not the one that was there at the last `watch`."""
    removed = Signal()
    """The file is gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._known: Signature = None
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        for something in (self._watcher.fileChanged, self._watcher.directoryChanged):
            something.connect(lambda _: self._timer.start())
        self._timer.timeout.connect(self.look)

    @property
    def path(self) -> Path | None:
        """What is watched."""
        return self._path

    def watch(self, path: Path | None) -> None:
        """Watch this file as it is now, instead of any other."""
        self._timer.stop()
        for old in (*self._watcher.files(), *self._watcher.directories()):
            self._watcher.removePath(old)
        self._path = path
        self._known = None if path is None else _signature(path)
        if path is not None and self._known is not None:
            # The folder too: a file that is replaced or comes back is a new one to the system.
            self._watcher.addPaths([str(path), str(path.parent)])

    def look(self) -> None:
        """Tell now if something happened since."""
        if self._path is None:
            return
        found = _signature(self._path)
        if found == self._known:
            return
        self._known = found
        if found is None:
            self.removed.emit()
            return
        self._watcher.addPath(str(self._path))
        self.changed.emit()


def _signature(path: Path) -> Signature:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
