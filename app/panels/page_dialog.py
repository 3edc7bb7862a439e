"""The New Page dialog: a page of one of a few sizes, or of any."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.document.templates import TEMPLATES, Template
from app.translation import tr

MAX_SIDE_PX = 20_000
"""Larger pages are for files, not for the hand."""
_ICON_PX = 48


class PageDialog(QDialog):
    """Asks for the size of a new page.

    Args:
        page: width and height in px to begin with.
    """

    def __init__(self, page: tuple[float, float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New Page"))
        self.templates = QListWidget()
        self.templates.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.templates.setAccessibleName(tr("Templates"))
        for template in TEMPLATES:
            text = tr("{name}\n{width_px:g} × {height_px:g} px").format(
                name=template.name, width_px=template.width_px, height_px=template.height_px
            )
            QListWidgetItem(_icon(template), text, self.templates)
        self.width_box, self.height_box = _side(tr("Width")), _side(tr("Height"))
        self._lay_out()
        self.templates.currentRowChanged.connect(self._take_template)
        self.templates.itemDoubleClicked.connect(self.accept)
        for box, side in ((self.width_box, page[0]), (self.height_box, page[1])):
            box.valueChanged.connect(self._show_template)
            box.setValue(round(side))

    @property
    def page(self) -> tuple[float, float]:
        """Width and height chosen, in px."""
        return float(self.width_box.value()), float(self.height_box.value())

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        for text, box in ((tr("&Width"), self.width_box), (tr("&Height"), self.height_box)):
            label = QLabel(text)
            label.setBuddy(box)
            sides.addWidget(label)
            sides.addWidget(box)
        sides.addStretch(1)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(tr("New Page"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.templates, 1)
        column.addLayout(sides)
        column.addWidget(buttons)
        self.resize(400, 520)

    def _take_template(self, row: int) -> None:
        if row >= 0:
            template = TEMPLATES[row]
            with QSignalBlocker(self.width_box), QSignalBlocker(self.height_box):
                self.width_box.setValue(round(template.width_px))
                self.height_box.setValue(round(template.height_px))

    def _show_template(self) -> None:
        """Mark the template of this size, if there is one."""
        sizes = [(each.width_px, each.height_px) for each in TEMPLATES]
        with QSignalBlocker(self.templates):
            self.templates.setCurrentRow(sizes.index(self.page) if self.page in sizes else -1)


def _side(name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(16, MAX_SIDE_PX)
    box.setSuffix(" px")
    box.setAccessibleName(name)
    return box


def _icon(template: Template) -> QIcon:
    """A small page of the template's proportions."""
    pixmap = QPixmap(_ICON_PX, _ICON_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    scale = (_ICON_PX - 6) / max(template.width_px, template.height_px)
    width, height = round(template.width_px * scale), round(template.height_px * scale)
    painter = QPainter(pixmap)
    painter.setPen(QPen(QColor(128, 128, 128), 1))
    painter.setBrush(QColor(255, 255, 255))
    painter.drawRect((_ICON_PX - width) // 2, (_ICON_PX - height) // 2, width, height)
    painter.end()
    return QIcon(pixmap)
