"""Strokes tinted by what they say, on either side of the ink's own colour."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import ne
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QColor, QPainter

from app.canvas.ink_cache import MAX_BOXES, InkCache
from app.canvas.ink_path import StrokePainter, ink_path
from app.canvas.tint_colours import SHADES, steps_of
from app.document.change import Change, ChangeKind
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.tools.stroke_index import StrokeIndex
from engine.strokes import Bounds, FloatArray

STALE_FACTOR = 0.4
"""How strong tints are that answer a question which is being asked anew."""
OPAQUE = QColor("black")
RIM_SHARE = 0.3
"""Width of a tint's rim on either side of the ink's own colour, of the width of the stroke."""
LEAST_RIM_PX = 1.2
"""But no less than this, in document px."""


class Tints(NamedTuple):
    """How strokes are tinted; arrays, since there may be thousands while the pen waits.

    Attributes:
        strokes: told from others by identity.
        levels: (n,) of each whole stroke, -1 (hurts most) to 1 (helps most).
        along: per stroke the (N,) levels of its points, to tint it along its way, or None; empty
            if all are tinted as a whole.
    """

    strokes: Sequence[Stroke]
    levels: FloatArray
    along: Sequence[FloatArray | None] = ()


NO_TINTS = Tints((), np.empty(0))


class TintOverlay(QObject):
    """Paints tints into a cache of tiles of its own, so that thousands of them cost no pen event.

    Within the tiles the colours are opaque; strength and dimming are the opacity of the whole, so
    that changing them paints no stroke again. GUI thread.
    """

    changed = Signal(tuple)
    """The box (document px) that looks different."""

    def __init__(self) -> None:
        super().__init__()
        self._painter = TintPainter()
        self._index = StrokeIndex()
        self._cache = InkCache(index=self._index, stroke_painter=self._painter)
        self._strokes: tuple[Stroke, ...] = ()
        self._tinted: Sequence[Stroke] = ()
        self._page: Bounds = (0.0, 0.0, 0.0, 0.0)
        self._strength = 1.0
        self._is_stale = False
        self._is_shown = True

    def attach(self, drawing: Drawing, index: StrokeIndex) -> None:
        """Follow the drawing of a view.

        Args:
            index: of the view's strokes; shared, as boxes of thousands of strokes take a while.
        """
        self._index = index
        self._cache = InkCache(index=index, stroke_painter=self._painter)
        self.apply(Change(Drawing(), drawing, ChangeKind.LOAD))

    @property
    def is_stale(self) -> bool:
        """Whether the tints are dimmed."""
        return self._is_stale

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to be seen."""
        return self._is_shown and bool(self._painter.steps)

    @property
    def finished(self) -> bool:
        """Whether all tints in sight are painted."""
        return not self.is_shown or self._cache.finished

    def tint_of(self, stroke: Stroke) -> QColor | None:
        """The colour of a stroke (of its first point, if tinted along its way)."""
        steps = self._painter.steps.get(id(stroke))
        return None if steps is None else SHADES[steps if isinstance(steps, int) else steps[0]]

    def show_tints(self, tints: Tints) -> None:
        """Show these instead of those before; only strokes that look different are repainted."""
        before = self._painter.steps
        after = dict(zip(map(id, tints.strokes), _steps_of(tints), strict=True))
        self._painter.steps = after
        # As long as they are known by their identity, they must not make way for others.
        self._tinted = tints.strokes
        ids = list(map(id, self._strokes))
        old, new = list(map(before.get, ids)), list(map(after.get, ids))
        if bool(before) != bool(after):
            self._cache.clear()
        if old != new:
            self._repaint(self._boxes(list(compress(count(), map(ne, old, new)))))

    def set_stale(self, stale: bool) -> None:
        """Dim the tints: what they answer is being asked anew."""
        if stale != self._is_stale:
            self._is_stale = stale
            self._recompose()

    def set_strength(self, strength: float) -> None:
        """How much of the ink's own colour the tint hides, 0 to 1."""
        if strength != self._strength:
            self._strength = strength
            self._recompose()

    def set_shown(self, shown: bool) -> None:
        """Hide the tints for a while, or show them again."""
        if shown != self._is_shown:
            self._is_shown = shown
            self._cache.clear()
            self.changed.emit(self._page)

    # --- For the view --------------------------------------------------------------------------

    def apply(self, change: Change) -> None:
        """Follow the drawing; the view repaints what changed in it anyway."""
        self._strokes = change.new.strokes
        self._page = (0.0, 0.0, change.new.width_px, change.new.height_px)
        self._cache.apply(change)

    def show_ghosts(self, ids: frozenset[int]) -> None:
        """Strokes about to be erased have faded tints."""
        self._cache.show_ghosts(ids)

    def look_at(self, visible: QRect, scale: float) -> None:
        """As `InkCache.look_at`."""
        if self.is_shown:
            self._cache.look_at(visible, scale)

    def work(self, seconds: float | None) -> list[QRect]:
        """As `InkCache.work`."""
        return self._cache.work(seconds) if self.is_shown else []

    def paint(self, painter: QPainter, origin: QPoint, rect: QRect) -> None:
        """As `InkCache.paint`."""
        if self.is_shown:
            painter.setOpacity(self._strength * (STALE_FACTOR if self._is_stale else 1.0))
            self._cache.paint(painter, origin, rect)
            painter.setOpacity(1.0)

    def _repaint(self, boxes: list[Bounds]) -> None:
        self._cache.repaint(boxes)
        if self._is_shown:
            for box in boxes:
                self.changed.emit(box)

    def _recompose(self) -> None:
        if self.is_shown:
            tinted = [i for i, s in enumerate(self._strokes) if id(s) in self._painter.steps]
            for box in self._boxes(tinted):
                self.changed.emit(box)

    def _boxes(self, places: list[int]) -> list[Bounds]:
        if not places:
            return []
        # The view may not have followed the latest change of the drawing yet.
        known = np.array(places)
        boxes = self._index.boxes[known[known < len(self._index)]]
        if len(boxes) > MAX_BOXES:
            boxes = np.concatenate([boxes[:, :2].min(0), boxes[:, 2:].max(0)])[None]
        return [(x0, y0, x1, y1) for x0, y0, x1, y1 in boxes.tolist()]


