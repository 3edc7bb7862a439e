"""A small CLIP trained here on labelled photos: something to learn prompts on without a download.

Its image tower is a vision transformer of 64 x 64 px, its text tower reads "a photo of a
[category]"; both are trained from scratch with CLIP's contrastive loss, and know little.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch.nn import functional

from engine.encoders.open_clip_encoder import OpenClipEncoder
from engine.encoders.open_clip_model import build, find_architecture
from engine.encoders.store.names import ModelName
from engine.encoders.torchvision_cure import import_torchvision
from engine.evaluation.image_tree import LabelledImage, decode
from engine.training.prompt_learning import TEMPLATE

NAME = ModelName("small-vit", "here")
SIDE = 64
CONFIGURATION: dict[str, Any] = {
    "embed_dim": 96,
    "vision_cfg": {
        "image_size": SIDE,
        "layers": 3,
        "width": 96,
        "head_width": 32,
        "patch_size": 16,
    },
    "text_cfg": {
        "context_length": 16,
        "vocab_size": 49408,
        "width": 64,
        "heads": 2,
        "layers": 1,
    },
}
_CATEGORIES_A_BATCH = 64
_CROP = 56


def random_clip(seed: int) -> tuple[torch.nn.Module, Any]:
    """The model with random weights, and its architecture."""
    import_torchvision()
    import open_clip

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"{NAME.model}.json").write_text(json.dumps(CONFIGURATION))
        open_clip.add_model_config(folder)
        open_clip.factory._MODEL_CONFIG_PATHS.remove(Path(folder))
    torch.manual_seed(seed)
    architecture = find_architecture(NAME)
    return build(architecture), architecture


def small_image(image: LabelledImage) -> LabelledImage:
    """The same image as a little PNG in memory: decoded in no time, again and again."""
    content = io.BytesIO()
    Image.fromarray(image.pixels(SIDE)).save(content, "PNG", compress_level=0)
    return replace(image, read=content.getvalue)


def as_encoder(model: torch.nn.Module, architecture: Any) -> OpenClipEncoder:
    """The model behind the encoder interface, frozen."""
    digest = hashlib.sha256()
    for tensor in model.state_dict().values():
        digest.update(tensor.detach().cpu().numpy().tobytes())
    return OpenClipEncoder(model, architecture, digest.hexdigest(), torch.device("cpu"))


def train_clip(
    photos: Sequence[LabelledImage], steps: int, seed: int, report: Callable[[str], None]
) -> OpenClipEncoder:
    """Train on photos and the names of their categories: one photo of each of 64 a step."""
    model, architecture = random_clip(seed)
    import open_clip

    pixels = torch.from_numpy(decode(photos, SIDE)).permute(0, 3, 1, 2)
    names = sorted({photo.category for photo in photos})
    rows = [np.flatnonzero([photo.category == name for photo in photos]) for name in names]
    texts = open_clip.get_tokenizer(NAME.model)(
        [TEMPLATE.format(name.replace("_", " ")) for name in names]
    )
    mean = torch.tensor(architecture.preprocess.mean).view(3, 1, 1)
    std = torch.tensor(architecture.preprocess.std).view(3, 1, 1)
    random = np.random.default_rng(seed)
    # A few hundred words tell the categories apart as they are; the table is most of the model.
    model.token_embedding.requires_grad_(False)
    learned = [each for each in model.parameters() if each.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=1e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps)
    model.train()
    for step in range(steps):
        chosen = random.choice(len(names), min(_CATEGORIES_A_BATCH, len(names)), replace=False)
        batch = torch.stack([pixels[random.choice(rows[i])] for i in chosen])
        images = (_augmented(batch.float() / 255, random) - mean) / std
        features, words, scale = model(images, texts[chosen])
        logits = scale * features @ words.T
        target = torch.arange(len(chosen))
        loss = functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
        if (step + 1) % max(1, steps // 10) == 0:
            report(f"small CLIP: step {step + 1} of {steps}, loss {float(loss.detach()):.3f}")
    return as_encoder(model, architecture)


def _augmented(batch: torch.Tensor, random: np.random.Generator) -> torch.Tensor:
    """A random part of the whole batch, mirrored every other time; greyed every fourth."""
    x, y = random.integers(0, SIDE - _CROP + 1, 2)
    part = batch[:, :, y : y + _CROP, x : x + _CROP]
    if random.random() < 0.5:
        part = part.flip(3)
    if random.random() < 0.25:
        part = part.mean(1, keepdim=True).expand(-1, 3, -1, -1)
    return functional.interpolate(part, (SIDE, SIDE), mode="bilinear", antialias=True)
