"""The trained SketchEmbedNet as the one file that the program loads."""

from __future__ import annotations

from pathlib import Path

from safetensors.torch import save

from engine.sketchembed.loading import NAME
from engine.sketchembed.net import SketchEmbedNet
from engine.training.bundling import bundle

LICENCE = "CC-BY-4.0"
"""As the drawings it was trained on."""


def write_model(net: SketchEmbedNet, folder: Path) -> str:
    """Write the weights in fp16 and their line in the folder's registry; gives the SHA-256."""
    tensors = {
        key: (each.half() if each.dtype.is_floating_point else each).contiguous()
        for key, each in net.state_dict().items()
        if not key.endswith("num_batches_tracked")
    }
    folder.mkdir(parents=True, exist_ok=True)
    return bundle(folder, NAME, save(tensors), LICENCE, "network")
