"""Beyond the paper: a drawing pulled towards its picture by the gradient of the pixel loss.

The decoder decides what is drawn, in which strokes and in which order; its places are a little off.
Since the rasteriser is differentiable, a few steps of Adam on the points mend that. How much the
picture's lines attract grows sharper on the way: the blur shrinks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy

from engine.raster.blur import blurred_raster, gaussian_blur
from engine.sketchembed.canvas import LINE_PX, SIDE_PX, as_sequences
from engine.strokes import FloatArray

_RATE_PX = 0.25
"""Adam's step: about as far as a point moves in one."""
_BLURS_PX = (2.0, 1.0)
"""In the first and the last step; in between on a straight line."""
_STIFFNESS = 0.02
"""How much a stroke's shape resists: weight of the squared change of the movements, px."""
_TINY = 1e-6


def refine(
    drawings: Sequence[Sequence[FloatArray]], images: torch.Tensor, steps: int
) -> list[list[FloatArray]]:
    """Drawings with their points moved nearer to the lines of their pictures.

    Args:
        drawings: B drawings of (N, 2) polylines in units of the canvas; empty ones stay so.
        images: (B, 1, 28, 28) ink.
        steps: 0 or more.

    Returns:
        The same strokes with the same numbers of points.
    """
    drawn = [i for i, lines in enumerate(drawings) if lines]
    if not drawn or steps == 0:
        return [list(lines) for lines in drawings]
    places, down = as_sequences([drawings[i] for i in drawn])
    start = torch.from_numpy(places * SIDE_PX).float()
    along = torch.from_numpy(down)[:, :-1, None]
    points = start.clone().requires_grad_()
    optimiser = torch.optim.Adam([points], lr=_RATE_PX)
    for step in range(steps):
        share = step / max(steps - 1, 1)
        sigma_px = _BLURS_PX[0] + share * (_BLURS_PX[1] - _BLURS_PX[0])
        with torch.enable_grad():
            wanted = gaussian_blur(images[drawn], sigma_px).clamp(0, 1)
            made = blurred_raster(points, down, sigma_px=sigma_px, unit_px=LINE_PX)
            wrong = binary_cross_entropy(made.clamp(_TINY, 1 - _TINY), wanted, reduction="none")
            bent = torch.diff(points - start, dim=1) ** 2 * along
            loss = wrong.mean((1, 2, 3)).sum() * SIDE_PX + _STIFFNESS * bent.sum()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    moved = points.detach().double().numpy() / SIDE_PX
    result = [list(lines) for lines in drawings]
    for row, i in zip(moved, drawn, strict=True):
        result[i] = _cut(row, drawings[i])
    return result


def _cut(row: FloatArray, lines: Sequence[FloatArray]) -> list[FloatArray]:
    """A padded sequence as the strokes it was made of; a dot has two points there."""
    lengths = [max(len(line), 2) for line in lines]
    parts = np.split(row[: sum(lengths)], np.cumsum(lengths)[:-1])
    return [part[: len(line)] for part, line in zip(parts, lines, strict=True)]
