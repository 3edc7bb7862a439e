"""The job "symbols.recognise": a symbol known again after one example or a few.

Nearest class mean on SketchEmbeddings (section 4.2). Each example counts as several views of
itself, slightly turned, scaled or sheared, and so does what was drawn; their unit embeddings are
averaged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import torch
from torch.nn.functional import normalize

from engine.context import Context
from engine.errors import InputError
from engine.sketchembed.canvas import checked_strokes, frame_of_ink, render
from engine.sketchembed.loading import Model, model_of
from engine.sketchembed.messages import Candidate, RecognisePayload, Recognition
from engine.sketchembed.symbol_book import Example, Symbol
from engine.strokes import FloatArray
from engine.types import Job, Progress

LEAST_SIMILARITY = 0.65
"""Cosine below which a drawing is none of the symbols, at strictness 1."""
TEMPERATURE = 0.07
"""Of the softmax over cosines that gives the probability."""
VIEWS = ((0.0, 1.0, 0.0), (0.12, 1.0, 0.0), (-0.12, 1.0, 0.0), (0.0, 0.9, 0.1), (0.0, 0.9, -0.1))
"""(angle in rad, scale, shear) of each."""


def recognise(payload: RecognisePayload, context: Context) -> Job:
    """Which of the book's symbols the strokes are; returns a `Recognition`.

    Raises:
        InputError: no strokes, an empty book, or a strictness below 0.
    """
    if not payload.book.symbols:
        raise InputError("No symbols have been taught yet.")
    if not payload.strictness >= 0:
        raise InputError("The strictness must be 0 or more.")
    model = model_of(context)
    yield Progress(0.0, "Looking")
    drawn = embedding_of(payload.strokes, model)
    means = []
    for symbol in payload.book.symbols:
        means.append(_mean_of(symbol, model, context))
        yield Progress(len(means) / len(payload.book.symbols), "Looking")
    similarity = torch.stack(means) @ drawn
    order = similarity.argsort(descending=True).tolist()
    candidates = tuple(Candidate(payload.book.names[i], float(similarity[i])) for i in order)
    nearest = candidates[0]
    known = nearest.similarity >= threshold(payload.strictness)
    probability = float(torch.softmax(similarity / TEMPERATURE, 0).max())
    return Recognition(nearest.name if known else None, probability, candidates)


def threshold(strictness: float) -> float:
    """Least cosine for a strictness: -1 at 0, `LEAST_SIMILARITY` at 1, towards 1 above."""
    return 1 - (1 - LEAST_SIMILARITY) / strictness if strictness > 0 else -1.0


def embedding_of(strokes: Sequence[FloatArray], model: Model) -> torch.Tensor:
    """(D,) unit vector: the mean over the views of the strokes.

    Raises:
        InputError: no strokes, or numbers that are none.
    """
    lines = checked_strokes(strokes)
    views = [_seen_from(lines, *view) for view in VIEWS]
    return normalize(normalize(model.embed(render(views)), dim=1).mean(0), dim=0)


def _seen_from(
    lines: Sequence[FloatArray], angle: float, scale: float, shear: float
) -> list[FloatArray]:
    """On the canvas: framed by the ink, then turned, scaled and sheared about its middle."""
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = scale * turn @ np.array([[1.0, shear], [0.0, 1.0]])
    frame = frame_of_ink(lines)
    return [(frame.to_canvas(line) - 0.5) @ matrix.T + 0.5 for line in lines]


def _mean_of(symbol: Symbol, model: Model, context: Context) -> torch.Tensor:
    """(D,) unit vector of a symbol; its examples' embeddings are kept."""
    total = torch.stack([_example_embedding(each, model, context) for each in symbol.examples])
    return normalize(total.mean(0), dim=0)


def _example_embedding(example: Example, model: Model, context: Context) -> torch.Tensor:
    digest = hashlib.sha256(b"|".join(line.tobytes() for line in example)).hexdigest()
    key = ("symbol", digest, model.fingerprint, str(model.device))
    if key not in context.cache:
        context.cache[key] = embedding_of(example, model)
    embedding: torch.Tensor = context.cache[key]
    return embedding
