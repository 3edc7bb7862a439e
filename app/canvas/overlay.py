"""What lies over or under the ink without being part of the drawing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter

from engine.strokes import Bounds


class Overlay(QObject):
    """Painted by the canvas, in document px, clipped to what is exposed.

    Emit `changed` with the box (document px) that looks different; nothing else is repainted.
    """

    changed = Signal(tuple)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:
        """Paint what meets `exposed`.

        Args:
            painter: one unit is one document px; antialiasing is on.
            exposed: box in document px.
            scale: view px per document px, for lines of constant width on the screen.
        """
        raise NotImplementedError
