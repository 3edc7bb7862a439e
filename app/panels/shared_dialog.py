"""Asks which shared collection to search."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.translation import tr
from engine.retrieval.messages import SharedCollection

EXPLANATION = tr(
    "A collection of photos on your studio's Qdrant server, filled by "
    "<code>strokewise gallery share</code>. Your drawing stays here: only the numbers that the "
    "encoder makes of it are sent there, and only while this collection is chosen."
)


class SharedDialog(QDialog):
    """Address and name of a collection.

    Args:
        now: what to begin with.
    """

    def __init__(self, now: SharedCollection | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Shared Collection"))
        self.url = QLineEdit(now.url if now else "")
        self.url.setPlaceholderText("http://pictures.local:6333")
        self.url.setAccessibleName(tr("Address of the server"))
        self.name = QLineEdit(now.name if now else "photos")
        self.name.setAccessibleName(tr("Name of the collection"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("Search There"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        explanation = QLabel(EXPLANATION)
        explanation.setWordWrap(True)
        explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        form = QFormLayout()
        form.addRow(tr("&Server"), self.url)
        form.addRow(tr("&Collection"), self.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(explanation)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.buttons)
        for field in (self.url, self.name):
            field.textChanged.connect(self._check)
        self._check()
        self.resize(420, 210)

    @property
    def collection(self) -> SharedCollection | None:
        """What is written there; None if it is no address and name."""
        url, name = QUrl(self.url.text().strip(), QUrl.ParsingMode.StrictMode), self.name.text()
        if not url.isValid() or url.scheme() not in ("http", "https") or not url.host():
            return None
        return SharedCollection(self.url.text().strip(), name.strip()) if name.strip() else None

    def _check(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.collection is not None)
