"""The job behind "abstract": a photo as n strokes (CLIPasso, Vinker et al. 2022)."""

from __future__ import annotations

import time
from collections.abc import Generator

import numpy as np
import torch

from engine.abstraction.framing import Framing
from engine.abstraction.initial import initial_strokes
from engine.abstraction.messages import (
    MAX_ITERATIONS,
    MAX_RESTARTS,
    MAX_STROKES,
    MAX_VIEWS,
    Abstraction,
    AbstractPayload,
)
from engine.abstraction.optimisation import (
    STROKE_WIDTH_PX,
    Optimisation,
    Schedule,
    keep_drawable,
)
from engine.abstraction.prepared import PreparedPhotos
from engine.abstraction.target import PhotoTarget, encode_photo
from engine.context import Context
from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.types import Job, Progress

_PREVIEW_EVERY_S = 0.1
_ACCELERATOR_BATCH = 64


def abstract(payload: AbstractPayload, context: Context) -> Job:
    """Sketch a photo; a step lasts about as long as one pass of the encoder.

    Progress comes with every step, a preview (an `Abstraction`) at most ten times a second, the
    first one as soon as the strokes are placed. What depends on the photo alone is cached.

    Raises:
        InputError: a number out of range, a photo with nothing in it, no such encoder.
    """
    _check(payload)
    began_s = time.perf_counter()
    encoder = context.encoder(payload.encoder)
    photo = _prepared_photos(context, encoder).get(payload.photo_rgb, encoder)
    report = _Reporter(photo.framing, encoder.name, began_s)
    generator = torch.Generator().manual_seed(payload.seed)
    starts = torch.stack(
        [
            initial_strokes(photo.probability, payload.strokes, generator)
            for _ in range(payload.restarts)
        ]
    )
    bounds = photo.framing.box
    first = report.sketch(keep_drawable(starts[0], bounds))
    batch = 1 if context.device.type == "cpu" else context.batch_size(_ACCELERATOR_BATCH)
    encoding = Progress(0.0, "Encoding the photo", first)
    if photo.target is None:
        passes = encode_photo(encoder, photo.image, photo.drawing, photo.importance, batch)
        photo.target = yield from _reporting(passes, encoding)
    else:
        yield encoding

    schedule = Schedule(payload.iterations, payload.views, batch)
    run = Optimisation(encoder, photo.target, starts, bounds, schedule, generator)
    for _ in run.steps():
        text = f"Iteration {run.iteration} of at most {payload.iterations}"
        preview = None
        if report.preview_due():
            preview = report.sketch(run.current, run.best_loss, run.iteration)
        yield Progress(run.iteration / payload.iterations, text, preview)
    return report.sketch(run.best, run.best_loss, run.iteration, run.leader_losses)


class _Reporter:
    """Makes `Abstraction`s out of canvas coordinates, and knows when the next preview is due."""

    def __init__(self, framing: Framing, encoder: str, began_s: float) -> None:
        self._framing = framing
        self._encoder = encoder
        self._began_s = began_s
        self._first_s: float | None = None
        self._previous_s = began_s

    def preview_due(self) -> bool:
        """Whether the last sketch is long enough ago."""
        return time.perf_counter() - self._previous_s >= _PREVIEW_EVERY_S

    def sketch(
        self,
        controls: torch.Tensor,
        loss: float = float("inf"),
        iterations: int = 0,
        losses: tuple[float, ...] = (),
    ) -> Abstraction:
        """(n, 4, 2) control points in canvas px as an answer in photo px."""
        now_s = time.perf_counter()
        self._previous_s = now_s
        if self._first_s is None:
            self._first_s = now_s
        beziers = self._framing.to_photo(controls.cpu().numpy().astype(np.float64))
        beziers.setflags(write=False)
        return Abstraction(
            beziers=beziers,
            width_px=STROKE_WIDTH_PX / self._framing.scale,
            loss=loss,
            losses=losses,
            iterations=iterations,
            seconds=now_s - self._began_s,
            first_preview_seconds=self._first_s - self._began_s,
            encoder=self._encoder,
        )


def _reporting(
    passes: Generator[None, None, PhotoTarget], progress: Progress
) -> Generator[Progress, None, PhotoTarget]:
    """The steps of `passes`, each as `progress`, of which only the first has the preview."""
    while True:
        try:
            next(passes)
        except StopIteration as end:
            target: PhotoTarget = end.value
            return target
        yield progress
        progress = Progress(progress.fraction, progress.text)


def _prepared_photos(context: Context, encoder: Encoder) -> PreparedPhotos:
    key = ("abstraction", encoder.fingerprint, str(context.device))
    photos: PreparedPhotos = context.cache.setdefault(key, PreparedPhotos())
    return photos


def _check(payload: AbstractPayload) -> None:
    for what, value, highest in (
        ("number of strokes", payload.strokes, MAX_STROKES),
        ("number of iterations", payload.iterations, MAX_ITERATIONS),
        ("number of restarts", payload.restarts, MAX_RESTARTS),
        ("number of views", payload.views, MAX_VIEWS),
    ):
        if not 1 <= value <= highest:
            raise InputError(f"The {what} must be from 1 to {highest}, not {value}.")
    if not 0 <= payload.seed < 2**63:
        raise InputError(f"The seed must be from 0 to 2^63 - 1, not {payload.seed}.")
