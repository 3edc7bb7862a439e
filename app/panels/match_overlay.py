"""What the canvas shows of a match: the grid, where strokes would go, the spot pointed at."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.canvas.flow_colours import DOUBT, MATCH, PULL
from app.canvas.ink_path import path_of_lines, path_through
from app.canvas.overlay import Overlay
from app.panels.match import MatchSession
from app.panels.match_hover import MatchHover, Spot
from app.panels.match_painting import (
    RING_PX,
    STALE_OPACITY,
    SplitPath,
    grid_paths,
    paint_fine,
    paint_grid,
    paint_line,
    paint_ring,
    paint_split,
    split_path,
)
from app.panels.match_warp import MatchWarp, Warped, pulled_by
from app.panels.matched import Matched
from engine.strokes import Bounds, FloatArray, bounds

LINE_PX = 2.4
PREVIEW_OFFSETS_PX = ((-0.8, 0.0), (0.8, 0.0), (0.0, -0.8), (0.0, 0.8))
_HALO = QColor(255, 214, 64)
_HALO_PX = 14.0
_MARGIN_PX = RING_PX + _HALO_PX
"""How far anything reaches beyond its places, view px."""


class MatchOverlay(Overlay):
    """Over the ink; repaints only what changed."""

    def __init__(self, session: MatchSession, warp: MatchWarp, hover: MatchHover) -> None:
        super().__init__()
        self._session = session
        self._warp = warp
        self._hover = hover
        self._scale = 1.0
        self._grid: list[SplitPath] = []
        self._preview: QPainterPath | None = None
        self._box: Bounds | None = None
        self._spot: _Spotted | None = None
        warp.changed.connect(self._refresh)
        hover.changed.connect(self._follow_pointer)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        self._scale = scale
        painter.setOpacity(STALE_OPACITY if self._session.is_stale else 1.0)
        paint_grid(painter, self._grid, scale)
        if self._preview is not None:
            paint_fine(painter, self._preview, PULL, scale, PREVIEW_OFFSETS_PX)
        if self._spot is not None:
            self._spot.paint(painter, scale)

    def _refresh(self) -> None:
        matched, before = self._session.matched, self._box
        self._grid, self._preview, self._box = [], None, None
        places: list[FloatArray] = []
        if matched is not None and self._warp.grid_shown:
            lines = self._grid_places(matched)
            self._grid = grid_paths(matched.grid, lines)
            places.append(lines)
        preview = self._warp.preview()
        if preview is not None:
            self._preview = path_through(preview.places, preview.begins)
            places.append(preview.places)
        if places:
            self._box = bounds([np.concatenate(places)])
        self._repaint(before)
        self._repaint(self._box)
        self._follow_pointer()

    def _grid_places(self, matched: Matched) -> FloatArray:
        """As it lies on the photo, if that is seen and warped; otherwise on the drawing."""
        if self._warp.warped is Warped.DRAWING or matched.photo_on_page is None:
            return pulled_by(matched.grid, self._warp.drawing_amount)
        photo = matched.photo_to_page(matched.grid.photo)
        return np.asarray(photo + self._warp.photo_amount * (matched.grid.page - photo))

    def _follow_pointer(self) -> None:
        before, spot = self._spot, self._hover.spot
        self._spot = None if spot is None else _Spotted(spot, self._warp.photo_amount)
        for each in (before, self._spot):
            if each is not None:
                self._repaint(each.box)

    def _repaint(self, box: Bounds | None) -> None:
        if box is not None:
            x0, y0, x1, y1 = box
            reach = _MARGIN_PX / self._scale
            self.changed.emit((x0 - reach, y0 - reach, x1 + reach, y1 + reach))


class _Spotted:
    """A spot as the canvas shows it: its stroke marked, and its place on a photo that is there."""

    def __init__(self, spot: Spot, photo_amount: float) -> None:
        self._spot = spot
        matched, ink = spot.matched, spot.matched.ink
        span = slice(0, 0) if spot.line is None else ink.span(spot.line)
        self._stroke = ink.page[span]
        self._place: tuple[float, float] | None = None
        self._on_photo: SplitPath | None = None
        seen = [np.array([spot.page]), self._stroke]
        if matched.photo_on_page is not None or photo_amount:
            page = np.array([spot.page])
            photo = matched.photo_to_page(np.array([spot.photo]))
            place = photo + photo_amount * (page - photo)
            self._place = place[0, 0].item(), place[0, 1].item()
            photo = matched.photo_to_page(ink.photo[span])
            line = photo + photo_amount * (self._stroke - photo)
            if spot.line is not None:
                places = np.zeros_like(ink.page)
                places[span] = line
                self._on_photo = split_path(ink, places, slice(spot.line, spot.line + 1))
            seen += [place, line]
        box = bounds(seen)
        assert box is not None
        self.box = box

    def paint(self, painter: QPainter, scale: float) -> None:
        spot = self._spot
        if len(self._stroke):
            painter.save()
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            pen = QPen(_HALO, _HALO_PX / scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path_of_lines([self._stroke]))
            painter.restore()
        if self._on_photo is not None:
            paint_split(painter, self._on_photo, LINE_PX)
        if self._place is not None:
            path = QPainterPath(QPointF(*spot.page))
            path.lineTo(QPointF(*self._place))
            colour = MATCH if spot.is_sure else DOUBT
            paint_line(painter, path, colour, 1.2, dashed=not spot.is_sure)
            paint_ring(painter, self._place, spot.is_sure, scale)
        paint_ring(painter, spot.page, spot.is_sure, scale)
