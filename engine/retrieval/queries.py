"""From what the user shows to a unit vector in the encoder's space."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from engine.encoders.base import Encoder, embed_sketches
from engine.encoders.text import TextEncoder
from engine.errors import InputError
from engine.evaluation.doodles import rasterise_drawing
from engine.evaluation.embedding import to_batch
from engine.retrieval.messages import SearchPhotos
from engine.retrieval.pictures import square
from engine.retrieval.readings import Readings, by_kind, readings_of
from engine.strokes import FloatArray

MARGIN = 0.1
"""White border around a drawing, as a fraction of the side. Of 0.02 to 0.15 the best mAP on the
validation categories; drawings that fill their image as they were drawn gain nothing from it."""

WORDS_KEEP = 0.1
"""Words narrow a search to this share of the photos, but to no fewer than `WORDS_KEEP_AT_LEAST`."""
WORDS_KEEP_AT_LEAST = 100
NOTHING_TO_SEARCH_BY = "There is nothing to search by: draw something."


def sketch_pixels(strokes: Sequence[FloatArray], side: int) -> NDArray[np.uint8]:
    """(side, side) uint8: dark lines on white, the ink in the middle, filling all but a margin.

    Raises:
        InputError: there are no strokes, or a point is not a number.
    """
    lines = [np.asarray(line, np.float64) for line in strokes]
    if not lines or not all(len(line) and np.isfinite(line).all() for line in lines):
        raise InputError("There are no strokes to search by.")
    drawing = [(line[:, 0], line[:, 1]) for line in lines]
    return np.array(rasterise_drawing(drawing, side, margin=MARGIN))


def embed_drawings(
    encoder: Encoder, drawings: Sequence[Sequence[FloatArray]]
) -> NDArray[np.float32]:
    """(N, D) unit vectors of drawings, to search photos by.

    Args:
        drawings: each a list of (M, 2) polylines of any range, y down.

    Raises:
        InputError: a drawing has no strokes, or a point that is not a number.
    """
    pixels = np.stack([sketch_pixels(lines, encoder.input_size) for lines in drawings])
    return embed_pixels(encoder, pixels, sketches=True)


@torch.no_grad()
def embed_pixels(
    encoder: Encoder, pixels: NDArray[np.uint8], *, sketches: bool = False
) -> NDArray[np.float32]:
    """(N, D) unit vectors of (N, S, S, 3) or grey (N, S, S) photos, or drawings."""
    batch = to_batch(pixels, encoder.device)
    embeddings = embed_sketches(encoder, batch) if sketches else encoder.embed(batch)
    return np.asarray(embeddings.float().cpu().numpy())


def embed_image(encoder: Encoder, rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(D,) unit vector of an (H, W, 3) photo, stretched to the encoder's square."""
    pixels = square(Image.fromarray(rgb), encoder.input_size)
    vector: NDArray[np.float32] = embed_pixels(encoder, pixels[None])[0]
    return vector


def drawing_pixels(payload: SearchPhotos, side: int) -> NDArray[np.uint8] | None:
    """(S, S) or (S, S, 3) what the encoder sees of the drawing; None if the query is none."""
    if payload.strokes:
        return sketch_pixels(payload.strokes, side)
    if isinstance(payload.image, np.ndarray):
        return square(Image.fromarray(payload.image), side)
    return None


def query_vector(payload: SearchPhotos, encoder: Encoder) -> NDArray[np.float32] | None:
    """(D,) unit vector of the drawing or photo to search by; None if there is neither."""
    drawing = drawing_pixels(payload, encoder.input_size)
    if drawing is not None:
        vector: NDArray[np.float32] = embed_pixels(encoder, drawing[None], sketches=True)[0]
        return vector
    if isinstance(payload.photo, np.ndarray):
        return embed_image(encoder, payload.photo)
    return None


def query_readings(
    payload: SearchPhotos, encoder: Encoder, vector: NDArray[np.float32]
) -> Readings:
    """What `query_vector` gave, for photos of all kinds; of strokes, what else they may become."""
    if payload.image is not None:
        return Readings.one(by_kind(vector[None], encoder.semantic_dimensions)[0])
    if not payload.strokes:
        return Readings.one(vector)
    return readings_of(vector[None], [payload.strokes], encoder)[0].likely(payload.hits)


def words_vector(payload: SearchPhotos, encoder: Encoder) -> NDArray[np.float32] | None:
    """(D,) unit vector of the words; None if there are none."""
    words = payload.words.strip()
    return embed_words(encoder, words) if words else None


def embed_words(encoder: Encoder, words: str) -> NDArray[np.float32]:
    """(D,) unit vector of a few words.

    Raises:
        InputError: the encoder has no text tower.
    """
    if not isinstance(encoder, TextEncoder):
        raise InputError(
            f'"{encoder.name}" does not understand words; choose a CLIP model under Tools > Models.'
        )
    return np.asarray(encoder.encode_text([f"a photo of a {words}"])[0].float().cpu().numpy())
