"""The square canvas of the model: 28 x 28 px, ink 1 on paper 0 (section 4.1).

Places on it are in units of its side, x right and y down, from 0 to 1. A drawing put there fills
`INK_SIDE` of it; the model was trained on drawings of about that size, moved and scaled at random.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from engine.errors import InputError
from engine.raster import render_line
from engine.strokes import Bounds, FloatArray, bounds

SIDE_PX = 28
INK_SIDE = 0.8
"""Longer side of the ink that is put onto the canvas, as a fraction of the canvas's side."""
LINE_PX = 1.2
"""The rasteriser's unit of distance: lines look like Omniglot's, reduced to 28 px."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The square in px of a document or picture that becomes the canvas.

    Attributes:
        x, y: its upper left corner, px.
        side: px.
    """

    x: float
    y: float
    side: float

    @classmethod
    def around(cls, box: Bounds, filled: float = INK_SIDE) -> Frame:
        """The square in whose middle `box` lies, with its longer side `filled` of the square's."""
        x0, y0, x1, y1 = box
        # A single dot has no extent; one px keeps it a dot in the middle.
        side = max(x1 - x0, y1 - y0, 1.0) / filled
        return cls((x0 + x1 - side) / 2, (y0 + y1 - side) / 2, side)

    @property
    def box(self) -> Bounds:
        """(x0, y0, x1, y1) px."""
        return self.x, self.y, self.x + self.side, self.y + self.side

    def to_canvas(self, line: FloatArray) -> FloatArray:
        """(N, 2) px to units of the canvas's side."""
        return (np.asarray(line, np.float64) - (self.x, self.y)) / self.side

    def from_canvas(self, line: FloatArray) -> FloatArray:
        """(N, 2) units of the canvas's side to px; the result is read-only."""
        placed = np.asarray(line, np.float64) * self.side + (self.x, self.y)
        placed.setflags(write=False)
        return placed


def checked_strokes(strokes: Sequence[FloatArray]) -> list[FloatArray]:
    """Strokes as float64 arrays.

    Raises:
        InputError: there are none, or one has no points or a point that is not a number.
    """
    lines = [np.asarray(line, np.float64) for line in strokes]
    if not lines:
        raise InputError("There are no strokes to look at.")
    if not all(len(line) and np.isfinite(line).all() for line in lines):
        raise InputError("A stroke has a point that is not a number, or no points at all.")
    return lines


def frame_of_ink(strokes: Sequence[FloatArray], filled: float = INK_SIDE) -> Frame:
    """The frame around strokes, at least one."""
    box = bounds(strokes)
    assert box is not None
    return Frame.around(box, filled)


def render(drawings: Sequence[Sequence[FloatArray]], line_px: float = LINE_PX) -> torch.Tensor:
    """Ink of drawings whose places are in units of the canvas.

    Args:
        drawings: (N, 2) polylines each; one without strokes gives empty paper.
        line_px: the rasteriser's unit of distance.

    Returns:
        (B, 1, 28, 28) float32 in [0, 1].
    """
    image = torch.zeros(len(drawings), 1, SIDE_PX, SIDE_PX)
    drawn = [i for i, lines in enumerate(drawings) if len(lines)]
    if drawn:
        points, down = as_sequences([drawings[i] for i in drawn])
        placed = torch.from_numpy(points * SIDE_PX).float()
        image[drawn] = render_line(placed, down, (SIDE_PX, SIDE_PX), unit_px=line_px)
    return image


def as_sequences(drawings: Sequence[Sequence[FloatArray]]) -> tuple[FloatArray, np.ndarray]:
    """Drawings as padded sequences for `render_line`: (B, T, 2) places, (B, T) pen down.

    A stroke of one point becomes a segment of no length, which is a dot. Every drawing has at least
    one stroke.
    """
    prepared = [
        [line if len(line) > 1 else np.repeat(line, 2, axis=0) for line in lines]
        for lines in drawings
    ]
    lengths = [sum(map(len, lines)) for lines in prepared]
    points = np.zeros((len(prepared), max(lengths), 2))
    down = np.zeros(points.shape[:2], bool)
    for row, lines in enumerate(prepared):
        points[row, : lengths[row]] = np.concatenate(lines)
        points[row, lengths[row] :] = points[row, lengths[row] - 1]
        down[row, : lengths[row]] = True
        down[row, np.cumsum([len(line) for line in lines]) - 1] = False
    return points, down
