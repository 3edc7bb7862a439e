"""The head of a dock: its name and a button that closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from app.icons import icon
from app.translation import tr


class DockTitle(QWidget):
    """Drag it to move the dock, double-click it to let the dock float."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        label = QLabel(dock.windowTitle())
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        # The dock itself must see the mouse.
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        close = QToolButton()
        close.setIcon(icon("close"))
        close.setIconSize(QSize(12, 12))
        close.setAutoRaise(True)
        close.setToolTip(tr("Close {windowTitle}").format(windowTitle=dock.windowTitle()))
        close.setAccessibleName(tr("Close {windowTitle}").format(windowTitle=dock.windowTitle()))
        close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 2)
        row.addWidget(label, 1)
        row.addWidget(close)
