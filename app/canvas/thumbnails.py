"""Small pictures of drawings, made in the moments when nobody draws."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from app.canvas.page import PAGE_COLOUR
from app.document.drawing import Drawing
from app.document.stacking import painted_sheets
from app.document.stroke import Stroke

SLICE_S = 0.003
"""How long it paints at a stretch."""
PAUSE_MS = 15
KEPT = 128
"""Pictures kept; the ones not asked for longest go first."""
_POINTS = 24
"""A stroke is painted through this many of its points: more cannot be seen at this size."""
_THINNEST_PX = 0.8


def drawing_picture(drawing: Drawing, size: QSize) -> QImage:
    """A picture of the page that fits into `size`, px. Any thread."""
    picture = _Picture(drawing, size)
    for _ in picture.work():
        pass
    return picture.image


class Thumbnails(QObject):
    """Makes pictures of drawings in slices of a few milliseconds, and keeps the latest ones.

    What was drawn last is painted onto the picture of the drawing before, so a picture costs what
    changed; only an edit below the top is painted anew. GUI thread.

    Args:
        size: of the pictures in px of the device, at most.
        is_drawing: whether the pen is down: nothing is painted then.
    """

    ready = Signal(object)
    """The picture of this `Drawing` is there."""

    def __init__(
        self, size: QSize, is_drawing: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._is_drawing = is_drawing
        # By identity, with the drawing, so that an identity is not given to another meanwhile.
        self._pictures: OrderedDict[int, _Picture] = OrderedDict()
        self._wanted: deque[tuple[Drawing, Drawing | None]] = deque()
        self._current: tuple[_Picture, Iterator[None]] | None = None
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self._work)

    def __len__(self) -> int:
        return len(self._pictures)

    def get(self, drawing: Drawing, before: Drawing | None = None) -> QImage | None:
        """The picture if it is there; otherwise it will be made, and `ready` sent.

        Args:
            before: the drawing that this one was made from.
        """
        picture = self._pictures.get(id(drawing))
        if picture is not None:
            self._pictures.move_to_end(id(drawing))
            return picture.image
        is_current = self._current is not None and self._current[0].drawing is drawing
        if not is_current and not any(drawing is wanted for wanted, _ in self._wanted):
            self._wanted.append((drawing, before))
            # Whoever scrolls past many wants only the last ones.
            if len(self._wanted) > KEPT:
                self._wanted.popleft()
        if not self._timer.isActive():
            self._timer.start()
        return None

    def stop(self) -> None:
        """Make nothing more."""
        self._wanted.clear()
        self._current = None
        self._timer.stop()

    def finish(self) -> None:
        """Make all that is wanted now, for pictures and tests."""
        while self._current is not None or self._wanted:
            self._step()

    def _work(self) -> None:
        if self._is_drawing():
            return
        end_s = time.perf_counter() + SLICE_S
        while time.perf_counter() < end_s:
            if self._current is None and not self._wanted:
                self._timer.stop()
                return
            self._step()

    def _step(self) -> None:
        """Paint a few strokes."""
        if self._current is None:
            drawing, before = self._wanted.popleft()
            start = None if before is None else self._pictures.get(id(before))
            picture = _Picture(drawing, self._size, start)
            self._current = (picture, picture.work())
        picture, work = self._current
        try:
            next(work)
        except StopIteration:
            self._current = None
            self._pictures[id(picture.drawing)] = picture
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
            self.ready.emit(picture.drawing)


class _Picture:
    """One picture in the making."""

    _STROKES_AT_ONCE = 20

    def __init__(self, drawing: Drawing, size: QSize, start: _Picture | None = None) -> None:
        self.drawing = drawing
        width, height = drawing.width_px, drawing.height_px
        self._scale = min(size.width() / width, size.height() / height)
        whole = QSize(max(1, round(width * self._scale)), max(1, round(height * self._scale)))
        self._first = 0 if start is None else start._painted_below(drawing, whole)
        if start is not None and self._first:
            self.image = start.image.copy()
        else:
            self.image = QImage(whole, QImage.Format.Format_RGB32)
            self.image.fill(PAGE_COLOUR)

    def work(self) -> Iterator[None]:
        """Paint; pauses often."""
        strokes = islice(painted_strokes(self.drawing), self._first, None)
        while some := list(islice(strokes, self._STROKES_AT_ONCE)):
            painter = QPainter(self.image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for stroke, opacity in some:
                _paint(painter, stroke, opacity, self._scale)
            painter.end()
            yield

    def _painted_below(self, drawing: Drawing, size: QSize) -> int:
        """How many painted strokes of `drawing` this picture holds; none if it holds others."""
        mine, others = self.drawing.strokes, drawing.strokes
        same_page = size == self.image.size() and drawing.layers == self.drawing.layers
        # Tuples compare by identity first, so this costs microseconds.
        if not same_page or others[: len(mine)] != mine:
            return 0
        painted = painted_sheets(drawing)
        added = tuple(range(len(mine), len(others)))
        top = painted[-1].ids if painted else ()
        # What was added below the top, say on a lower layer, lies under what is painted already.
        if top[len(top) - len(added) :] != added:
            return 0
        return sum(len(sheet.ids) for sheet in painted) - len(added)


def painted_strokes(drawing: Drawing) -> Iterator[tuple[Stroke, float]]:
    """What is seen of a drawing, from the bottom to the top, each stroke with its opacity."""
    for sheet in painted_sheets(drawing):
        for stroke_id in sheet.ids:
            stroke = drawing.strokes[stroke_id]
            # Overlaps within a faded layer come out a little darker; too small to be seen.
            yield stroke, stroke.opacity * sheet.layer.opacity


def _paint(painter: QPainter, stroke: Stroke, opacity: float, scale: float) -> None:
    xy = stroke.xy
    stride = max(1, len(xy) // _POINTS)
    places = [QPointF(x, y) for x, y in (xy[::stride] * scale).tolist()]
    if (len(xy) - 1) % stride:
        places.append(QPointF(*(xy[-1] * scale).tolist()))
    if stroke.fill is not None:
        ground = QColor(stroke.fill)
        ground.setAlphaF(opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPolygon(places, Qt.FillRule.WindingFill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    colour = QColor(stroke.colour)
    colour.setAlphaF(opacity)
    width_px = max(float(stroke.local_widths_px().mean()) * scale, _THINNEST_PX)
    pen = QPen(colour, width_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if len(places) == 1:
        painter.drawPoint(places[0])
    else:
        painter.drawPolyline(places)
