"""The weight files that come with the program: found, checked against the registry, read."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Literal, TypeAlias

from engine.errors import InputError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    import torch

_REGISTRY = "registry.json"
Role: TypeAlias = Literal["encoder", "addition", "network"]
"""An encoder, something that only goes with one encoder, or a network that stands alone."""


@dataclass(frozen=True, slots=True)
class BundledModel:
    """One line of `resources/models/registry.json`.

    Attributes:
        name: the key in the registry.
        file: safetensors file beside the registry.
        sha256: of the whole file, hexadecimal.
        licence: SPDX identifier of the weights.
        role: what it is, see `Role`.
        encoder: for an addition, the encoder that it goes with.
    """

    name: str
    file: str
    sha256: str
    licence: str
    role: Role = "encoder"
    encoder: str = ""


def models_folder() -> Traversable:
    """Where the bundled weight files, their cards and the registry are."""
    return resources.files("resources") / "models"


def bundled_models() -> dict[str, BundledModel]:
    """The registry, by name."""
    entries = json.loads((models_folder() / _REGISTRY).read_text("utf-8"))
    return {name: BundledModel(name, **entry) for name, entry in entries.items()}


def read_weights(model: BundledModel) -> dict[str, torch.Tensor]:
    """The tensors of a bundled file, by name.

    Raises:
        InputError: the file is missing or is not the one the registry names.
    """
    from safetensors.torch import load

    try:
        content = (models_folder() / model.file).read_bytes()
    except OSError as error:
        raise InputError(
            f"The bundled model file {model.file} cannot be read ({error.strerror}); "
            "install Strokewise again."
        ) from error
    if hashlib.sha256(content).hexdigest() != model.sha256:
        raise InputError(
            f"The bundled model file {model.file} is damaged; install Strokewise again."
        )
    return dict(load(content))
