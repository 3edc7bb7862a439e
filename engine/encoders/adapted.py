"""The bundled encoder with an embedding that was learned from somebody's own pairs.

`engine.training.pairs` makes the files. The category head and the feature maps stay as they are.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch

from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import EmbeddingHead
from engine.errors import InputError

_BASE = "strokewise_encoder"
_MAX_BYTES = 2**24


def write_embedding(path: Path, head: EmbeddingHead, base: StrokewiseEncoder) -> None:
    """Write an embedding as a safetensors file, through a temporary one beside it."""
    from safetensors.torch import save_file

    unfinished = path.with_name(f"{path.name}.part")
    tensors = {name: each.cpu().contiguous() for name, each in head.state_dict().items()}
    save_file(tensors, unfinished, {_BASE: base.fingerprint})
    unfinished.replace(path)


def read_embedding(path: Path, base: StrokewiseEncoder, name: str) -> StrokewiseEncoder:
    """`base` with the embedding of a file in place of its own.

    Raises:
        InputError: the file is missing, none of ours, or learned on another encoder.
    """
    from safetensors import SafetensorError, safe_open

    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InputError(f"{path.name} is too large to hold an embedding.")
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        with safe_open(path, "pt") as file:
            learned_on = (file.metadata() or {}).get(_BASE)
            tensors = {key: file.get_tensor(key).float() for key in file.keys()}  # noqa: SIM118
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    except SafetensorError as error:
        raise InputError(f"{path.name} is not a file of an embedding.") from error
    if learned_on != base.fingerprint:
        raise InputError(
            f"{path.name} was learned on {learned_on or 'another encoder'}, "
            f"not on {base.fingerprint}."
        )
    head = EmbeddingHead()
    try:
        with torch.no_grad():
            head.load_state_dict(tensors)
    except RuntimeError as error:
        raise InputError(f"{path.name} is not a file of an embedding.") from error
    return base.with_embedding(head, name, f"{base.fingerprint}+{sha256[:16]}")
