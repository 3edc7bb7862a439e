"""A small page with parts that go, each of which a click brings back."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.canvas.overlay import Overlay
from app.canvas.page_view import OverlayPlace, PageView
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.stroke_index import StrokeIndex
from engine.strokes import Bounds

GHOST_COLOUR = QColor("#d9480f")
RESTORED_COLOUR = QColor(217, 72, 15, 70)
FOCUS_COLOUR = QColor(255, 214, 64, 170)
REACH_PX = 6.0
_MARGIN = 0.05


class PreviewView(PageView):
    """Shows the ink of a drawing as large as fits.

    Args:
        drawing: may be replaced by `show_drawing`.
        box: what is fitted (document px); None for the page.
    """

    def __init__(self, drawing: Drawing, box: Bounds | None, parent: QWidget | None = None) -> None:
        self._box = box
        self._preview = Document(drawing)
        super().__init__(self._preview, parent)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show this instead of the one before; only what differs is repainted."""
        self._preview.apply(drawing, "")

    def fit_page(self) -> None:
        if self._box is None:
            super().fit_page()
            return
        x0, y0, x1, y1 = self._box
        margin = _MARGIN * max(x1 - x0, y1 - y0, 1.0)
        box = (x0 - margin, y0 - margin, x1 + margin, y1 + margin)
        view = (float(self.width()), float(self.height()))
        self._set_viewport(self._viewport.fitted(view, box, math.inf))
        self._fits_page = True


class GhostView(PreviewView):
    """A preview with ghosts, toggled by click, or by the arrow keys and the space bar.

    Args:
        ghosts: what goes, in drawing order.
    """

    toggled = Signal(int)
    """The user wants this ghost back, or gone again."""

    def __init__(
        self,
        drawing: Drawing,
        box: Bounds | None,
        ghosts: Sequence[Stroke],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(drawing, box, parent)
        self._ghosts = GhostOverlay(tuple(ghosts))
        self._index = StrokeIndex(tuple(ghosts))
        self.add_overlay(self._ghosts, OverlayPlace.OVER_INK)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_ghosts_of(self, ghosts: Sequence[Stroke]) -> None:
        """Show these ghosts instead of those before."""
        self._index = StrokeIndex(tuple(ghosts))
        self._ghosts.replace(tuple(ghosts))
        self.update()

    def show_restored(self, restored: frozenset[int]) -> None:
        """Which ghosts are back."""
        self._ghosts.show_restored(restored)

    def ghost_at(self, place: tuple[float, float]) -> int | None:
        """The uppermost ghost at a place of the view, view px."""
        here = self._viewport.to_document(*place)
        touched = self._index.touched_by(here, here, REACH_PX / self._viewport.scale)
        return int(touched[-1]) if len(touched) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        ghost = self.ghost_at((event.position().x(), event.position().y()))
        if ghost is not None and event.button() == Qt.MouseButton.LeftButton:
            self.toggled.emit(ghost)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        ghost = self.ghost_at((event.position().x(), event.position().y()))
        is_over = ghost is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self._ghosts.move_focus(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and self._ghosts.focused is not None:
            self.toggled.emit(self._ghosts.focused)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._ghosts.move_focus(0)
        super().focusInEvent(event)


class GhostOverlay(Overlay):
    """Ghosts as dashed lines; those that are back as a faint shine around their ink."""

    def __init__(self, ghosts: tuple[Stroke, ...]) -> None:
        super().__init__()
        self._strokes = ghosts
        self._index = StrokeIndex(ghosts)
        self._restored: frozenset[int] = frozenset()
        self._focused: int | None = None
        self._scale = 1.0

    @property
    def focused(self) -> int | None:
        """The ghost that the keyboard is at."""
        return self._focused

    def replace(self, ghosts: tuple[Stroke, ...]) -> None:
        """Other ghosts, none of which is back; the view is to be painted anew."""
        self._strokes, self._index = ghosts, StrokeIndex(ghosts)
        self._restored, self._focused = frozenset(), None

    def show_restored(self, restored: frozenset[int]) -> None:
        """Which ghosts are back."""
        for each in restored ^ self._restored:
            self._restored = restored
            self._repaint(each)

    def move_focus(self, step: int) -> None:
        """To another ghost, from the last one to the first."""
        if not self._strokes:
            return
        before = self._focused
        self._focused = 0 if before is None else (before + step) % len(self._strokes)
        for each in {before, self._focused} - {None}:
            self._repaint(each)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:
        self._scale = scale
        x0, y0, x1, y1 = exposed
        reach = 8 / scale
        for i in self._index.in_box((x0 - reach, y0 - reach, x1 + reach, y1 + reach)).tolist():
            points = [QPointF(x, y) for x, y in self._strokes[i].xy.tolist()]
            line = QPolygonF(points if len(points) > 1 else points * 2)
            if i == self._focused:
                painter.setPen(_pen(FOCUS_COLOUR, 12 / scale))
                painter.drawPolyline(line)
            if i in self._restored:
                painter.setPen(_pen(RESTORED_COLOUR, 7 / scale))
            else:
                pen = _pen(GHOST_COLOUR, 1.6 / scale, Qt.PenCapStyle.FlatCap)
                pen.setDashPattern([4.0, 2.5])
                if len(points) == 1:
                    pen = _pen(GHOST_COLOUR, 4 / scale)
                painter.setPen(pen)
            painter.drawPolyline(line)

    def _repaint(self, ghost: int) -> None:
        x0, y0, x1, y1 = self._index.boxes[ghost].tolist()
        reach = 8 / self._scale
        self.changed.emit((x0 - reach, y0 - reach, x1 + reach, y1 + reach))


def _pen(colour: QColor, width: float, cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)
