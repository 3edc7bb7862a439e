"""From what a request asks for to a function of the sketch."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from engine.abstraction.framing import Framing
from engine.attribution.estimators import on_paper
from engine.attribution.framing import LINE_WIDTH, Framed
from engine.attribution.look import look_at
from engine.attribution.messages import CategoryTarget, PhotoTarget, TargetSpec
from engine.attribution.targets import (
    OVERSAMPLING,
    CategoryLogProbability,
    Target,
    photo_similarity,
    reduced,
    text_similarity,
)
from engine.attribution.units import whole_strokes
from engine.context import Context
from engine.encoders.base import Encoder, embed_sketches
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.text import TextEncoder
from engine.errors import InputError
from engine.photo import content_hash
from engine.strokes import FloatArray


def resolve_target(
    spec: TargetSpec, framed: Framed, encoder_name: str, context: Context
) -> tuple[Target, str]:
    """The target and its name for people.

    Args:
        framed: the sketch, of which the category is guessed where none is named.

    Raises:
        InputError: no such category, or the encoder does not know words.
    """
    if isinstance(spec, CategoryTarget):
        guessing = guessing_encoder(encoder_name, context)
        name = spec.name
        if name is None:
            name = look_at(framed, guessing, context).top(1)[0].name
        return CategoryLogProbability(guessing, category_column(guessing, name)), name
    encoder = context.encoder(encoder_name)
    if isinstance(spec, PhotoTarget):
        return photo_similarity(encoder, photo_embedding(spec, encoder, context)), "the photo"
    if not isinstance(encoder, TextEncoder):
        raise InputError(f'The encoder "{encoder.name}" does not know words; choose a CLIP model.')
    return text_similarity(encoder, spec.text), spec.text


def guessing_encoder(name: str, context: Context) -> StrokewiseEncoder:
    """The encoder of that name if it has a category head, else the bundled one."""
    chosen = context.encoder(name)
    encoder = chosen if isinstance(chosen, StrokewiseEncoder) else context.encoder("bundled")
    assert isinstance(encoder, StrokewiseEncoder)
    return encoder


def category_column(encoder: StrokewiseEncoder, name: str) -> int:
    """Which column of the head a category is.

    Raises:
        InputError: the head does not know it.
    """
    for spelling in (name, name.replace("_", " ")):
        if spelling in encoder.category_names:
            return encoder.category_names.index(spelling)
    raise InputError(f'"{name}" is none of the {len(encoder.category_names)} categories.')


@torch.no_grad()
def sketch_embedding(lines: Sequence[FloatArray], encoder: Encoder) -> torch.Tensor:
    """(D,) of strokes on the unit square."""
    side = OVERSAMPLING * encoder.input_size
    image = on_paper(whole_strokes(lines).stamps(side, LINE_WIDTH * side).image())
    return embed_sketches(encoder, reduced(image.to(encoder.device), encoder.input_size))[0]


@torch.no_grad()
def photo_embedding(spec: PhotoTarget, encoder: Encoder, context: Context) -> torch.Tensor:
    """(D,) of the photo, set into a square as sketches are; encoded once per photo and encoder."""
    key = ("photo-embedding", encoder.fingerprint, str(encoder.device), content_hash(spec.rgb))
    if key not in context.cache:
        height, width, _ = spec.rgb.shape
        canvas = Framing(width, height, encoder.input_size).to_canvas(spec.rgb)
        context.cache[key] = encoder.embed(canvas.to(encoder.device))[0]
    embedding: torch.Tensor = context.cache[key]
    return embedding
