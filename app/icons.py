"""The program's own icons, in the colour of the text around them."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

_FOLDER = "icons"
_INK = "currentColor"


def icon(name: str) -> QIcon:
    """The icon of this name in `resources/icons`.

    It is drawn when it is shown, so it follows the palette from light to dark by itself.
    """
    return QIcon(_SvgIconEngine(name))


def picture_icon(pixmap: QPixmap) -> QIcon:
    """A picture as an icon that stays as it is when its row is selected, not tinted."""
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made


@cache
def _svg(name: str) -> str:
    path = resources.files("resources") / _FOLDER / f"{name}.svg"
    return path.read_text(encoding="utf-8")


class _SvgIconEngine(QIconEngine):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        mode: QIcon.Mode,
        state: QIcon.State,  # noqa: ARG002 - Qt's signature
    ) -> None:
        group = {
            QIcon.Mode.Disabled: QPalette.ColorGroup.Disabled,
            QIcon.Mode.Normal: QPalette.ColorGroup.Active,
        }.get(mode, QPalette.ColorGroup.Active)
        role = (
            QPalette.ColorRole.HighlightedText
            if mode is QIcon.Mode.Selected
            else QPalette.ColorRole.ButtonText
        )
        ink = QApplication.palette().color(group, role).name()
        renderer = QSvgRenderer(QByteArray(_svg(self._name).replace(_INK, ink).encode()))
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _SvgIconEngine(self._name)
