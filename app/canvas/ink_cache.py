"""The cache of committed ink: what is painted once and only patched when the drawing changes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from app.canvas.ink_path import PaintsStrokes, StrokePainter
from app.canvas.kept_pixels import KeptPixels
from app.canvas.tile_layer import InkSheet, Tile, TileLayer
from app.document.change import Change, difference
from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import Stroke
from app.tools.stroke_index import StrokeIndex
from engine.strokes import Bounds

GHOST_OPACITY = 0.25
SPARE_TILES = 32
"""Tiles kept out of sight, for scrolling back (1 MB each)."""
MAX_BOXES = 64
"""More changed boxes than these are handled as the one box around them."""


class InkCache:
    """Tiles of the current scale, over those of the last one until the new ones are painted.

    Painting new tiles and patches happens in `work`, in slices, so the pen never waits for it. What
    an undo brings back is not painted but put back, if it has not been too long ago.

    Args:
        scale: to begin with.
        index: of the strokes, if another cache of the same drawing has one.
        stroke_painter: paints each stroke; by default as the ink it is.
    """

    def __init__(
        self,
        scale: float = 1.0,
        index: StrokeIndex | None = None,
        stroke_painter: PaintsStrokes | None = None,
    ) -> None:
        self._stroke_painter = stroke_painter or StrokePainter()
        self._strokes: tuple[Stroke, ...] = ()
        self._layers: dict[int, Layer] = {}
        self._index = StrokeIndex() if index is None else index
        self._ghosts: frozenset[int] = frozenset()
        self._instead: Mapping[int, tuple[Stroke, ...]] = {}
        self._layer = TileLayer(scale, self._stroke_painter)
        self._fallback: TileLayer | None = None
        self._visible = QRect()
        self._waiting: list[Tile] = []
        self._frame = 0
        # What other painters paint is not a matter of the drawing alone.
        self._kept = KeptPixels() if stroke_painter is None else None

    @property
    def index(self) -> StrokeIndex:
        """The strokes of the drawing, indexed."""
        return self._index

    @property
    def finished(self) -> bool:
        """Whether everything visible is painted as the drawing is now."""
        return not self._waiting

    @property
    def tile_count(self) -> int:
        """Tiles kept at all scales."""
        return sum(len(layer) for layer in self._tile_layers())

    def apply(self, change: Change) -> list[Bounds]:
        """Follow a change of the drawing; returns the boxes (document px) that look different."""
        self._strokes = change.new.strokes
        self._layers = {layer.id: layer for layer in change.new.layers}
        self._index.follow(self._strokes, change.new.layers)
        added, removed = change.added, change.removed
        restacked = [box for each in change.restacked if (box := self._box_of_layer(each))]
        boxes = [*_few_boxes([stroke.bounds() for stroke in (*removed, *added)]), *restacked]
        if self._kept is not None and not self._ghosts and not self._instead:
            for box in boxes:
                for part, image in self._layer.parts_in(box):
                    self._kept.keep(change.old, self._layer.scale, part, image)
        last = self._strokes[len(self._strokes) - len(added) :] == added
        if last and not removed and not restacked and all(map(self._lies_on_top, added)):
            for layer in self._tile_layers():
                layer.append(added)
        else:
            self._invalidate(boxes, change.new)
        return boxes

    def show_ghosts(self, ids: frozenset[int]) -> list[Bounds]:
        """Show these strokes faded and all others plainly; returns the boxes that change."""
        changed = ids ^ self._ghosts
        self._ghosts = ids
        known = [self._strokes[i] for i in changed if i < len(self._strokes)]
        boxes = _few_boxes([stroke.bounds() for stroke in known])
        self._invalidate(boxes)
        return boxes

    def show_instead(self, strokes: Mapping[int, tuple[Stroke, ...]]) -> list[Bounds]:
        """Show parts of these strokes, by id, in their places; returns the boxes that change.

        What is shown for a stroke must lie within its box.
        """
        before, self._instead = self._instead, strokes
        changed: list[Stroke] = []
        for i in before.keys() | strokes.keys():
            if i < len(self._strokes):
                plain = (self._strokes[i],)
                gone, come = difference(before.get(i, plain), strokes.get(i, plain))
                changed += [*gone, *come]
        boxes = _few_boxes([stroke.bounds() for stroke in changed])
        self._invalidate(boxes)
        return boxes

    def repaint(self, boxes: Iterable[Bounds]) -> None:
        """The strokes in these boxes (document px) look different, though they are the same."""
        self._invalidate(boxes)

    def clear(self) -> None:
        """Forget all tiles; what is in sight is painted once it is looked at again."""
        self._layer = TileLayer(self._layer.scale, self._stroke_painter)
        self._fallback = None
        self._waiting = []

    def look_at(self, visible: QRect, scale: float) -> None:
        """Show this part of the page (page pixels) at this scale (device px per document px)."""
        if scale != self._layer.scale:
            # The fallback must be as complete as possible: while zooming on, keep the first one.
            if self._fallback is None or self.finished:
                self._fallback = self._layer
            self._layer = TileLayer(scale, self._stroke_painter)
        self._visible = visible
        self._frame += 1
        tiles = self._layer.demand(visible, self._frame)
        self._layer.forget(len(tiles) + SPARE_TILES)
        self._collect(tiles)

    def work(self, seconds: float | None) -> list[QRect]:
        """Paint what waits, for about so long (None: to the end).

        Returns:
            The parts that came out new, in page pixels.
        """
        end = None if seconds is None else time.perf_counter() + seconds

        def time_is_up() -> bool:
            return end is not None and time.perf_counter() >= end

        fresh = []
        while self._waiting:
            tile = self._waiting[-1]
            if tile.patch is not None:
                rect = tile.patch.rect
                if not self._layer.work(tile, self._ink_in, time_is_up):
                    break
                fresh.append(rect)
            self._waiting.pop()
            if time_is_up():
                break
        if not self._waiting:
            self._fallback = None
        return fresh

    def paint(self, painter: QPainter, origin: QPoint, rect: QRect) -> None:
        """Paint the ink within `rect` (page pixels).

        Args:
            painter: one unit is one device px.
            origin: device place of the page's upper left corner.
        """
        for tile in self._layer.demand(rect, self._frame):
            if tile.image is not None:
                painter.drawImage(tile.rect.topLeft() + origin, tile.image)
            elif self._fallback is not None:
                self._paint_fallback(painter, origin, tile.rect.intersected(rect), self._fallback)
        self._collect(self._layer.tiles_in(self._visible))

    def _paint_fallback(
        self, painter: QPainter, origin: QPoint, rect: QRect, fallback: TileLayer
    ) -> None:
        grow = self._layer.scale / fallback.scale
        source = QRectF(rect.x() / grow, rect.y() / grow, rect.width() / grow, rect.height() / grow)
        painter.save()
        painter.setClipRect(rect.translated(origin))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for tile in fallback.tiles_in(source.toAlignedRect()):
            if tile.image is not None:
                target = QRectF(
                    tile.rect.x() * grow + origin.x(),
                    tile.rect.y() * grow + origin.y(),
                    tile.rect.width() * grow,
                    tile.rect.height() * grow,
                )
                painter.drawImage(target, tile.image)
        painter.restore()

    def _ink_in(self, box: Bounds) -> list[InkSheet]:
        return [
            InkSheet(layer.opacity, [ink for i in ids.tolist() for ink in self._shown(i)])
            for layer, ids in self._index.painted_in(box)
        ]

    def _shown(self, stroke_id: int) -> Iterable[tuple[Stroke, float]]:
        """What is to be seen in the place of a stroke, with its opacity."""
        instead = self._instead.get(stroke_id)
        if instead is not None:
            return [(piece, 1.0) for piece in instead]
        return ((self._strokes[stroke_id], self._opacity(stroke_id)),)

    def _opacity(self, stroke_id: int) -> float:
        return GHOST_OPACITY if stroke_id in self._ghosts else 1.0

    def _lies_on_top(self, stroke: Stroke) -> bool:
        """Whether the last stroke of its layer can be painted over all that is there."""
        layer = self._layers[stroke.layer]
        if not layer.visible or layer.opacity < 1:
            return False
        above = self._index.painted_in(stroke.bounds())[-1][0] if len(self._layers) > 1 else layer
        return above is layer

    def _box_of_layer(self, layer_id: int) -> Bounds | None:
        boxes = self._index.boxes[self._index.on_layer(layer_id)]
        if not len(boxes):
            return None
        x0, y0 = boxes[:, :2].min(axis=0).tolist()
        x1, y1 = boxes[:, 2:].max(axis=0).tolist()
        return x0, y0, x1, y1

    def _invalidate(self, boxes: Iterable[Bounds], drawing: Drawing | None = None) -> None:
        """These boxes are to be painted, unless it is known how they look in a drawing."""

        def known(part: QRect) -> QImage | None:
            if self._kept is None or drawing is None:
                return None
            return self._kept.find(drawing, self._layer.scale, part)

        for box in boxes:
            self._layer.invalidate(box, self._visible, known)
        self._collect(self._layer.tiles_in(self._visible))

    def _collect(self, tiles: Iterable[Tile]) -> None:
        self._waiting = [tile for tile in tiles if tile.patch is not None]

    def _tile_layers(self) -> Iterable[TileLayer]:
        return (self._layer,) if self._fallback is None else (self._layer, self._fallback)


def _few_boxes(boxes: list[Bounds]) -> list[Bounds]:
    if len(boxes) <= MAX_BOXES:
        return boxes
    x0s, y0s, x1s, y1s = zip(*boxes, strict=True)
    return [(min(x0s), min(y0s), max(x1s), max(y1s))]
