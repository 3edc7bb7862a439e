"""A small window over the big one that goes when one turns to something else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget


class Popup(QDialog):
    """Closed by Escape, by a click beside it and by another window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.reject()
        return super().event(event)

    def show_active(self, focus: QWidget) -> None:
        """Show it, with the keys going to `focus`."""
        self.show()
        self.activateWindow()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
