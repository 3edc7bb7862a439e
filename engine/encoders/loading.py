"""Encoders by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch

from engine.encoders.adapted import read_embedding
from engine.encoders.base import Encoder
from engine.encoders.bundled import BundledModel, bundled_models, read_weights
from engine.encoders.folded_lite import LITE0, FoldedLite
from engine.encoders.lite import LiteEncoder
from engine.encoders.prompted import read_prompts
from engine.encoders.strokewise import StrokewiseEncoder, strokewise_encoder
from engine.errors import InputError

DEFAULT_ENCODER = "bundled"
_BUNDLED = "strokewise_encoder"
_IMAGENET = "efficientnet_lite0"


def encoder_names() -> tuple[str, ...]:
    """What `load_encoder` knows."""
    return (
        DEFAULT_ENCODER,
        *(name for name, model in bundled_models().items() if model.role == "encoder"),
    )


def load_encoder(name: str = DEFAULT_ENCODER, device: torch.device | str = "cpu") -> Encoder:
    """The encoder of that name with its weights on `device`; "bundled" is the default one.

    "bundled+FILE" is the default one with an embedding on top that `engine.training.pairs` learned,
    "MODEL/TAG" an open_clip model from the weight store, "MODEL/TAG+FILE" the same with prompts
    on top that `engine.training.prompts` learned.

    Raises:
        InputError: there is no such encoder, or its file is missing or damaged.
    """
    base, plus, file = name.partition("+")
    if "/" in base:
        from engine.encoders.open_clip_loading import load_open_clip

        encoder = load_open_clip(base, torch.device(device))
        return read_prompts(Path(file), encoder, name) if plus else encoder
    if plus and base == DEFAULT_ENCODER:
        own = load_encoder(DEFAULT_ENCODER, device)
        assert isinstance(own, StrokewiseEncoder)
        return read_embedding(Path(file), own, name)
    model = bundled_model(name)
    load = _load_lite if model.name == _IMAGENET else strokewise_encoder
    fingerprint = f"{model.name}:{model.sha256[:16]}"
    return load(read_weights(model), model.name, fingerprint, torch.device(device))


def bundled_model(name: str = DEFAULT_ENCODER) -> BundledModel:
    """What the registry says of a bundled encoder; "bundled" is the default one.

    Raises:
        InputError: there is no such encoder.
    """
    model = bundled_models().get(_BUNDLED if name == DEFAULT_ENCODER else name)
    if model is None or model.role != "encoder":
        known = ", ".join(encoder_names())
        raise InputError(f'There is no encoder "{name}"; known are: {known}, and MODEL/TAG.')
    return model


def _load_lite(
    weights: Mapping[str, torch.Tensor], name: str, fingerprint: str, device: torch.device
) -> LiteEncoder:
    with torch.device("meta"):  # initialising weights that are about to be replaced is slow
        trunk = FoldedLite(LITE0)
    trunk.load_state_dict({key: each.float() for key, each in weights.items()}, assign=True)
    return LiteEncoder(trunk, name, fingerprint, device)
