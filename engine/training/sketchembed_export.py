"""Write the trained SketchEmbedNet as the one file that the program loads."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from safetensors.torch import save

from engine.sketchembed.loading import NAME
from engine.sketchembed.net import SketchEmbedNet

LICENCE = "CC-BY-4.0"
"""As the drawings it was trained on."""


def write_model(net: SketchEmbedNet, folder: Path) -> str:
    """Write the weights in fp16 and their line in the folder's registry; gives the SHA-256."""
    tensors = {
        key: (each.half() if each.dtype.is_floating_point else each).contiguous()
        for key, each in net.state_dict().items()
        if not key.endswith("num_batches_tracked")
    }
    content = save(tensors)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.safetensors").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    registry = folder / "registry.json"
    entries = json.loads(registry.read_text("utf-8")) if registry.exists() else {}
    entries[NAME] = {"file": f"{NAME}.safetensors", "sha256": digest, "licence": LICENCE}
    registry.write_text(json.dumps(entries, indent=2) + "\n", "utf-8")
    return digest
