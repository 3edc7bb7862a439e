"""Retrieval while drawing: doodles replayed stroke by stroke against a gallery of photos.

After 25, 50, 75 and 100 % of a drawing's strokes, where is the first photo of its category? What is
drawn so far is framed, embedded and read in several ways as the live search does it, and the photos
are smoothed as a library does it; "plain" figures are those of the embeddings alone: drawings as
they are, photos that are not smoothed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.evaluation.doodles import first_strokes, read_quickdraw
from engine.evaluation.embedding import embed_images
from engine.evaluation.image_tree import LabelledImage, labelled_images
from engine.evaluation.retrieval import Gallery
from engine.retrieval.messages import DEFAULT_HITS
from engine.retrieval.queries import embed_drawings
from engine.retrieval.readings import Readings, readings_of
from engine.retrieval.smoothing import smooth_all
from engine.retrieval.turns import take_turns

SHARES = (0.25, 0.5, 0.75, 1.0)
MIN_STROKES = 2
"""A drawing of one stroke is left out: all its quarters are the same."""
_BATCH = 64
Report = Callable[[float, str], None]


def evaluate_replay(
    data: Path,
    encoder: Encoder,
    report: Report,
    gallery: Sequence[Path] = (),
    skip: int = 0,
    limit: int | None = None,
    categories: Sequence[str] = (),
    gallery_size: int | None = None,
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
        gallery_size: photos to look among, drawn at random; all by default.

    Returns:
        "metrics": "rank_25" to "rank_100" (medians, the best photo has rank 1), "ratio_50" (of
        the medians at half and at the end), "shown_25" to "shown_100" (share of the drawings with
        such a photo among those that a search shows), "plain_rank_25" and so on; the medians by
        category.

    Raises:
        InputError: there is no gallery, or no drawing of its categories.
    """
    photos = [image for each in gallery for image in labelled_images(each)]
    photos = [image for image in photos if image.modality != "sketch"]
    if not photos:
        raise InputError("Name a gallery of photos to search in: --gallery DATA.")
    if gallery_size is not None and gallery_size < len(photos):
        chosen = np.random.default_rng(0).choice(len(photos), gallery_size, replace=False)
        photos = [photos[i] for i in np.sort(chosen)]
    names = {_plain(image.category) for image in photos}
    wanted = {_plain(each) for each in categories} or names
    drawings = _drawings(data, names & wanted, skip, limit)
    if not drawings:
        raise InputError(f"{data} holds no drawing of a category that the gallery has.")
    rows = _embed_gallery(encoder, photos, lambda share: report(0.5 * share, "photos"))
    category = np.array([_plain(image.category) for image in photos])
    words = np.array([word for word, _ in drawings])
    right = words[:, None] == category[None]
    dimensions = encoder.semantic_dimensions
    smooth = rows if dimensions is None else smooth_all(rows, dimensions)
    ranks: dict[float, NDArray[np.int64]] = {}
    plain: dict[float, NDArray[np.int64]] = {}
    for i, share in enumerate(SHARES):
        drawn, read = _read_prefixes(
            encoder, [strokes for _, strokes in drawings], share,
            lambda done, i=i: report(0.5 + (i + done) / (2 * len(SHARES)), "drawings"),  # type: ignore[misc]
        )  # fmt: skip
        ranks[share] = np.array(
            [_first_rank(each, smooth, wanted) for each, wanted in zip(read, right, strict=True)]
        )
        plain[share] = np.array(
            [
                _first_rank(Readings.one(vector), rows, wanted)
                for vector, wanted in zip(drawn, right, strict=True)
            ]
        )
    medians = _medians(ranks)
    before = {f"plain_{name}": value for name, value in _medians(plain).items()}
    shown = {
        f"shown_{round(100 * share)}": float((rank <= DEFAULT_HITS).mean())
        for share, rank in ranks.items()
    }
    ratio = medians["rank_50"] / medians["rank_100"]
    return {
        "data": str(data),
        "n": len(drawings),
        "photos": len(photos),
        "metrics": {**medians, **shown, **before, "ratio_50": ratio},
        "categories": {
            word: _medians({share: rank[words == word] for share, rank in ranks.items()})
            for word in sorted(set(words.tolist()))
        },
        "encoder": encoder.fingerprint,
    }


def prefix(strokes: Sequence[Any], share: float) -> list[NDArray[np.float64]]:
    """What is there after a share of a drawing's strokes, as (N, 2) polylines."""
    return [
        np.stack([np.asarray(s[0], np.float64), np.asarray(s[1], np.float64)], 1)
        for s in first_strokes(strokes, share)
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


def _read_prefixes(
    encoder: Encoder,
    drawings: Sequence[Sequence[Any]],
    share: float,
    report: Callable[[float], None],
) -> tuple[NDArray[np.float32], list[Readings]]:
    """(N, D) embeddings of the drawings after a share of their strokes; what each may become."""
    drawn: list[NDArray[np.float32]] = []
    read: list[Readings] = []
    for start in range(0, len(drawings), _BATCH):
        part = [prefix(strokes, share) for strokes in drawings[start : start + _BATCH]]
        drawn.append(embed_drawings(encoder, part))
        read += readings_of(drawn[-1], part, encoder)
        report(min(1.0, (start + _BATCH) / len(drawings)))
    return np.concatenate(drawn), read


def _medians(ranks: Mapping[float, NDArray[np.int64]]) -> dict[str, float]:
    return {f"rank_{round(100 * share)}": float(np.median(rank)) for share, rank in ranks.items()}


def _first_rank(read: Readings, photos: NDArray[np.float32], right: NDArray[np.bool_]) -> int:
    """Rank from 1 of the first right photo."""
    rankings = [np.argsort(-row, kind="stable") for row in read.vectors @ photos.T]
    turns = take_turns(rankings, read.shares)
    return next(rank for rank, (photo, _) in enumerate(turns, 1) if right[photo])
