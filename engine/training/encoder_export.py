"""Write the trained encoder as the one file that the program loads."""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from safetensors.torch import save
from torch import nn

from engine.encoders.folded_lite import FoldedLite
from engine.encoders.strokewise import pack_names
from engine.encoders.strokewise_net import CategoryHead, EmbeddingHead


def encoder_tensors(
    trunk: FoldedLite, embedding: EmbeddingHead, categories: CategoryHead, names: tuple[str, ...]
) -> dict[str, torch.Tensor]:
    """The tensors of the file, in fp16, by the names `strokewise_encoder` reads."""
    return (
        _halves("trunk", trunk) | _halves("embedding", embedding) | head_tensors(categories, names)
    )


def head_tensors(categories: CategoryHead, names: tuple[str, ...]) -> dict[str, torch.Tensor]:
    """Those of them that make the category head."""
    return _halves("categories", categories) | {"category_names": pack_names(names)}


def _halves(part: str, net: nn.Module) -> dict[str, torch.Tensor]:
    return {
        f"{part}.{key}": value.detach().cpu().half().contiguous()
        for key, value in net.state_dict().items()
    }


def write_encoder(tensors: dict[str, torch.Tensor], path: Path) -> str:
    """Write the safetensors file; its SHA-256, in hexadecimal, is the answer."""
    path.parent.mkdir(parents=True, exist_ok=True)
    content = save(tensors)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()
