"""Width and colour of the pen, in the tool bar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QDoubleSpinBox, QHBoxLayout, QToolButton, QWidget

from app.tools.base import InkStyle

_SWATCH_PX = 18


class PenOptions(QWidget):
    """Edits an `InkStyle`."""

    changed = Signal(object)
    """The new `InkStyle`."""

    def __init__(self, style: InkStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.width_box = QDoubleSpinBox()
        self.width_box.setRange(0.5, 60.0)
        self.width_box.setDecimals(1)
        self.width_box.setSingleStep(0.5)
        self.width_box.setSuffix(" px")
        self.width_box.setValue(style.width_px)
        self.width_box.setToolTip("Width of the pen")
        self.width_box.setAccessibleName("Width of the pen")
        self.colour_button = QToolButton()
        self.colour_button.setAutoRaise(True)
        self.colour_button.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        self.colour_button.setToolTip("Colour of the pen")
        self.colour_button.setAccessibleName("Colour of the pen")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(self.colour_button)
        row.addWidget(self.width_box)
        self.width_box.valueChanged.connect(self._set_width)
        self.colour_button.clicked.connect(self._choose_colour)
        self._show_colour()

    def set_colour(self, colour: str) -> None:
        """Draw in another colour, "#rrggbb"."""
        self._change(replace(self._style, colour=colour))
        self._show_colour()

    def show_style(self, style: InkStyle) -> None:
        """Draw with another width and colour."""
        self._change(style)
        self.width_box.setValue(style.width_px)
        self._show_colour()

    def _set_width(self, width_px: float) -> None:
        self._change(replace(self._style, width_px=round(width_px, 1)))

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self._style.colour), self, "Colour of the Pen")
        if colour.isValid():
            self.set_colour(colour.name())

    def _change(self, style: InkStyle) -> None:
        if style != self._style:
            self._style = style
            self.changed.emit(style)

    def _show_colour(self) -> None:
        ratio = 2.0
        pixmap = QPixmap(round(_SWATCH_PX * ratio), round(_SWATCH_PX * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A grey rim keeps black seen on dark and white seen on light bars.
        painter.setPen(QColor(128, 128, 128))
        painter.setBrush(QColor(self._style.colour))
        painter.drawEllipse(1, 1, _SWATCH_PX - 2, _SWATCH_PX - 2)
        painter.end()
        self.colour_button.setIcon(QIcon(pixmap))
