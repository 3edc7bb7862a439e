"""The jobs "correspond" and "correspond.show"."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from engine.context import Context
from engine.correspondence.flow import Square
from engine.correspondence.messages import (
    Correspondence,
    CorrespondPayload,
    ShowAsPhotoPayload,
    ShownAsPhoto,
)
from engine.correspondence.warping import mean_confidence, photo_to_drawing
from engine.errors import InputError
from engine.photo import load_photo
from engine.retrieval.messages import Found, SearchPhotos
from engine.retrieval.searching import search
from engine.types import Job, Progress
from engine.warmup import gentle_imports, load_torch

if TYPE_CHECKING:
    import torch

    from engine.correspondence.matchers import Matching
    from engine.photo import Photo

KEPT_PHOTOS = 8
"""So many photos' descriptions are kept."""


def correspond(payload: CorrespondPayload, context: Context) -> Job:
    """Match a drawing with a photo; returns a `Correspondence`.

    Raises:
        InputError: the drawing or the photo shows nothing, there is no such encoder, or it cannot
            be matched in the way that is wanted.
    """
    began_s = time.perf_counter()
    yield from load_torch()
    with gentle_imports():
        from engine.correspondence.confidence import enclosed_by_ink
        from engine.correspondence.estimator import SKETCH
        from engine.correspondence.features import canvas_side

        encoder = context.encoder(payload.encoder)
        matching = _matching(payload, context)
    side = canvas_side(encoder)
    sketch, sketch_square = _sketch_canvas(payload, side)
    yield Progress(0.1, "Looking at the photo")
    photo, photo_square = _photo(payload.photo, side, matching, encoder.fingerprint, context)
    yield Progress(0.5, "Looking at the drawing")
    described = matching.describe(sketch.to(encoder.device), SKETCH)
    yield Progress(0.7, "Matching")
    enclosed = enclosed_by_ink(sketch).to(encoder.device)
    forward, backward = matching.flows(described, photo, enclosed)
    height, width, _ = payload.photo.rgb.shape
    return Correspondence(
        forward,
        backward,
        sketch_square,
        photo_square,
        (width, height),
        matching.kind,
        encoder.name,
        time.perf_counter() - began_s,
    )


def show_as_photo(payload: ShowAsPhotoPayload, context: Context) -> Job:
    """The photo of a library that fits a drawing best, warped to it; returns a `ShownAsPhoto`.

    Raises:
        InputError: as for "correspond" and "photos.search", or no photo of the library can be used.
    """
    found: Found = yield from search(
        SearchPhotos(
            payload.library,
            payload.strokes,
            hits=payload.candidates,
            encoder=payload.encoder,
            thumbnails=False,
        ),
        context,
    )
    best: ShownAsPhoto | None = None
    best_fit = -1.0
    for number, hit in enumerate(found.hits):
        yield Progress((number + 1) / (len(found.hits) + 1), "Trying photos")
        try:
            photo = load_photo(hit.path)
            matched: Correspondence = yield from correspond(
                CorrespondPayload(
                    photo,
                    payload.strokes,
                    frame=payload.frame,
                    matcher=payload.matcher,
                    encoder=payload.encoder,
                ),
                context,
            )
        except InputError:
            continue  # gone since it was indexed, or of one colour
        fit = mean_confidence(matched, payload.strokes)
        if fit > best_fit:
            picture = photo_to_drawing(matched, photo.rgb, payload.side_px)
            best, best_fit = ShownAsPhoto(hit, photo, matched, picture.at(1.0)), fit
    if best is None:
        raise InputError("There is no photo to show it as: add a folder of photos first.")
    best.rgba.setflags(write=False)
    return best


def _matching(payload: CorrespondPayload, context: Context) -> Matching:
    from engine.correspondence.matchers import choose_matching

    encoder = context.encoder(payload.encoder)
    key = ("matching", payload.matcher, encoder.fingerprint, str(encoder.device))
    if key not in context.cache:
        context.cache[key] = choose_matching(encoder, payload.matcher)
    matching: Matching = context.cache[key]
    return matching


def _sketch_canvas(payload: CorrespondPayload, side: int) -> tuple[torch.Tensor, Square]:
    from engine.correspondence.pictures import image_canvas, strokes_canvas

    if payload.image is not None:
        return image_canvas(payload.image, payload.frame, side)
    return strokes_canvas(payload.strokes, payload.frame, side)


def _photo(
    photo: Photo, side: int, matching: Matching, fingerprint: str, context: Context
) -> tuple[Any, Square]:
    """The photo described, once per photo and encoder, and where the square lies on it."""
    from engine.correspondence.estimator import PHOTO
    from engine.correspondence.pictures import photo_canvas

    key = ("matched-photos", matching.kind, fingerprint, str(context.device))
    kept = context.cache.setdefault(key, {})
    if photo.sha256 not in kept:
        canvas, square = photo_canvas(photo, side)
        while len(kept) >= KEPT_PHOTOS:
            del kept[next(iter(kept))]
        kept[photo.sha256] = matching.describe(canvas.to(context.device), PHOTO), square
    described, square = kept[photo.sha256]
    return described, square
