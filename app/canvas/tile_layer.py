"""Committed ink at one scale, in square tiles that are painted once and patched when it changes.

Coordinates here are page pixels: device px from the page's upper left corner, that is document px
times the layer's scale.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from app.canvas.ink_path import PaintsStrokes
from app.document.stroke import Stroke
from engine.strokes import Bounds

TILE_PX = 512
ANTIALIAS_PX = 1

Place = tuple[int, int]
"""Column and row of a tile; tile (0, 0) begins at the page's corner, others may be negative."""


@dataclass(frozen=True, slots=True)
class InkSheet:
    """Strokes of one layer of the drawing, in drawing order, each with the opacity to show it in.

    Attributes:
        opacity: of all of them as one, as if they were on a sheet of glass.
    """

    opacity: float
    ink: Sequence[tuple[Stroke, float]]


InkIn = Callable[[Bounds], Sequence[InkSheet]]
"""What meets a box (document px), from the bottom to the top."""

KnownPart = Callable[[QRect], QImage | None]
"""How a part of the page (page pixels) looks, if that is known without painting it."""


@dataclass(slots=True)
class Patch:
    """A part of a tile that is being painted anew, a few strokes at a time.

    Attributes:
        rect: the part, in page pixels.
        sheets: what is to be painted; None until the work begins.
        sheet: how many of the sheets are painted.
        done: how many strokes of the next one are painted.
        image: what is painted so far.
        faded: the sheet at work, if it is to be faded as one.
    """

    rect: QRect
    sheets: list[InkSheet] | None = None
    sheet: int = 0
    done: int = 0
    image: QImage | None = None
    faded: QImage | None = None


@dataclass(slots=True)
class Tile:
    """Attributes:
    image: painted ink on transparent ground; None until the first patch is done.
    used: when it was last visible, in frames.
    """

    rect: QRect
    image: QImage | None = None
    patch: Patch | None = None
    used: int = field(default=0)


