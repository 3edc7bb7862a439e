"""Small open_clip models of our own configurations, with random weights."""

from __future__ import annotations

import functools
import json
import tempfile
from pathlib import Path
from typing import Any

import torch

from engine.encoders.open_clip_model import build, find_architecture
from engine.encoders.store.names import ModelName
from engine.encoders.torchvision_cure import import_torchvision

_TEXT = {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 1}
_RESNET = {"image_size": 64, "layers": [1, 2, 1, 1], "width": 8, "patch_size": None}
_VIT = {"image_size": 64, "layers": 4, "width": 64, "head_width": 32, "patch_size": 16}
_TIMM = {"image_size": 96, "timm_model_name": "test_efficientnet", "timm_pool": "avg"}
_TIMM["timm_proj"] = "linear"
CONFIGURATIONS: dict[str, dict[str, Any]] = {
    "tiny-resnet": {"embed_dim": 24, "vision_cfg": _RESNET, "text_cfg": _TEXT},
    "tiny-vit": {"embed_dim": 24, "quick_gelu": True, "vision_cfg": _VIT, "text_cfg": _TEXT},
    "tiny-vit-average": {
        "embed_dim": 24,
        "vision_cfg": {**_VIT, "pool_type": "avg"},
        "text_cfg": _TEXT,
    },
    "tiny-timm": {
        "embed_dim": 24,
        "vision_cfg": _TIMM,
        "text_cfg": {**_TEXT, "hf_tokenizer_name": "people/tokens"},
        "custom_text": True,
    },
    "tiny-oblong": {
        "embed_dim": 24,
        "vision_cfg": {**_VIT, "image_size": [64, 32]},
        "text_cfg": _TEXT,
    },
    "tiny-borrowed": {
        "embed_dim": 24,
        "vision_cfg": _VIT,
        "text_cfg": {**_TEXT, "hf_model_name": "people/words"},
    },
}


@functools.cache
def declare() -> None:
    """Make the configurations known to open_clip."""
    import_torchvision()
    import open_clip

    with tempfile.TemporaryDirectory() as folder:
        for name, configuration in CONFIGURATIONS.items():
            Path(folder, f"{name}.json").write_text(json.dumps(configuration))
        open_clip.add_model_config(folder)
        open_clip.factory._MODEL_CONFIG_PATHS.remove(Path(folder))


def random_model(name: str, seed: int = 0) -> torch.nn.Module:
    """The model "MODEL/TAG", no weight of which is at its special initial value."""
    declare()
    torch.manual_seed(seed)
    model = build(find_architecture(ModelName.parse(name)))
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
        for key, buffer in model.named_buffers():
            if key.endswith("running_var"):
                buffer.uniform_(0.5, 1.5)
    return model.eval()


def save(model: torch.nn.Module, path: Path) -> Path:
    """Write the model's weights as safetensors."""
    from safetensors.torch import save_file

    tensors = {key: tensor.clone() for key, tensor in model.state_dict().items()}
    save_file(tensors, path)
    return path


@functools.cache
def file_content(name: str, seed: int = 0) -> bytes:
    """The bytes of a safetensors file with the weights of `random_model`."""
    with tempfile.TemporaryDirectory() as folder:
        return save(random_model(name, seed), Path(folder, "weights.safetensors")).read_bytes()
