"""Files of what was learned on top of an encoder: tensors, and which encoder it was."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.encoders.base import Encoder
from engine.errors import InputError

_BASE = "base"


@dataclass(frozen=True, slots=True)
class LearnedFile:
    """Attributes:
    tensors: by name, float32.
    sha256: of the whole file, hexadecimal.
    """

    tensors: dict[str, torch.Tensor]
    sha256: str


def write_learned(path: Path, tensors: Mapping[str, torch.Tensor], base: Encoder) -> None:
    """Write a safetensors file that names `base`, through a temporary one beside it."""
    from safetensors.torch import save_file

    unfinished = path.with_name(f"{path.name}.part")
    content = {key: each.detach().cpu().contiguous() for key, each in tensors.items()}
    save_file(content, unfinished, {_BASE: base.fingerprint})
    unfinished.replace(path)


def read_learned(path: Path, base: Encoder, what: str, most_bytes: int) -> LearnedFile:
    """What `write_learned` wrote.

    Args:
        base: the encoder it is to be used with.
        what: it is, for the sentences: "prompts", "an embedding".
        most_bytes: of the file; a larger one is not read.

    Raises:
        InputError: the file is missing, no such file, or learned on another encoder.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load

    try:
        if path.stat().st_size > most_bytes:
            raise InputError(f"{path.name} is too large to hold {what}.")
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        tensors = {key: each.float() for key, each in load(content).items()}
        (length,) = struct.unpack_from("<Q", content)
        metadata = json.loads(content[8 : 8 + length]).get("__metadata__") or {}
    except (SafetensorError, ValueError, struct.error) as error:
        raise not_a_file_of(what, path) from error
    if metadata.get(_BASE) != base.fingerprint:
        raise InputError(
            f"{path.name} was learned on {metadata.get(_BASE, 'another encoder')}, "
            f"not on {base.fingerprint}."
        )
    return LearnedFile(tensors, hashlib.sha256(content).hexdigest())


def not_a_file_of(what: str, path: Path) -> InputError:
    """The sentence for a file that holds something else."""
    return InputError(f"{path.name} is not a file of {what}.")
