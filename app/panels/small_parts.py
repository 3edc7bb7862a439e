"""Small parts that pages of a dock are made of."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel


def muted_label(text: str) -> QLabel:
    """A label that explains and stays in the background."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def show_text(label: QLabel, text: str) -> None:
    """Show a text; without one, the label takes no room."""
    label.setText(text)
    label.setVisible(bool(text))
