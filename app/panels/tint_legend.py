"""What the tints' colours mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.canvas.tint_colours import SHADES, STEPS
from app.translation import tr

BAR_HEIGHT_PX = 8
_GAP_PX = 3
_TEXTS = (tr("hurts"), tr("does not matter"), tr("helps"))


class TintLegend(QWidget):
    """A bar from what hurts most to what helps most, with words below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend of the tints"))
        self.setAccessibleDescription(
            tr("Orange strokes hurt, grey ones do not matter, blue ones help")
        )

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(text) for text in _TEXTS) + 4 * _GAP_PX
        return QSize(width, BAR_HEIGHT_PX + _GAP_PX + metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 0, self.width(), BAR_HEIGHT_PX)
        colours = QLinearGradient(bar.topLeft(), bar.topRight())
        for step in range(-STEPS, STEPS + 1, STEPS // 4):
            colours.setColorAt((step + STEPS) / (2 * STEPS), SHADES[step])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        painter.drawRoundedRect(bar, BAR_HEIGHT_PX / 2, BAR_HEIGHT_PX / 2)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = QRectF(self.rect()).adjusted(0, BAR_HEIGHT_PX + _GAP_PX, 0, 0)
        sides = (
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )
        for text, side in zip(_TEXTS, sides, strict=True):
            painter.drawText(words, side | Qt.AlignmentFlag.AlignTop, text)
        painter.end()
