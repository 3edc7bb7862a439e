"""The Layers dock: the list of layers, their opacity, and buttons for the rest."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.panels.layer_list import LayerList
from app.panels.layers import Layers
from app.translation import tr

BUTTONS = ("layer.add", "layer.remove", "layer.raise", "layer.lower", "layer.merge")
_ICON_SIZE = QSize(18, 18)


class LayersPanel(QWidget):
    """Shows a `Layers` and passes the user's wishes on to it.

    Args:
        actions: has the commands of `BUTTONS`.
    """

    def __init__(self, layers: Layers, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = layers
        self._actions = actions
        self.list = LayerList(layers)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.number = QSpinBox()
        self.number.setSuffix(" %")
        self.number.setKeyboardTracking(False)
        for control in (self.slider, self.number):
            control.setRange(0, 100)
            control.setAccessibleName(tr("Opacity of the layer"))
            control.setToolTip(tr("Opacity of the layer"))
            control.valueChanged.connect(lambda value: layers.set_opacity(value / 100))
        self.slider.sliderPressed.connect(layers.begin_drag)
        self.slider.sliderReleased.connect(layers.end_drag)
        self._lay_out()
        layers.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the layers as they are now."""
        percent = round(100 * self._layers.active.opacity)
        for control in (self.slider, self.number):
            # A fraction of a percent from a file must not be rounded by looking at it.
            with QSignalBlocker(control):
                control.setValue(percent)
        for action, possible in (
            ("layer.remove", self._layers.can_remove),
            ("layer.merge", self._layers.can_merge),
            ("layer.lower", self._layers.can_merge),
            ("layer.raise", self._layers.can_raise),
        ):
            self._actions[action].setEnabled(possible)

    def _lay_out(self) -> None:
        label = QLabel(tr("&Opacity"))
        label.setBuddy(self.slider)
        opacity = QHBoxLayout()
        opacity.setSpacing(8)
        opacity.addWidget(label)
        opacity.addWidget(self.slider, 1)
        opacity.addWidget(self.number)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for each in BUTTONS:
            buttons.addWidget(_button(self._actions[each]))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(opacity)
        column.addLayout(buttons)
        self.setMinimumWidth(220)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setIconSize(_ICON_SIZE)
    button.setAutoRaise(True)
    button.setAccessibleName(action.iconText())
    return button
