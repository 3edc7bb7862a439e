"""An open_clip encoder with learned prompts on top: sketches and photos go different ways."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import torch
from torch.nn.functional import normalize

from engine.encoders.base import Features
from engine.encoders.learned_file import not_a_file_of, read_learned, write_learned
from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.prompted_tower import Branch, PromptedTower

SKETCH, PHOTO, COMMON = "sketch", "photo", "common"
_WHAT = "prompts"
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
    semantic_dimensions = None

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
    tensors = {
        f"{which}.{key}": tensor
        for which, branch in branches.items()
        for key, tensor in branch.items()
    }
    write_learned(path, tensors, base)


def read_prompts(path: Path, base: OpenClipEncoder, name: str) -> PromptedEncoder:
    """`base` with the prompts of a file on top.

    Raises:
        InputError: the file is missing, none of ours, or learned on another encoder.
    """
    file = read_learned(path, base, _WHAT, _MAX_BYTES)
    branches: dict[str, dict[str, torch.Tensor]] = {}
    for key, tensor in file.tensors.items():
        which, _, rest = key.partition(".")
        branches.setdefault(which, {})[rest] = tensor
    if set(branches) not in ({SKETCH, PHOTO}, {COMMON}):
        raise not_a_file_of(_WHAT, path)
    return PromptedEncoder(base, branches, name, file.sha256)
