"""The frame around selected strokes: its handles, and what dragging one of them does."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

import numpy as np

from app.tools.base import Keys, PointerShape, Scene
from engine.strokes import Bounds, FloatArray

PADDING_PX = 8.0
"""From the ink to the frame, in view px."""
HANDLE_REACH_PX = 9.0
"""How near to a handle one must touch, in view px."""
ROTATE_ABOVE_PX = 26.0
"""From the frame to the handle that turns, in view px."""
ANGLE_STEP_DEG = 15.0
SMALLEST_SCALE = 0.01
"""A drag never makes a side shorter than this part of it, or nothing would be left to undo it by
hand."""


class Handle(Enum):
    """The places of a frame to take hold of; value: place along the frame's sides, 0 to 1."""

    NORTH_WEST = (0.0, 0.0)
    NORTH = (0.5, 0.0)
    NORTH_EAST = (1.0, 0.0)
    EAST = (1.0, 0.5)
    SOUTH_EAST = (1.0, 1.0)
    SOUTH = (0.5, 1.0)
    SOUTH_WEST = (0.0, 1.0)
    WEST = (0.0, 0.5)
    ROTATE = (0.5, -1.0)


_POINTERS = {
    Handle.NORTH_WEST: PointerShape.SIZE_NWSE,
    Handle.SOUTH_EAST: PointerShape.SIZE_NWSE,
    Handle.NORTH_EAST: PointerShape.SIZE_NESW,
    Handle.SOUTH_WEST: PointerShape.SIZE_NESW,
    Handle.NORTH: PointerShape.SIZE_NS,
    Handle.SOUTH: PointerShape.SIZE_NS,
    Handle.EAST: PointerShape.SIZE_EW,
    Handle.WEST: PointerShape.SIZE_EW,
    Handle.ROTATE: PointerShape.ROTATE,
}


def pointer_of(handle: Handle) -> PointerShape:
    """What the pointer looks like over a handle."""
    return _POINTERS[handle]


@dataclass(frozen=True, slots=True)
class Frame:
    """An upright box around ink.

    Attributes:
        ink: x0, y0, x1, y1 of the ink, document px.
        scale: view px per document px: handles have the same size at every zoom.
    """

    ink: Bounds
    scale: float

    @property
    def box(self) -> Bounds:
        """The frame itself, document px."""
        pad = PADDING_PX / self.scale
        x0, y0, x1, y1 = self.ink
        return x0 - pad, y0 - pad, x1 + pad, y1 + pad

    @property
    def centre(self) -> tuple[float, float]:
        """Of the ink; what it is turned about."""
        x0, y0, x1, y1 = self.ink
        return (x0 + x1) / 2, (y0 + y1) / 2

    def place(self, handle: Handle) -> tuple[float, float]:
        """Where a handle is, document px."""
        x0, y0, x1, y1 = self.box
        across, down = handle.value
        x = x0 + across * (x1 - x0)
        if handle is Handle.ROTATE:
            return x, y0 - ROTATE_ABOVE_PX / self.scale
        return x, y0 + down * (y1 - y0)

    def handle_at(self, x: float, y: float) -> Handle | None:
        """The handle within reach of a place, the nearest one.

        In a small frame they reach less far, so that there is room to take hold of the ink.
        """
        x0, y0, x1, y1 = self.box
        reach = min(HANDLE_REACH_PX / self.scale, (x1 - x0) / 3, (y1 - y0) / 3)
        distances = {
            handle: math.hypot(x - place[0], y - place[1])
            for handle in Handle
            for place in (self.place(handle),)
        }
        nearest = min(distances, key=distances.__getitem__)
        return nearest if distances[nearest] <= reach else None

    def contains(self, x: float, y: float) -> bool:
        """Whether a place is inside."""
        x0, y0, x1, y1 = self.box
        return x0 <= x <= x1 and y0 <= y <= y1

    def scaling(self, handle: Handle, dx: float, dy: float, keys: Keys) -> FloatArray:
        """The (2, 3) affine of dragging a corner or side by (dx, dy) document px.

        The opposite corner or side stays; with Alt the centre does. Shift keeps the proportions.
        """
        across, down = handle.value
        x0, y0, x1, y1 = self.ink
        fixed_x, scale_x = _side(x0, x1, across, dx, keys.alt)
        fixed_y, scale_y = _side(y0, y1, down, dy, keys.alt)
        if keys.shift:
            scale_x, scale_y = _proportional(scale_x, scale_y, across, down)
        return np.array(
            [[scale_x, 0.0, fixed_x * (1 - scale_x)], [0.0, scale_y, fixed_y * (1 - scale_y)]]
        )

    def rotation(
        self, start: tuple[float, float], end: tuple[float, float], keys: Keys
    ) -> FloatArray:
        """The (2, 3) affine of turning from one place to another; Shift in steps of 15 degrees."""
        cx, cy = self.centre
        angle = math.atan2(end[1] - cy, end[0] - cx) - math.atan2(start[1] - cy, start[0] - cx)
        if keys.shift:
            step = math.radians(ANGLE_STEP_DEG)
            angle = round(angle / step) * step
        cos, sin = math.cos(angle), math.sin(angle)
        return np.array(
            [[cos, -sin, cx - cos * cx + sin * cy], [sin, cos, cy - sin * cx - cos * cy]]
        )


def frame_of(scene: Scene) -> Frame | None:
    """The frame around the selected strokes; None without any."""
    return frame_around(scene.index.boxes, scene.selected, scene.scale)


def frame_around(boxes: FloatArray, ids: frozenset[int], scale: float) -> Frame | None:
    """The frame around the strokes of these ids, given the (n, 4) boxes of all."""
    if not ids or max(ids) >= len(boxes):
        return None
    chosen = boxes[sorted(ids)]
    x0, y0 = chosen[:, :2].min(axis=0).tolist()
    x1, y1 = chosen[:, 2:].max(axis=0).tolist()
    return Frame((x0, y0, x1, y1), scale)


def movement(dx: float, dy: float, keys: Keys) -> FloatArray:
    """The (2, 3) affine of a move; Shift keeps to one axis."""
    if keys.shift:
        dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
    return np.array([[1.0, 0.0, dx], [0.0, 1.0, dy]])


def _side(
    low: float, high: float, along: float, moved: float, centred: bool
) -> tuple[float, float]:
    """(the place that stays, the scale) along one axis."""
    if along == 0.5 or high <= low:
        return (low + high) / 2, 1.0
    length = high - low
    grown = moved if along == 1.0 else -moved
    if centred:
        fixed, scale = (low + high) / 2, 1.0 + 2 * grown / length
    else:
        fixed, scale = (low if along == 1.0 else high), 1.0 + grown / length
    if abs(scale) < SMALLEST_SCALE:
        scale = math.copysign(SMALLEST_SCALE, scale)
    return fixed, scale


def _proportional(
    scale_x: float, scale_y: float, across: float, down: float
) -> tuple[float, float]:
    """The same scale for both axes: a side's own, a corner's larger change."""
    if across == 0.5:
        return abs(scale_y), scale_y
    if down == 0.5:
        return scale_x, abs(scale_x)
    size = max(abs(scale_x), abs(scale_y))
    return math.copysign(size, scale_x), math.copysign(size, scale_y)
