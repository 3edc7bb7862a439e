"""What the lines on the photo mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.canvas.flow_colours import DOUBT, MATCH
from app.panels.match_painting import paint_line
from app.translation import tr

_SAMPLE_PX = 26
_GAP_PX = 6
_ENTRIES = ((tr("sure"), MATCH, False), (tr("doubtful"), DOUBT, True))


class MatchLegend(QWidget):
    """A sample of each kind of line, with a word beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Legend of the lines on the photo"))
        self.setAccessibleDescription(tr("Blue lines are sure matches, grey ones are doubtful"))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(text) for text, *_ in _ENTRIES)
        return QSize(width + len(_ENTRIES) * (_SAMPLE_PX + 3 * _GAP_PX), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 1.0, self.height() / 2
        for text, colour, dashed in _ENTRIES:
            path = QPainterPath(QPointF(x, middle))
            path.lineTo(x + _SAMPLE_PX, middle)
            paint_line(painter, path, colour, 2.2, dashed=dashed)
            x += _SAMPLE_PX + _GAP_PX
            width = self.fontMetrics().horizontalAdvance(text)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(
                QRectF(x, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, text
            )
            x += width + 2 * _GAP_PX
        painter.end()
