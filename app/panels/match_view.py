"""The reference photo in the Match dock, with the drawing's lines where they lie on it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.canvas.page import surround_colour
from app.canvas.viewport import Viewport
from app.panels.match import MatchSession
from app.panels.match_hover import MatchHover, as_shown
from app.panels.match_painting import (
    STALE_OPACITY,
    grid_paths,
    paint_grid,
    paint_many,
    paint_ring,
    paint_split,
    split_path,
)
from app.panels.match_warp import MatchWarp
from app.panels.picture_view import PictureView
from app.translation import tr
from engine.strokes import FloatArray

SPOT_PX = 3.0
REACH_PX = 12.0
"""How near to a line (view px) the pointer must be to be at its stroke."""


class MatchView(PictureView):
    """Shows the photo, warped maybe, within the square that is matched; px are those of the photo.

    What does not depend on the pointer is painted once and kept.
    """

    hovered = Signal(float, float, float)
    """The pointer is over a place (px of the photo's square); and what `REACH_PX` is in them."""
    left = Signal()

    def __init__(
        self,
        session: MatchSession,
        warp: MatchWarp,
        hover: MatchHover,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._warp = warp
        self._hover = hover
        self._ground: tuple[Viewport, QSize, QPixmap] | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Reference photo with the drawing's lines"))
        self.setToolTip("")
        warp.changed.connect(self.refresh)
        hover.changed.connect(self.update)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(250, 190)

    def refresh(self) -> None:
        """Show photo and match as they are now."""
        self._ground = None
        photo, matched = self._session.reference.photo, self._session.matched
        if photo is None:
            self.show_picture(None, QRectF())
        elif matched is None:
            # As it will be: in the middle of the square that is looked at.
            width, height = photo.size_px
            side = max(width, height)
            part = QRectF((width - side) / 2, (height - side) / 2, side, side)
            self.show_picture(photo.image, part)
        else:
            square = matched.found.photo_square
            part = QRectF(square.left, square.top, square.width, square.height)
            self.show_picture(photo.image, part)
        self.update()

    def paint_picture(self, painter: QPainter, image: QImage, seen: QRectF) -> None:
        ground = self._ground
        if ground is None or ground[0] != self._viewport or ground[1] != self.size():
            ground = self._ground = (self._viewport, self.size(), self._painted(image, seen))
        painter.drawPixmap(0, 0, ground[2])
        self._paint_spot(painter)

    # --- Events --------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            place = self._to_image(event.position())
            self.hovered.emit(place.x(), place.y(), REACH_PX / self.scale)

    def leaveEvent(self, event: QEvent) -> None:
        self.left.emit()
        super().leaveEvent(event)

    # --- Painting ------------------------------------------------------------------------------

    def _painted(self, image: QImage, seen: QRectF) -> QPixmap:
        """Photo, lines and grid."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(surround_colour(self.palette()))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        warped = self._warp.image
        if warped is not None:
            painter.fillRect(self._to_view(seen), Qt.GlobalColor.white)
            painter.drawImage(self._to_view(seen), warped)
        else:
            photo = self._session.reference.photo
            assert photo is not None
            painter.drawImage(self._to_view(QRectF(0, 0, *photo.size_px)), image)
        self._paint_match(painter)
        painter.end()
        return pixmap

    def _paint_match(self, painter: QPainter) -> None:
        matched = self._session.matched
        if matched is None:
            return
        self._to_photo_px(painter)
        painter.setOpacity(STALE_OPACITY if self._session.is_stale else 1.0)
        amount = self._warp.photo_amount
        ink, grid = matched.ink, matched.grid
        if self._warp.grid_shown:
            places = as_shown(matched, grid.photo, grid.page, amount)
            paint_grid(painter, grid_paths(grid, places), self.scale)
        places = as_shown(matched, ink.photo, ink.page, amount)
        paint_many(painter, split_path(ink, places), self.scale)
        painter.restore()

    def _paint_spot(self, painter: QPainter) -> None:
        spot = self._hover.spot
        if spot is None:
            return
        matched, ink, amount = spot.matched, spot.matched.ink, self._warp.photo_amount
        self._to_photo_px(painter)
        if spot.line is not None:
            places = as_shown(matched, ink.photo, ink.page, amount)
            line = split_path(ink, places, slice(spot.line, spot.line + 1))
            paint_split(painter, line, SPOT_PX)
        place = as_shown(matched, _row(spot.photo), _row(spot.page), amount)[0].tolist()
        paint_ring(painter, (place[0], place[1]), spot.is_sure, self.scale)
        painter.restore()

    def _to_photo_px(self, painter: QPainter) -> None:
        """Save the painter's state and go over to px of the photo."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._viewport.shift_x, self._viewport.shift_y)
        painter.scale(self.scale, self.scale)


def _row(place: tuple[float, float]) -> FloatArray:
    return np.array([place])
