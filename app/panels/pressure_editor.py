"""A small editor of a pressure curve."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.input.pressure_curve import LINEAR, PressureCurve
from app.translation import tr

_MARGIN_PX = 8.0
_GRAB_PX = 12.0
_POINT_PX = 4.5
_KEY_STEP = 0.02


class PressureEditor(QWidget):
    """Pressure to the right, width of the ink upwards.

    Drag a point; a press beside the points makes a new one; a double click, or Delete, removes
    one. With the keyboard: Tab-free, Page Up and Page Down choose a point, the arrows move it.
    """

    changed = Signal(object)
    """The new `PressureCurve`."""

    def __init__(self, curve: PressureCurve = LINEAR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve = curve
        self._chosen = 0
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Pressure curve"))
        self.setToolTip(
            tr(
                "How the ink responds to pressure. Drag the points; click for a new one, "
                "double-click one to remove it."
            )
        )

    @property
    def curve(self) -> PressureCurve:
        """The curve that is shown."""
        return self._curve

    def show_curve(self, curve: PressureCurve) -> None:
        """Show another curve; nobody is told."""
        if curve != self._curve:
            self._curve = curve
            self._chosen = min(self._chosen, len(curve.points) - 1)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, 150)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._point_at(event.position())
        if at is None:
            x, y = self._value(event.position())
            before = self._curve
            self._change(before.with_point(x, y))
            at = self._point_at(event.position())
        self._dragging = at is not None
        self._chosen = self._chosen if at is None else at
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._change(self._curve.with_moved(self._chosen, *self._value(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._point_at(event.position())
        if at is not None:
            self._remove(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-_KEY_STEP, 0.0),
            Qt.Key.Key_Right: (_KEY_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, _KEY_STEP),
            Qt.Key.Key_Down: (0.0, -_KEY_STEP),
        }
        key = Qt.Key(event.key())
        if key in ways:
            (x, y), (dx, dy) = self._curve.points[self._chosen], ways[key]
            self._change(self._curve.with_moved(self._chosen, x + dx, y + dy))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            step = 1 if key == Qt.Key.Key_PageUp else -1
            self._chosen = (self._chosen + step) % len(self._curve.points)
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(self._chosen)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, plot = self.palette(), self._plot()
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.setBrush(palette.base())
        painter.drawRoundedRect(plot.adjusted(-4, -4, 4, 4), 4, 4)
        faint = QColor(palette.text().color())
        faint.setAlphaF(0.15)
        painter.setPen(QPen(faint, 1))
        for i in (0.25, 0.5, 0.75):
            painter.drawLine(self._place(i, 0), self._place(i, 1))
            painter.drawLine(self._place(0, i), self._place(1, i))
        path = QPainterPath(self._place(0, self._curve(0)))
        for i in range(1, 101):
            path.lineTo(self._place(i / 100, self._curve(i / 100)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.text().color(), 2))
        painter.drawPath(path)
        for i, point in enumerate(self._curve.points):
            marked = i == self._chosen and self.hasFocus()
            painter.setBrush(palette.highlight() if marked else palette.base())
            painter.setPen(QPen(palette.highlight().color(), 2))
            painter.drawEllipse(self._place(*point), _POINT_PX, _POINT_PX)
        painter.end()

    def _remove(self, at: int) -> None:
        self._dragging = False
        self._change(self._curve.without_point(at))
        self._chosen = min(self._chosen, len(self._curve.points) - 1)

    def _change(self, curve: PressureCurve) -> None:
        if curve != self._curve:
            self._curve = curve
            self.update()
            self.changed.emit(curve)

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)

    def _place(self, x: float, y: float) -> QPointF:
        plot = self._plot()
        return QPointF(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())

    def _value(self, place: QPointF) -> tuple[float, float]:
        plot = self._plot()
        x = (place.x() - plot.left()) / plot.width()
        y = (plot.bottom() - place.y()) / plot.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def _point_at(self, place: QPointF) -> int | None:
        ways = [place - self._place(*point) for point in self._curve.points]
        distances = [math.hypot(way.x(), way.y()) for way in ways]
        nearest = min(range(len(distances)), key=distances.__getitem__)
        return nearest if distances[nearest] <= _GRAB_PX else None
