"""Strokes that are proposed but not drawn yet, over the ink."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.canvas.outline import FloatArray
from app.canvas.overlay import Overlay
from app.document.stroke import DEFAULT_COLOUR
from engine.strokes import Bounds

STALE_OPACITY = 0.35


class SketchOverlay(Overlay):
    """Shows a sketch of Bezier strokes; dimmed while a newer one is awaited."""

    def __init__(self) -> None:
        super().__init__()
        self._path = QPainterPath()
        self._width_px = 1.0
        self._box: Bounds | None = None
        self._is_stale = False

    def show_sketch(self, beziers: FloatArray | None, width_px: float = 1.0) -> None:
        """Show (n, 4, 2) cubics in document px instead of those before; None for nothing."""
        before = self._box
        self._path, self._box, self._width_px = QPainterPath(), None, width_px
        if beziers is not None and len(beziers):
            for start, *rest in beziers.tolist():
                self._path.moveTo(*start)
                self._path.cubicTo(*(xy for place in rest for xy in place))
            # A cubic stays within the hull of its control points.
            x0, y0 = (beziers.min(axis=(0, 1)) - width_px).tolist()
            x1, y1 = (beziers.max(axis=(0, 1)) + width_px).tolist()
            self._box = (x0, y0, x1, y1)
        for box in (before, self._box):
            if box is not None:
                self.changed.emit(box)

    @property
    def is_stale(self) -> bool:
        """Whether it is dimmed."""
        return self._is_stale

    def set_stale(self, stale: bool) -> None:
        """Dim the sketch: it answers a question that is asked anew."""
        if stale != self._is_stale:
            self._is_stale = stale
            if self._box is not None:
                self.changed.emit(self._box)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        painter.setOpacity(STALE_OPACITY if self._is_stale else 1.0)
        # Qt's own way to draw even strokes is much faster than the outlines that ink of changing
        # width needs; a preview comes several times a second, while somebody may be drawing.
        pen = QPen(QColor(DEFAULT_COLOUR), self._width_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self._path)
