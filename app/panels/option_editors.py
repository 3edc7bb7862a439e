"""A control for each kind of setting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from app.icons import icon
from app.options import Colour, OneOf, Option, Within
from app.settings import Settings
from app.translation import tr

Edited = Callable[[Any], object]
_SWATCH = QSize(34, 16)


class OptionRow(QWidget):
    """One setting: its text, its control, and a button back to the default.

    Follows the settings and changes them at once.
    """

    def __init__(self, option: Option[Any], settings: Settings, parent: QWidget | None = None):
        super().__init__(parent)
        self.option = option
        self._settings = settings
        label = QLabel(option.text)
        label.setToolTip(option.explanation)
        self.editor, self._show = make_editor(option, self._change)
        self.editor.setAccessibleName(option.text)
        self.editor.setToolTip(option.explanation or option.text)
        label.setBuddy(self.editor)
        self.reset_button = QToolButton()
        self.reset_button.setIcon(icon("reset"))
        self.reset_button.setIconSize(QSize(14, 14))
        self.reset_button.setToolTip(
            tr("Back to {value_text}").format(value_text=value_text(option, option.default))
        )
        self.reset_button.setAccessibleName(tr("Reset {text}").format(text=option.text))
        self.reset_button.clicked.connect(lambda: settings.reset(option))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(self.editor)
        row.addWidget(self.reset_button)
        self._unwatch = settings.watch(option, lambda _: self.refresh())
        self.refresh()

    def release(self) -> None:
        """No longer follow the settings."""
        self._unwatch()

    def refresh(self) -> None:
        """Show the value as it is now."""
        self._show(self._settings.get(self.option))
        self.reset_button.setEnabled(not self._settings.is_default(self.option))

    def _change(self, value: Any) -> None:
        self._settings.set(self.option, value)


def value_text(option: Option[Any], value: Any) -> str:
    """A value as people read it."""
    check = option.check
    if isinstance(check, OneOf):
        return check.texts[value]
    if isinstance(check, Within):
        return f"{value:g}{check.unit}"
    if isinstance(value, bool):
        return "on" if value else "off"
    return str(value)


def make_editor(option: Option[Any], edited: Edited) -> tuple[QWidget, Callable[[Any], None]]:
    """A control that calls `edited` with what the user enters, and the function that shows a value.

    Raises:
        TypeError: there is no control for such an option.
    """
    check = option.check
    if isinstance(option.default, bool):
        return _check_box(edited)
    if isinstance(check, Within):
        return _number(option, check, edited)
    if isinstance(check, OneOf):
        return _choice(check, edited)
    if isinstance(check, Colour):
        return _colour(option, edited)
    if isinstance(option.default, str):
        return _text(edited)
    raise TypeError(f"{option.key} has no control")


def _check_box(edited: Edited) -> tuple[QWidget, Callable[[Any], None]]:
    box = QCheckBox()
    box.toggled.connect(edited)
    return box, box.setChecked


def _number(
    option: Option[Any], check: Within, edited: Edited
) -> tuple[QWidget, Callable[[Any], None]]:
    box: QSpinBox | QDoubleSpinBox
    if isinstance(option.default, int):
        box = QSpinBox()
        box.setRange(round(check.low), round(check.high))
        box.setSingleStep(round(check.step))
    else:
        box = QDoubleSpinBox()
        box.setDecimals(2 if check.step < 0.1 else 1)
        box.setRange(check.low, check.high)
        box.setSingleStep(check.step)
    box.setSuffix(check.unit)
    box.setKeyboardTracking(False)
    box.setMinimumWidth(96)
    box.valueChanged.connect(edited)
    return box, box.setValue


def _choice(check: OneOf, edited: Edited) -> tuple[QWidget, Callable[[Any], None]]:
    box = QComboBox()
    for value, text in check.texts.items():
        box.addItem(text, value)
    box.setMinimumWidth(150)
    box.currentIndexChanged.connect(lambda _: edited(box.currentData()))
    return box, lambda value: box.setCurrentIndex(box.findData(value))


def _text(edited: Edited) -> tuple[QWidget, Callable[[Any], None]]:
    box = QLineEdit()
    box.setMinimumWidth(200)
    box.editingFinished.connect(lambda: edited(box.text()))
    return box, box.setText


def _colour(option: Option[Any], edited: Edited) -> tuple[QWidget, Callable[[Any], None]]:
    button = QToolButton()
    button.setIconSize(_SWATCH)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show(value: str) -> None:
        button.setProperty("colour", value)
        button.setIcon(_swatch(value))

    def choose() -> None:
        colour = QColorDialog.getColor(QColor(button.property("colour")), button, option.text)
        if colour.isValid():
            edited(colour.name())

    button.clicked.connect(choose)
    return button, show


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(_SWATCH * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A grey rim keeps black seen on dark and white seen on light.
    painter.setPen(QColor(128, 128, 128))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 1, _SWATCH.width() - 2, _SWATCH.height() - 2, 3, 3)
    painter.end()
    return QIcon(pixmap)
