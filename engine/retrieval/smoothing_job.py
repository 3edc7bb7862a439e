"""The part of "photos.index" that smooths a library's photos; `engine.retrieval.smoothing` is how.

The smoothed rows lie in a file of their own, which searches read. A photo's plain row goes into it
too as soon as there is one, so it is always complete; a row that still equals the plain one is to
be smoothed. Nothing else is recorded: whatever a kill or a cancelling left undone, and a library
from before there was smoothing, is caught up with by the next run.

A new photo changes the means of those that it is near to. Those are done before itself, so that a
kill in between does not forget them. They are looked for among the `AROUND` nearest to it, which
may miss one; and a photo that is gone stays in the means that it was part of, until another new
one comes near.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.retrieval.library import Index, Library
from engine.retrieval.nearest import NearestIndex
from engine.retrieval.smoothing import BLOCK, NEIGHBOURS, TILE, Closest, Places, blocks, smoothed
from engine.retrieval.vectors import let_go
from engine.types import Progress

AROUND = 30
"""Of the photos nearest to a new one so many may have it among their neighbours; of those that do,
96 % are among them (1,050 photos of Sketchy; 92 % among 20, 50 % among 5)."""
_CANDIDATES = 64
"""Photos that the graph names for each, to be compared exactly."""
_BLOCK_BY_GRAPH = 64
"""Photos that it is asked about at a time: 20 ms."""

_T = TypeVar("_T")
_Steps: TypeAlias = Generator[Progress, None, _T]


def smooth_library(
    library: Library, own: Index, dimensions: int, graph: NearestIndex | None
) -> _Steps[None]:
    """Smooth the photos that are not smooth yet, and those around them.

    Args:
        own: an index that `IndexFiles.begin_smoothing` was called for.
        dimensions: of the semantic part.
        graph: of the plain rows, for a library in which all are too many to compare.
    """
    files = library.files(own)
    rows = files.plain.rows()
    recorded = library.indexed_pictures(own)
    recorded = recorded[recorded < len(rows)]
    new = yield from _unsmoothed(rows, files.smoothed.rows(), recorded)
    near = _Near(rows, recorded, dimensions, graph)
    settled = np.zeros(len(rows), np.bool_)
    settled[new] = True
    for block in blocks(new, near.block):
        progress = Progress(float(np.searchsorted(new, block[0])) / len(new), "Sorting the photos")
        closest = yield from near.closest(block, AROUND, progress)
        around = np.unique(closest.places[closest.cosines > 0])
        around = around[~settled[around]]
        settled[around] = True
        for part in blocks(around, near.block):
            again = yield from near.closest(part, NEIGHBOURS, progress)
            with library.batch():
                files.smoothed.write(part, smoothed(rows, part, again, dimensions))
        with library.batch():
            files.smoothed.write(block, smoothed(rows, block, closest, dimensions))


def _unsmoothed(
    rows: NDArray[np.float16], searched: NDArray[np.float16], recorded: Places
) -> _Steps[Places]:
    """The pictures whose searched row is the plain one, or missing."""
    known = recorded[recorded < len(searched)]
    found = [recorded[len(known) :]]
    for block in blocks(known, TILE):
        plain, other = (np.asarray(each[block]).view(np.uint16) for each in (rows, searched))
        found.append(block[(plain == other).all(1) | ~other.any(1)])
        let_go(rows)
        let_go(searched)
        yield Progress(0.0, "Sorting the photos")
    return np.sort(np.concatenate(found))


class _Near:
    """Looks for the photos nearest to some, among all or through the graph."""

    def __init__(
        self,
        rows: NDArray[np.float16],
        recorded: Places,
        dimensions: int,
        graph: NearestIndex | None,
    ) -> None:
        self._rows = rows
        self._dimensions = dimensions
        self._graph = graph
        self._compared = recorded if graph is None else recorded[recorded > graph.last_key]
        self._is_recorded = np.zeros(len(rows), np.bool_)
        self._is_recorded[recorded] = True
        self.block = BLOCK if graph is None else _BLOCK_BY_GRAPH

    def closest(self, which: Places, count: int, progress: Progress) -> _Steps[Closest]:
        """The `count` nearest to each of at most `block` photos."""
        closest = Closest(self._rows, which, self._dimensions, count)
        if self._graph is not None:
            closest.compare_each(*self._candidates(which, self._graph))
            yield progress
        for tile in blocks(self._compared, TILE):
            closest.compare(tile)
            yield progress
        return closest

    def _candidates(self, which: Places, graph: NearestIndex) -> tuple[Places, NDArray[np.bool_]]:
        """(B, M) places that the graph knows, no place twice, and whether each counts."""
        queries = np.array(self._rows[which], np.float32)
        queries[:, self._dimensions :] = 0  # products are then those of the semantic parts
        keys, valid = graph.search_each(queries, _CANDIDATES)
        own = which[:, None]
        valid &= (keys < len(self._rows)) & (keys != own)
        keys = np.where(valid, keys, own)
        valid &= self._is_recorded[keys]
        return np.hstack([own, keys]), np.hstack([own <= graph.last_key, valid])