class TileLayer:
    """The tiles at one scale.

    Args:
        scale: device px per document px.
    """

    def __init__(self, scale: float, stroke_painter: PaintsStrokes) -> None:
        self.scale = scale
        self._stroke_painter = stroke_painter
        self._tiles: dict[Place, Tile] = {}

    def __len__(self) -> int:
        return len(self._tiles)

    def tiles_in(self, rect: QRect) -> Iterator[Tile]:
        """The tiles there are within `rect` (page pixels)."""
        for place in _places(rect):
            tile = self._tiles.get(place)
            if tile is not None:
                yield tile

    def demand(self, rect: QRect, frame: int) -> list[Tile]:
        """All tiles within `rect`, the missing ones made and waiting to be painted."""
        tiles = []
        for place in _places(rect):
            tile = self._tiles.get(place)
            if tile is None:
                area = QRect(place[0] * TILE_PX, place[1] * TILE_PX, TILE_PX, TILE_PX)
                tile = self._tiles[place] = Tile(area, patch=Patch(area))
            tile.used = frame
            tiles.append(tile)
        return tiles

    def forget(self, keep: int) -> None:
        """Keep the `keep` most recently used tiles only."""
        if len(self._tiles) <= keep:
            return
        by_use = sorted(self._tiles, key=lambda place: self._tiles[place].used, reverse=True)
        for place in by_use[keep:]:
            del self._tiles[place]

    def rect_of(self, box: Bounds) -> QRect:
        """The page pixels that ink within a box (document px) can touch."""
        x0, y0, x1, y1 = (each * self.scale for each in box)
        left, top = math.floor(x0) - ANTIALIAS_PX, math.floor(y0) - ANTIALIAS_PX
        right, bottom = math.ceil(x1) + ANTIALIAS_PX, math.ceil(y1) + ANTIALIAS_PX
        return QRect(left, top, right - left, bottom - top)

    def append(self, strokes: Iterable[Stroke]) -> None:
        """Paint strokes that lie on top of all others; only their own pixels are touched."""
        for stroke in strokes:
            for tile in self.tiles_in(self.rect_of(stroke.bounds())):
                if tile.image is not None:
                    painter = self._painter(tile.image, tile.rect)
                    self._stroke_painter.paint(painter, stroke)
                    painter.end()
                if tile.patch is not None and tile.patch.sheets is not None:
                    tile.patch.sheets.append(InkSheet(1.0, [(stroke, 1.0)]))

    def parts_in(self, box: Bounds) -> Iterator[tuple[QRect, QImage]]:
        """What finished tiles show within `box` (document px), with its place."""
        rect = self.rect_of(box)
        for tile in self.tiles_in(rect):
            if tile.image is not None and tile.patch is None:
                part = tile.rect.intersected(rect)
                yield part, tile.image.copy(part.translated(-tile.rect.topLeft()))

    def invalidate(self, box: Bounds, visible: QRect, known: KnownPart) -> None:
        """The ink within `box` (document px) has changed in other ways.

        Tiles out of sight are forgotten; visible ones keep showing the old ink until the patch
        is done, unless it is `known` how it looks now.
        """
        rect = self.rect_of(box)
        for place in _places(rect):
            tile = self._tiles.get(place)
            if tile is None:
                continue
            if not tile.rect.intersects(visible):
                del self._tiles[place]
                continue
            part = tile.rect.intersected(rect)
            if tile.patch is not None:
                part = part.united(tile.patch.rect)
            elif (image := known(part)) is not None:
                self._finish(tile, part, image)
                continue
            tile.patch = Patch(part)

    def work(self, tile: Tile, ink_in: InkIn, time_is_up: Callable[[], bool]) -> bool:
        """Paint at the tile's patch until it is done (returns True) or the time is up.

        At least one stroke is painted per call, so repeated calls end.
        """
        patch = tile.patch
        if patch is None:
            return True
        if patch.sheets is None or patch.image is None:
            rect, scale = patch.rect, self.scale
            margin = ANTIALIAS_PX
            patch.sheets = list(
                ink_in(
                    (
                        (rect.x() - margin) / scale,
                        (rect.y() - margin) / scale,
                        (rect.x() + rect.width() + margin) / scale,
                        (rect.y() + rect.height() + margin) / scale,
                    )
                )
            )
            patch.image = _transparent(rect)
        while patch.sheet < len(patch.sheets):
            if not self._work_at_sheet(patch, patch.sheets[patch.sheet], patch.image, time_is_up):
                return False
            patch.sheet, patch.done, patch.faded = patch.sheet + 1, 0, None
            if time_is_up() and patch.sheet < len(patch.sheets):
                return False
        self._finish(tile, patch.rect, patch.image)
        return True

    def _work_at_sheet(
        self, patch: Patch, sheet: InkSheet, image: QImage, time_is_up: Callable[[], bool]
    ) -> bool:
        """Paint at a sheet until it is done (returns True) or the time is up."""
        if sheet.opacity < 1 and patch.faded is None:
            patch.faded = _transparent(patch.rect)
        painter = self._painter(image if patch.faded is None else patch.faded, patch.rect)
        try:
            while patch.done < len(sheet.ink):
                self._stroke_painter.paint(painter, *sheet.ink[patch.done])
                patch.done += 1
                if patch.done < len(sheet.ink) and time_is_up():
                    return False
        finally:
            painter.end()
        if patch.faded is not None:
            painter = QPainter(image)
            painter.setOpacity(sheet.opacity)
            painter.drawImage(0, 0, patch.faded)
            painter.end()
        return True

    def _finish(self, tile: Tile, rect: QRect, image: QImage) -> None:
        tile.patch = None
        if tile.image is None or rect == tile.rect:
            # A copy as soon as it is painted on, if it is kept elsewhere too.
            tile.image = image
            return
        painter = QPainter(tile.image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(rect.topLeft() - tile.rect.topLeft(), image)
        painter.end()

    def _painter(self, image: QImage, rect: QRect) -> QPainter:
        """Paints document px on the image of a part of the page."""
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-rect.x(), -rect.y())
        painter.scale(self.scale, self.scale)
        return painter


def _places(rect: QRect) -> Iterator[Place]:
    for row in range(rect.top() // TILE_PX, rect.bottom() // TILE_PX + 1):
        for column in range(rect.left() // TILE_PX, rect.right() // TILE_PX + 1):
            yield column, row


def _transparent(rect: QRect) -> QImage:
    image = QImage(rect.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image
