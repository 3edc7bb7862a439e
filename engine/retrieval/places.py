"""How well a drawing and a photo agree place by place: which of many shoes is the one drawn.

One vector for an image says what it shows, and roughly where. Photos of one kind are told apart by
less: a strap, a heel, the angle of a leg. So each place of a drawing is compared with the same
place of a photo and those around it, by the maps of the encoder's middle layer (stage `MIDDLE`;
10 x 10 places of 16 px). The best cosine around counts, which forgives lines that are a little off,
and places with much ink count most. Nothing is learned for it.

It tells photos of one kind apart and no more: photos of all kinds are ranked by the embedding.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import normalize

from engine.encoders.strokewise import MIDDLE, StrokewiseEncoder
from engine.evaluation.embedding import to_batch

WEIGHT = 1.0
"""Of the agreement, beside the cosine of the embeddings. For shoes alone 2 would be better, for the
validation categories of Sketchy 0.5 to 1 is."""
CANDIDATES = 64
"""So many of the best by the embedding are compared place by place."""
REACH = 1
"""Places to look around, in each direction."""
_AT_A_TIME = 64
"""Drawings compared with all photos at a time."""


@torch.no_grad()
def place_maps(encoder: StrokewiseEncoder, pixels: NDArray[np.uint8]) -> torch.Tensor:
    """(N, C, H, W) maps of (N, S, S, 3) or grey (N, S, S) images, on the CPU."""
    return encoder.feature_maps(to_batch(pixels, encoder.device), (MIDDLE,))[MIDDLE].cpu()


def agreement(
    drawings: torch.Tensor, photos: torch.Tensor, blank: torch.Tensor, reach: int = REACH
) -> torch.Tensor:
    """(Q, P) in [-1, 1]: how well each drawing's places agree with each photo's.

    A map vector is mostly what all places have in common. That goes first: from a drawing's
    vectors their mean, mostly paper, and from the photos' the mean over all of them, so what is
    left of a photo's says how it differs from the others it competes with.

    Args:
        drawings: (Q, C, H, W) maps of drawings.
        photos: (P, C, H, W) maps of photos of one kind.
        blank: (1, C, H, W) maps of empty paper: a place weighs as much as it differs from it.
        reach: how many places around each are looked at, in each direction.
    """
    centred = photos - photos.mean((0, 2, 3), keepdim=True)
    around = normalize(centred, dim=1).permute(2, 3, 1, 0).contiguous()
    starts = range(0, len(drawings), _AT_A_TIME)
    parts = (drawings[start : start + _AT_A_TIME] for start in starts)
    return torch.cat([_agreement(each, around, blank, reach) for each in parts])


def _agreement(
    drawings: torch.Tensor, around: torch.Tensor, blank: torch.Tensor, reach: int
) -> torch.Tensor:
    """The same for a few drawings, with (H, W, C, P) unit vectors of photos."""
    height, width = drawings.shape[2:]
    ink = (drawings - blank).norm(dim=1)
    ink = ink / ink.sum((1, 2), keepdim=True).clamp(min=1e-6)
    centred = drawings - drawings.mean((2, 3), keepdim=True)
    places = normalize(centred, dim=1).permute(2, 3, 0, 1)
    best = drawings.new_full((height, width, len(drawings), around.shape[3]), -torch.inf)
    for down in range(-reach, reach + 1):
        rows, other_rows = _overlap(height, down)
        for right in range(-reach, reach + 1):
            columns, other_columns = _overlap(width, right)
            cosines = places[rows, columns] @ around[other_rows, other_columns]
            found = best[rows, columns]
            torch.maximum(found, cosines, out=found)
    return torch.einsum("qhw,hwqp->qp", ink, best)


def _overlap(size: int, shift: int) -> tuple[slice, slice]:
    """Where `i` and `i + shift` are both in range(size), as slices of the one and the other."""
    near = slice(max(0, -shift), size - max(0, shift))
    return near, slice(near.start + shift, near.stop + shift)
