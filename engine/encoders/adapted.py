"""The bundled encoder with an embedding that was learned from somebody's own pairs.

`engine.training.pairs` makes the files. The category head and the feature maps stay as they are.
"""

from __future__ import annotations

from pathlib import Path

import torch

from engine.encoders.learned_file import not_a_file_of, read_learned, write_learned
from engine.encoders.strokewise import StrokewiseEncoder
from engine.encoders.strokewise_net import EmbeddingHead

_WHAT = "an embedding"
_MAX_BYTES = 2**24


def write_embedding(path: Path, head: EmbeddingHead, base: StrokewiseEncoder) -> None:
    """Write an embedding as a safetensors file, through a temporary one beside it."""
    write_learned(path, head.state_dict(), base)


def read_embedding(path: Path, base: StrokewiseEncoder, name: str) -> StrokewiseEncoder:
    """`base` with the embedding of a file in place of its own.

    Raises:
        InputError: the file is missing, none of ours, or learned on another encoder.
    """
    file = read_learned(path, base, _WHAT, _MAX_BYTES)
    head = EmbeddingHead()
    try:
        with torch.no_grad():
            head.load_state_dict(file.tensors)
    except RuntimeError as error:
        raise not_a_file_of(_WHAT, path) from error
    return base.with_embedding(head, name, f"{base.fingerprint}+{file.sha256[:16]}")
