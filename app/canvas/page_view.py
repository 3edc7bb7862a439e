"""The widget that shows a document's page: painting, zoom and scroll."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QWidget

from app.canvas.ink_cache import InkCache
from app.canvas.live_ink import LiveInk
from app.canvas.overlay import Overlay
from app.canvas.page import paint_ground
from app.canvas.rects import box_of, device_rect, rect_of, transform_of, view_rect
from app.canvas.tint_overlay import TintOverlay
from app.canvas.viewport import Viewport
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from engine.strokes import Bounds, FloatArray

PAINT_SLICE_S = 0.004
"""How long waiting ink is painted at a stretch before the event loop goes on."""
ZOOM_STEP = 1.25


class OverlayPlace(Enum):
    """Where an overlay lies."""

    UNDER_INK = "under ink"
    OVER_INK = "over ink"


class PageView(QWidget):
    """Shows a page; only what changed is painted again.

    Committed ink comes from a cache of tiles, the live stroke and the overlays are painted on
    top where they are exposed. GUI thread only.
    """

    zoomed = Signal(float)
    """The new scale, view px per document px."""
    first_painted = Signal()
    """The page is seen for the first time."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._viewport = Viewport()
        self._fits_page = True
        self._is_painted = False
        self._ink = InkCache()
        self._tints: TintOverlay | None = None
        self._live: LiveInk | None = None
        self._live_copies: tuple[QTransform, ...] = ()
        self._overlays: dict[OverlayPlace, list[Overlay]] = {place: [] for place in OverlayPlace}
        # Goes on with waiting ink once the pen's events are handled.
        self._ink_timer = QTimer(self, singleShot=True, interval=0)
        self._ink_timer.timeout.connect(self._continue_ink)
        self._ink.apply(Change(Drawing(), document.drawing, ChangeKind.LOAD))
        self._unsubscribe = document.subscribe(self._follow)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)

    @property
    def viewport(self) -> Viewport:
        """Where the page is in the view."""
        return self._viewport

    @property
    def ink_finished(self) -> bool:
        """Whether all ink in sight is painted as the drawing is now."""
        return self._ink.finished and (self._tints is None or self._tints.finished)

    @property
    def cached_tiles(self) -> int:
        """How many tiles of ink are kept (1 MB each)."""
        return self._ink.tile_count

    def sizeHint(self) -> QSize:
        return QSize(960, 720)

    def add_overlay(self, overlay: Overlay, place: OverlayPlace) -> None:
        """Show an overlay, above those of the same place, and follow its changes."""
        self._overlays[place].append(overlay)
        overlay.changed.connect(self.update_box)
        self.update()

    def set_tints(self, tints: TintOverlay) -> None:
        """Show these tints of the strokes, over the ink and under the live stroke."""
        self._tints = tints
        tints.attach(self._document.drawing, self._ink.index)
        tints.changed.connect(self.update_box)
        self.update()

    def release(self) -> None:
        """No longer follow the document; before the view is thrown away."""
        self._unsubscribe()
        self._ink_timer.stop()

    # --- Zoom and scroll -----------------------------------------------------------------------

    def fit_page(self) -> None:
        """The whole page in sight, until the user zooms or scrolls."""
        view = (float(self.width()), float(self.height()))
        self._set_viewport(self._viewport.fitted(view, self._page_box(), math.inf))
        self._fits_page = True

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Another scale; the place at `at` (view px, default the middle) stays where it is."""
        at = QRectF(self.rect()).center() if at is None else at
        self._set_viewport(self._viewport.scaled_to(scale, at.x(), at.y()))

    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_to(self._viewport.scale * ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step further."""
        self.zoom_to(self._viewport.scale / ZOOM_STEP)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move the page by view px, as long as a bit of it stays in sight."""
        self._set_viewport(self._viewport.moved(dx, dy))

    def _set_viewport(self, viewport: Viewport) -> None:
        drawing = self._document.drawing
        view = (float(self.width()), float(self.height()))
        viewport = viewport.kept_in_sight(view, (drawing.width_px, drawing.height_px))
        self._fits_page = False
        if viewport != self._viewport:
            rescaled = viewport.scale != self._viewport.scale
            self._viewport = viewport
            self._look()
            self.update()
            if rescaled:
                self.zoomed.emit(viewport.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._fits_page:
            self.fit_page()
        else:
            grown = event.size() - event.oldSize()
            self.scroll_by(grown.width() / 2, grown.height() / 2)
        super().resizeEvent(event)

    # --- Following the document ----------------------------------------------------------------

    def _follow(self, change: Change) -> None:
        if change.kind in (ChangeKind.SAVE, ChangeKind.PHOTOS):
            return
        # What is shown otherwise is so by ids of the drawing before.
        for box in (
            *self._ink.show_ghosts(frozenset()),
            *self._ink.show_instead({}),
            *self._ink.apply(change),
        ):
            self.update_box(box)
        if self._tints is not None:
            self._tints.show_ghosts(frozenset())
            self._tints.apply(change)
        if change.kind is ChangeKind.LOAD or change.page_changed:
            self.update()
            self.fit_page()

    def show_ghosts(self, ids: frozenset[int]) -> None:
        """Show these strokes faded, all others plainly."""
        if self._tints is not None:
            self._tints.show_ghosts(ids)
        for box in self._ink.show_ghosts(ids):
            self.update_box(box)

    def show_instead(self, strokes: Mapping[int, tuple[Stroke, ...]]) -> None:
        """Show parts of committed strokes, by id, in their places; all others as they are."""
        for box in self._ink.show_instead(strokes):
            self.update_box(box)

    def show_live(self, live: LiveInk | None) -> None:
        """Show a live stroke instead of the one before, if any."""
        before, self._live = self._live, live
        for each in (before, live):
            if each is not None and (box := each.bounds()):
                self.update_live(box)

    def show_live_copies(self, affines: tuple[FloatArray, ...]) -> None:
        """Show live strokes from now on also under these (2, 3) affines."""
        self.show_live(None)
        self._live_copies = tuple(transform_of(affine) for affine in affines)

    def update_live(self, box: Bounds) -> None:
        """Have a box (document px) of the live stroke painted again, and those of its copies."""
        self.update_box(box)
        for copy in self._live_copies:
            self.update_box(box_of(copy.mapRect(rect_of(box))))

    def update_box(self, box: Bounds) -> None:
        """Have a box (document px) painted again."""
        rect = rect_of(self._viewport.box_to_view(box)).adjusted(-1, -1, 1, 1)
        self.update(rect.toAlignedRect())

    # --- Painting ------------------------------------------------------------------------------

    def finish_painting(self) -> None:
        """Paint all waiting ink now, for pictures and tests."""
        self._look()
        self._show_fresh(self._work(None))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._look()
        # What comes out new beyond the exposed part is asked for; the rest is painted right here.
        exposed_now = event.region()
        for rect in self._fresh_places(self._work(PAINT_SLICE_S)):
            if not exposed_now.contains(rect):
                self.update(rect)
        if not self.ink_finished:
            self._ink_timer.start()
        exposed = QRectF(event.rect())
        page = rect_of(self._viewport.box_to_view(self._page_box()))
        painter = QPainter(self)
        paint_ground(painter, exposed, page, self.palette())
        painter.setClipRect(page, Qt.ClipOperation.IntersectClip)
        box = self._viewport.box_to_document(box_of(exposed.adjusted(-1, -1, 1, 1)))
        self._paint_overlays(painter, OverlayPlace.UNDER_INK, box)
        self._paint_ink(painter, exposed.intersected(page).toAlignedRect())
        if self._live is not None:
            self._to_document_px(painter)
            self._live.paint(painter, box)
            for copy in self._live_copies:
                painter.save()
                painter.setTransform(copy, combine=True)
                self._live.paint(painter, box_of(copy.inverted()[0].mapRect(rect_of(box))))
                painter.restore()
            painter.restore()
        self._paint_overlays(painter, OverlayPlace.OVER_INK, box)
        painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.first_painted.emit()

    def _paint_overlays(self, painter: QPainter, place: OverlayPlace, box: Bounds) -> None:
        for overlay in self._overlays[place]:
            self._to_document_px(painter)
            overlay.paint(painter, box, self._viewport.scale)
            painter.restore()

    def _paint_ink(self, painter: QPainter, exposed: QRect) -> None:
        if exposed.isEmpty():
            return
        ratio = self._viewport.pixel_ratio
        origin = self._page_origin()
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        rect = device_rect(exposed, ratio).translated(-origin)
        self._ink.paint(painter, origin, rect)
        if self._tints is not None:
            self._tints.paint(painter, origin, rect)
        painter.restore()

    def _to_document_px(self, painter: QPainter) -> None:
        """Save the painter's state and go over to document px."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._viewport.shift_x, self._viewport.shift_y)
        painter.scale(self._viewport.scale, self._viewport.scale)

    def _look(self) -> None:
        """Tell the cache what is in sight."""
        ratio = self.devicePixelRatioF()
        self._viewport = self._viewport.on_pixels(ratio)
        page = rect_of(self._viewport.box_to_view(self._page_box())).toAlignedRect()
        visible = device_rect(self.rect().intersected(page), ratio)
        visible.translate(-self._page_origin())
        self._ink.look_at(visible, self._viewport.scale * ratio)
        if self._tints is not None:
            self._tints.look_at(visible, self._viewport.scale * ratio)

    def _work(self, seconds: float | None) -> list[QRect]:
        """Paint waiting ink and then waiting tints, together for about so long."""
        start_s = time.perf_counter()
        fresh = self._ink.work(seconds)
        if self._tints is not None and self._ink.finished:
            left = None if seconds is None else seconds - (time.perf_counter() - start_s)
            if left is None or left > 0:
                fresh += self._tints.work(left)
        return fresh

    def _continue_ink(self) -> None:
        self._show_fresh(self._work(PAINT_SLICE_S))
        if not self.ink_finished:
            self._ink_timer.start()

    def _show_fresh(self, fresh: list[QRect]) -> None:
        for rect in self._fresh_places(fresh):
            self.update(rect)

    def _fresh_places(self, fresh: list[QRect]) -> list[QRect]:
        """Page pixels to view px."""
        origin = self._page_origin()
        return [view_rect(rect.translated(origin), self._viewport.pixel_ratio) for rect in fresh]

    def _page_box(self) -> Bounds:
        return 0.0, 0.0, self._document.drawing.width_px, self._document.drawing.height_px

    def _page_origin(self) -> QPoint:
        """The page's corner in device px; on whole pixels, see `Viewport`."""
        viewport = self._viewport
        return (QPointF(viewport.shift_x, viewport.shift_y) * viewport.pixel_ratio).toPoint()
