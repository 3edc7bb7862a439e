"""What can be set for one kind of ink, in a panel below its button."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ink_settings import INK_SETTINGS
from app.input.pressure_curve import PressureCurve
from app.panels.option_editors import OptionRow
from app.panels.pen_options import Panel
from app.panels.pressure_editor import PressureEditor
from app.settings import Settings
from app.tools.ink_options import InkKind


class InkPanel(Panel):
    """Stabiliser, taper, tilt, prediction and pressure curve; follows the settings."""

    def __init__(self, kind: InkKind, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._ink = INK_SETTINGS[kind]
        shown = ("smoothing", "strength", "taper_px", "tilt", "predicts")
        self.rows = {name: OptionRow(getattr(self._ink, name), settings) for name in shown}
        self.pressure = PressureEditor(PressureCurve.parse(settings.get(self._ink.pressure)))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(QLabel(self._ink.pressure.text))
        column.addWidget(self.pressure)
        self.pressure.changed.connect(lambda curve: settings.set(self._ink.pressure, curve.text))
        self._unwatch = settings.watch(
            self._ink.pressure, lambda text: self.pressure.show_curve(PressureCurve.parse(text))
        )

    def release(self) -> None:
        for row in self.rows.values():
            row.release()
        self._unwatch()
