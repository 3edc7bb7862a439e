"""The photo and its sketch, small: single strokes are chosen here, and regions locked."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.canvas.outline import FloatArray
from app.canvas.page import surround_colour
from app.canvas.rects import box_of, rect_of
from app.canvas.veil import veil_of
from app.panels.abstraction import AbstractionSession
from app.panels.curve_points import points_along
from app.panels.photo_loader import LoadedPhoto
from app.panels.subject import Mask
from app.translation import tr
from engine.strokes import Bounds

PHOTO_OPACITY = 0.45
REACH_PX = 8.0
DRAG_PX = 5.0
"""A press that moves further is no click."""
LINE_PX = 1.6
CHOSEN_COLOUR = QColor(232, 89, 12)
REGION_COLOUR = QColor(47, 158, 68)
_POINTS = 33
"""Of a stroke that a click may be near."""


class SketchView(QWidget):
    """Shows what an `AbstractionSession` is at.

    A click chooses a stroke, a drag a region. Arrow keys go from stroke to stroke, Escape chooses
    none, the space bar or Return asks for another stroke instead.
    """

    chosen_changed = Signal()
    reroll_asked = Signal()
    """Another stroke instead of the chosen one."""

    def __init__(self, abstraction: AbstractionSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._abstraction = abstraction
        self._photo: LoadedPhoto | None = None
        self._picture = QImage()
        self._mask: Mask | None = None
        self._veil: QImage | None = None
        self._beziers: FloatArray | None = None
        self._chosen: int | None = None
        self._pressed_at: QPointF | None = None
        self._dragged: QRectF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The photo and its sketch"))
        self.setToolTip(tr("Click a stroke to choose it; drag over a region to lock it"))

    @property
    def chosen(self) -> int | None:
        """Which stroke of the sketch is chosen."""
        return self._chosen

    def sizeHint(self) -> QSize:
        return QSize(240, 170)

    def refresh(self) -> None:
        """Show the session as it is now."""
        now = self._abstraction
        if now.photo is not self._photo:
            self._photo, self._picture = now.photo, QImage()
        mask = now.subject.mask
        if mask is not self._mask:
            self._mask = mask
            self._veil = None if mask is None else veil_of(mask)
        beziers = None if now.sketch is None else now.sketch.in_photo
        if beziers is not self._beziers:
            self._beziers = beziers
            self.choose(None)
        self.update()

    def choose(self, stroke: int | None) -> None:
        """Choose a stroke of the sketch, or none."""
        if stroke != self._chosen:
            self._chosen = stroke
            self.chosen_changed.emit()
            self.update()

    def stroke_at(self, place: QPointF) -> int | None:
        """The stroke nearest to a place (view px) that is within reach."""
        if self._beziers is None or not len(self._beziers):
            return None
        scale, x, y = self._fit()
        points = points_along(self._beziers, _POINTS) * scale + np.array([x, y])
        distances = np.hypot(*(points - [place.x(), place.y()]).transpose(2, 0, 1)).min(1)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= REACH_PX else None

    # --- Events --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._photo is not None:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.position() - self._pressed_at
        if self._dragged is not None or way.manhattanLength() > DRAG_PX:
            dragged = QRectF(self._pressed_at, event.position()).normalized()
            self._dragged = dragged.intersected(self._whole())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragged = self._dragged, None
        if self._pressed_at is None:
            return
        self._pressed_at = None
        if dragged is None:
            self.choose(self.stroke_at(event.position()))
        elif not dragged.isEmpty():
            self._abstraction.set_region(self._to_photo(dragged))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        key = Qt.Key(event.key())
        count = 0 if self._beziers is None else len(self._beziers)
        if key in steps and count:
            before = self._chosen
            first = 0 if steps[key] > 0 else count - 1
            self.choose(first if before is None else (before + steps[key]) % count)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return) and self._chosen is not None:
            self.reroll_asked.emit()
        elif key == Qt.Key.Key_Escape and self._chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), surround_colour(self.palette()))
        if self._photo is not None:
            self._paint_photo(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_sketch(painter)
            self._paint_region(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(self.palette().highlight().color(), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_photo(self, painter: QPainter) -> None:
        whole = self._whole()
        size = (whole.size() * self.devicePixelRatioF()).toSize()
        if self._picture.size() != size:
            assert self._photo is not None
            self._picture = self._photo.image.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        painter.fillRect(whole, QColor("white"))
        painter.setOpacity(PHOTO_OPACITY)
        painter.drawImage(whole, self._picture)
        painter.setOpacity(1.0)
        if self._veil is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(whole, self._veil)

    def _paint_sketch(self, painter: QPainter) -> None:
        if self._beziers is None:
            return
        scale, x, y = self._fit()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        places = (self._beziers * scale + np.array([x, y])).tolist()
        lines, chosen = QPainterPath(), QPainterPath()
        for i, (start, *rest) in enumerate(places):
            path = chosen if i == self._chosen else lines
            path.moveTo(*start)
            path.cubicTo(*(xy for place in rest for xy in place))
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(QColor("black"), LINE_PX, c=cap))
        painter.drawPath(lines)
        if not chosen.isEmpty():
            # A light rim: the colour is seen on light and on dark photos.
            painter.setPen(QPen(QColor("white"), 3 * LINE_PX, c=cap))
            painter.drawPath(chosen)
            painter.setPen(QPen(CHOSEN_COLOUR, 1.8 * LINE_PX, c=cap))
            painter.drawPath(chosen)

    def _paint_region(self, painter: QPainter) -> None:
        region = self._abstraction.region
        rect = self._dragged
        if rect is None and region is not None:
            scale, x, y = self._fit()
            rect = rect_of(region)
            rect = QRectF(rect.topLeft() * scale, rect.size() * scale).translated(x, y)
        if rect is None:
            return
        inside = QColor(REGION_COLOUR)
        inside.setAlpha(40)
        painter.setBrush(inside)
        painter.setPen(QPen(REGION_COLOUR, 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(rect)

    # --- Places --------------------------------------------------------------------------------

    def _fit(self) -> tuple[float, float, float]:
        """View px per px of the photo, and where its corner is: as large as fits."""
        assert self._photo is not None
        width, height = self._photo.size_px
        scale = min(self.width() / width, self.height() / height)
        return scale, (self.width() - width * scale) / 2, (self.height() - height * scale) / 2

    def _whole(self) -> QRectF:
        """The photo's place, view px."""
        assert self._photo is not None
        scale, x, y = self._fit()
        width, height = self._photo.size_px
        return QRectF(x, y, width * scale, height * scale)

    def _to_photo(self, rect: QRectF) -> Bounds:
        scale, x, y = self._fit()
        moved = rect.translated(-x, -y)
        return box_of(QRectF(moved.topLeft() / scale, moved.size() / scale))
