"""The menu of what the open file held before its last saves."""

from __future__ import annotations

import time

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QMenu, QWidget

from app.session import Session
from app.translation import tr

EMPTY = tr("No earlier save")


class EarlierSavesMenu(QMenu):
    """Filled whenever it is opened."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Earlier Sa&ves"), parent)
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
    for one, several, size in (
        (tr("1 day ago"), tr("{count} days ago"), 86_400),
        (tr("1 hour ago"), tr("{count} hours ago"), 3_600),
        (tr("1 minute ago"), tr("{count} minutes ago"), 60),
    ):
        count = int(seconds // size)
        if count:
            return one if count == 1 else several.format(count=count)
    return tr("just now")
