"""What SketchEmbedNet is trained for: eq. 2 to 6, and beside the paper a contrastive term."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import cross_entropy, normalize

from engine.raster import blurred_raster, pixel_loss
from engine.sketchembed.canvas import LINE_PX, SIDE_PX
from engine.sketchembed.mixture import Mixture, likeliest_offset, log_density
from engine.sketchembed.sequences import MIDDLE, OFFSET_UNIT

BLUR_PX = 2.0
"""sigma of g_blur (section 4.1)."""


class Losses(NamedTuple):
    """Means over the drawings."""

    pen: torch.Tensor
    stroke: torch.Tensor


def teacher_forced(found: Mixture, rows: torch.Tensor, counted: torch.Tensor) -> Losses:
    """L_pen (eq. 3) and L_stroke (eq. 4) of movements predicted from the true ones before.

    The paper divides by the padded length; here each drawing's mean is over its own rows. The end
    row has a pen state but no offset.

    Args:
        found: of (T, B) steps.
        rows: (T, B, 5) the true movements.
        counted: (T, B) 1 for rows that count, 0 for padding.
    """
    pen = -(torch.log_softmax(found.pen_logits, -1) * rows[..., 2:]).sum(-1)
    moves = counted * (1 - rows[..., 4])
    stroke = -log_density(found, rows[..., :2])
    return Losses(_mean(pen, counted), _mean(stroke, moves))


def _mean(values: torch.Tensor, counted: torch.Tensor) -> torch.Tensor:
    """Of each drawing's (T,) values, then of the drawings."""
    return ((values * counted).sum(0) / counted.sum(0).clamp(min=1)).mean()


def drawn_pixel_loss(found: Mixture, places: torch.Tensor, down: NDArray[np.bool_]) -> torch.Tensor:
    """L_pixel (eq. 5 and 6) of the likeliest movements against the true ones.

    The movements are those predicted under teacher forcing, added up from the first on; the pen
    states are the true ones, since a choice among three has no gradient.

    Args:
        found: of (T + 1, B) steps, the last of which is no movement.
        places: (B, T, 2) true points in units of the canvas.
        down: (B, T) pen on paper from a point to the next.
    """
    movements = likeliest_offset(found)[:-1] * OFFSET_UNIT
    made = movements.cumsum(0).transpose(0, 1) + MIDDLE
    drawable = np.flatnonzero(down.any(1))
    size = (SIDE_PX, SIDE_PX)
    truth, guess = (
        blurred_raster(
            each[drawable] * SIDE_PX, down[drawable], size, sigma_px=BLUR_PX, unit_px=LINE_PX
        )
        for each in (places, made.clamp(-1, 2))
    )
    return pixel_loss(truth, guess)


def contrastive(
    first: torch.Tensor, second: torch.Tensor, temperature: float = 0.1
) -> torch.Tensor:
    """InfoNCE (van den Oord et al. 2018) between two hands' embeddings (B, D), both ways."""
    scores = normalize(first, dim=1) @ normalize(second, dim=1).T / temperature
    target = torch.arange(len(scores), device=scores.device)
    return 0.5 * (cross_entropy(scores, target) + cross_entropy(scores.T, target))
