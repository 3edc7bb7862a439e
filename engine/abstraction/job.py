"""The job behind "abstract": a photo as n strokes (CLIPasso, Vinker et al. 2022)."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TypeVar

import torch

from engine.abstraction.curves import keep_drawable, lowered, raised
from engine.abstraction.importances import in_order, likeness, stroke_scores
from engine.abstraction.messages import (
    Abstraction,
    AbstractPayload,
    check_payload,
)
from engine.abstraction.placing import Placing
from engine.abstraction.prepared import PreparedPhoto, PreparedPhotos
from engine.abstraction.reporter import Reporter
from engine.abstraction.search import (
    CONTOUR_RATES,
    SAMPLED_RATES,
    Effort,
    Found,
    Snapshot,
    search,
)
from engine.abstraction.surroundings import Surroundings, surroundings
from engine.context import Context
from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.types import Job, Progress

T = TypeVar("T")

_REFINING_RATES = (1.0, 0.7, 0.1)
"""For a sketch that is a good one already."""


def abstract(payload: AbstractPayload, context: Context) -> Job:
    """Sketch a photo; a step lasts about as long as one pass of the encoder.

    Progress comes with every step, a preview (an `Abstraction`) with the first, as soon as the
    strokes are placed, and then with every step that is a twentieth of a second after the one
    before. What depends on the photo alone is cached.

    Raises:
        InputError: a number out of range, a photo with nothing in it, no such encoder.
    """
    check_payload(payload)
    began_s = time.perf_counter()
    encoder = context.encoder(payload.encoder)
    photo = prepared_photos(context, encoder).get(
        payload.photo_rgb, encoder, payload.mask, whole_scene=payload.whole_scene
    )
    generator = torch.Generator().manual_seed(payload.seed)
    around = surroundings(payload.leave, photo.framing, payload.start, payload.strokes)
    starts = starting_strokes(payload, photo, around, generator)
    report = Reporter(photo.framing, encoder.name, began_s)
    first = report.sketch(raised(keep_drawable(starts[0], photo.framing.box)))
    yield Progress(0.0, "Encoding the photo", first)
    effort = effort_of(payload, context)
    found = yield from shown(
        search(encoder, photo, starts, around, effort, generator), report, payload.iterations
    )
    yield Progress(1.0, "Looking at the strokes")
    return (yield from finished(encoder, photo, found, around, effort, report))


def starting_strokes(
    payload: AbstractPayload,
    photo: PreparedPhoto,
    around: Surroundings,
    generator: torch.Generator,
) -> torch.Tensor:
    """(R, n, k, 2) strokes to begin with, px of the canvas: R sets of new ones, or what is given.

    Of a given start, the strokes that are not held still may be fewer or more than wanted; what is
    missing is placed as new ones are.
    """
    placing = Placing(photo, around, generator, payload.control_points)
    if payload.start is None:
        return placing.starts(payload.strokes, payload.restarts, sampled=payload.sampled_start)
    on_canvas = torch.from_numpy(photo.framing.to_canvas_px(payload.start)).float()
    given = lowered(on_canvas, payload.control_points)[: payload.strokes]
    if around.moves is not None:
        stays = ~around.moves[: len(given)]
        if not torch.allclose(raised(given)[stays], on_canvas[: len(given)][stays], atol=0.1):
            raise InputError("The strokes that stay need 4 control points; use as many for all.")
    missing = payload.strokes - len(given)
    if not missing:
        return given[None]
    # Strokes that are drawn anew, while all others are still, would come back along the contours
    # where they were.
    fresh = placing.starts(
        missing, payload.restarts, sampled=bool(payload.leave.still), beside=given
    )
    return torch.cat([given.expand(len(fresh), -1, -1, -1), fresh], 1)


def effort_of(payload: AbstractPayload, context: Context) -> Effort:
    """How much work the payload asks for."""
    rates = CONTOUR_RATES
    if payload.start is not None:
        rates = _REFINING_RATES
    elif payload.sampled_start:
        rates = SAMPLED_RATES
    return Effort(payload.iterations, payload.views, context.batch_scale, rates)


def shown(
    work: Generator[Snapshot, None, Found], report: Reporter, iterations: int, text: str = ""
) -> Generator[Progress, None, Found]:
    """A search as part of a job: its steps as progress, with previews when they are due."""
    while True:
        try:
            now = next(work)
        except StopIteration as end:
            found: Found = end.value
            return found
        preview = None
        if report.preview_due():
            preview = report.sketch(now.controls, now.loss, now.iteration)
        done = min(now.iteration / iterations, 1.0)
        words = text or f"Iteration {now.iteration} of at most {iterations}"
        yield Progress(done, words, preview)


def finished(
    encoder: Encoder,
    photo: PreparedPhoto,
    found: Found,
    around: Surroundings,
    effort: Effort,
    report: Reporter,
) -> Generator[Progress, None, Abstraction]:
    """What a search came to as an answer, its strokes in the order of what they do.

    Steps of this are progress without a preview.
    """
    fine = photo.targets[encoder.canvas_size]
    target = photo.targets.get(encoder.coarse_canvas_size, fine)
    batch = effort.batch(encoder, target.side)
    scores = torch.zeros(1)
    if len(found.controls) > 1:
        scores = yield from silently(stroke_scores(encoder, target, found.controls, around, batch))
    order = in_order(scores)
    return report.sketch(
        found.controls[order.to(found.controls.device)],
        found.loss,
        found.iterations,
        found.losses,
        tuple(scores[order].tolist()),
        likeness(encoder, fine, found.controls, around),
    )


def silently(work: Generator[None, None, T], fraction: float = 1.0) -> Generator[Progress, None, T]:
    """The steps of `work` as part of a job of which `fraction` is done."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found
        yield Progress(fraction, "Looking at the strokes")


def prepared_photos(context: Context, encoder: Encoder) -> PreparedPhotos:
    """The photos that were worked on lately with this encoder."""
    key = ("abstraction", encoder.fingerprint, str(context.device))
    photos: PreparedPhotos = context.cache.setdefault(key, PreparedPhotos())
    return photos
