"""Pictures drawn again: many drawings are made, the nearest refined, and the best of them kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy

from engine.raster.blur import blurred_raster, gaussian_blur
from engine.sketchembed.canvas import LINE_PX, SIDE_PX, as_sequences
from engine.sketchembed.drawing import Chance, Drawn, draw
from engine.sketchembed.loading import Model
from engine.sketchembed.messages import Sampling
from engine.sketchembed.refining import refine
from engine.sketchembed.sequences import from_rows
from engine.strokes import FloatArray

_REFINED = 4
"""Of the drawings that one is chosen from, so many are refined, the nearest."""
_TINY = 1e-6


@dataclass(frozen=True, eq=False)
class Imitation:
    """A drawing of a picture.

    Attributes:
        lines: polylines in units of the canvas.
        distance: its pixel loss (eq. 6) to the picture; infinite if there is nothing drawn.
        finished: the model ended it itself.
    """

    lines: list[FloatArray]
    distance: float
    finished: bool


def imitate(
    model: Model, images: torch.Tensor, variants: int, sampling: Sampling
) -> list[list[Imitation]]:
    """Of each picture `variants` drawings, each the best of `sampling.best_of`, the nearest first.

    Args:
        model: what draws.
        images: (B, 1, 28, 28) ink.
        variants: of each.
        sampling: see there.
    """
    each = variants * sampling.best_of
    z = model.embed(images).repeat_interleave(each, 0)
    drawn = draw_at(model, z, sampling)
    lines = [from_rows(one.rows) for one in drawn]
    wanted = images.repeat_interleave(each, 0)
    distances = distances_to(wanted, lines)
    if sampling.refine:
        groups = np.arange(len(drawn)).reshape(-1, sampling.best_of)
        order = np.take_along_axis(groups, distances[groups].argsort(1, kind="stable"), 1)
        chosen = order[:, :_REFINED].ravel()
        better = refine([lines[i] for i in chosen], wanted[chosen], sampling.refine)
        after = distances_to(wanted[chosen], better)
        for i, made, distance in zip(chosen, better, after, strict=True):
            if distance < distances[i]:
                lines[i], distances[i] = made, distance
    result = []
    for group in np.arange(len(drawn)).reshape(len(images), variants, sampling.best_of):
        best = group[np.arange(variants), distances[group].argmin(1)]
        made_of = [Imitation(lines[i], float(distances[i]), drawn[i].finished) for i in best]
        result.append(sorted(made_of, key=lambda imitation: imitation.distance))
    return result


def draw_at(model: Model, z: torch.Tensor, sampling: Sampling, shared: bool = False) -> list[Drawn]:
    """Drawings of (B, D) embeddings; `shared`: with the same noise."""
    chance = Chance.seeded(sampling.seed, len(z), shared)
    return draw(model.net.decoder, z, chance, sampling.temperature)


def distances_to(images: torch.Tensor, drawings: Sequence[Sequence[FloatArray]]) -> FloatArray:
    """(B,) pixel losses (eq. 6) of drawings, in units of the canvas, to ink (B, 1, 28, 28)."""
    shown = [i for i, lines in enumerate(drawings) if lines]
    distances = np.full(len(drawings), np.inf)
    if shown:
        places, down = as_sequences([drawings[i] for i in shown])
        placed = torch.from_numpy(places * SIDE_PX).float()
        made = blurred_raster(placed, down, unit_px=LINE_PX).clamp(_TINY, 1 - _TINY)
        wanted = gaussian_blur(images[shown]).clamp(0, 1)
        losses = binary_cross_entropy(made, wanted, reduction="none")
        distances[shown] = losses.mean((1, 2, 3)).double().numpy()
    return distances
