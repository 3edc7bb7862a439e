"""The menu of what the open file held before its last saves."""

from __future__ import annotations

import time

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QMenu, QWidget

from app.session import Session

EMPTY = "No earlier save"


class EarlierSavesMenu(QMenu):
    """Filled whenever it is opened."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Earlier Sa&ves", parent)
        self._session = session
        self.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """List the earlier saves as they are now."""
        self.clear()
        backups = self._session.backups()
        for backup in backups:
            when = QDateTime.fromSecsSinceEpoch(int(backup.saved_s))
            text = QLocale().toString(when, QLocale.FormatType.ShortFormat)
            action = self.addAction(f"{text}  ({_ago(time.time() - backup.saved_s)})")
            action.triggered.connect(lambda _=False, it=backup: self._session.open_backup(it))
        if not backups:
            self.addAction(EMPTY).setEnabled(False)


def _ago(seconds: float) -> str:
    """How long ago, in the largest unit that is whole."""
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = int(seconds // size)
        if count:
            return f"{count} {unit}{'s' * (count > 1)} ago"
    return "just now"
