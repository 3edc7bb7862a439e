"""The network that is trained: trunk, two-part embedding and the heads that only teach.

The embedding joins what is drawn (pooled features of the last layer) and how it is laid out (a
coarse grid of the middle layer): pooling alone loses the pose that tells two photos of one
category apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from engine.encoders.folded_lite import FEATURE_CHANNELS, FoldedLite, SameConv
from engine.encoders.strokewise_net import EmbeddingHead, grid_of
from engine.evaluation.embedding import to_batch
from engine.training.precision import autocast_for

_CPU_CHUNK = 32
_CPU_FROZEN_CHUNK = 8


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
    """A depthwise convolution whose kernels stay as they are while scale and bias are learnt.

    The gradient of 5 x 5 depthwise kernels costs a CPU more than everything else together.
    """

    def __init__(self, conv: SameConv) -> None:
        super().__init__()
        assert conv.bias is not None
        self.scale = nn.Parameter(torch.ones_like(conv.bias))
        self.bias = nn.Parameter(conv.bias.detach().clone())
        self.conv = conv
        conv.bias = None
        conv.weight.requires_grad_(False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """As the convolution, with each channel scaled."""
        weight = self.conv.weight.to(x.dtype)
        y: torch.Tensor = _FrozenDepthwise.apply(  # type: ignore[no-untyped-call]
            x, weight, self.conv.stride[0]
        )
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


@dataclass(frozen=True)
class Outputs:
    """What one pass gives for a batch of B images.

    Attributes:
        features: (B, 1280) pooled features.
        semantic: (B, 160) unit vectors: what it is.
        layout: (B, 96) unit vectors: where its parts are.
        embedding: (B, 256) unit vectors that join the two.
        imagenet: (B, 1000) logits of the ImageNet classifier.
    """

    features: torch.Tensor
    semantic: torch.Tensor
    layout: torch.Tensor
    embedding: torch.Tensor
    imagenet: torch.Tensor


class Student(nn.Module):
    """Trunk and heads; the first `frozen_stages` stages and the stem never change."""

    def __init__(
        self,
        trunk: FoldedLite,
        classifier: tuple[torch.Tensor, torch.Tensor],
        doodle_names: int,
        frozen_stages: int = 2,
    ) -> None:
        super().__init__()
        self.frozen_stages = frozen_stages
        self.trunk = trunk
        for part in [trunk.stem, *trunk.stages[:frozen_stages]]:
            part.requires_grad_(False)
        for stage in trunk.stages[frozen_stages:]:
            for block in stage.children():
                conv = block.depthwise
                assert isinstance(conv, SameConv)
                if conv.kernel_size[0] > 3 or conv.stride[0] > 1:
                    block.depthwise = ScaledDepthwise(conv)
        self.embedding = EmbeddingHead()
        self.imagenet = nn.Linear(FEATURE_CHANNELS, len(classifier[1]))
        with torch.no_grad():
            self.imagenet.weight.copy_(classifier[0])
            self.imagenet.bias.copy_(classifier[1])
        self.doodles = nn.Linear(FEATURE_CHANNELS, doodle_names)

    def forward(self, images: torch.Tensor) -> Outputs:
        """(B, 3, S, S) in [0, 1]."""
        features, grid = self.pooled(images)
        semantic, layout = self.embedding.parts(features, grid)
        return Outputs(
            features,
            semantic,
            layout,
            self.embedding.join(semantic, layout),
            self.imagenet(features),
        )

    def pooled(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(B, 1280) features and (B, 1792) grids of (B, 3, S, S) images in [0, 1]."""
        # A CPU's caches hold few maps at once; a GPU wants the whole batch.
        chunk = len(images) if images.is_cuda else _CPU_CHUNK
        parts = [self._pooled(part) for part in torch.split(images, chunk)]
        features, grid = (torch.cat(part) for part in zip(*parts, strict=True))
        return features, grid

    def _pooled(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        images = images.contiguous(memory_format=torch.channels_last)
        chunk = len(images) if images.is_cuda else _CPU_FROZEN_CHUNK
        with autocast_for(images.device):
            with torch.no_grad():
                early = torch.cat(
                    [
                        self.trunk.early(part, self.frozen_stages)
                        for part in torch.split(images, chunk)
                    ]
                )
            middle, last = self.trunk.late(early, self.frozen_stages)
        return last.float().mean((2, 3)), grid_of(middle.float())

    def folded_trunk(self) -> FoldedLite:
        """A copy of the trunk with plain convolutions only, for export."""
        plain = FoldedLite(self.trunk.shape)
        for stage, trained in zip(plain.stages, self.trunk.stages, strict=True):
            for block, source in zip(stage.children(), trained.children(), strict=True):
                for name in ("expand", "depthwise", "project"):
                    layer = getattr(source, name)
                    if layer is None:
                        continue
                    if isinstance(layer, ScaledDepthwise):
                        layer = layer.folded()
                    getattr(block, name).load_state_dict(layer.state_dict())
        plain.stem.load_state_dict(self.trunk.stem.state_dict())
        plain.head.load_state_dict(self.trunk.head.state_dict())
        return plain


@torch.no_grad()
def start_from_principal_components(student: Student, photos: np.ndarray, size: int) -> None:
    """Set both projections of the embedding to the principal components of photos' features.

    Args:
        student: changed in place.
        photos: (N, S, S, 3) uint8.
        size: side in px at which they are looked at.
    """
    device = student.embedding.semantic.weight.device
    parts = []
    for start in range(0, len(photos), 64):
        batch = to_batch(photos[start : start + 64], device)
        parts.append(
            student.pooled(
                functional.interpolate(batch, size=(size, size), mode="bilinear", antialias=True)
            )
        )
    for layer, rows in zip(
        (student.embedding.semantic, student.embedding.layout),
        (torch.cat(part) for part in zip(*parts, strict=True)),
        strict=True,
    ):
        mean = rows.mean(0)
        _, _, axes = torch.pca_lowrank(rows - mean, layer.out_features, center=False, niter=4)
        layer.weight.copy_(axes.T)
        layer.bias.copy_(-axes.T @ mean)
