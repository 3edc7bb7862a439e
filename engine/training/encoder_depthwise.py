"""Depthwise convolutions with scales, and two trunks that share everything else.

Conditional batch normalisation (De Vries et al. 2017; photo_sketch_correspondence, section 3.1)
gives photos and drawings a gamma and a beta of their own. In a folded network the scale and bias
of each channel after the depthwise convolution are their counterpart.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from engine.encoders.folded_lite import FoldedLite, SameConv


class _FrozenDepthwise(torch.autograd.Function):
    """A depthwise convolution that passes gradients to its input only.

    The gradient is itself a convolution, of the gradient spread out by the stride with the
    kernel turned round; a CPU does that some ten times faster than the library's own way.
    """

    @staticmethod
    def forward(ctx: Any, x: torch.Tensor, weight: torch.Tensor, stride: int) -> torch.Tensor:
        kernel = weight.shape[-1]
        ctx.save_for_backward(weight)
        ctx.stride, ctx.size = stride, x.shape[-1]
        total = max((-(-x.shape[-1] // stride) - 1) * stride + kernel - x.shape[-1], 0)
        ctx.before = total // 2
        if stride > 1:
            x = functional.pad(x, (total // 2, total - total // 2) * 2)
            return functional.conv2d(x, weight, stride=stride, groups=len(weight))
        return functional.conv2d(x, weight, padding=kernel // 2, groups=len(weight))

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> tuple[torch.Tensor, None, None]:
        (weight,) = ctx.saved_tensors
        kernel, stride, size = weight.shape[-1], ctx.stride, ctx.size
        if stride > 1:
            spread = grad.new_zeros((*grad.shape[:2], size, size)).contiguous(
                memory_format=torch.channels_last
            )
            spread[:, :, ::stride, ::stride] = grad
            grad = spread
        before = kernel - 1 - ctx.before
        after = kernel - 1 - before
        if before == after:
            turned = functional.conv2d(grad, weight.flip(2, 3), padding=before, groups=len(weight))
        else:
            grad = functional.pad(grad, (before, after, before, after))
            turned = functional.conv2d(grad, weight.flip(2, 3), groups=len(weight))
        return turned, None, None


class ScaledDepthwise(nn.Module):
    """A depthwise convolution with a scale of its own for each channel, as before folding.

    Args:
        conv: where it starts; becomes part of it.
        frozen: the kernels stay as they are, only scale and bias are learnt: the gradient of
            5 x 5 depthwise kernels costs a CPU more than everything else together.
    """

    def __init__(self, conv: SameConv, frozen: bool = True) -> None:
        super().__init__()
        assert conv.bias is not None
        self.scale = nn.Parameter(torch.ones_like(conv.bias))
        self.bias = nn.Parameter(conv.bias.detach().clone())
        self.conv = conv
        conv.bias = None
        conv.weight.requires_grad_(not frozen)
        self._frozen = frozen

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """As the convolution, with each channel scaled."""
        y: torch.Tensor
        if self._frozen:
            weight = self.conv.weight.to(x.dtype)
            y = _FrozenDepthwise.apply(x, weight, self.conv.stride[0])  # type: ignore[no-untyped-call]
        else:
            y = self.conv(x)
        shape = (1, -1, 1, 1)
        return y * self.scale.to(y.dtype).view(shape) + self.bias.to(y.dtype).view(shape)

    def folded(self) -> SameConv:
        """The same map as one convolution with bias."""
        conv = self.conv
        plain = SameConv(
            conv.in_channels, conv.out_channels, conv.kernel_size[0], conv.stride[0], conv.groups
        )
        with torch.no_grad():
            plain.weight.copy_(conv.weight * self.scale[:, None, None, None])
            assert plain.bias is not None
            plain.bias.copy_(self.bias)
        return plain


def scales(trunk: FoldedLite) -> Iterator[nn.Parameter]:
    """Scale and bias of each `ScaledDepthwise` of a trunk."""
    for layer in trunk.modules():
        if isinstance(layer, ScaledDepthwise):
            yield layer.scale
            yield layer.bias


def twin(trunk: FoldedLite) -> FoldedLite:
    """A trunk with scales and biases of its own that shares all other parameters with `trunk`."""
    own = {id(parameter) for parameter in scales(trunk)}
    shared = {id(p): p for p in trunk.parameters() if id(p) not in own}
    return copy.deepcopy(trunk, shared)
