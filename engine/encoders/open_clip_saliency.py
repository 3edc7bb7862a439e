"""Where an open_clip image tower looks."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import torch
from torch import nn
from torch.nn.functional import interpolate


def has_class_attention(tower: nn.Module) -> bool:
    """Whether the tower is a vision transformer that reads its answer off the class token."""
    import open_clip

    if not isinstance(tower, open_clip.transformer.VisionTransformer):
        return False
    blocks = tower.transformer.resblocks
    by_token = tower.attn_pool is None and tower.pool_type == "tok"
    return by_token and all(isinstance(block.attn, nn.MultiheadAttention) for block in blocks)


def attention_relevancy(tower: Any, images: torch.Tensor) -> torch.Tensor:
    """How much the class token attends to each patch: (B, 1, h, w), not yet stretched.

    CLIPasso, supplement A (and D.2): each layer's attention averaged over its heads, then over
    the layers; the row of the class token without its own column.

    Args:
        tower: an image tower of which `has_class_attention` holds.
        images: (B, 3, S, S), normalised.
    """
    asked: list[tuple[nn.MultiheadAttention, torch.Tensor]] = []
    with torch.no_grad(), ExitStack() as hooks:
        for block in tower.transformer.resblocks:
            hook = block.attn.register_forward_pre_hook(
                lambda attention, inputs: asked.append((attention, inputs[0]))
            )
            hooks.callback(hook.remove)
        tower(images)
    with torch.no_grad():
        layers = [
            # The blocks themselves run without weights, which is faster and differentiable.
            attention(tokens, tokens, tokens, need_weights=True, average_attn_weights=True)[1]
            for attention, tokens in asked
        ]
    rows = torch.stack(layers).mean(0)[:, 0, 1:]
    height, width = tower.grid_size
    return rows.reshape(len(images), 1, height, width)


def gradient_times_activation(activation: torch.Tensor, embedding: torch.Tensor) -> torch.Tensor:
    """How much each number of a hidden layer contributes to the embedding's energy.

    For towers without a class token, in the manner of Grad-CAM (Selvaraju et al. 2017) with the
    image itself as the class, and without the averaging over positions, which would lose where.

    Args:
        activation: a hidden layer through which `embedding` was computed, gradients recorded.
        embedding: (B, D), before it is normalised.

    Returns:
        The shape of `activation`.
    """
    energy = embedding.square().sum() / 2
    (gradient,) = torch.autograd.grad(energy, activation)
    return gradient * activation.detach()


def stretched(relevancy: torch.Tensor, side: int) -> torch.Tensor:
    """(B, 1, h, w) smoothly enlarged to (B, 1, side, side) in [0, 1]; a flat map becomes 1."""
    maps = interpolate(relevancy, (side, side), mode="bicubic", align_corners=False)
    maps = maps - maps.amin((2, 3), keepdim=True)
    peak = maps.amax((2, 3), keepdim=True)
    return torch.where(peak > 0, maps / peak.clamp_min(torch.finfo(maps.dtype).tiny), 1.0)
