"""Painting what of a photo is to be sketched."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.canvas.page import surround_colour
from app.canvas.veil import veil_of
from app.panels.subject import Mask
from app.translation import tr

MIN_BRUSH_PX, MAX_BRUSH_PX = 4, 120
"""Across, px of the view."""
BRUSH_STEP_PX = 4


class MaskView(QWidget):
    """A photo, veiled where the mask is not; a brush adds to the mask or erases from it.

    The right button does the opposite of the left one. The keys [ and ] change the brush.

    Args:
        photo: a copy to show, of any size.
        mask: (h, w), see `Subject`.
    """

    edited = Signal()
    """The mask is another."""
    brush_changed = Signal(int)
    """Its new size, px of the view."""

    def __init__(self, photo: QImage, mask: Mask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.adds = True
        """Whether the brush adds to what is sketched."""
        self._photo = photo
        self._brush_px = 32
        self._last: QPointF | None = None
        self._hovered: QPointF | None = None
        self._painted = _image_of(mask)
        self._veil = veil_of(mask)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(tr("What of the photo is sketched"))

    @property
    def brush_px(self) -> int:
        """How large the brush is, px of the view."""
        return self._brush_px

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def set_brush(self, size_px: int) -> None:
        """Another size, px of the view."""
        size_px = min(max(size_px, MIN_BRUSH_PX), MAX_BRUSH_PX)
        if size_px != self._brush_px:
            self._brush_px = size_px
            self.brush_changed.emit(size_px)
            self.update()

    def painted(self) -> Mask:
        """As it is painted now."""
        image = self._painted
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        mask = rows[:, : image.width()].copy()
        mask.setflags(write=False)
        return mask

    def show_mask(self, mask: Mask) -> None:
        """Go on from another mask."""
        self._painted = _image_of(mask)
        self._refresh()

    # --- Events --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._last = event.position()
            self._paint_mask(event.position(), event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = event.position()
        if self._last is None:
            self.update()
        else:
            self._paint_mask(event.position(), bool(event.buttons() & Qt.MouseButton.RightButton))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        self._last = None

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        self._hovered = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_BracketLeft: -BRUSH_STEP_PX,
            Qt.Key.Key_Minus: -BRUSH_STEP_PX,
            Qt.Key.Key_BracketRight: BRUSH_STEP_PX,
            Qt.Key.Key_Plus: BRUSH_STEP_PX,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.set_brush(self._brush_px + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), surround_colour(self.palette()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        painter.drawImage(place, self._photo)
        painter.drawImage(place, self._veil)
        if self._hovered is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = self._brush_px / 2
            for colour, width in ((QColor(0, 0, 0, 160), 2.5), (QColor("white"), 1.0)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(self._hovered, radius, radius)
        painter.end()

    def _paint_mask(self, to: QPointF, inverse: bool) -> None:
        assert self._last is not None
        place = self._place()
        scale = self._painted.width() / place.width()
        adds = self.adds != inverse
        painter = QPainter(self._painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor("white" if adds else "black"), self._brush_px * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        start, end = ((each - place.topLeft()) * scale for each in (self._last, to))
        # A line that goes nowhere leaves no dot.
        painter.drawLine(start, end + QPointF(0.01, 0.0))
        painter.end()
        self._last = to
        self._refresh()

    def _refresh(self) -> None:
        self._veil = veil_of(self.painted())
        self.update()
        self.edited.emit()

    def _place(self) -> QRectF:
        """Where the photo is: as large as fits, in the middle."""
        size = self._photo.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(x, y, size.width(), size.height())


def _image_of(mask: Mask) -> QImage:
    height, width = mask.shape
    image = QImage(mask.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    return image.copy()  # of its own: the bytes are gone with this function
