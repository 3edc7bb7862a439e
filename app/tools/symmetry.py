"""Mirror axes through the middle of the page: what is drawn appears on their other sides too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.document.stroke import Stroke
from engine.strokes import FloatArray


@dataclass(frozen=True, slots=True)
class Symmetry:
    """Which axes there are."""

    left_right: bool = False
    top_bottom: bool = False

    def mirrors(self, width_px: float, height_px: float) -> tuple[FloatArray, ...]:
        """The (2, 3) affines that make the copies, on a page of this size."""
        across = np.array([[-1.0, 0.0, width_px], [0.0, 1.0, 0.0]])
        down = np.array([[1.0, 0.0, 0.0], [0.0, -1.0, height_px]])
        both = np.array([[-1.0, 0.0, width_px], [0.0, -1.0, height_px]])
        if self.left_right and self.top_bottom:
            return across, down, both
        if self.left_right:
            return (across,)
        return (down,) if self.top_bottom else ()


def with_copies(stroke: Stroke, mirrors: tuple[FloatArray, ...]) -> tuple[Stroke, ...]:
    """The stroke and its mirrored copies."""
    return (stroke, *(stroke.transformed(mirror) for mirror in mirrors))
