"""The jobs "redraw", "redraw.finish", "redraw.combine", "redraw.morph" and "redraw.embed"."""

from __future__ import annotations

import time

import numpy as np
import torch

from engine.context import Context
from engine.errors import InputError
from engine.sketchembed.canvas import Frame, checked_strokes, frame_of_ink, render
from engine.sketchembed.drawing import Chance, Drawn, draw
from engine.sketchembed.imitating import draw_at, imitate
from engine.sketchembed.loading import model_of
from engine.sketchembed.messages import (
    MAX_MORPH_STEPS,
    MAX_POINTS,
    MAX_TERMS,
    MAX_VARIANTS,
    CombinePayload,
    EmbedPayload,
    FinishPayload,
    Ghost,
    Ghosts,
    Morph,
    MorphPayload,
    PictureSource,
    Redrawing,
    RedrawPayload,
    Sampling,
    Source,
    Variant,
)
from engine.sketchembed.reading import read_picture
from engine.sketchembed.sequences import from_rows, simplified, to_rows
from engine.strokes import FloatArray
from engine.types import Job, Progress

MAX_TEMPERATURE = 1.5
MAX_BEST_OF = 32
MAX_REFINE = 500
_BEGUN_SIDE = 0.6
"""Of the canvas's side, what the ink of an unfinished drawing fills: the rest is to come."""
_MAX_GIVEN = MAX_POINTS - 16
"""Points of an unfinished drawing that the model is told, so that some are left to draw."""
_LINE_BREAK = 0.5


def see(source: Source) -> tuple[torch.Tensor, Frame]:
    """Ink (1, 28, 28) as the model sees a source, and the square of the source that it shows.

    Raises:
        InputError: there is nothing in it, or numbers are none.
    """
    if isinstance(source, PictureSource):
        return read_picture(source.rgb, source.region, source.reading)
    lines = checked_strokes(source.strokes)
    frame = frame_of_ink(lines)
    return render([[frame.to_canvas(line) for line in lines]])[0], frame


def redraw(payload: RedrawPayload, context: Context) -> Job:
    """Draw a source again; returns a `Redrawing`.

    Raises:
        InputError: nothing to draw, or a number out of range.
    """
    began_s = time.perf_counter()
    check_sampling(payload.sampling, payload.variants)
    model = model_of(context)
    yield Progress(0.1, "Looking")
    image, frame = see(payload.source)
    yield Progress(0.3, "Drawing")
    (made,) = imitate(model, image[None], payload.variants, payload.sampling)
    seen = image[0].numpy()
    seen.setflags(write=False)
    variants = tuple(as_variant(each.lines, frame, each.distance, each.finished) for each in made)
    return Redrawing(variants, seen, frame.box, time.perf_counter() - began_s)


def finish(payload: FinishPayload, context: Context) -> Job:
    """How the strokes so far may go on; returns `Ghosts`.

    Raises:
        InputError: no strokes, or a number out of range.
    """
    began_s = time.perf_counter()
    check_sampling(payload.sampling, payload.variants)
    lines = checked_strokes(payload.strokes)
    if payload.frame is None:
        frame = frame_of_ink(lines, _BEGUN_SIDE)
    else:
        frame = Frame.around(payload.frame, 1.0)
    model = model_of(context)
    yield Progress(0.1, "Looking")
    placed = [frame.to_canvas(line) for line in lines]
    z = model.embed(render([placed])).expand(payload.variants, -1)
    yield Progress(0.3, "Drawing on")
    given = to_rows(simplified(placed, _MAX_GIVEN))[:-1]
    if not payload.new_stroke:
        given[-1, 2:] = (1.0, 0.0, 0.0)
    chance = Chance.seeded(payload.sampling.seed, payload.variants)
    drawn = draw(
        model.net.decoder, z, chance, payload.sampling.temperature, given, payload.new_stroke
    )
    start = placed[-1][-1]
    ghosts = [_ghost(each, start, not payload.new_stroke, frame) for each in drawn]
    ghosts.sort(key=lambda ghost: -ghost.log_probability)
    return Ghosts(tuple(ghosts), time.perf_counter() - began_s)


