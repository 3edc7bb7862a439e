"""The job "photos.index": the library comes to hold what its folders hold.

The engine thread looks, embeds and records; other threads read and decode ahead of it. Pictures go
through the encoder a few at a time, which is as fast as many on a CPU and lets the pen's searches
in between. What is recorded is recorded a batch at a time; killed or cancelled, the next indexing
goes on after the last batch.
"""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.context import Context
from engine.device import usable_cores
from engine.encoders.base import Encoder
from engine.errors import InputError
from engine.retrieval.library import NEVER, Index, KnownFile, Library
from engine.retrieval.messages import Fault, Indexed, IndexPhotos
from engine.retrieval.nearest import EXACT_UP_TO, keep_built, open_nearest
from engine.retrieval.pictures import Picture, UnreadableError, describe, read_picture
from engine.retrieval.queries import embed_pixels
from engine.retrieval.scan import FoundFile, scan
from engine.retrieval.smoothing_job import smooth_library
from engine.retrieval.vectors import VectorFile
from engine.types import Job, Progress
from engine.warmup import gentle_imports, load_torch

STEP = 4
"""Pictures that go through the encoder at a time: 40 ms of the bundled one on one core."""
BATCH = 64
"""Pictures of a transaction."""
_LOOK_AROUND = 256
"""Files found between two looks at who else wants the engine."""
_READ_AHEAD = 32

_T = TypeVar("_T")
_Steps: TypeAlias = Generator[Progress, None, _T]
_Answer: TypeAlias = Picture | Exception


@dataclass(frozen=True, slots=True)
class _Work:
    """A file to read. `is_new` if the library does not know its content yet."""

    file: FoundFile
    folder: int
    is_new: bool


@dataclass
class _Tally:
    """What was done so far; see `Indexed`."""

    added: int = 0
    skipped: int = 0
    duplicates: int = 0
    embedded: int = 0
    faults: list[Fault] = field(default_factory=list)
    gone: set[Path] = field(default_factory=set)
    moved: int = 0


def index(payload: IndexPhotos, context: Context) -> Job:
    """Look into the folders and embed what is new; returns an `Indexed`.

    Raises:
        InputError: a folder to add or remove is none, the encoder is not there, or the library
            cannot be used.
    """
    began_s = time.perf_counter()
    yield Progress(0.0, "Looking for photos")
    with contextlib.closing(Library(payload.library)) as library:
        for folder in payload.remove:
            library.remove_folder(folder)
        covering = {library.add_folder(folder) for folder in payload.add}
        tally = _Tally()
        work = yield from _look(library, {*covering, *payload.only}, payload, tally)
        yield from load_torch()
        with gentle_imports():
            encoder = context.encoder(payload.encoder)
        own = yield from _own_index(library, encoder, payload.encoder)
        if encoder.semantic_dimensions is not None:
            with library.batch():  # so that nobody writes rows meanwhile
                library.files(own).begin_smoothing()
        lacking = library.without_vector(own)
        work += _unseen(library, lacking, {each.file.path for each in work})
        yield from _take_in(library, own, encoder, work, tally, context)
        with library.batch():
            library.forget_files(tally.gone)
        if not library.without_vector(own):
            library.drop_other_indexes(own)
        yield from _sort_photos(library, own, encoder.semantic_dimensions)
    return Indexed(
        added=tally.added,
        skipped=tally.skipped,
        failed=len(tally.faults),
        moved=tally.moved,
        duplicates=tally.duplicates,
        removed=len(tally.gone) - tally.moved,
        embedded=tally.embedded,
        seconds=time.perf_counter() - began_s,
        faults=tuple(tally.faults),
    )


