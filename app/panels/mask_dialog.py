"""Correcting by hand what of the photo is sketched."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.mask_view import MAX_BRUSH_PX, MIN_BRUSH_PX, MaskView
from app.panels.small_parts import muted_label
from app.panels.subject import Mask, Subject
from app.translation import tr

HINT = tr(
    "What is veiled stays out of the sketch. Paint over the photo; the right button does the "
    "opposite, and the keys [ and ] change the brush."
)
NOTHING_LEFT = tr("Nothing is left to sketch: paint over what you want.")


class MaskDialog(QDialog):
    """Paints the mask of a `Subject`; nothing changes until it is accepted.

    Args:
        photo: a copy of the photo to show.
    """

    def __init__(self, subject: Subject, photo: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        # A sketch of the whole scene has a mask of everything.
        drawn = subject.drawn_mask
        self._begun = subject.empty_mask() if drawn is None else drawn
        self.view = MaskView(photo, self._begun)
        self.add_button = _mode(tr("Add"), "add", tr("Paint what is to be sketched"))
        self.erase_button = _mode(tr("Erase"), "eraser", tr("Paint what is to be left out"))
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.reset_button = QPushButton(icon("reset"), tr("Reset"))
        self.use_button = QPushButton(icon("keep"), tr("Use This"))
        self.cancel_button = QPushButton(icon("close"), tr("Cancel"))
        self.hint = muted_label(HINT)
        self.setWindowTitle(tr("What Is Sketched"))
        self._set_up()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Show whether the mask may be used as it is."""
        is_empty = not (self.view.painted() > 127).any()
        self.use_button.setEnabled(not is_empty)
        self.hint.setText(NOTHING_LEFT if is_empty else HINT)
        self.reset_button.setEnabled(not np.array_equal(self.view.painted(), self._found()))

    def accept(self) -> None:
        mask = self.view.painted()
        self._subject.edit(None if np.array_equal(mask, self._found()) else mask)
        super().accept()

    def _found(self) -> Mask:
        found = self._subject.found_mask
        return self._subject.empty_mask() if found is None else found

    def _set_up(self) -> None:
        modes = QButtonGroup(self)
        for button, adds in ((self.add_button, True), (self.erase_button, False)):
            modes.addButton(button)
            button.toggled.connect(lambda on, adds=adds: self._set_adds(adds) if on else None)
        self.add_button.setChecked(True)
        self.size_slider.setRange(MIN_BRUSH_PX, MAX_BRUSH_PX)
        self.size_slider.setValue(self.view.brush_px)
        self.size_slider.setAccessibleName(tr("Size of the brush"))
        self.size_slider.setToolTip(tr("Size of the brush"))
        self.size_slider.valueChanged.connect(self.view.set_brush)
        self.view.brush_changed.connect(self.size_slider.setValue)
        self.view.edited.connect(self.refresh)
        self.reset_button.setToolTip(tr("Back to what was found"))
        self.reset_button.clicked.connect(lambda: self.view.show_mask(self._found()))
        self.use_button.setToolTip(tr("Sketch what is not veiled"))
        self.use_button.setDefault(True)
        self.use_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)

    def _set_adds(self, adds: bool) -> None:
        self.view.adds = adds

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.add_button)
        tools.addWidget(self.erase_button)
        tools.addWidget(QLabel(tr("Brush")))
        tools.addWidget(self.size_slider, 1)
        tools.addWidget(self.reset_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addLayout(tools)
        column.addWidget(self.view, 1)
        column.addLayout(buttons)
        self.resize(680, 600)


def _mode(text: str, icon_name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon(icon_name))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setCheckable(True)
    button.setToolTip(tip)
    return button
