"""The array operations the rasteriser needs, once for numpy and once for torch.

The algorithm (`sampling`, `band`, `field`, `compositing`) is written once, against `Ops`; ordinary
arithmetic works on both kinds of array and is used as it is. On the CPU arrays are numpy's, and
everything runs on the calling thread: many small multi-threaded torch operations stall as soon as
another process takes a core. On a GPU the same lines run as torch operations that stay on the
device.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

import numpy as np
import torch

from engine.raster.numpy_ops import NumpyOps
from engine.raster.torch_ops import TorchOps

Array: TypeAlias = Any
"""A numpy array or a torch tensor; which one, the `Ops` in hand says."""


class Ops(Protocol):
    """Operations whose spelling differs between numpy and torch. Index arrays are int64."""

    on_host: bool
    """Whether array contents may be looked at for free: nothing waits for a device."""

    def index_array(self, values: np.ndarray) -> Array:
        """Host integers as an index array of this backend."""

    def arange(self, stop: int) -> Array:
        """Indices 0, 1, ..., stop - 1."""

    def full(self, shape: tuple[int, ...], value: float, like: Array) -> Array:
        """An array of `value`, of the type and on the device of `like`."""

    def to_index(self, values: Array) -> Array:
        """Whole numbers in floating point as indices."""

    def to_float(self, values: Array, like: Array) -> Array:
        """Indices or truth values in the floating-point type of `like`."""

    def take(self, values: Array, index: Array) -> Array:
        """`values.ravel()[index]`."""

    def repeat(self, values: Array, counts: Array, total: int) -> Array:
        """Each value `counts` times; `total` is the sum of the counts."""

    def cumsum(self, values: Array) -> Array:
        """Running sum of a vector."""

    def argsort(self, values: Array) -> Array:
        """Positions of the values in ascending order."""

    def flatnonzero(self, mask: Array) -> Array:
        """Flat positions where `mask` holds, ascending."""

    def split(self, flat: Array, mask: Array) -> tuple[Array, Array]:
        """Row and column in `mask` (R, C) of its flat positions `flat`, all of which hold."""

    def minimum(self, a: Array, b: Array | float) -> Array:
        """The smaller, element by element."""

    def maximum(self, a: Array, b: Array | float) -> Array:
        """The larger, element by element."""

    def ceil(self, values: Array) -> Array:
        """Round up, in floating point."""

    def sqrt(self, values: Array) -> Array:
        """Square root."""

    def exp(self, values: Array) -> Array:
        """Exponential."""

    def copy(self, values: Array) -> Array:
        """A contiguous copy."""

    def concat(self, parts: list[Array]) -> Array:
        """Join along the first axis."""

    def sum_by(self, index: Array, weights: Array, size: int) -> Array:
        """Vector of `size`: sum of the weights that share an index."""

    def min_by(self, index: Array, values: Array, size: int) -> Array:
        """Vector of `size`: smallest of the values that share an index; infinity elsewhere."""

    def multiply_by(self, target: Array, index: Array, factors: Array) -> None:
        """Multiply elements of `target` in place, once for each time their index occurs."""

    def first_smallest(self, slot: Array, values: Array, size: int) -> Array:
        """Positions, ascending, of the smallest value of each slot that occurs.

        Of equal values the first counts. Values are not negative; slots are below `size`.
        """


_NUMPY = NumpyOps()


def ops_for(array: Array) -> Ops:
    """The operations that fit `array`."""
    return TorchOps(array.device) if isinstance(array, torch.Tensor) else _NUMPY


def to_array(tensor: torch.Tensor, *, force_torch: bool = False) -> Array:
    """What the algorithm works on: numpy for tensors on the CPU, unless `force_torch`."""
    tensor = tensor.detach()
    return tensor if force_torch or tensor.device.type != "cpu" else tensor.numpy()


def to_tensor(array: Array) -> torch.Tensor:
    """Back to a tensor, without a copy."""
    return array if isinstance(array, torch.Tensor) else torch.from_numpy(array)
