"""What an optimisation has to leave alone: ink that is there already, strokes, a region."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch

from engine.abstraction.curves import STROKE_WIDTH_PX
from engine.abstraction.framing import Framing
from engine.abstraction.messages import Leave
from engine.raster import Strokes, render_pen
from engine.strokes import Bounds, sample_beziers


@dataclass(frozen=True, eq=False)
class Surroundings:
    """In px of the canvas.

    Attributes:
        canvas: its side.
        lines: (N, 2) polylines already on the page.
        width_px: of these.
        moves: (n,) which strokes may move; None for all.
        region: (left, top, right, bottom) where nothing is to change.
    """

    canvas: int
    lines: tuple[torch.Tensor, ...] = ()
    width_px: float = STROKE_WIDTH_PX
    moves: torch.Tensor | None = None
    region: Bounds | None = None
    _papers: dict[int, torch.Tensor] = field(default_factory=dict)

    def paper(self, side: int, device: torch.device) -> torch.Tensor | None:
        """(1, 1, side, side) paper with the lines on it; None where it is white."""
        if not self.lines:
            return None
        if side not in self._papers:
            scale = side / self.canvas
            strokes = Strokes.ragged([[line * scale for line in self.lines]])
            self._papers[side] = render_pen(strokes, (side, side), self.width_px * scale)
        return self._papers[side].to(device)

    def free(self, side: int, device: torch.device) -> torch.Tensor | None:
        """(1, 1, side, side) 1 where ink may be wanted, 0 in the locked region; None: anywhere."""
        if self.region is None:
            return None
        scale = side / self.canvas
        left, top, right, bottom = (round(each * scale) for each in self.region)
        free = torch.ones(1, 1, side, side, device=device)
        free[..., max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)] = 0
        return free


def surroundings(
    leave: Leave, framing: Framing, start: np.ndarray | None, strokes: int
) -> Surroundings:
    """What to leave alone, from px of the photo to px of the canvas.

    Args:
        leave: in px of the photo.
        framing: of the photo.
        start: (m, 4, 2) the strokes to begin with, px of the photo; None: there are none.
        strokes: n, of the sketch; those beyond the start may move.
    """
    region = leave.region
    moves = None
    if start is not None and (leave.still or region is not None):
        moves = torch.ones(strokes, dtype=torch.bool)
        for i, each in enumerate(start[:strokes]):
            moves[i] = i not in leave.still and not (region and _mostly_inside(each, region))
    box: Bounds | None = None
    if region is not None:
        (left, top), (right, bottom) = framing.to_canvas_px(np.reshape(region, (2, 2))).tolist()
        box = left, top, right, bottom
    return Surroundings(
        framing.side,
        tuple(torch.from_numpy(framing.to_canvas_px(line)).float() for line in leave.lines),
        leave.width_px * framing.scale,
        moves,
        box,
    )


def _mostly_inside(bezier: np.ndarray, region: Bounds) -> bool:
    points = sample_beziers(bezier[None])
    low, high = np.array(region[:2]), np.array(region[2:])
    return bool(((points >= low) & (points <= high)).all(1).mean() > 0.5)
