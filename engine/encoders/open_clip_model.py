"""Builds an open_clip architecture and puts a checked safetensors file into it.

Nothing here unpickles or downloads: the model comes from open_clip's own configuration files, the
weights from `safetensors`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from engine.encoders.store.header import read_header
from engine.encoders.store.names import ModelName
from engine.encoders.torchvision_cure import import_torchvision
from engine.errors import InputError


@dataclass(frozen=True)
class Preprocess:
    """What the network wants: squares of side `size`, (x - mean) / std per RGB channel."""

    size: int
    mean: tuple[float, float, float]
    std: tuple[float, float, float]


@dataclass(frozen=True)
class Architecture:
    """An open_clip model before it has weights.

    Attributes:
        name: which model, and whose weights it is meant for (they decide QuickGELU and mean/std).
        config: open_clip's configuration, complete.
        preprocess: see `Preprocess`.
    """

    name: ModelName
    config: dict[str, Any]
    preprocess: Preprocess

    @property
    def description(self) -> str:
        """All that decides an embedding besides the weights, as canonical JSON."""
        wanted = self.preprocess
        parts = [self.config, wanted.size, wanted.mean, wanted.std]
        return json.dumps(parts, sort_keys=True, separators=(",", ":"))

    @property
    def needs_foreign_tokeniser(self) -> bool:
        """Whether its text tower reads tokens that open_clip itself cannot make."""
        return "hf_tokenizer_name" in self.config["text_cfg"]


def find_architecture(name: ModelName) -> Architecture:
    """Open_clip's architecture for `name`, as its weights were trained.

    Raises:
        InputError: open_clip has no such model, or one whose parts it would download.
    """
    import_torchvision()
    import open_clip

    config = open_clip.get_model_config(name.model)
    if config is None:
        raise InputError(
            f'open_clip knows no model "{name.model}"; "RN101/openai" is one it knows.'
        )
    if "hf_model_name" in config["text_cfg"]:
        raise InputError(f"{name.model} borrows its text tower from elsewhere, so it is left out.")
    trained = open_clip.get_pretrained_cfg(name.model, name.tag)
    # OpenAI's weights were trained with QuickGELU, which the plain configurations do not say.
    config["quick_gelu"] = bool(config.get("quick_gelu") or trained.get("quick_gelu"))
    if "timm_model_name" in config["vision_cfg"]:
        config["vision_cfg"]["timm_model_pretrained"] = False
    defaults = open_clip.transform.PreprocessCfg()
    preprocess = Preprocess(
        _square(name, config["vision_cfg"]["image_size"]),
        tuple(trained.get("mean", defaults.mean)),
        tuple(trained.get("std", defaults.std)),
    )
    return Architecture(name, config, preprocess)


def build(architecture: Architecture) -> nn.Module:
    """The model with random weights, float32, on torch's default device."""
    import open_clip

    config = dict(architecture.config)
    custom_text = config.pop("custom_text", False)
    if "multimodal_cfg" in config:
        kind = open_clip.CoCa
    else:
        kind = open_clip.CustomTextCLIP if custom_text else open_clip.CLIP
    model: nn.Module = kind(**config)
    return model


def check_fits(path: Path, name: ModelName, called: str) -> None:
    """Compare a file's tensors with the architecture's, without reading or allocating any.

    Args:
        path: the file.
        name: the model it is meant for.
        called: what the file is called in the sentence.

    Raises:
        InputError: the file is unsound, or is another model's.
    """
    stored = {key: spec.shape for key, spec in read_header(path, called).items()}
    architecture = find_architecture(name)
    with torch.device("meta"):
        wanted = {key: tuple(t.shape) for key, t in build(architecture).state_dict().items()}
    if stored != wanted:
        raise InputError(f"{called} is not {name.model}: {_difference(stored, wanted)}.")


def load_weights(path: Path, architecture: Architecture) -> nn.Module:
    """The model with the file's weights: frozen, float32, evaluation mode, on the CPU.

    Raises:
        InputError: the file is unsound, or is another model's.
    """
    from safetensors.torch import load_file

    check_fits(path, architecture.name, path.name)
    model = build(architecture)
    model.load_state_dict(load_file(path), strict=True)
    return model.eval().requires_grad_(False)


def _square(name: ModelName, size: int | list[int]) -> int:
    sides = {size} if isinstance(size, int) else set(size)
    if len(sides) != 1:
        raise InputError(f"{name.model} looks at oblong images, which Strokewise does not make.")
    return sides.pop()


def _difference(stored: dict[str, tuple[int, ...]], wanted: dict[str, tuple[int, ...]]) -> str:
    missing, extra = wanted.keys() - stored.keys(), stored.keys() - wanted.keys()
    if missing:
        return f"{len(missing)} tensors are missing, {min(missing)} among them"
    if extra:
        return f"{len(extra)} tensors are foreign, {min(extra)[:80]} among them"
    key = min(key for key in wanted if stored[key] != wanted[key])
    return f"{key} has shape {list(stored[key])} instead of {list(wanted[key])}"
