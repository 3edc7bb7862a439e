"""A picture to look at closely: zoom, pan, and choosing a part of it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.canvas.navigation import wheel_zoom_factor
from app.canvas.page import surround_colour
from app.canvas.page_view import ZOOM_STEP
from app.canvas.rects import box_of, rect_of
from app.canvas.viewport import FIT_MARGIN_PX, Viewport
from app.translation import tr

_PAN_PX = 40.0
_MIN_CROP_PX = 4.0
_SHADE = QColor(0, 0, 0, 120)
_FRAME = QColor(255, 255, 255)


class PictureView(QWidget):
    """Shows a part of an image. The wheel zooms to the pointer, a drag pans, a double click fits.

    Plus, minus, 0 and the arrow keys do the same.
    """

    cropped = Signal(QRectF)
    """The part that was chosen, in px of the image."""
    crop_ended = Signal()
    """A part was chosen, or the user changed their mind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._part = QRectF()
        self._viewport = Viewport()
        self._fits = True
        self._dragged_from: QPointF | None = None
        self._is_cropping = False
        self._crop_from: QPointF | None = None
        self._crop: QRectF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Reference picture"))
        self.setToolTip(tr("Wheel: zoom; drag: move; double click: the whole picture"))
        self.setMinimumSize(120, 90)

    @property
    def scale(self) -> float:
        """View px per px of the image."""
        return self._viewport.scale

    @property
    def cropping(self) -> bool:
        """Whether a drag chooses a part."""
        return self._is_cropping

    def sizeHint(self) -> QSize:
        return QSize(260, 200)

    def show_picture(self, image: QImage | None, part: QRectF) -> None:
        """Show `part` (px) of an image; None for nothing."""
        if image is self._image and part == self._part:
            return
        self.end_crop()
        self._image, self._part = image, part
        self.fit()
        self.update()

    def fit(self) -> None:
        """The whole part in sight."""
        self._fits = True
        seen = self._seen()
        if not seen.isEmpty():
            # The page's margin is too much for a dock.
            room = (self.width() + 2 * FIT_MARGIN_PX - 8, self.height() + 2 * FIT_MARGIN_PX - 8)
            fitted = self._viewport.fitted(room, box_of(seen), math.inf)
            self._viewport = fitted.moved(4 - FIT_MARGIN_PX, 4 - FIT_MARGIN_PX)
        self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Closer or further; the place at `at` (view px, default the middle) stays."""
        at = QRectF(self.rect()).center() if at is None else at
        self._fits = False
        self._viewport = self._viewport.scaled_to(self.scale * factor, at.x(), at.y())
        self._keep_in_sight()

    def start_crop(self) -> None:
        """Show the whole image; the next drag chooses a part."""
        if self._image is not None:
            self._is_cropping = True
            self._crop = QRectF(self._part)
            self.setCursor(Qt.CursorShape.CrossCursor)
            self.fit()

    def end_crop(self) -> None:
        """Choose nothing."""
        if self._is_cropping:
            self._is_cropping = False
            self._crop = self._crop_from = None
            self.unsetCursor()
            self.fit()
            self.crop_ended.emit()

    # --- Events --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = wheel_zoom_factor(event)
        if factor is not None:
            self.zoom_by(factor, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_cropping and event.button() == Qt.MouseButton.LeftButton:
            self._crop_from = self._to_image(event.position())
        else:
            self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._crop_from is not None:
            chosen = QRectF(self._crop_from, self._to_image(event.position())).normalized()
            self._crop = chosen.intersected(self._whole())
            self.update()
        elif self._dragged_from is not None:
            self._pan(event.position() - self._dragged_from)
            self._dragged_from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._dragged_from = None
        chosen, began = self._crop, self._crop_from is not None
        if began and chosen is not None:
            self._crop_from = None
            if min(chosen.width(), chosen.height()) >= _MIN_CROP_PX:
                self.end_crop()
                self.cropped.emit(chosen)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pans = {
            Qt.Key.Key_Left: QPointF(_PAN_PX, 0),
            Qt.Key.Key_Right: QPointF(-_PAN_PX, 0),
            Qt.Key.Key_Up: QPointF(0, _PAN_PX),
            Qt.Key.Key_Down: QPointF(0, -_PAN_PX),
        }
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in pans:
            self._pan(pans[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self._is_cropping:
            self.end_crop()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), surround_colour(self.palette()))
        seen = self._seen()
        if self._image is not None and not seen.isEmpty():
            self.paint_picture(painter, self._image, seen)
            if self._crop is not None:
                self._paint_crop(painter, self._to_view(seen), self._to_view(self._crop))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def paint_picture(self, painter: QPainter, image: QImage, seen: QRectF) -> None:
        """Paint the part that can be seen (px of the image); the painter's units are view px."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale < 4)
        painter.drawImage(self._to_view(seen), image, seen)

    def _paint_crop(self, painter: QPainter, whole: QRectF, crop: QRectF) -> None:
        for side in (
            QRectF(whole.topLeft(), QPointF(whole.right(), crop.top())),
            QRectF(QPointF(whole.left(), crop.bottom()), whole.bottomRight()),
            QRectF(QPointF(whole.left(), crop.top()), QPointF(crop.left(), crop.bottom())),
            QRectF(QPointF(crop.right(), crop.top()), QPointF(whole.right(), crop.bottom())),
        ):
            painter.fillRect(side, _SHADE)
        painter.setPen(QPen(_FRAME, 1, Qt.PenStyle.DashLine))
        painter.drawRect(crop)

    # --- Places --------------------------------------------------------------------------------

    def _whole(self) -> QRectF:
        return QRectF() if self._image is None else QRectF(self._image.rect())

    def _seen(self) -> QRectF:
        """What can be seen, px of the image."""
        return self._whole() if self._is_cropping else self._part

    def _to_view(self, rect: QRectF) -> QRectF:
        return rect_of(self._viewport.box_to_view(box_of(rect)))

    def _to_image(self, place: QPointF) -> QPointF:
        return QPointF(*self._viewport.to_document(place.x(), place.y()))

    def _pan(self, way: QPointF) -> None:
        self._fits = False
        self._viewport = self._viewport.moved(way.x(), way.y())
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        view = (float(self.width()), float(self.height()))
        seen = self._seen()
        # `kept_in_sight` is for a page that begins at the origin.
        scale = self.scale
        at_origin = self._viewport.moved(seen.x() * scale, seen.y() * scale)
        kept = at_origin.kept_in_sight(view, (seen.width(), seen.height()))
        self._viewport = kept.moved(-seen.x() * scale, -seen.y() * scale)
        self.update()
