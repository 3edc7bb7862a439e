"""The menu of drawings opened last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from app.recent import RecentFiles, short_names
from app.translation import tr


class RecentMenu(QMenu):
    """Filled when it opens; what is no longer there is grey.

    Args:
        open_path: opens a drawing.
    """

    def __init__(
        self,
        recent: RecentFiles,
        open_path: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Open &Recent"), parent)
        self._recent = recent
        self._open = open_path
        self.aboutToShow.connect(self.refresh)
        self.setToolTipsVisible(True)
        self.refresh()

    def refresh(self) -> None:
        """List the files as they are now."""
        self.clear()
        paths = self._recent.paths
        for number, (path, name) in enumerate(zip(paths, short_names(paths), strict=True), 1):
            key = f"&{number}  " if number < 10 else f"{number}  "
            action = self.addAction(key + name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: self._open(path))
            there = path.is_file()
            action.setEnabled(there)
            action.setToolTip(
                str(path) if there else tr("{path} is no longer there").format(path=path)
            )
        if not paths:
            self.addAction(tr("No drawing yet")).setEnabled(False)
        self.addSeparator()
        clear = self.addAction(tr("&Clear List"))
        clear.setEnabled(bool(paths))
        clear.triggered.connect(self._recent.clear)
