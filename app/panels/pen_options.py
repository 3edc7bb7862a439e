"""Colour, width and opacity in the tool bar: of new ink, or of what is selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QDoubleSpinBox,
    QHBoxLayout,
    QMenu,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from app.icons import icon
from app.tools.base import InkStyle
from app.translation import tr

_SWATCH_PX = 18


class Panel(QWidget):
    """A panel behind a button."""

    def release(self) -> None:
        """The panel is closed: no longer follow anything."""
        raise NotImplementedError


class PenOptions(QWidget):
    """Edits an `InkStyle`, or the size of an eraser.

    Args:
        style: to begin with.
        make_panel: makes the panel behind the last button, each time it is opened.
    """

    changed = Signal(object)
    """The new `InkStyle`."""
    radius_changed = Signal(float)
    """The eraser's new reach."""

    def __init__(
        self,
        style: InkStyle,
        make_panel: Callable[[], Panel] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._make_panel = make_panel
        self._panel: Panel | None = None
        self.colour_button = _button(tr("Colour of the ink"))
        self.width_box = QDoubleSpinBox()
        self.width_box.setRange(0.1, 200.0)
        self.width_box.setDecimals(1)
        self.width_box.setSingleStep(0.5)
        self.width_box.setSuffix(" px")
        self.opacity_box = QSpinBox()
        self.opacity_box.setRange(5, 100)
        self.opacity_box.setSingleStep(5)
        self.opacity_box.setSuffix(" %")
        self.radius_box = QDoubleSpinBox()
        self.radius_box.setRange(1.0, 60.0)
        self.radius_box.setDecimals(0)
        self.radius_box.setSuffix(" px")
        for box, text in (
            (self.width_box, tr("Width of the ink")),
            (self.opacity_box, tr("Opacity of the ink")),
            (self.radius_box, tr("Reach of the eraser")),
        ):
            box.setKeyboardTracking(False)
            box.setToolTip(text)
            box.setAccessibleName(text)
        self.ink_button = _button(tr("Stabiliser, taper and pressure of the ink"))
        self.ink_button.setIcon(icon("ink-options"))
        self.ink_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.ink_menu = QMenu(self)
        self.ink_button.setMenu(self.ink_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(6)
        for widget in (
            self.colour_button,
            self.width_box,
            self.opacity_box,
            self.radius_box,
            self.ink_button,
        ):
            row.addWidget(widget)
        self.width_box.valueChanged.connect(self._set_width)
        self.opacity_box.valueChanged.connect(self._set_opacity)
        self.radius_box.valueChanged.connect(self.radius_changed)
        self.colour_button.clicked.connect(self._choose_colour)
        self.ink_menu.aboutToShow.connect(self._open_panel)
        self.ink_menu.aboutToHide.connect(self._close_panel)
        self.show_style(style)
        self.show_parts(style=True, radius=False, ink=make_panel is not None)

    @property
    def style_shown(self) -> InkStyle:
        """What is shown."""
        return self._style

    def show_parts(self, *, style: bool, radius: bool, ink: bool) -> None:
        """Show the controls that the tool in use has."""
        for widget in (self.colour_button, self.width_box, self.opacity_box):
            widget.setVisible(style)
        self.radius_box.setVisible(radius)
        self.ink_button.setVisible(ink)

    def show_style(self, style: InkStyle) -> None:
        """Show a style; nobody is told."""
        self._style = style
        for box, value in (
            (self.width_box, style.width_px),
            (self.opacity_box, round(100 * style.opacity)),
        ):
            blocked = box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(blocked)
        self._show_colour()

    def show_radius(self, radius_px: float) -> None:
        """Show the eraser's reach; nobody is told."""
        blocked = self.radius_box.blockSignals(True)
        self.radius_box.setValue(radius_px)
        self.radius_box.blockSignals(blocked)

    def set_colour(self, colour: str) -> None:
        """Another colour, "#rrggbb"."""
        self._change(replace(self._style, colour=colour))
        self._show_colour()

    def _set_width(self, width_px: float) -> None:
        self._change(replace(self._style, width_px=round(width_px, 1)))

    def _set_opacity(self, percent: int) -> None:
        self._change(replace(self._style, opacity=percent / 100))

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(QColor(self._style.colour), self, tr("Colour of the Ink"))
        if colour.isValid():
            self.set_colour(colour.name())

    def _change(self, style: InkStyle) -> None:
        if style != self._style:
            self._style = style
            self.changed.emit(style)

    @property
    def panel(self) -> Panel | None:
        """The panel that is open."""
        return self._panel

    def _open_panel(self) -> None:
        self.ink_menu.clear()
        if self._make_panel is not None:
            self._panel = self._make_panel()
            action = QWidgetAction(self.ink_menu)
            action.setDefaultWidget(self._panel)
            self.ink_menu.addAction(action)

    def _close_panel(self) -> None:
        if self._panel is not None:
            self._panel.release()
            self._panel = None

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


def _button(text: str) -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
    button.setToolTip(text)
    button.setAccessibleName(text)
    return button
