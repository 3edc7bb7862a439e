"""Photos are found through those they are most like: the embedding of each, smoothed.

A drawing lies far from photos, and by chance nearer to one of what it shows than to another. The
mean of a photo and of those most like it shows what they have in common, and chance weighs less.
So a library replaces what its photos show by such means: database-side feature augmentation
(Turcot and Lowe 2009; Arandjelovic and Zisserman 2012). The layout part of an embedding stays:
of the photos of one thing it tells the very one.

Each semantic part becomes the mean of those of its `NEIGHBOURS` nearest photos, itself among
them, weighted by max(cosine, 0) ** `POWER`, at its old norm. On the validation categories of
Sketchy more neighbours gain more where there are 25 photos of a thing, and lose where there is one
or two; with 5, nothing was lost for 1, 2, 5, 10 or 25 photos of a thing among hundreds of others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import normalize

from engine.retrieval.vectors import let_go

NEIGHBOURS = 5
POWER = 3
BLOCK = 512
"""Photos whose neighbours are looked for at a time."""
TILE = 2048
"""Photos they are compared with at a time: 4 MB of cosines, 10 to 20 ms of one core."""

Rows: TypeAlias = NDArray[np.float16] | NDArray[np.float32]
Places: TypeAlias = NDArray[np.int64]


class Closest:
    """The photos that a few are most like, by the semantic part; compared with some at a time.

    Args:
        rows: (N, D) embeddings, perhaps mapped.
        which: (B,) places of the few.
        dimensions: of the semantic part, which comes first in a row.
        count: how many to find for each.
    """

    def __init__(self, rows: Rows, which: Places, dimensions: int, count: int) -> None:
        self._rows = rows
        self._dimensions = dimensions
        self._queries = _semantic(rows, which, dimensions)
        self._cosines = torch.full((len(which), count), -torch.inf)
        self._places = torch.zeros(len(which), count, dtype=torch.int64)

    def compare(self, among: Places) -> None:
        """Compare all of the few with all of these (M,) places."""
        cosines = self._queries @ _semantic(self._rows, among, self._dimensions).T
        best = cosines.topk(min(self._cosines.shape[1], len(among)), 1)
        self._merge(best.values, torch.from_numpy(among)[best.indices])

    def compare_each(self, among: Places, valid: NDArray[np.bool_]) -> None:
        """Compare each of the few with its own row of these (B, M) places where they are valid."""
        others = _semantic(self._rows, among.ravel(), self._dimensions)
        cosines = (others.view(*among.shape, -1) @ self._queries[:, :, None])[:, :, 0]
        cosines[torch.from_numpy(~valid)] = -torch.inf
        self._merge(cosines, torch.from_numpy(among))

    @property
    def places(self) -> Places:
        """(B, count) the nearest so far, nearest first; any place where `cosines` is -inf."""
        return np.asarray(self._places.numpy())

    @property
    def cosines(self) -> NDArray[np.float32]:
        """(B, count) of the semantic parts; -inf where fewer have been compared."""
        return np.asarray(self._cosines.numpy())

    def _merge(self, cosines: torch.Tensor, places: torch.Tensor) -> None:
        cosines = torch.cat([self._cosines, cosines], 1)
        best = cosines.topk(self._cosines.shape[1], 1)
        self._cosines = best.values
        self._places = torch.cat([self._places, places], 1).gather(1, best.indices)


def smoothed(rows: Rows, which: Places, closest: Closest, dimensions: int) -> NDArray[np.float32]:
    """(B, D) the rows of some photos, smoothed by what they are closest to.

    Args:
        rows: (N, D) embeddings.
        which: (B,) the places that `closest` was made for; the photos themselves were compared.
        closest: with at least `NEIGHBOURS` for each, unless there are fewer.
        dimensions: of the semantic part.
    """
    weights = torch.from_numpy(closest.cosines[:, :NEIGHBOURS]).clamp(min=0) ** POWER
    near = closest.places[:, :NEIGHBOURS]
    parts = _semantic(rows, near.ravel(), dimensions).view(*near.shape, dimensions)
    mean = (parts * weights[:, :, None]).sum(1)
    own = torch.from_numpy(np.asarray(rows[which])).float()
    norm = own[:, :dimensions].norm(dim=1, keepdim=True)
    return np.asarray(torch.cat([normalize(mean, dim=1) * norm, own[:, dimensions:]], 1).numpy())


def smooth_all(rows: Rows, dimensions: int) -> NDArray[np.float32]:
    """(N, D) all rows smoothed at once, for an evaluation; a library does it bit by bit."""
    everyone = np.arange(len(rows))
    result = np.empty(rows.shape, np.float32)
    for block in blocks(everyone, BLOCK):
        closest = Closest(rows, block, dimensions, NEIGHBOURS)
        for tile in blocks(everyone, TILE):
            closest.compare(tile)
        result[block] = smoothed(rows, block, closest, dimensions)
    return result


def blocks(places: Places, size: int) -> Iterator[Places]:
    """So many at a time, in order."""
    return (places[start : start + size] for start in range(0, len(places), size))


def _semantic(rows: Rows, places: Places, dimensions: int) -> torch.Tensor:
    """(M, dimensions) unit vectors."""
    part = torch.from_numpy(np.asarray(rows[places, :dimensions]))
    let_go(rows)
    return normalize(part.float(), dim=1)
