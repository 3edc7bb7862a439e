"""Asks for a text, its font and size."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.translation import tr

DEFAULT_SIZE_PX = 48.0


class TextDialog(QDialog):
    """Accepted with a text that is not empty. The last font and size are kept for the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Text"))
        self.place = (0.0, 0.0)
        """Where the text is to begin, document px."""
        self.text_box = QPlainTextEdit()
        self.text_box.setAccessibleName(tr("Text"))
        self.text_box.setTabChangesFocus(True)
        self.font_box = QFontComboBox()
        self.font_box.setAccessibleName(tr("Font"))
        self.size_box = QDoubleSpinBox()
        self.size_box.setRange(4.0, 1000.0)
        self.size_box.setDecimals(0)
        self.size_box.setSuffix(" px")
        self.size_box.setValue(DEFAULT_SIZE_PX)
        self.size_box.setAccessibleName(tr("Size of the letters"))
        self.bold_button = _toggle("B", tr("Bold"), bold=True)
        self.italic_button = _toggle("I", tr("Italic"), italic=True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        row = QHBoxLayout()
        for widget in (self.font_box, self.size_box, self.bold_button, self.italic_button):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.addWidget(self.text_box)
        column.addLayout(row)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.text_box.textChanged.connect(self._refresh)
        self._refresh()

    @property
    def text(self) -> str:
        """What was entered."""
        return self.text_box.toPlainText()

    @property
    def letter_font(self) -> QFont:
        """The font that was chosen, with its size in px."""
        font = QFont(self.font_box.currentFont())
        font.setPixelSize(round(self.size_box.value()))
        font.setBold(self.bold_button.isChecked())
        font.setItalic(self.italic_button.isChecked())
        return font

    def ask(self, x: float, y: float) -> None:
        """Open for a text at this place, document px."""
        self.place = (x, y)
        self.text_box.clear()
        self.text_box.setFocus()
        self.open()

    def _refresh(self) -> None:
        has_text = bool(self.text.strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(has_text)


def _toggle(letter: str, name: str, *, bold: bool = False, italic: bool = False) -> QToolButton:
    button = QToolButton()
    button.setText(letter)
    button.setCheckable(True)
    button.setToolTip(name)
    button.setAccessibleName(name)
    font = button.font()
    font.setBold(bold)
    font.setItalic(italic)
    button.setFont(font)
    return button
