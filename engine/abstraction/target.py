"""What the sketch is compared with: the photo's features, through every view, computed once."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import torch
from torch.nn.functional import interpolate

from engine.abstraction.views import apply_views, random_views
from engine.encoders.base import Encoder, Features

PLAIN = 0
"""Number of the view that changes nothing: evaluation looks through it."""
VIEW_POOL = 24
_POOL_SEED = 20220711
"""The pool is the same for all photos and seeds, so that a photo's features can be kept."""


@dataclass(frozen=True)
class PhotoTarget:
    """The photo's side of the loss for V views.

    Attributes:
        side: of the images it was made from, px.
        views: (V, 3, 3) homographies; number `PLAIN` is the identity.
        maps: (V, C, h, w) channel-normalised feature maps by stage.
        weights: (V, 1, h, w) by stage: how much each position counts; 1 on average.
        embeddings: (V, D), L2-normalised.
    """

    side: int
    views: torch.Tensor
    maps: dict[str, torch.Tensor]
    weights: dict[str, torch.Tensor]
    embeddings: torch.Tensor


def view_pool() -> torch.Tensor:
    """(1 + VIEW_POOL, 3, 3): the identity and the random views that an optimisation draws from.

    The photo has to be encoded once for each view of a pool instead of once for each view of each
    iteration, which saves a third of the time.
    """
    generator = torch.Generator().manual_seed(_POOL_SEED)
    return torch.cat([torch.eye(3)[None], random_views(VIEW_POOL, generator)])


def encode_photo(
    encoder: Encoder,
    image: torch.Tensor,
    drawing: torch.Tensor,
    importance: torch.Tensor,
    batch: int,
) -> Generator[None, None, PhotoTarget]:
    """Encode a photo through all views, at most `batch` images at a step.

    The geometric target lies between the features of the photo and those of the same photo as a
    line drawing (see `Encoder.line_drawing_share`). A network that was trained on photos sees
    texture and shading where a sketch can have none; a target that is partly a drawing asks for
    shapes.

    Args:
        image: (1, 3, S, S) photo.
        drawing: (1, 3, S, S) its edges as lines.
        importance: (1, 1, S, S), not negative: how much each pixel counts in the geometric loss.
    """
    share = encoder.line_drawing_share
    views = view_pool().to(image.device)
    maps: dict[str, list[torch.Tensor]] = {stage: [] for stage in encoder.geometric_stages}
    embeddings = []
    for chunk in torch.split(views, batch):
        photo = yield from _encode_views(encoder, image, chunk)
        lines = photo
        if share:
            lines = yield from _encode_views(encoder, drawing, chunk)
        embeddings.append(photo.embedding)
        for stage, found in maps.items():
            blend = torch.lerp(
                normalise_channels(photo.maps[stage]),
                normalise_channels(lines.maps[stage]),
                share,
            )
            found.append(normalise_channels(blend))
    # What lies outside the photo does not count: apply_views would fill it with ones.
    seen = 1 - apply_views((1 - importance).expand(len(views), -1, -1, -1), views)
    joined = {stage: torch.cat(found) for stage, found in maps.items()}
    weights = {stage: _average_one(seen, each.shape[-2:]) for stage, each in joined.items()}
    return PhotoTarget(image.shape[-1], views, joined, weights, torch.cat(embeddings))


def _encode_views(
    encoder: Encoder, image: torch.Tensor, views: torch.Tensor
) -> Generator[None, None, Features]:
    with torch.no_grad():
        features = encoder.encode(apply_views(image.expand(len(views), -1, -1, -1), views))
    yield
    return features


def _average_one(weights: torch.Tensor, size: torch.Size) -> torch.Tensor:
    """(V, 1, S, S) weights averaged down to `size`, then scaled to a mean of one."""
    mean = interpolate(weights, size, mode="area")
    return mean / mean.mean((2, 3), keepdim=True).clamp(min=1e-6)


def normalise_channels(maps: torch.Tensor) -> torch.Tensor:
    """(B, C, H, W) with a channel vector of length one at each position."""
    return maps / (maps.square().sum(1, keepdim=True) + 1e-8).sqrt()
