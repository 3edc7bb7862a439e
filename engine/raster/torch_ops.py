"""`engine.raster.ops.Ops` on torch tensors: everything stays on their device."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import torch

Array: TypeAlias = Any

_NO_KEY = torch.iinfo(torch.int64).max


class TorchOps:
    """`Ops` on torch tensors of one device, without gradients."""

    on_host = False

    def __init__(self, device: torch.device) -> None:
        self._device = device

    def index_array(self, values: np.ndarray) -> Array:
        return torch.as_tensor(values, dtype=torch.int64, device=self._device)

    def arange(self, stop: int) -> Array:
        return torch.arange(stop, device=self._device)

    def full(self, shape: tuple[int, ...], value: float, like: Array) -> Array:
        return torch.full(shape, value, dtype=like.dtype, device=self._device)

    def to_index(self, values: Array) -> Array:
        return values.to(torch.int64)

    def to_float(self, values: Array, like: Array) -> Array:
        return values.to(like.dtype)

    def take(self, values: Array, index: Array) -> Array:
        return values.reshape(-1)[index]

    def repeat(self, values: Array, counts: Array, total: int) -> Array:
        return torch.repeat_interleave(values, counts, output_size=total)

    def cumsum(self, values: Array) -> Array:
        return torch.cumsum(values, 0)

    def argsort(self, values: Array) -> Array:
        return torch.argsort(values)

    def flatnonzero(self, mask: Array) -> Array:
        return torch.nonzero(mask.reshape(-1)).squeeze(1)

    def split(self, flat: Array, mask: Array) -> tuple[Array, Array]:
        row = torch.div(flat, mask.shape[1], rounding_mode="floor")
        return row, flat - row * mask.shape[1]

    def minimum(self, a: Array, b: Array | float) -> Array:
        return torch.minimum(a, b) if isinstance(b, torch.Tensor) else torch.clamp(a, max=b)

    def maximum(self, a: Array, b: Array | float) -> Array:
        return torch.maximum(a, b) if isinstance(b, torch.Tensor) else torch.clamp(a, min=b)

    def ceil(self, values: Array) -> Array:
        return torch.ceil(values)

    def sqrt(self, values: Array) -> Array:
        return torch.sqrt(values)

    def exp(self, values: Array) -> Array:
        return torch.exp(values)

    def copy(self, values: Array) -> Array:
        return values.clone(memory_format=torch.contiguous_format)

    def concat(self, parts: list[Array]) -> Array:
        return torch.cat(parts)

    def sum_by(self, index: Array, weights: Array, size: int) -> Array:
        return weights.new_zeros(size).index_add_(0, index, weights)

    def min_by(self, index: Array, values: Array, size: int) -> Array:
        smallest = values.new_full((size,), torch.inf)
        return smallest.scatter_reduce_(0, index, values, "amin")

    def multiply_by(self, target: Array, index: Array, factors: Array) -> None:
        target.scatter_reduce_(0, index, factors, "prod")

    def first_smallest(self, slot: Array, values: Array, size: int) -> Array:
        position = torch.arange(len(slot), device=self._device)
        if values.dtype == torch.float32:
            key = (values.view(torch.int32).to(torch.int64) << 32) | position
        else:
            tied = values == self.min_by(slot, values, size)[slot]
            key = torch.where(tied, position, len(slot))
        smallest = torch.full((size,), _NO_KEY, device=self._device)
        smallest.scatter_reduce_(0, slot, key, "amin")
        won = smallest[slot] == key
        if values.dtype != torch.float32:
            won &= tied
        return self.flatnonzero(won)
