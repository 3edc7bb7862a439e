"""What is selected, over the ink: lines along the strokes, the frame and its handles."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from app.canvas.ink_path import StrokePainter
from app.canvas.overlay import Overlay
from app.canvas.rects import rect_of, transform_of
from app.document.selection import Selection
from app.document.stroke import Stroke
from app.tools.select_frame import ROTATE_ABOVE_PX, Frame, Handle
from engine.strokes import Bounds, FloatArray

ACCENT = QColor(26, 115, 232)
HALO = QColor(255, 255, 255, 210)
HANDLE_PX = 8.0
MARGIN_PX = ROTATE_ABOVE_PX + 2 * HANDLE_PX
"""How far handles reach beyond the ink, in view px."""
MAX_SHOWN = 300
"""Of more selected strokes, so many are marked and carried one by one; the frame holds for all."""


class SelectionOverlay(Overlay):
    """Marks the selected strokes; with `handles`, also what to drag them by.

    While strokes are carried they are shown under the affine instead.
    """

    def __init__(self, selection: Selection) -> None:
        super().__init__()
        self._selection = selection
        self._painter = StrokePainter(2 * MAX_SHOWN)
        self._handles = False
        self._affine: FloatArray | None = None
        self._scale = 1.0
        self._strokes: tuple[Stroke, ...] = ()
        self._lines = QPainterPath()
        self._ink: Bounds | None = None
        self._unsubscribe = selection.subscribe(lambda _: self._refresh())
        self._refresh()

    def show_handles(self, shown: bool) -> None:
        """Show the frame's handles, or only what is selected."""
        if shown != self._handles:
            self._handles = shown
            self._repaint()

    def carry(self, affine: FloatArray | None) -> None:
        """Show the selected strokes moved by a (2, 3) affine; None for as they are."""
        self._repaint()
        self._affine = affine
        self._repaint()

    def release(self) -> None:
        """No longer follow the selection."""
        self._unsubscribe()

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:
        self._scale = scale
        if self._ink is None or not rect_of(self._reach()).intersects(rect_of(exposed)):
            return
        if self._affine is not None:
            painter.setTransform(transform_of(self._affine), combine=True)
            for stroke in self._strokes:
                self._painter.paint(painter, stroke)
            _outline(painter, _path_of(QRectF(rect_of(Frame(self._ink, scale).box))), 1.0)
            return
        # Without a light rim, which would hide thin ink.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(ACCENT, 1.3))
        painter.drawPath(self._lines)
        if self._handles:
            self._paint_frame(painter, Frame(self._ink, scale))

    def _paint_frame(self, painter: QPainter, frame: Frame) -> None:
        path = _path_of(rect_of(frame.box))
        path.moveTo(QPointF(*frame.place(Handle.NORTH)))
        path.lineTo(QPointF(*frame.place(Handle.ROTATE)))
        _outline(painter, path, 1.0)
        half = HANDLE_PX / 2 / frame.scale
        painter.setPen(_pen(ACCENT, 1.4))
        painter.setBrush(Qt.GlobalColor.white)
        for handle in Handle:
            centre = QPointF(*frame.place(handle))
            if handle is Handle.ROTATE:
                painter.drawEllipse(centre, 1.2 * half, 1.2 * half)
            else:
                corner = QPointF(half, half)
                painter.drawRect(QRectF(centre - corner, centre + corner))

    def _refresh(self) -> None:
        self._repaint()
        strokes = self._selection.strokes
        self._ink = None
        if strokes:
            boxes = np.array([stroke.bounds() for stroke in strokes])
            x0, y0 = boxes[:, :2].min(axis=0).tolist()
            x1, y1 = boxes[:, 2:].max(axis=0).tolist()
            self._ink = (x0, y0, x1, y1)
        self._strokes = strokes[:: -(-len(strokes) // MAX_SHOWN) or 1]
        self._lines = QPainterPath()
        for stroke in self._strokes:
            self._lines.addPolygon(QPolygonF([QPointF(*place) for place in stroke.xy.tolist()]))
        self._repaint()

    def _repaint(self) -> None:
        if self._ink is not None:
            self.changed.emit(self._reach())

    def _reach(self) -> Bounds:
        """The box of all that is painted, document px."""
        assert self._ink is not None
        rect = rect_of(self._ink)
        if self._affine is not None:
            rect = transform_of(self._affine).mapRect(rect)
        margin = MARGIN_PX / self._scale
        if self._affine is not None:
            margin *= max(1.0, float(np.abs(self._affine[:, :2]).max()))
        rect.adjust(-margin, -margin, margin, margin)
        return rect.left(), rect.top(), rect.right(), rect.bottom()


def _outline(painter: QPainter, path: QPainterPath, width_px: float) -> None:
    """A line of constant width that is seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(HALO, width_px + 2.0))
    painter.drawPath(path)
    painter.setPen(_pen(ACCENT, width_px))
    painter.drawPath(path)


def _pen(colour: QColor, width_px: float) -> QPen:
    pen = QPen(colour, width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCosmetic(True)
    return pen


def _path_of(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path
