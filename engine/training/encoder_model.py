"""The network that is trained: trunk, two-part embedding and the heads that only teach.

The embedding joins what is drawn (pooled features of the last layer) and how it is laid out (a
coarse grid of the middle layer): pooling alone loses the pose that tells two photos of one
category apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from engine.encoders.folded_lite import FEATURE_CHANNELS, FoldedLite, SameConv
from engine.encoders.strokewise_net import EmbeddingHead, grid_of
from engine.evaluation.embedding import to_batch
from engine.training.encoder_depthwise import ScaledDepthwise, scales, twin
from engine.training.precision import autocast_for

_CPU_CHUNK = 32
_CPU_FROZEN_CHUNK = 8


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
    """Trunk and heads.

    Args:
        trunk: where it starts; becomes part of it.
        classifier: (1000, 1280) weight and (1000,) bias of the ImageNet classifier.
        doodle_names: how many categories of doodles there are.
        frozen_stages: so many stages, and the stem, never change.
        conditional: photos and drawings have scales and biases of their own after the depthwise
            convolutions of the other stages (see `encoder_depthwise`); they start equal.

    Attributes:
        trunk_of_drawings: shares all but its scales with `trunk`, which then is that of the
            photos; None in an unconditional network.
    """

    def __init__(
        self,
        trunk: FoldedLite,
        classifier: tuple[torch.Tensor, torch.Tensor],
        doodle_names: int,
        frozen_stages: int = 2,
        conditional: bool = False,
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
                frozen = conv.kernel_size[0] > 3 or conv.stride[0] > 1
                if frozen or conditional:
                    block.depthwise = ScaledDepthwise(conv, frozen)
        self.trunk_of_drawings = twin(trunk) if conditional else None
        self.embedding = EmbeddingHead()
        self.imagenet = nn.Linear(FEATURE_CHANNELS, len(classifier[1]))
        with torch.no_grad():
            self.imagenet.weight.copy_(classifier[0])
            self.imagenet.bias.copy_(classifier[1])
        self.doodles = nn.Linear(FEATURE_CHANNELS, doodle_names)

    def conditioned(self) -> list[nn.Parameter]:
        """What photos and drawings have apart."""
        if self.trunk_of_drawings is None:
            return []
        return [*scales(self.trunk), *scales(self.trunk_of_drawings)]

    def forward(self, images: torch.Tensor, photos: int) -> Outputs:
        """(B, 3, S, S) in [0, 1], of which the first `photos` are photos, the rest drawings."""
        features, grid = self.pooled(images, photos)
        semantic, layout = self.embedding.parts(features, grid)
        return Outputs(
            features,
            semantic,
            layout,
            self.embedding.join(semantic, layout),
            self.imagenet(features),
        )

    def pooled(self, images: torch.Tensor, photos: int) -> tuple[torch.Tensor, torch.Tensor]:
        """(B, 1280) features and (B, 1792) grids; see `forward`."""
        # A CPU's caches hold few maps at once; a GPU wants the whole batch.
        chunk = len(images) if images.is_cuda else _CPU_CHUNK
        pieces = [(self.trunk, images)]
        if self.trunk_of_drawings is not None:
            pieces = [(self.trunk, images[:photos]), (self.trunk_of_drawings, images[photos:])]
        parts = [
            self._pooled(trunk, part)
            for trunk, some in pieces
            if len(some)
            for part in torch.split(some, chunk)
        ]
        features, grid = (torch.cat(part) for part in zip(*parts, strict=True))
        return features, grid

    def _pooled(self, trunk: FoldedLite, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        images = images.contiguous(memory_format=torch.channels_last)
        chunk = len(images) if images.is_cuda else _CPU_FROZEN_CHUNK
        with autocast_for(images.device):
            with torch.no_grad():
                early = torch.cat(
                    [trunk.early(part, self.frozen_stages) for part in torch.split(images, chunk)]
                )
            middle, last = trunk.late(early, self.frozen_stages)
        return last.float().mean((2, 3)), grid_of(middle.float())

    def folded_trunk(self) -> FoldedLite:
        """A copy of the trunk with plain convolutions only, for export (not of drawings')."""
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
        photos: (N, S, S, 3) uint8; with fewer of them than dimensions, the last ones start at 0.
        size: side in px at which they are looked at.
    """
    device = student.embedding.semantic.weight.device
    parts = []
    for start in range(0, len(photos), 64):
        batch = to_batch(photos[start : start + 64], device)
        parts.append(
            student.pooled(
                functional.interpolate(batch, size=(size, size), mode="bilinear", antialias=True),
                len(batch),
            )
        )
    for layer, rows in zip(
        (student.embedding.semantic, student.embedding.layout),
        (torch.cat(part) for part in zip(*parts, strict=True)),
        strict=True,
    ):
        mean = rows.mean(0)
        rank = min(layer.out_features, len(rows))
        _, _, axes = torch.pca_lowrank(rows - mean, rank, center=False, niter=4)
        layer.weight.zero_()
        layer.weight[:rank] = axes.T
        layer.bias.copy_(-layer.weight @ mean)
