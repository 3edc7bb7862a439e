"""Open_clip encoders by name, from the weight store."""

from __future__ import annotations

import torch

from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.open_clip_model import find_architecture, load_weights
from engine.encoders.store.names import ModelName
from engine.encoders.store.weights import WeightStore


def load_open_clip(
    name: str, device: torch.device, store: WeightStore | None = None
) -> OpenClipEncoder:
    """The encoder "MODEL/TAG" with its weights on `device`. No network: fetch it first.

    Args:
        name: such as "RN101/openai".
        device: where it is to work.
        store: where the weights are; default: the user's store.

    Raises:
        InputError: not installed, damaged, or not what its name says.
    """
    parsed = ModelName.parse(name)
    path, record = (store or WeightStore()).checked_weights(parsed)
    architecture = find_architecture(parsed)
    model = load_weights(path, architecture)
    return OpenClipEncoder(model, architecture, record.sha256, device)
