"""The job "photos.search": which photos are most like a drawing, a photo, or words.

Those of the own library; `engine.retrieval.shared` asks a shared collection in its place.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.context import Context
from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.retrieval.library import Index, Library
from engine.retrieval.messages import Found, Hit, SearchPhotos
from engine.retrieval.nearest import EXACT_UP_TO, NearestIndex, open_nearest
from engine.retrieval.queries import (
    NOTHING_TO_SEARCH_BY,
    WORDS_KEEP,
    WORDS_KEEP_AT_LEAST,
    query_vector,
    words_vector,
)
from engine.retrieval.shared import search_shared
from engine.retrieval.vectors import VectorFile, best, dot_products
from engine.types import Job, Progress
from engine.warmup import gentle_imports, load_torch


def search(payload: SearchPhotos, context: Context) -> Job:
    """The best hits; returns a `Found`.

    Raises:
        InputError: there is no query, the encoder does not understand it, or the shared collection
            does not answer or was made with another encoder.
    """
    began_s = time.perf_counter()
    yield from load_torch()
    with gentle_imports():
        encoder = context.encoder(payload.encoder)
    if payload.shared is not None:
        return (yield from search_shared(payload, payload.shared, encoder, context))
    with contextlib.closing(Library(payload.library)) as library:
        choice = _choose_index(library, encoder, payload.encoder, context)
        if choice is None:
            return Found((), 0, encoder.fingerprint, True, time.perf_counter() - began_s)
        index, encoder_used = choice
        yield Progress(0.5)
        pictures, scores = _ranked(library, index, encoder_used, payload, context)
        hits = tuple(
            Hit(
                picture,
                path,
                float(score),
                library.thumbnail(picture) if payload.thumbnails else b"",
            )
            for picture, path, score in _with_paths(library, index, payload, pictures, scores)
        )
        return Found(
            hits,
            index.count,
            index.fingerprint,
            index.fingerprint == encoder.fingerprint,
            time.perf_counter() - began_s,
        )


def _choose_index(
    library: Library, encoder: Encoder, name: str, context: Context
) -> tuple[Index, Encoder] | None:
    """The index to ask and the encoder for the query: an older one while the new one grows."""
    indexes = [index for index in library.indexes() if index.count]
    own = next((each for each in indexes if each.fingerprint == encoder.fingerprint), None)
    for index in indexes:
        if own is not None and index.count <= own.count:
            break
        if index.name == name:
            continue  # the same name with other weights: its encoder is gone
        try:
            older = context.encoder(index.name)
        except InputError:
            continue
        if older.fingerprint == index.fingerprint:
            return index, older
    return None if own is None else (own, encoder)


def _ranked(
    library: Library, index: Index, encoder: Encoder, payload: SearchPhotos, context: Context
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Pictures and scores, best first: enough of them, some perhaps without an embedding."""
    query = _query(library, index, encoder, payload)
    words = words_vector(payload, encoder)
    if query is None and words is None:
        raise InputError(NOTHING_TO_SEARCH_BY)
    searched = library.files(index).searched
    rows = searched.rows()
    if payload.within is not None:
        among = library.indexed_below(index, payload.within)
        return _rank_among(rows, among, query, words)
    if words is not None and query is not None:
        return _rank_among(rows, np.arange(len(rows)), query, words)
    one = query if query is not None else words
    assert one is not None
    wanted = 2 * payload.hits + 16  # some rows hold pictures that are gone, or not recorded yet
    if index.count > EXACT_UP_TO:
        nearest = _nearest(searched, context)
        if nearest is not None:
            return _approximate(nearest, rows, one, wanted)
    scores = dot_products(rows, one)
    _exclude_unwritten(rows, scores)
    order = best(scores, wanted + (len(rows) - index.count))
    return order, scores[order]


def _query(
    library: Library, index: Index, encoder: Encoder, payload: SearchPhotos
) -> NDArray[np.float32] | None:
    vector = query_vector(payload, encoder)
    if vector is None and payload.like is not None:
        if not isinstance(payload.like, int) or not library.has_vector(index, payload.like):
            raise InputError("This photo is no longer in the library.")
        vector = library.files(index).plain.read(payload.like)
    return vector


def _rank_among(
    rows: NDArray[np.float16],
    among: NDArray[np.int64],
    query: NDArray[np.float32] | None,
    words: NDArray[np.float32] | None,
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Rank some rows: by the query, among those that the words fit best; or by the words alone."""
    among = among[among < len(rows)]
    if words is not None:
        fits = dot_products(np.asarray(rows[among]), words)
        _exclude_unwritten(rows[among], fits)
        if query is None:
            order = best(fits, len(among))
            return among[order], fits[order]
        keep = max(WORDS_KEEP_AT_LEAST, round(WORDS_KEEP * len(among)))
        among = np.sort(among[best(fits, keep)])
    assert query is not None
    scores = dot_products(np.asarray(rows[among]), query)
    order = best(scores, len(among))
    return among[order], scores[order]


def _exclude_unwritten(rows: NDArray[np.float16], scores: NDArray[np.float32]) -> None:
    """Rows that nobody has written score 0; they must not come before negative ones."""
    suspects = np.flatnonzero(scores == 0)
    if len(suspects):
        scores[suspects[~rows[suspects].any(1)]] = -np.inf


def _nearest(searched: VectorFile, context: Context) -> NearestIndex | None:
    """The graph, kept mapped as long as its file stays the same."""
    path = searched.nearest_path
    try:
        stamp = path.stat().st_mtime_ns
    except FileNotFoundError:
        return None
    key = ("nearest", str(path))
    kept: tuple[int, NearestIndex] | None = context.cache.get(key)
    if kept is None or kept[0] != stamp:
        graph = open_nearest(searched)
        if graph is None:
            return None  # damaged: the next indexing makes it anew
        context.cache[key] = kept = (stamp, graph)
    return kept[1]


def _approximate(
    nearest: NearestIndex, rows: NDArray[np.float16], query: NDArray[np.float32], wanted: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The graph's answer, joined with the rows it does not know; scores are exact."""
    first_new = nearest.last_key + 1
    known = nearest.search(query, wanted)
    pictures = np.concatenate([known[known < len(rows)], np.arange(first_new, len(rows))])
    scores = dot_products(np.asarray(rows[pictures]), query)
    order = best(scores, wanted)
    return pictures[order], scores[order]


def _with_paths(
    library: Library,
    index: Index,
    payload: SearchPhotos,
    pictures: NDArray[np.int64],
    scores: NDArray[np.float32],
) -> list[tuple[int, Path, float]]:
    """The best that are recorded, with a file of each."""
    found: list[tuple[int, Path, float]] = []
    step = max(64, 2 * payload.hits)
    for start in range(0, len(pictures), step):
        part = [int(each) for each in pictures[start : start + step]]
        paths = library.indexed_among(index, part)
        for picture, score in zip(part, scores[start : start + step].tolist(), strict=True):
            path = paths.get(picture)
            if path is None or picture == payload.like:
                continue
            if payload.within is not None:
                path = library.file_below(picture, payload.within) or path
            found.append((picture, path, score))
            if len(found) == payload.hits:
                return found
    return found
