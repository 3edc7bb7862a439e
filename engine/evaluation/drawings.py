"""Held-out drawings as strokes, and photos of the same categories, for the stroke protocols."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from engine.encoders.base import Encoder
from engine.encoders.strokewise import StrokewiseEncoder
from engine.errors import InputError
from engine.evaluation.doodles import read_quickdraw
from engine.evaluation.embedding import embed_images
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.strokes import FloatArray

Drawing = tuple[str, tuple[FloatArray, ...]]
"""Category, and (N, 2) polylines in drawing order."""


def held_out_drawings(
    data: Path, encoder: StrokewiseEncoder, skip: int, min_strokes: int
) -> list[Drawing]:
    """Drawings of categories that the encoder knows, in the file's order.

    Args:
        data: Quick, Draw! .ndjson or .ndjson.gz.
        skip: leave out the first drawings of each category (those trained on).
        min_strokes: leave out drawings of fewer strokes.

    Raises:
        InputError: the file holds no such drawing.
    """
    known = set(encoder.category_names)
    passed: dict[str, int] = defaultdict(int)
    found: list[Drawing] = []
    for word, strokes in read_quickdraw(data):
        passed[word] += 1
        if word not in known or passed[word] <= skip or len(strokes) < min_strokes:
            continue
        found.append((word, tuple(np.stack(s[:2], 1).astype(np.float64) for s in strokes)))
    if not found:
        raise InputError(f"{data} holds no drawing of at least {min_strokes} strokes to look at.")
    return found


def photos_by_category(data: Path) -> dict[str, list[LabelledImage]]:
    """Photos of a folder or zip with photo/CATEGORY/ID.jpg, or CATEGORY/ID.jpg; names with spaces.

    Raises:
        InputError: it is not laid out so.
    """
    found: dict[str, list[LabelledImage]] = defaultdict(list)
    for image in labelled_images(data):
        if image.modality != "sketch":
            found[image.category.replace("_", " ")].append(image)
    return dict(found)


def photo_embeddings(
    photos: Mapping[str, list[LabelledImage]], encoder: Encoder
) -> dict[str, torch.Tensor]:
    """(N, D) unit embeddings of each category's photos."""
    return {
        name: torch.from_numpy(embed_images(encoder, images, lambda _: None).embeddings)
        for name, images in photos.items()
    }


def seed_of(*parts: object) -> int:
    """The same number for the same things in every run."""
    return zlib.crc32(repr(parts).encode())
