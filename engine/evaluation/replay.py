"""Retrieval while drawing: doodles replayed stroke by stroke against a gallery of photos.

After 25, 50, 75 and 100 % of a drawing's strokes, where is the first photo of its category? What is
drawn so far is framed and embedded as the live search does it, and the photos are smoothed as a
library does it; "plain" figures are those of the embeddings alone: drawings that are not moved
towards the guess, photos that are not smoothed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.evaluation.doodles import read_quickdraw
from engine.evaluation.embedding import embed_images
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.evaluation.retrieval import Gallery
from engine.retrieval.guessed import towards_guess
from engine.retrieval.queries import embed_drawings
from engine.retrieval.smoothing import smooth_all

SHARES = (0.25, 0.5, 0.75, 1.0)
MIN_STROKES = 2
"""A drawing of one stroke is left out: all its quarters are the same."""
_BATCH = 64
Report = Callable[[float, str], None]
_Vectors = Mapping[float, NDArray[np.float32]]


def evaluate_replay(
    data: Path,
    encoder: Encoder,
    report: Report,
    gallery: Sequence[Path] = (),
    skip: int = 0,
    limit: int | None = None,
    categories: Sequence[str] = (),
) -> dict[str, Any]:
    """Rank of the first photo of the right category as a drawing grows.

    Args:
        data: Quick, Draw! .ndjson or .ndjson.gz; drawings of categories that the gallery does not
            have are left out.
        encoder: what embeds drawings and photos.
        report: told how far it is.
        gallery: folders or zips of photos, [photo/]CATEGORY/NAME.
        skip: leave out the first drawings of each category.
        limit: take at most so many of each.
        categories: draw these only, though the gallery is all of it.

    Returns:
        "metrics": "rank_25" to "rank_100" (medians, the best photo has rank 1), "ratio_50" (of
        the medians at half and at the end), "plain_rank_25" and so on; the medians by category.

    Raises:
        InputError: there is no gallery, or no drawing of its categories.
    """
    photos = [image for each in gallery for image in labelled_images(each)]
    photos = [image for image in photos if image.modality != "sketch"]
    if not photos:
        raise InputError("Name a gallery of photos to search in: --gallery DATA.")
    names = {_plain(image.category) for image in photos}
    wanted = {_plain(each) for each in categories} or names
    drawings = _drawings(data, names & wanted, skip, limit)
    if not drawings:
        raise InputError(f"{data} holds no drawing of a category that the gallery has.")
    rows = _embed_gallery(encoder, photos, lambda share: report(0.5 * share, "photos"))
    plain, queries = _embed_prefixes(encoder, drawings, lambda s: report(0.5 + 0.5 * s, "drawings"))
    category = np.array([_plain(image.category) for image in photos])
    words = np.array([word for word, _ in drawings])

    def ranks_of(
        by_share: _Vectors, photo_rows: NDArray[np.float32]
    ) -> dict[float, NDArray[np.int64]]:
        return {
            share: _first_ranks(embeddings, words, photo_rows, category)
            for share, embeddings in by_share.items()
        }

    dimensions = encoder.semantic_dimensions
    ranks = ranks_of(queries, rows if dimensions is None else smooth_all(rows, dimensions))
    medians = _medians(ranks)
    before = {f"plain_{name}": value for name, value in _medians(ranks_of(plain, rows)).items()}
    return {
        "data": str(data),
        "n": len(drawings),
        "photos": len(photos),
        "metrics": {**medians, **before, "ratio_50": medians["rank_50"] / medians["rank_100"]},
        "categories": {
            word: _medians({share: rank[words == word] for share, rank in ranks.items()})
            for word in sorted(set(words.tolist()))
        },
        "encoder": encoder.fingerprint,
    }


def prefix(strokes: Sequence[Any], share: float) -> list[NDArray[np.float64]]:
    """The first strokes of a drawing, rounded up, as (N, 2) polylines."""
    count = max(1, int(np.ceil(share * len(strokes) - 1e-9)))
    return [
        np.stack([np.asarray(s[0], np.float64), np.asarray(s[1], np.float64)], 1)
        for s in strokes[:count]
    ]


def _plain(category: str) -> str:
    return category.replace("_", " ").lower()


def _drawings(
    data: Path, names: set[str], skip: int, limit: int | None
) -> list[tuple[str, list[Any]]]:
    seen: dict[str, int] = defaultdict(int)
    taken: dict[str, int] = defaultdict(int)
    found = []
    for word, strokes in read_quickdraw(data):
        name = _plain(word)
        if name not in names:
            continue
        seen[name] += 1
        if seen[name] <= skip or len(strokes) < MIN_STROKES:
            continue
        if limit is None or taken[name] < limit:
            taken[name] += 1
            found.append((name, strokes))
    return found


def _embed_gallery(
    encoder: Encoder, photos: Sequence[LabelledImage], report: Callable[[float], None]
) -> NDArray[np.float32]:
    done = 0

    def advance(count: int) -> None:
        nonlocal done
        done += count
        report(done / len(photos))

    gallery: Gallery = embed_images(encoder, photos, advance)
    return np.asarray(gallery.embeddings)


@torch.no_grad()
def _embed_prefixes(
    encoder: Encoder, drawings: Sequence[tuple[str, list[Any]]], report: Callable[[float], None]
) -> tuple[_Vectors, _Vectors]:
    """Embeddings of what is drawn after each share of the strokes: alone, and as searched by."""
    plain: dict[float, list[NDArray[np.float32]]] = {share: [] for share in SHARES}
    moved: dict[float, list[NDArray[np.float32]]] = {share: [] for share in SHARES}
    for start in range(0, len(drawings), _BATCH):
        for share in SHARES:
            part = [prefix(strokes, share) for _, strokes in drawings[start : start + _BATCH]]
            plain[share].append(embed_drawings(encoder, part, guessing=False))
            moved[share].append(towards_guess(plain[share][-1], part, encoder))
        report(min(1.0, (start + _BATCH) / len(drawings)))
    return _joined(plain), _joined(moved)


def _joined(parts: Mapping[float, list[NDArray[np.float32]]]) -> _Vectors:
    return {share: np.concatenate(rows) for share, rows in parts.items()}


def _medians(ranks: Mapping[float, NDArray[np.int64]]) -> dict[str, float]:
    return {f"rank_{round(100 * share)}": float(np.median(rank)) for share, rank in ranks.items()}


def _first_ranks(
    queries: NDArray[np.float32],
    words: Sequence[str] | NDArray[np.str_],
    photos: NDArray[np.float32],
    category: NDArray[np.str_],
) -> NDArray[np.int64]:
    """(Q,) rank from 1 of the best photo of each query's category."""
    scores = queries @ photos.T
    right = np.asarray(words)[:, None] == category[None]
    best = np.where(right, scores, -np.inf).max(1, keepdims=True)
    return np.asarray(1 + (scores > best).sum(1))