def _look(
    library: Library, only: set[Path], payload: IndexPhotos, tally: _Tally
) -> _Steps[list[_Work]]:
    """Compare the folders with what is known; returns the files to read."""
    work: list[_Work] = []
    for folder, number in library.folders().items():
        if only and folder not in only and (payload.add or payload.only):
            continue
        known = library.files_of(number)
        seen: set[Path] = set()
        bad: list[Fault] = []
        try:
            for i, each in enumerate(scan(folder)):
                if i % _LOOK_AROUND == 0:
                    yield Progress(0.0, f"Looking for photos in {folder.name}")
                if each is None:
                    continue
                seen.add(each.path)
                if isinstance(each, Fault):
                    bad.append(each)
                else:
                    _sort(each, known.get(each.path), number, work, tally)
        except OSError as error:  # a drive that is not plugged in: its photos stay known
            tally.faults.append(Fault(folder, f"cannot be read: {error.strerror or error}"))
            continue
        tally.gone |= _below_readable(known.keys() - seen, bad)
        tally.faults += bad
        with library.batch():
            for fault in bad:
                where = FoundFile(fault.path, NEVER, 0)
                library.store_fault(where, number, fault.reason, for_good=False)
    return work


def _sort(
    file: FoundFile, known: KnownFile | None, folder: int, work: list[_Work], tally: _Tally
) -> None:
    if known is None or (known.size, known.stamp_ns) != (file.size, file.stamp_ns):
        work.append(_Work(file, folder, is_new=True))
    elif known.fault is not None:
        tally.faults.append(Fault(file.path, known.fault))
    else:
        tally.skipped += 1


def _below_readable(paths: Iterable[Path], bad: list[Fault]) -> set[Path]:
    """Without what lies in folders that cannot be read just now."""
    closed = {fault.path for fault in bad}
    return {path for path in paths if closed.isdisjoint(path.parents)}


def _own_index(library: Library, encoder: Encoder, name: str) -> _Steps[Index]:
    """The encoder's index; its number of dimensions is found out by asking it."""
    for each in library.indexes():
        if each.fingerprint == encoder.fingerprint:
            return each
    yield Progress(0.0, "Looking for photos")
    blank = np.full((1, encoder.input_size, encoder.input_size, 3), 255, np.uint8)
    dimensions = embed_pixels(encoder, blank).shape[1]
    yield Progress(0.0, "Looking for photos")
    return library.index_of(encoder.fingerprint, name, dimensions)


def _unseen(library: Library, pictures: set[int], already: set[Path]) -> list[_Work]:
    """A file of each picture that the encoder has not seen, unless it is to be read anyway."""
    work: list[_Work] = []
    for number in library.folders().values() if pictures else ():
        for path, known in library.files_of(number).items():
            if known.picture in pictures and path not in already:
                pictures.discard(known.picture)
                work.append(_Work(FoundFile(path, known.size, known.stamp_ns), number, False))
    return work


def _take_in(
    library: Library,
    own: Index,
    encoder: Encoder,
    work: list[_Work],
    tally: _Tally,
    context: Context,
) -> _Steps[None]:
    """Read, embed and record."""
    if not work:
        return
    known = library.hashes_with_vector(own)
    step = context.batch_size(STEP)
    batch = _Batch(library, own, tally)
    batch_began = 0
    with contextlib.closing(_read_ahead(work, encoder.input_size, known)) as readings:
        waiting: list[tuple[_Work, Picture]] = []
        for done, (each, answer) in enumerate(readings, 1):
            if isinstance(answer, Picture) and answer.pixels is not None:
                waiting.append((each, answer))
            else:
                batch.add(each, answer, None)
            if len(waiting) == step or (waiting and done == len(work)):
                pixels = np.stack([p.pixels for _, p in waiting if p.pixels is not None])
                for (one, picture), vector in zip(
                    waiting, embed_pixels(encoder, pixels), strict=True
                ):
                    batch.add(one, picture, vector)
                    known.add(picture.sha256)
                waiting = []
                yield Progress(done / len(work), f"Indexing photo {done} of {len(work)}")
            elif done % STEP == 0:
                yield Progress(done / len(work), f"Indexing photo {done} of {len(work)}")
            if done - batch_began >= BATCH and not waiting:
                batch.commit()
                batch_began = done
        batch.commit()


