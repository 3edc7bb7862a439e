"""Photos that several people search: the jobs "photos.shared" and "photos.share", and the search.

A network may take its time. So the engine thread only waits in short turns, in which what answers
the pen goes first, and what is given up is given up at once.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from typing import TypeVar

from engine.context import Context
from engine.encoders.base import Encoder
from engine.encoders.text import TextEncoder
from engine.errors import InputError
from engine.retrieval.library import Library
from engine.retrieval.messages import (
    DescribeShared,
    Description,
    Found,
    SearchPhotos,
    Shared,
    SharedCollection,
    SharePhotos,
)
from engine.retrieval.qdrant import Collection, SharedPhoto, open_client
from engine.retrieval.queries import NOTHING_TO_SEARCH_BY, query_vector, words_vector
from engine.types import Job, Progress
from engine.warmup import gentle_imports, load_torch

LOOK_S = 0.02
"""How long the engine thread waits at a time."""
BATCH = 64
"""Photos sent at a time."""
T = TypeVar("T")
_Steps = Generator[Progress, None, T]


def search_shared(
    payload: SearchPhotos, where: SharedCollection, encoder: Encoder, context: Context
) -> Job:
    """The best hits of a collection; returns a `Found`.

    Raises:
        InputError: there is no query, or the collection cannot answer.
    """
    began_s = time.perf_counter()
    query = query_vector(payload, encoder)
    words = words_vector(payload, encoder)
    like = None if payload.like is None else str(payload.like)
    wanted = like if query is None else query
    if wanted is None and words is None:
        raise InputError(NOTHING_TO_SEARCH_BY)
    collection = _collection(where, context)

    def ask() -> Found:
        photos = collection.check(encoder.fingerprint)
        hits = collection.search(wanted, words, payload.within, payload.hits, photos)
        seconds = time.perf_counter() - began_s
        return Found(hits, photos, encoder.fingerprint, True, seconds)

    return (yield from _waited(ask))


def describe_shared(payload: DescribeShared, context: Context) -> Job:
    """Returns a `Description` of a collection.

    Raises:
        InputError: it cannot be searched with this encoder.
    """
    yield from load_torch()
    with gentle_imports():
        encoder = context.encoder(payload.encoder)
    collection = _collection(payload.shared, context)

    def ask() -> Description:
        photos = collection.check(encoder.fingerprint)
        return Description(
            folders=(),
            places=collection.folders(),
            photos=photos,
            files=photos,
            faults=(),
            indexed={encoder.fingerprint: photos},
            understands_words=isinstance(encoder, TextEncoder),
        )

    return (yield from _waited(ask))


def share(payload: SharePhotos, context: Context) -> Job:
    """Put the photos of a library into a collection; returns a `Shared`.

    What is shared is what the library is searched by: smoothed, where it smooths, by the photos it
    holds just now; a photo that the collection knows stays as it was shared first.

    Raises:
        InputError: the encoder has seen none of the library, or the collection was made with
            another one or cannot be written.
    """
    began_s = time.perf_counter()
    yield from load_torch()
    with gentle_imports():
        encoder = context.encoder(payload.encoder)
    collection = _collection(payload.shared, context)
    added = known = 0
    with contextlib.closing(Library(payload.library)) as library:
        indexes = [each for each in library.indexes() if each.fingerprint == encoder.fingerprint]
        if not indexes or not indexes[0].count:
            raise InputError(f"There are no photos in {payload.library} to share; add a folder.")
        index = indexes[0]
        rows = library.files(index).searched
        yield from _waited(lambda: collection.make(encoder.fingerprint, index.dimensions))
        yield from _waited(lambda: collection.check(encoder.fingerprint))
        pictures = library.indexed_pictures(index).tolist()
        for start in range(0, len(pictures), BATCH):
            part = pictures[start : start + BATCH]
            paths = library.indexed_among(index, part)
            hashes = library.hashes_of(part)
            photos = [
                SharedPhoto(hashes[each], rows.read(each), path, library.thumbnail(each))
                for each, path in paths.items()
            ]

            def send(photos: list[SharedPhoto] = photos) -> int:
                new = collection.lacking(photos)
                if new:
                    collection.put(new)
                return len(new)

            new = yield from _waited(send)
            added += new
            known += len(photos) - new
            done = start + len(part)
            yield Progress(done / len(pictures), f"Sharing photo {done} of {len(pictures)}")
    return Shared(added, known, time.perf_counter() - began_s)


def _collection(where: SharedCollection, context: Context) -> Collection:
    """The collection, by a client that is kept: it keeps its connections."""
    key = ("qdrant", where.url)
    if key not in context.cache:
        with gentle_imports():
            context.cache[key] = open_client(where.url)
    return Collection(context.cache[key], where)


def _waited(ask: Callable[[], T]) -> _Steps[T]:
    """Ask on a thread of its own; a given-up question is answered to nobody."""
    future: Future[T] = Future()

    def work() -> None:
        try:
            future.set_result(ask())
        except BaseException as error:
            future.set_exception(error)

    # A daemon: the program's end must not wait for a server.
    threading.Thread(target=work, name="strokewise-shared", daemon=True).start()
    while wait([future], LOOK_S).not_done:
        yield Progress(0.5, "Asking the shared collection")
    return future.result()
