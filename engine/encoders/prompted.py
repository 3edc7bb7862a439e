"""An open_clip encoder with learned prompts on top: sketches and photos go different ways."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from pathlib import Path

import torch
from torch.nn.functional import normalize

from engine.encoders.base import Features
from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.prompted_tower import Branch, PromptedTower
from engine.errors import InputError

SKETCH, PHOTO, COMMON = "sketch", "photo", "common"
_BASE = "base"
_MAX_BYTES = 64 * 2**20


class PromptedEncoder:
    """See `engine.encoders.base.SketchPhotoEncoder`; `embed` takes photos.

    Args:
        base: the frozen encoder.
        branches: of "sketch" and "photo", or one "common" to both (the fine-grained way).
        name: see `Encoder.name`.
        digest: of the branches, for the fingerprint.
    """

    line_drawing_share = 0.0

    def __init__(
        self, base: OpenClipEncoder, branches: Mapping[str, Branch], name: str, digest: str
    ) -> None:
        self._base = base
        self._tower = PromptedTower(base.tower)
        for branch in branches.values():
            self._tower.check(branch)
        on_device = {
            which: {key: tensor.to(base.device) for key, tensor in branch.items()}
            for which, branch in branches.items()
        }
        self._photo = on_device.get(PHOTO) or on_device[COMMON]
        self._sketch = on_device.get(SKETCH) or on_device[COMMON]
        self.name = name
        self.fingerprint = f"{base.fingerprint}+{digest[:16]}"
        self.input_size = base.input_size
        self.canvas_size = base.canvas_size
        self.coarse_canvas_size = base.coarse_canvas_size
        self.geometric_stages = base.geometric_stages
        self.device = base.device
        self.logit_scale = base.logit_scale
        self.encode_text = base.encode_text
        self.feature_maps = base.feature_maps
        self.saliency = base.saliency

    def embed(self, images: torch.Tensor) -> torch.Tensor:
        """(B, D) L2-normalised embeddings of photos."""
        return normalize(self._tower(self._base.normalised(images), self._photo), dim=1)

    def embed_sketches(self, images: torch.Tensor) -> torch.Tensor:
        """(B, D) L2-normalised embeddings of drawings, in the photos' space."""
        return normalize(self._tower(self._base.normalised(images), self._sketch), dim=1)

    def encode(self, images: torch.Tensor, stages: tuple[str, ...] = ()) -> Features:
        """Maps of the base's stages, and the embedding of photos."""
        maps = self._base.feature_maps(images, stages or self.geometric_stages)
        return Features(maps, self.embed(images))


def write_prompts(path: Path, branches: Mapping[str, Branch], base: OpenClipEncoder) -> None:
    """Write the branches as a safetensors file, through a temporary one beside it."""
    from safetensors.torch import save_file

    tensors = {
        f"{which}.{key}": tensor.detach().cpu().contiguous()
        for which, branch in branches.items()
        for key, tensor in branch.items()
    }
    unfinished = path.with_name(f"{path.name}.part")
    save_file(tensors, unfinished, {_BASE: base.fingerprint})
    unfinished.replace(path)


def read_prompts(path: Path, base: OpenClipEncoder, name: str) -> PromptedEncoder:
    """`base` with the prompts of a file on top.

    Raises:
        InputError: the file is missing, none of ours, or learned on another encoder.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load

    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InputError(f"{path.name} is too large to hold prompts.")
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        tensors = load(content)
        (length,) = struct.unpack_from("<Q", content)
        metadata = json.loads(content[8 : 8 + length]).get("__metadata__") or {}
    except (SafetensorError, ValueError, struct.error) as error:
        raise InputError(f"{path.name} is not a file of prompts.") from error
    if metadata.get(_BASE) != base.fingerprint:
        raise InputError(
            f"{path.name} was learned on {metadata.get(_BASE, 'another encoder')}, "
            f"not on {base.fingerprint}."
        )
    branches: dict[str, dict[str, torch.Tensor]] = {}
    for key, tensor in tensors.items():
        which, _, rest = key.partition(".")
        branches.setdefault(which, {})[rest] = tensor.float()
    if set(branches) not in ({SKETCH, PHOTO}, {COMMON}):
        raise InputError(f"{path.name} is not a file of prompts.")
    return PromptedEncoder(base, branches, name, hashlib.sha256(content).hexdigest())
