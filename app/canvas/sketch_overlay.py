"""Strokes that are proposed but not drawn yet, over the ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.canvas.outline import FloatArray
from app.canvas.overlay import Overlay
from app.canvas.rects import box_of
from app.document.stroke import DEFAULT_COLOUR
from engine.strokes import Bounds

STALE_OPACITY = 0.35


class SketchOverlay(Overlay):
    """Shows a sketch of Bezier strokes, or their ink; dimmed while a newer one is awaited."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QPainterPath()
        self._shapes: tuple[QPainterPath, ...] = ()
        self._colour = QColor(DEFAULT_COLOUR)
        self._width_px = 1.0
        self._box: Bounds | None = None
        self._is_stale = False
        self._is_hidden = False

    def show_sketch(
        self, beziers: FloatArray | None, width_px: float = 1.0, colour: str = DEFAULT_COLOUR
    ) -> None:
        """Show (n, 4, 2) cubics in document px instead of those before; None for nothing."""
        lines, box = QPainterPath(), None
        if beziers is not None and len(beziers):
            for start, *rest in beziers.tolist():
                lines.moveTo(*start)
                lines.cubicTo(*(xy for place in rest for xy in place))
            # A cubic stays within the hull of its control points.
            x0, y0 = (beziers.min(axis=(0, 1)) - width_px).tolist()
            x1, y1 = (beziers.max(axis=(0, 1)) + width_px).tolist()
            box = (x0, y0, x1, y1)
        self._width_px = width_px
        self._change(lines, (), colour, box)

    def show_shapes(self, shapes: Sequence[QPainterPath], colour: str) -> None:
        """Show the shapes of ink (document px), one of each stroke, instead of those before."""
        box = None
        for shape in shapes:
            rect = shape.controlPointRect()
            box = rect if box is None else box.united(rect)
        self._change(QPainterPath(), tuple(shapes), colour, None if box is None else box_of(box))

    @property
    def is_stale(self) -> bool:
        """Whether it is dimmed."""
        return self._is_stale

    def set_stale(self, stale: bool) -> None:
        """Dim the sketch: it answers a question that is asked anew."""
        if stale != self._is_stale:
            self._is_stale = stale
            self._repaint(self._box)

    def set_hidden(self, hidden: bool) -> None:
        """Hide it for a while; what is shown meanwhile appears afterwards."""
        if hidden != self._is_hidden:
            self._is_hidden = hidden
            self._repaint(self._box)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        if self._is_hidden:
            return
        painter.setOpacity(STALE_OPACITY if self._is_stale else 1.0)
        for shape in self._shapes:
            painter.fillPath(shape, self._colour)
        # Qt's own way to draw even strokes is much faster than the outlines that ink of changing
        # width needs; a preview comes several times a second, while somebody may be drawing.
        pen = QPen(self._colour, self._width_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(self._lines)

    def _change(
        self,
        lines: QPainterPath,
        shapes: tuple[QPainterPath, ...],
        colour: str,
        box: Bounds | None,
    ) -> None:
        before, self._box = self._box, box
        self._lines, self._shapes, self._colour = lines, shapes, QColor(colour)
        self._repaint(before)
        self._repaint(box)

    def _repaint(self, box: Bounds | None) -> None:
        if box is not None:
            self.changed.emit(box)