class _Batch:
    """What is recorded in one transaction."""

    def __init__(self, library: Library, own: Index, tally: _Tally) -> None:
        self._library = library
        self._own = own
        self._tally = tally
        self._entries: list[tuple[_Work, _Answer, NDArray[np.float32] | None]] = []

    def add(self, work: _Work, answer: _Answer, vector: NDArray[np.float32] | None) -> None:
        self._entries.append((work, answer, vector))

    def commit(self) -> None:
        pictures: list[int] = []
        vectors: list[NDArray[np.float32]] = []
        if not self._entries:
            return
        with self._library.batch():
            for work, answer, vector in self._entries:
                if isinstance(answer, Exception):
                    self._record_fault(work, answer)
                    continue
                number, is_copy = self._library.store_file(work.file, work.folder, answer)
                is_first = vector is not None and number not in pictures
                if is_first and vector is not None:
                    pictures.append(number)
                    vectors.append(vector)
                if work.is_new:
                    self._count(work, is_copy, is_first)
            if vectors:
                self._library.store_vectors(self._own, pictures, np.stack(vectors))
        self._tally.embedded += len(pictures)
        self._entries = []

    def _count(self, work: _Work, is_copy: bool, is_first: bool) -> None:
        tally = self._tally
        if is_first:
            tally.added += 1
            return
        tally.skipped += 1
        if is_copy and self._is_held_elsewhere(work.file.path):
            tally.duplicates += 1
        elif is_copy:
            tally.moved += 1

    def _is_held_elsewhere(self, path: Path) -> bool:
        """Whether another file holds the same picture and is still there."""
        return any(other not in self._tally.gone for other in self._library.copies_of(path))

    def _record_fault(self, work: _Work, error: Exception) -> None:
        if isinstance(error, InputError):
            reason, for_good = describe(error, work.file.path), True
        elif isinstance(error, UnreadableError):
            reason, for_good = str(error), False
        else:
            raise error
        self._tally.faults.append(Fault(work.file.path, reason))
        self._library.store_fault(work.file, work.folder, reason, for_good=for_good)


def _read_ahead(
    work: list[_Work], side: int, known: set[bytes]
) -> Generator[tuple[_Work, _Answer], None, None]:
    """Read and decode on other threads, a few files ahead, answers in order."""
    threads = max(1, min(4, usable_cores() - 1))
    pool = ThreadPoolExecutor(threads, thread_name_prefix="strokewise-read")
    pending: deque[tuple[_Work, Future[Picture]]] = deque()
    rest = iter(work)
    try:
        while True:
            while len(pending) < _READ_AHEAD and (each := next(rest, None)) is not None:
                reading = pool.submit(read_picture, each.file.path, side, known.__contains__)
                pending.append((each, reading))
            if not pending:
                return
            done, future = pending.popleft()
            error = future.exception()
            if error is None:
                yield done, future.result()
            elif isinstance(error, Exception):
                yield done, error
            else:
                raise error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _sort_photos(library: Library, own: Index, semantic_dimensions: int | None) -> _Steps[None]:
    """Smooth what is new, and make the graphs of a large library anew where they are old."""
    files = library.files(own)
    recorded = library.indexed_pictures(own)
    if semantic_dimensions is not None:
        yield from _graph(files.plain, recorded)
        graph = open_nearest(files.plain) if len(recorded) > EXACT_UP_TO else None
        yield from smooth_library(library, own, semantic_dimensions, graph)
    yield from _graph(files.searched, recorded)


def _graph(vectors: VectorFile, recorded: NDArray[np.int64]) -> _Steps[None]:
    for fraction in keep_built(vectors, recorded):
        yield Progress(fraction, "Sorting the photos")
