"""What tiles showed before a change, for the undo: put back, nothing has to be painted again."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app.document.drawing import Drawing

LIMIT_BYTES = 48 * 2**20
"""Some ten thousand undone strokes of a hand, or a few edits of all that is in sight."""

Key = tuple[int, int, float, int, int, int, int]


class KeptPixels:
    """Parts of tiles, each with the drawing that it is a picture of.

    A drawing counts as the same if strokes and layers are the same objects, as they are after undo
    and redo. The parts used longest ago make way.
    """

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit_bytes = limit_bytes
        self._bytes = 0
        # The drawings are held, or their identity might be given to others.
        self._parts: OrderedDict[Key, tuple[Drawing, QImage]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._parts)

    def keep(self, drawing: Drawing, scale: float, rect: QRect, image: QImage) -> None:
        """At this scale, the page pixels `rect` show the drawing so."""
        key = _key(drawing, scale, rect)
        before = self._parts.pop(key, None)
        if before is not None:
            self._bytes -= before[1].sizeInBytes()
        self._parts[key] = (drawing, image)
        self._bytes += image.sizeInBytes()
        while self._bytes > self._limit_bytes:
            _, (_, oldest) = self._parts.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()

    def find(self, drawing: Drawing, scale: float, rect: QRect) -> QImage | None:
        """What was kept of exactly this; None if nothing was."""
        key = _key(drawing, scale, rect)
        if key not in self._parts:
            return None
        self._parts.move_to_end(key)
        return self._parts[key][1]


def _key(drawing: Drawing, scale: float, rect: QRect) -> Key:
    place = (rect.x(), rect.y(), rect.width(), rect.height())
    return (id(drawing.strokes), id(drawing.layers), scale, *place)
