"""Open_clip's image towers: their stages, and where they look.

Three kinds, all with the same three questions: CLIP's ResNets, other convolutional networks, and
networks of tokens (vision transformers).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch

from engine.encoders.open_clip_saliency import (
    attention_relevancy,
    gradient_times_activation,
    has_class_attention,
)

_GEOMETRIC_STRIDES = (8, 16)


class ConvTower:
    """A convolutional network of timm's behind open_clip.

    Its stages are the outputs at each resolution. The geometric ones are those at strides 8 and
    16, the counterparts of the ResNets' layers 3 and 4.

    Attributes:
        stages: "layer1", "layer2", ..., shallow to deep.
        geometric: the indices in `stages` of those of the geometric loss.
    """

    def __init__(self, network: Any) -> None:
        strides = [info["reduction"] for info in network.trunk.feature_info]
        self.network = network
        self.stages = _names(len(strides))
        self.geometric = tuple(strides.index(stride) for stride in _GEOMETRIC_STRIDES)

    def walk(
        self, images: torch.Tensor, indices: Sequence[int], *, to_the_end: bool
    ) -> tuple[list[torch.Tensor], torch.Tensor]:
        """The maps (B, C, h, w) of the stages with these growing indices, and the raw embedding.

        Args:
            images: (B, 3, S, S), normalised.
            indices: growing positions in `stages`.
            to_the_end: else nothing is computed beyond the last index, and the embedding is empty.
        """
        found = self.network.forward_intermediates(
            images,
            indices=list(indices),
            stop_early=not to_the_end,
            intermediates_only=not to_the_end,
        )
        embedding = found["image_features"] if to_the_end else images.new_empty(0)
        return found["image_intermediates"], embedding

    def relevancy(self, images: torch.Tensor) -> torch.Tensor:
        """(B, 1, h, w): how much each position of the deepest geometric stage matters."""
        with torch.enable_grad():
            leaf = images.detach().requires_grad_(True)
            (maps,), embedding = self.walk(leaf, self.geometric[-1:], to_the_end=True)
            return gradient_times_activation(maps, embedding).sum(1, keepdim=True).abs()


class ResNetTower(ConvTower):
    """One of CLIP's own ResNets, with its stages counted as CLIPasso counts them.

    Supplement E.1: "layer1" is the input of the first bottleneck block, that is the stem's output,
    and "layer2" to "layer5" are the outputs of the four groups of bottlenecks, which the network
    itself calls layer1 to layer4. The geometric loss takes layers 3 and 4 (section 3, below
    equation 2): of RN101 at 224 px they are 512 x 28 x 28 and 1024 x 14 x 14.
    """

    def __init__(self, network: Any) -> None:
        self.network = network
        self.stages = _names(5)
        self.geometric = (2, 3)

    def walk(
        self, images: torch.Tensor, indices: Sequence[int], *, to_the_end: bool
    ) -> tuple[list[torch.Tensor], torch.Tensor]:
        """See `ConvTower.walk`."""
        # The network's own forward_intermediates has its early stop the wrong way round
        # (open_clip 3.3), so that it gives either the embedding or the shallow maps.
        tower = self.network
        groups = (tower.stem, tower.layer1, tower.layer2, tower.layer3, tower.layer4)
        maps, x = [], images
        for group in groups if to_the_end else groups[: max(indices) + 1]:
            x = group(x)
            maps.append(x)
        embedding = tower.attnpool(x) if to_the_end else images.new_empty(0)
        return [maps[index] for index in indices], embedding


class TokenTower(ConvTower):
    """A vision transformer: its stages are the blocks' patch tokens, laid out as maps.

    CLIPasso uses none of them in its loss, but finds (E.1, figures 30 and 31) that "layers 5 and
    lower" of twelve lean to shape; the geometric ones are those at a quarter and a third of the
    depth: layers 3 and 4 of twelve.
    """

    def __init__(self, network: Any) -> None:
        trunk = getattr(network, "trunk", None)
        self.network = network
        self._blocks = network.transformer.resblocks if trunk is None else trunk.blocks
        depth = len(self._blocks)
        shallow = max(1, round(depth / 4))
        self.stages = _names(depth)
        self.geometric = (shallow - 1, min(depth, max(shallow + 1, round(depth / 3))) - 1)

    def relevancy(self, images: torch.Tensor) -> torch.Tensor:
        """(B, 1, h, w): the class token's attention, or without one as other towers do."""
        if has_class_attention(self.network):
            return attention_relevancy(self.network, images)
        # The maps are copies beside the path to the embedding; the block's own output is on it.
        index = self.geometric[-1]
        outputs: list[torch.Tensor] = []
        hook = self._blocks[index].register_forward_hook(
            lambda _block, _inputs, output: outputs.append(output)
        )
        with hook, torch.enable_grad():
            leaf = images.detach().requires_grad_(True)
            (maps,), embedding = self.walk(leaf, (index,), to_the_end=True)
            relevancy = gradient_times_activation(outputs[0], embedding).sum(2).abs()
        height, width = maps.shape[-2:]
        patches = relevancy[:, -height * width :]  # class and register tokens come first
        return patches.reshape(-1, 1, height, width)


def wrap_tower(network: Any) -> ConvTower:
    """The kind of tower that fits one of open_clip's image networks."""
    import open_clip

    if isinstance(network, open_clip.modified_resnet.ModifiedResNet):
        return ResNetTower(network)
    if isinstance(network, open_clip.transformer.VisionTransformer):
        return TokenTower(network)
    strides = {info["reduction"] for info in network.trunk.feature_info}
    return TokenTower(network) if len(strides) == 1 else ConvTower(network)


def _names(count: int) -> tuple[str, ...]:
    return tuple(f"layer{number}" for number in range(1, count + 1))
