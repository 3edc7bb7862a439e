"""`engine.raster.ops.Ops` on numpy arrays, on the calling thread only."""

from __future__ import annotations

import threading
from typing import Any, TypeAlias

import numpy as np

Array: TypeAlias = Any

MAX_TABLE = 16_000_000
"""Largest table (entries) that is indexed directly on the CPU; beyond it the keys are sorted."""

_MAX_SCRATCH = 1_000_000
"""Longest table (8 bytes each) that is kept from one image to the next."""

_NO_KEY = np.iinfo(np.int64).max


class _Scratch(threading.local):
    """A table kept from image to image: to get and fill a new one costs more than to use it.

    Attributes:
        keys: all elements are `_NO_KEY` while nobody uses it.
    """

    def __init__(self) -> None:
        self.keys = np.empty(0, np.int64)

    def take(self, size: int) -> np.ndarray:
        """The table, at least `size` long; give it back unless something went wrong."""
        keys, self.keys = self.keys, np.empty(0, np.int64)
        return keys if len(keys) >= size else np.full(size * 3 // 2, _NO_KEY)

    def give_back(self, keys: np.ndarray) -> None:
        """Keep the table, cleared, for the next one."""
        if len(keys) <= _MAX_SCRATCH:
            self.keys = keys


_scratch = _Scratch()


class NumpyOps:
    """`Ops` on numpy arrays, single-threaded."""

    on_host = True

    def index_array(self, values: np.ndarray) -> Array:
        return np.asarray(values, np.int64)

    def arange(self, stop: int) -> Array:
        return np.arange(stop)

    def full(self, shape: tuple[int, ...], value: float, like: Array) -> Array:
        return np.full(shape, value, like.dtype)

    def to_index(self, values: Array) -> Array:
        return values.astype(np.int64)

    def to_float(self, values: Array, like: Array) -> Array:
        return values.astype(like.dtype)

    def take(self, values: Array, index: Array) -> Array:
        return values.take(index)

    def repeat(self, values: Array, counts: Array, total: int) -> Array:  # noqa: ARG002
        return np.repeat(values, counts)

    def cumsum(self, values: Array) -> Array:
        return np.cumsum(values)

    def argsort(self, values: Array) -> Array:
        return np.argsort(values)

    def flatnonzero(self, mask: Array) -> Array:
        return np.flatnonzero(mask)

    def split(self, flat: Array, mask: Array) -> tuple[Array, Array]:
        # Faster than dividing: integer division is the slowest arithmetic there is.
        rows, columns = mask.shape
        ends = np.searchsorted(flat, np.arange(rows + 1) * columns)
        row = np.repeat(np.arange(rows), np.diff(ends))
        return row, flat - row * columns

    def minimum(self, a: Array, b: Array | float) -> Array:
        return np.minimum(a, b)

    def maximum(self, a: Array, b: Array | float) -> Array:
        return np.maximum(a, b)

    def ceil(self, values: Array) -> Array:
        return np.ceil(values)

    def sqrt(self, values: Array) -> Array:
        return np.sqrt(values)

    def exp(self, values: Array) -> Array:
        return np.exp(values)

    def copy(self, values: Array) -> Array:
        return values.copy(order="C")

    def concat(self, parts: list[Array]) -> Array:
        return np.concatenate(parts)

    def sum_by(self, index: Array, weights: Array, size: int) -> Array:
        return np.bincount(index, weights, size).astype(weights.dtype, copy=False)

    def min_by(self, index: Array, values: Array, size: int) -> Array:
        smallest = np.full(size, np.inf, values.dtype)
        np.minimum.at(smallest, index, values)
        return smallest

    def multiply_by(self, target: Array, index: Array, factors: Array) -> None:
        np.multiply.at(target, index, factors)

    def first_smallest(self, slot: Array, values: Array, size: int) -> Array:
        if size > MAX_TABLE:
            used, slot = np.unique(slot, return_inverse=True)
            size = len(used)
        if values.dtype == np.float32:
            # Floats that are not negative order like their bits; the position breaks ties.
            key = values.view(np.int32).astype(np.int64)
            key <<= 32
            key |= np.arange(len(slot))
            keys = _scratch.take(size)
            np.minimum.at(keys, slot, key)
            winners = np.flatnonzero(keys.take(slot) == key)
            keys[slot] = _NO_KEY
            _scratch.give_back(keys)
            return winners
        smallest = self.min_by(slot, values, size)
        winners = np.flatnonzero(smallest.take(slot) == values)
        slots = slot.take(winners)
        owner = np.empty(size, np.int64)
        owner[slots[::-1]] = winners[::-1]  # what is written last stays: the first
        return winners[owner.take(slots) == winners]
