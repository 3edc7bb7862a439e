"""Strokes that are proposed but not drawn yet, over the ink."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.canvas.ink_path import ink_path
from app.canvas.outline import FloatArray
from app.canvas.overlay import Overlay
from app.document.stroke import DEFAULT_COLOUR
from engine.strokes import Bounds, sample_beziers

SAMPLE_SPACING_PX = 2.0
STALE_OPACITY = 0.35


class SketchOverlay(Overlay):
    """Shows a sketch of Bezier strokes; dimmed while a newer one is awaited."""

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[QPainterPath] = []
        self._box: Bounds | None = None
        self._is_stale = False

    def show_sketch(self, beziers: FloatArray | None, width_px: float = 1.0) -> None:
        """Show (n, 4, 2) cubics in document px instead of those before; None for nothing."""
        before = self._box
        self._paths, self._box = [], None
        if beziers is not None and len(beziers):
            lines = [sample_beziers(each[None], SAMPLE_SPACING_PX) for each in beziers]
            self._paths = [ink_path(line, np.full(len(line), width_px)) for line in lines]
            # A cubic stays within the hull of its control points.
            x0, y0 = (beziers.min(axis=(0, 1)) - width_px).tolist()
            x1, y1 = (beziers.max(axis=(0, 1)) + width_px).tolist()
            self._box = (x0, y0, x1, y1)
        for box in (before, self._box):
            if box is not None:
                self.changed.emit(box)

    @property
    def is_stale(self) -> bool:
        """Whether it is dimmed."""
        return self._is_stale

    def set_stale(self, stale: bool) -> None:
        """Dim the sketch: it answers a question that is asked anew."""
        if stale != self._is_stale:
            self._is_stale = stale
            if self._box is not None:
                self.changed.emit(self._box)

    def paint(self, painter: QPainter, exposed: Bounds, scale: float) -> None:  # noqa: ARG002
        painter.setOpacity(STALE_OPACITY if self._is_stale else 1.0)
        for path in self._paths:
            painter.fillPath(path, QColor(DEFAULT_COLOUR))
