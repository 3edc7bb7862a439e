"""The category head: trained on a frozen trunk's features of drawings, then calibrated."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from engine.encoders.folded_lite import FEATURE_CHANNELS
from engine.encoders.strokewise_net import GRID_DIMENSIONS, CategoryHead
from engine.evaluation.metrics import expected_calibration_error, top_k_accuracy
from engine.training.augment import on_paper, thicken
from engine.training.precision import autocast_for

_BATCH = 256
_CHUNK = 16
Encode: TypeAlias = Callable[[torch.Tensor], torch.Tensor]


@dataclass(frozen=True)
class HeadRecipe:
    """How the head learns from the cached features."""

    epochs: int = 24
    rate: float = 1.5e-3
    weight_decay: float = 0.05
    drop_input: float = 0.2
    drop_hidden: float = 0.4
    smoothing: float = 0.1


@torch.no_grad()
def cache_features(
    encode: Encode,
    drawings: np.ndarray,
    rows: np.ndarray,
    path: Path,
    seed: int | None,
    device: torch.device,
    report: Callable[[str], None],
) -> np.ndarray:
    """(N, 1280 + 1792) fp16 features of drawings, made once and kept at `path` (.npy).

    Args:
        encode: (B, 3, S, S) drawings in [0, 1] to their (B, 1280 + 1792) features.
        drawings: (M, S, S) uint8, black on white.
        rows: which of them, (N,).
        path: where to keep the result.
        seed: of the augmentation; None takes the drawings as they are.
        device: where to compute.
        report: told now and then how far it is.
    """
    if path.exists():
        return np.asarray(np.load(path, mmap_mode="r"))
    generator = torch.Generator().manual_seed(seed or 0)
    found = np.empty((len(rows), FEATURE_CHANNELS + GRID_DIMENSIONS), np.float16)
    for start in range(0, len(rows), _BATCH):
        part = rows[start : start + _BATCH]
        ink = 1 - torch.from_numpy(drawings[part])[:, None].float() / 255
        if seed is not None:
            # No warp: whatever the program asks about fills the square just as these do.
            mirrored = torch.rand(len(part), 1, 1, 1, generator=generator) < 0.5
            ink = thicken(torch.where(mirrored, ink.flip(3), ink), generator)
        images = on_paper(ink).to(device)
        for offset in range(0, len(part), _CHUNK if device.type == "cpu" else _BATCH):
            chunk = images[offset : offset + (_CHUNK if device.type == "cpu" else _BATCH)]
            both = encode(chunk.contiguous(memory_format=torch.channels_last))
            found[start + offset : start + offset + len(both)] = both.cpu().numpy()
        if start // _BATCH % 20 == 0:
            report(f"features of drawings: {start / len(rows):.0%}")
    np.save(path, found)
    return found


def train_head(
    features: np.ndarray,
    target: np.ndarray,
    categories: int,
    recipe: HeadRecipe,
    device: torch.device,
    report: Callable[[str], None],
    start: CategoryHead | None = None,
) -> CategoryHead:
    """Fit a head to cached features.

    Args:
        features: (N, 3072) of drawings.
        target: (N,) categories.
        categories: how many there are.
        recipe: see `HeadRecipe`.
        device: where to train.
        report: told the loss of each epoch.
        start: a head of the same categories to go on from; it stays as it is.
    """
    head = CategoryHead(categories) if start is None else _uncalibrated(start)
    head = head.to(device).requires_grad_(True).train()
    sample = torch.from_numpy(features[::7].astype(np.float32))
    mean, scale = sample.mean(0).to(device), 1 / (sample.std(0) + 0.05).to(device)
    if start is not None:
        _unfold_standardisation(head.hidden, mean, scale)
    optimizer = torch.optim.AdamW(
        head.parameters(), lr=recipe.rate, weight_decay=recipe.weight_decay
    )
    random = np.random.default_rng(0)
    steps = recipe.epochs * (len(target) // _BATCH)
    step = 0
    for epoch in range(recipe.epochs):
        order = random.permutation(len(target))
        total = 0.0
        for first in range(0, len(order) - _BATCH + 1, _BATCH):
            rows = np.sort(order[first : first + _BATCH])
            x = (torch.from_numpy(features[rows]).to(device).float() - mean) * scale
            y = torch.from_numpy(target[rows]).to(device)
            for group in optimizer.param_groups:
                group["lr"] = recipe.rate * 0.5 * (1 + math.cos(math.pi * step / steps))
            with autocast_for(device):
                hidden = functional.relu(head.hidden(functional.dropout(x, recipe.drop_input)))
                logits = head.output(functional.dropout(hidden, recipe.drop_hidden))
            loss = functional.cross_entropy(logits.float(), y, label_smoothing=recipe.smoothing)
            optimizer.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            optimizer.step()
            total += float(loss.detach()) * len(rows)
            step += 1
        report(f"category head: epoch {epoch + 1}, loss {total / len(order):.3f}")
    _fold_standardisation(head.hidden, mean, scale)
    return head.eval()


@torch.no_grad()
def _uncalibrated(head: CategoryHead) -> CategoryHead:
    """A copy whose temperature is 1: what it was divided by is in its output layer."""
    same = copy.deepcopy(head)
    for parameter in same.output.parameters():
        parameter.div_(head.temperature)
    same.temperature.fill_(1.0)
    return same


@torch.no_grad()
def _unfold_standardisation(layer: nn.Linear, mean: torch.Tensor, scale: torch.Tensor) -> None:
    layer.bias.add_(layer.weight @ mean)
    layer.weight.div_(scale)


@torch.no_grad()
def _fold_standardisation(layer: nn.Linear, mean: torch.Tensor, scale: torch.Tensor) -> None:
    layer.weight.mul_(scale)
    layer.bias.sub_(layer.weight @ mean)


@torch.no_grad()
def logits_of(head: CategoryHead, features: np.ndarray) -> torch.Tensor:
    """(N, categories) logits of cached features."""
    device = head.output.weight.device
    parts = []
    for start in range(0, len(features), 4096):
        x = torch.from_numpy(features[start : start + 4096].astype(np.float32)).to(device)
        parts.append(head(x[:, :FEATURE_CHANNELS], x[:, FEATURE_CHANNELS:]).cpu())
    return torch.cat(parts)


def calibrate(head: CategoryHead, features: np.ndarray, target: np.ndarray) -> float:
    """Set the softmax's temperature to the one with the least loss on drawings not trained on."""
    logits, classes = logits_of(head, features), torch.from_numpy(target)
    candidates = torch.exp(torch.linspace(math.log(0.3), math.log(3.0), 120))
    best = min(candidates, key=lambda t: float(functional.cross_entropy(logits / t, classes)))
    head.temperature.mul_(best.to(head.temperature.device))
    return float(head.temperature)


def head_metrics(head: CategoryHead, features: np.ndarray, target: np.ndarray) -> dict[str, float]:
    """top_1, top_3 and ece on cached features."""
    probabilities = logits_of(head, features).softmax(1).numpy()
    return {
        "top_1": top_k_accuracy(probabilities, target, 1),
        "top_3": top_k_accuracy(probabilities, target, 3),
        "ece": expected_calibration_error(probabilities, target),
    }
