"""A few lines of the drawing pointed out, with a word about them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from app.canvas.overlay import Overlay
from app.canvas.rects import box_of, rect_of
from engine.strokes import Bounds, FloatArray, bounds

HALO_PX = 18.0
"""Width of the marker on the screen."""
HALO_COLOUR = QColor(255, 214, 64)
LABEL_COLOUR = QColor(38, 40, 44, 235)
_PADDING_PX = 6.0


class MarkOverlay(Overlay):
    """Marks lines as with a text marker: ink stays as dark as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[FloatArray] = []
        self._label = ""
        self._scale = 1.0

    @property
    def label(self) -> str:
        """What is said of the lines; "" without."""
        return self._label

    @property
    def lines(self) -> list[FloatArray]:
        """The (N, 2) lines that are marked, in document px."""
        return self._lines

    def show_mark(self, lines: Sequence[FloatArray], label: str) -> None:
        """Mark these lines (document px) instead of those before; none: no mark."""
        before = self._box()
        self._lines, self._label = list(lines), label
        for box in (before, self._box()):
            if box is not None:
                self.changed.emit(box)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        self._scale = scale
        if not self._lines:
            return
        path = QPainterPath()
        for line in self._lines:
            if len(line) == 1:
                # A line without length has round ends all the same.
                line = np.concatenate([line, line + 1e-3])
            path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line.tolist()]))
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(
            QPen(
                HALO_COLOUR,
                HALO_PX / scale,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.restore()
        self._paint_label(painter, scale)

    def _paint_label(self, painter: QPainter, scale: float) -> None:
        place = self._label_box(scale)
        if not self._label or place is None:
            return
        painter.scale(1 / scale, 1 / scale)
        rect = QRectF(place.topLeft() * scale, place.size() * scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LABEL_COLOUR)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QColor("white"))
        painter.setFont(QApplication.font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._label)

    def _label_box(self, scale: float) -> QRectF | None:
        """Above the lines, or below where the page has no room above; document px."""
        box = bounds(self._lines)
        if box is None:
            return None
        metrics = QFontMetricsF(QApplication.font())
        size = QSizeF(
            metrics.horizontalAdvance(self._label) + 2 * _PADDING_PX,
            metrics.height() + _PADDING_PX,
        )
        size = size / scale
        reach = HALO_PX / 2 / scale + 4 / scale
        top = box[1] - reach - size.height()
        if top < 0:
            top = box[3] + reach
        left = max((box[0] + box[2] - size.width()) / 2, 0.0)
        return QRectF(QPointF(left, top), size)

    def _box(self) -> Bounds | None:
        box = bounds(self._lines)
        if box is None:
            return None
        reach = HALO_PX / self._scale
        halo = rect_of(box).adjusted(-reach, -reach, reach, reach)
        label = self._label_box(self._scale)
        return box_of(halo if label is None else halo.united(label))
