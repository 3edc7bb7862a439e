"""The very photo within its category, with places compared (`engine.retrieval.places`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from engine.encoders.strokewise import StrokewiseEncoder
from engine.evaluation.image_tree import LabelledImage, decode
from engine.evaluation.metrics import rank_of, ranking
from engine.evaluation.retrieval import Gallery, means
from engine.retrieval.places import CANDIDATES, WEIGHT, agreement, place_maps

_BATCH = 16


def with_places(scores: NDArray[np.float32], agreed: NDArray[np.float32]) -> NDArray[np.float32]:
    """(Q, P) what a folder's photos are ordered by; -inf for those that are not compared.

    Args:
        scores: (Q, P) cosines of the embeddings.
        agreed: (Q, P) see `agreement`.
    """
    total = scores + WEIGHT * agreed
    np.put_along_axis(total, ranking(scores)[:, CANDIDATES:], -np.inf, 1)
    return total


def place_agreement(
    encoder: StrokewiseEncoder,
    sketches: Sequence[LabelledImage],
    photos: Sequence[LabelledImage],
    advance: Callable[[int], None],
) -> NDArray[np.float32]:
    """(Q, P) `agreement`; `advance` is told how many more images are done.

    The mean map that is taken from the photos' is that of all P here; a search takes that of its
    `CANDIDATES`.
    """
    paper = np.full((1, encoder.input_size, encoder.input_size), 255, np.uint8)
    drawn, seen = (_maps(encoder, images, advance) for images in (sketches, photos))
    return np.asarray(agreement(drawn, seen, place_maps(encoder, paper)).numpy())


def metrics_with_places(
    encoder: StrokewiseEncoder,
    images: tuple[Sequence[LabelledImage], Sequence[LabelledImage]],
    sketches: Gallery,
    photos: Gallery,
    advance: Callable[[int], None],
) -> dict[str, float]:
    """acc_1, acc_5: how often the own photo is the first, or among five, of its category.

    Args:
        encoder: the bundled one.
        images: of the sketches and of the photos, in the order of their embeddings.
        sketches, photos: embedded.
        advance: told how many more images are done.
    """
    row_of = {name: row for row, name in enumerate(photos.instance)}
    paired = np.array([name in row_of for name in sketches.instance], bool)
    category, among = np.asarray(sketches.category), np.asarray(photos.category)
    ranks = np.full(len(paired), np.nan)
    for name in np.unique(category[paired]):
        rows, columns = np.flatnonzero(paired & (category == name)), np.flatnonzero(among == name)
        agreed = place_agreement(
            encoder,
            [images[0][i] for i in rows.tolist()],
            [images[1][i] for i in columns.tolist()],
            advance,
        )
        scores = sketches.embeddings[rows] @ photos.embeddings[columns].T
        own = np.array([row_of[sketches.instance[row]] for row in rows])
        ranks[rows] = rank_of(with_places(scores, agreed), np.searchsorted(columns, own))
    return means({f"acc_{best}": np.where(paired, ranks < best, np.nan) for best in (1, 5)})


def _maps(
    encoder: StrokewiseEncoder, images: Sequence[LabelledImage], advance: Callable[[int], None]
) -> torch.Tensor:
    """(N, C, H, W) maps, as precise as a search keeps them."""
    found = []
    for start in range(0, len(images), _BATCH):
        part = images[start : start + _BATCH]
        found.append(place_maps(encoder, decode(part, encoder.input_size)).half())
        advance(len(part))
    return torch.cat(found).float()
