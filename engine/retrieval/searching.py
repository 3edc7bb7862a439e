"""The job "photos.search": which photos are most like a drawing, a photo, or words.

Those of the own library; `engine.retrieval.shared` asks a shared collection in its place.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from itertools import islice

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
    query_readings,
    query_vector,
    words_vector,
)
from engine.retrieval.readings import Readings
from engine.retrieval.reranking import order_by_places
from engine.retrieval.shared import search_shared
from engine.retrieval.turns import take_turns
from engine.retrieval.vectors import VectorFile, best, dot_products, exclude_unwritten, nearest_rows
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
        ranked = _ranked(library, index, encoder_used, payload, context)
        if payload.within is not None:
            ranked = yield from _by_places(library, index, encoder_used, payload, ranked, context)
        hits = _hits(library, index, payload, ranked)
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


@dataclass(frozen=True, slots=True)
class _Ranked:
    """Pictures, best first: enough of them, some perhaps without an embedding.

    Attributes:
        pictures: (N,) ids.
        scores: (N,) see `Hit.score`; not falling where places were compared.
        guesses: N times `Hit.guess`; empty where nothing was guessed.
    """

    pictures: NDArray[np.int64]
    scores: NDArray[np.float32]
    guesses: Sequence[str] = ()


def _ranked(
    library: Library, index: Index, encoder: Encoder, payload: SearchPhotos, context: Context
) -> _Ranked:
    query = _query(library, index, encoder, payload)
    words = words_vector(payload, encoder)
    if query is None and words is None:
        raise InputError(NOTHING_TO_SEARCH_BY)
    searched = library.files(index).searched
    rows = searched.rows()
    if payload.within is not None:
        among = library.indexed_below(index, payload.within)
        return _Ranked(*_rank_among(rows, among, query, words))
    if words is not None and query is not None:
        return _Ranked(*_rank_among(rows, np.arange(len(rows)), query, words))
    if query is not None:
        readings = query_readings(payload, encoder, query)
    else:
        assert words is not None
        readings = Readings.one(words)
    wanted = 2 * payload.hits + 16  # some rows hold pictures that are gone, or not recorded yet
    if index.count > EXACT_UP_TO:
        nearest = _nearest(searched, context)
        if nearest is not None:
            pictures = _candidates(nearest, rows, readings.vectors, wanted)
            places, scores = nearest_rows(np.asarray(rows[pictures]), readings.vectors, wanted)
            return _shared_out(readings, pictures[places], scores)
    places, scores = nearest_rows(rows, readings.vectors, wanted + len(rows) - index.count)
    return _shared_out(readings, places, scores)


def _by_places(
    library: Library,
    index: Index,
    encoder: Encoder,
    payload: SearchPhotos,
    ranked: _Ranked,
    context: Context,
) -> Generator[Progress, None, _Ranked]:
    """In a folder a drawing's photos come in the order that comparing places gives them."""
    order = yield from order_by_places(
        library, index, encoder, payload, ranked.pictures, ranked.scores, context
    )
    return _Ranked(ranked.pictures[order], ranked.scores[order])


def _shared_out(
    readings: Readings, pictures: NDArray[np.int64], scores: NDArray[np.float32]
) -> _Ranked:
    """The readings take turns in choosing, each among its own (R, K) pictures, best first."""
    score_of = [dict(zip(*row, strict=True)) for row in zip(pictures.tolist(), scores, strict=True)]
    turns = list(islice(take_turns(list(pictures), readings.shares), pictures.shape[1]))
    return _Ranked(
        np.array([picture for picture, _ in turns], np.int64),
        np.array([score_of[by][picture] for picture, by in turns], np.float32),
        [readings.names[by] for _, by in turns],
    )


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
        exclude_unwritten(rows[among], fits)
        if query is None:
            order = best(fits, len(among))
            return among[order], fits[order]
        keep = max(WORDS_KEEP_AT_LEAST, round(WORDS_KEEP * len(among)))
        among = np.sort(among[best(fits, keep)])
    assert query is not None
    scores = dot_products(np.asarray(rows[among]), query)
    order = best(scores, len(among))
    return among[order], scores[order]


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


def _candidates(
    nearest: NearestIndex, rows: NDArray[np.float16], queries: NDArray[np.float32], wanted: int
) -> NDArray[np.int64]:
    """Pictures near any of (R, D) queries by the graph, and those it does not know."""
    known = np.unique(np.concatenate([nearest.search(query, wanted) for query in queries]))
    new = np.arange(nearest.last_key + 1, len(rows))
    return np.concatenate([known[known < len(rows)], new])


def _hits(
    library: Library, index: Index, payload: SearchPhotos, ranked: _Ranked
) -> tuple[Hit, ...]:
    """The best that are recorded, with a file of each."""
    found: list[Hit] = []
    step = max(64, 2 * payload.hits)
    for start in range(0, len(ranked.pictures), step):
        part = ranked.pictures[start : start + step].tolist()
        paths = library.indexed_among(index, part)
        for place, picture in enumerate(part, start):
            path = paths.get(picture)
            if path is None or picture == payload.like:
                continue
            if payload.within is not None:
                path = library.file_below(picture, payload.within) or path
            thumbnail = library.thumbnail(picture) if payload.thumbnails else b""
            guess = ranked.guesses[place] if ranked.guesses else ""
            found.append(Hit(picture, path, float(ranked.scores[place]), thumbnail, guess))
            if len(found) == payload.hits:
                return tuple(found)
    return tuple(found)
