"""The job "correspond"."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from engine.context import Context
from engine.correspondence.flow import GRID, Flow, Square
from engine.correspondence.messages import Correspondence, CorrespondPayload, Matcher
from engine.types import Job, Progress
from engine.warmup import gentle_imports, load_torch

if TYPE_CHECKING:
    import torch

    from engine.encoders.base import Encoder
    from engine.photo import Photo

KEPT_PHOTOS = 8
"""So many photos' feature maps are kept."""


def correspond(payload: CorrespondPayload, context: Context) -> Job:
    """Match a drawing with a photo; returns a `Correspondence`.

    Raises:
        InputError: the drawing or the photo shows nothing, or there is no such encoder.
    """
    began_s = time.perf_counter()
    yield from load_torch()
    with gentle_imports():
        from engine.correspondence.features import canvas_side, stage_maps

        encoder = context.encoder(payload.encoder)
    side = canvas_side(encoder)
    sketch, sketch_square = _sketch_canvas(payload, side)
    yield Progress(0.1, "Looking at the photo")
    photo_maps, photo_square = _photo_maps(payload.photo, side, encoder, context)
    yield Progress(0.5, "Looking at the drawing")
    sketch_maps = stage_maps(encoder, sketch)
    yield Progress(0.7, "Matching")
    forward, backward = _neighbours(sketch_maps, photo_maps)
    height, width, _ = payload.photo.rgb.shape
    return Correspondence(
        forward,
        backward,
        sketch_square,
        photo_square,
        (width, height),
        Matcher.NEIGHBOURS,
        encoder.name,
        time.perf_counter() - began_s,
    )


def _sketch_canvas(payload: CorrespondPayload, side: int) -> tuple[torch.Tensor, Square]:
    from engine.correspondence.pictures import image_canvas, strokes_canvas

    if payload.image is not None:
        return image_canvas(payload.image, payload.frame, side)
    return strokes_canvas(payload.strokes, payload.frame, side)


def _photo_maps(
    photo: Photo, side: int, encoder: Encoder, context: Context
) -> tuple[tuple[torch.Tensor, ...], Square]:
    """The photo's feature maps, encoded once per photo and encoder, and where they lie on it."""
    from engine.correspondence.features import stage_maps
    from engine.correspondence.pictures import photo_canvas

    kept = context.cache.setdefault(
        ("correspondence", encoder.fingerprint, str(encoder.device)), {}
    )
    if photo.sha256 not in kept:
        canvas, square = photo_canvas(photo, side)
        while len(kept) >= KEPT_PHOTOS:
            del kept[next(iter(kept))]
        kept[photo.sha256] = stage_maps(encoder, canvas), square
    maps, square = kept[photo.sha256]
    return maps, square


def _neighbours(
    sketch: tuple[torch.Tensor, ...], photo: tuple[torch.Tensor, ...]
) -> tuple[Flow, Flow]:
    from engine.correspondence.features import affinity, descriptors
    from engine.correspondence.neighbours import match

    between = affinity(descriptors(sketch, GRID), descriptors(photo, GRID))[0]
    forward, backward = (
        Flow(targets.cpu().numpy(), confidence.cpu().numpy())
        for targets, confidence in (match(between, GRID), match(between.T, GRID))
    )
    return forward, backward
