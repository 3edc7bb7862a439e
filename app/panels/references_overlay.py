"""Reference pictures on the page, under the ink or over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.canvas.overlay import Overlay
from app.canvas.picture_painting import paint_picture
from app.canvas.rects import rect_of
from app.panels.reference_board import Place, Reference, ReferenceBoard
from engine.strokes import Bounds

HANDLE_PX = 10.0
"""Side of the corners that one drags, px of the view."""
_FRAME = QColor(47, 111, 203)


class ReferencesOverlay(Overlay):
    """Shows the pictures of one place; each change repaints only what it touches."""

    def __init__(self, board: ReferenceBoard, place: Place) -> None:
        super().__init__()
        self._board = board
        self._place = place
        self._painted: tuple[Reference, ...] = ()
        board.changed.connect(self._follow)
        self._follow()

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        for item in self._painted:
            paint_picture(
                painter, item.image, item.shown_part, item.shown_box, exposed, item.opacity
            )

    def _follow(self) -> None:
        before = self._painted
        self._painted = tuple(
            item
            for item in self._board.items
            if item.place is self._place and not item.is_models and self._board.visible_on_page
        )
        gone = [item for item in before if not any(item is each for each in self._painted)]
        come = [item for item in self._painted if not any(item is each for each in before)]
        for item in (*gone, *come):
            self.changed.emit(item.shown_box)


class FrameOverlay(Overlay):
    """The frame and corners of the picture that is being moved."""

    def __init__(self, board: ReferenceBoard) -> None:
        super().__init__()
        self._board = board
        self._is_on = False
        self._box: Bounds | None = None
        self._scale = 1.0
        board.changed.connect(self._follow)

    def set_on(self, on: bool) -> None:
        """Show the frame of the selected picture, or none."""
        self._is_on = on
        self._follow()

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        self._scale = scale
        if self._box is None:
            return
        rect = rect_of(self._box)
        pen = QPen(_FRAME, 1.5 / scale)
        painter.setPen(pen)
        painter.drawRect(rect)
        painter.setBrush(Qt.GlobalColor.white)
        half = HANDLE_PX / 2 / scale
        for corner in (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()):
            painter.drawRect(QRectF(corner - QPointF(half, half), corner + QPointF(half, half)))

    def _follow(self) -> None:
        item = self._board.selected
        before = self._box
        self._box = item.shown_box if self._is_on and item is not None else None
        reach = HANDLE_PX / self._scale
        for box in (before, self._box):
            if box is not None and before != self._box:
                x0, y0, x1, y1 = box
                self.changed.emit((x0 - reach, y0 - reach, x1 + reach, y1 + reach))