def combine(payload: CombinePayload, context: Context) -> Job:
    """A weighted sum of embeddings, drawn; returns a `Redrawing`.

    Raises:
        InputError: nothing to draw in a term, or a number out of range.
    """
    began_s = time.perf_counter()
    check_sampling(payload.sampling, payload.variants)
    if not 1 <= len(payload.terms) <= MAX_TERMS:
        raise InputError(f"Between 1 and {MAX_TERMS} drawings can be combined.")
    model = model_of(context)
    yield Progress(0.1, "Looking")
    seen = [see(term.source) for term in payload.terms]
    weights = torch.tensor([term.weight for term in payload.terms], device=model.device)
    z = weights @ model.embed(torch.stack([image for image, _ in seen]))
    yield Progress(0.3, "Drawing")
    frame = seen[0][1] if payload.box is None else Frame.around(payload.box, 1.0)
    count = payload.variants * payload.sampling.best_of
    drawn = draw_at(model, z.expand(count, -1), payload.sampling)
    scores = np.array([_per_point(each) for each in drawn])
    groups = np.arange(count).reshape(payload.variants, -1)
    best = groups[np.arange(len(groups)), scores[groups].argmax(1)]
    variants = tuple(_unmatched(drawn[i], frame) for i in best)
    return Redrawing(variants, None, frame.box, time.perf_counter() - began_s)


def morph(payload: MorphPayload, context: Context) -> Job:
    """Drawings on the way from one to another; returns a `Morph`.

    Raises:
        InputError: nothing to draw, or a number out of range.
    """
    began_s = time.perf_counter()
    check_sampling(payload.sampling, 1)
    if not 2 <= payload.steps <= MAX_MORPH_STEPS:
        raise InputError(f"A morph has 2 to {MAX_MORPH_STEPS} steps, not {payload.steps}.")
    model = model_of(context)
    yield Progress(0.1, "Looking")
    (first, frame), (last, _) = see(payload.first), see(payload.last)
    ends = model.embed(torch.stack([first, last]))
    yield Progress(0.3, "Drawing")
    weights = np.linspace(0.0, 1.0, payload.steps)
    share = torch.from_numpy(weights).float().to(model.device)[:, None]
    drawn = draw_at(model, torch.lerp(ends[:1], ends[1:], share), payload.sampling, shared=True)
    if payload.box is not None:
        frame = Frame.around(payload.box, 1.0)
    drawings = tuple(_unmatched(each, frame) for each in drawn)
    return Morph(weights, drawings, frame.box, time.perf_counter() - began_s)


def embed(payload: EmbedPayload, context: Context) -> Job:
    """Means of the SketchEmbeddings: (N, D) float32, read-only.

    Raises:
        InputError: nothing to see in a source, or no source.
    """
    if not payload.sources:
        raise InputError("There is nothing to embed.")
    model = model_of(context)
    images: list[torch.Tensor] = []
    for source in payload.sources:
        yield Progress(len(images) / len(payload.sources), "Looking")
        images.append(see(source)[0])
    embeddings = model.embed(torch.stack(images)).cpu().numpy()
    embeddings.setflags(write=False)
    return embeddings


def check_sampling(sampling: Sampling, variants: int) -> None:
    """Raise `InputError` unless all numbers are in range."""
    if not 1 <= variants <= MAX_VARIANTS:
        raise InputError(f"The number of variants must be from 1 to {MAX_VARIANTS}.")
    if not 0 <= sampling.temperature <= MAX_TEMPERATURE:
        raise InputError(f"The temperature must be from 0 to {MAX_TEMPERATURE}.")
    if not 1 <= sampling.best_of <= MAX_BEST_OF:
        raise InputError(f"The best can be taken of 1 to {MAX_BEST_OF} drawings.")
    if not 0 <= sampling.refine <= MAX_REFINE:
        raise InputError(f"A drawing can be refined in 0 to {MAX_REFINE} steps.")
    if not 0 <= sampling.seed < 2**31:
        raise InputError("The seed must be from 0 to 2^31 - 1.")


def as_variant(lines: list[FloatArray], frame: Frame, distance: float, finished: bool) -> Variant:
    """A drawing in px of what it was made from."""
    strokes = tuple(frame.from_canvas(line) for line in lines)
    return Variant(strokes, sum(map(len, lines)), distance, finished)


def _unmatched(drawn: Drawn, frame: Frame) -> Variant:
    """A drawing for which there is no picture."""
    return as_variant(from_rows(drawn.rows), frame, float("nan"), drawn.finished)


def _ghost(drawn: Drawn, start: FloatArray, goes_on: bool, frame: Frame) -> Ghost:
    """The continuation after `start` (2,), a place on the canvas."""
    rows = drawn.rows.copy()
    if not len(rows) or rows[0, 4] > _LINE_BREAK:
        return Ghost((), False, _per_point(drawn))
    lines = from_rows(rows)
    # The first movement of `from_rows` starts in the middle, here it starts where the pen was.
    lines = [line - 0.5 + start for line in lines]
    if goes_on:
        lines[0] = np.concatenate([start[None], lines[0]])
    strokes = tuple(frame.from_canvas(line) for line in lines)
    return Ghost(strokes, goes_on, _per_point(drawn))


def _per_point(drawn: Drawn) -> float:
    return drawn.log_probability / max(len(drawn.rows), 1)