class TintPainter:
    """Paints strokes in the shades of their tints; others not at all.

    The middle of a stroke keeps its own colour: a tint must not hide what the pen draws with. Only
    of a stroke thinner than two rims nothing would be seen otherwise, and it is tinted as a whole.

    Attributes:
        steps: identity of a stroke to its shade, or to the shades of its points.
    """

    def __init__(self) -> None:
        self.steps: dict[int, int | tuple[int, ...]] = {}
        self._shapes = StrokePainter()
        self._cores = StrokePainter(widths=core_widths_px)

    def paint(self, painter: QPainter, stroke: Stroke, opacity: float = 1.0) -> None:
        """See `StrokePainter.paint`."""
        steps = self.steps.get(id(stroke))
        if steps is None:
            return
        painter.setOpacity(stroke.opacity * opacity)
        if isinstance(steps, int):
            painter.fillPath(self._shapes.path(stroke), SHADES[steps])
        else:
            widths = stroke.local_widths_px()
            for first, last in runs(np.array(steps, np.int8)):
                path = ink_path(stroke.xy[first : last + 1], widths[first : last + 1])
                painter.fillPath(path, SHADES[steps[first]])
        painter.setOpacity(1.0)
        if core_widths_px(stroke).any():
            # Cut out, and not painted over, so that translucent ink looks as it does elsewhere.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
            painter.fillPath(self._cores.path(stroke), OPAQUE)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def core_widths_px(stroke: Stroke) -> FloatArray:
    """(N,) widths of the part that keeps the ink's colour, at the points of a stroke."""
    widths = stroke.local_widths_px()
    rims = np.maximum(LEAST_RIM_PX, RIM_SHARE * widths)
    return np.maximum(widths - 2 * rims, 0.0)


def runs(steps: npt.NDArray[np.int8]) -> list[tuple[int, int]]:
    """First and last point of each run of one shade; a run goes on to the next one's first."""
    starts = [0, *(np.flatnonzero(np.diff(steps)) + 1).tolist()]
    return list(zip(starts, [*starts[1:], len(steps) - 1], strict=True))


def _steps_of(tints: Tints) -> Sequence[int | tuple[int, ...]]:
    """The shades of each stroke; all worked out at once."""
    wholes: list[int] = steps_of(tints.levels).tolist()
    if not any(levels is not None and len(levels) > 1 for levels in tints.along):
        return wholes
    levels = [np.empty(0) if each is None else each for each in tints.along]
    ends = np.cumsum([len(each) for each in levels])
    steps = steps_of(np.concatenate(levels))
    changes = np.concatenate([[0], np.cumsum(np.diff(steps) != 0)])
    found: list[int | tuple[int, ...]] = []
    for whole, first, end in zip(wholes, [0, *ends[:-1].tolist()], ends.tolist(), strict=True):
        if end - first < 2:
            found.append(whole)
        elif changes[first] == changes[end - 1]:
            # Of one shade: painted in one piece, whose path is kept.
            found.append(int(steps[first]))
        else:
            found.append(tuple(steps[first:end].tolist()))
    return found
