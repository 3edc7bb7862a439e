"""`strokewise eval fewshot DATA`: Omniglot's characters told apart after one example or five."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import affine_grid, grid_sample

from engine.errors import InputError
from engine.evaluation.fewshot import (
    EPISODES,
    SETTINGS,
    Accuracy,
    Classifier,
    classify,
    episodes,
    normalised,
)
from engine.evaluation.omniglot import Ink, OneShotRun, has_runs, read_characters, read_runs
from engine.evaluation.protocols import Report
from engine.sketchembed.loading import load_model
from engine.sketchembed.net import Encoder, Sizes
from engine.sketchembed.symbols import VIEWS
from engine.strokes import FloatArray

Embed = Callable[[Ink], FloatArray]
"""(N, 28, 28) ink to (N, D)."""

_CHUNK = 256
_RANDOM_SEED = 0


def evaluate_fewshot(
    data: Path,
    report: Report,
    classifier: str = Classifier.MEANS,
    count: int = EPISODES,
    seed: int = 0,
    vae: Path | None = None,
) -> dict[str, Any]:
    """Episodes on characters, or the official one-shot runs if that is what `data` holds.

    Args:
        data: folder or zip of .../ALPHABET/CHARACTER/NAME.png, or of runNN/class_labels.txt.
        report: told how far it is.
        classifier: "means" or "linear".
        count: episodes of each setting.
        seed: of the episodes.
        vae: weights of the VAE to compare with (`engine.training.conv_vae`).

    Returns:
        "metrics" and "confidence" (half the width of the 95 % interval) of the bundled model, and
        the "baselines": a random Conv4, raw pixels and, if given, the VAE. "views" is the model on
        the mean of five views of each picture, as the program recognises symbols.

    Raises:
        InputError: the data is not laid out so, or has too few characters.
    """
    methods = embeddings_to_compare(vae)
    chosen = Classifier(classifier)
    if has_runs(data):
        return _on_runs(data, read_runs(data), methods, chosen, report)
    characters = read_characters(data)
    classes, examples = characters.ink.shape[:2]
    settings = [(n, k) for n, k in SETTINGS if n <= classes and k < examples]
    if not settings:
        raise InputError(f"{data} has too few characters: 5 of 2 drawings each are needed.")
    found: dict[str, dict[str, Accuracy]] = {}
    for name, embed in methods.items():
        flat = embed(characters.ink.reshape(-1, *characters.ink.shape[2:]))
        grouped = flat.reshape(classes, examples, -1)
        found[name] = {}
        for way, shot in settings:
            report((len(found) - 1 + len(found[name]) / len(settings)) / len(methods), name)
            accuracy = episodes(grouped, way, shot, chosen, count, seed)
            found[name][f"way{way}_shot{shot}"] = accuracy
    return {
        "data": str(data),
        "n": count,
        **_written(found.pop("sketchembed")),
        "views": _written(found.pop("sketchembed_views")),
        "baselines": {name: _written(each) for name, each in found.items()},
        "classifier": chosen.value,
        "characters": classes,
        "categories": {},
    }


def embeddings_to_compare(vae: Path | None = None) -> Mapping[str, Embed]:
    """The bundled model first, then the baselines."""
    model = load_model()
    methods: dict[str, Embed] = {
        "sketchembed": lambda ink: _embed(model.net.encoder, ink),
        "sketchembed_views": lambda ink: _mean_of_views(model.net.encoder, ink),
        "random_conv4": lambda ink: _embed(random_conv4(), ink),
        "pixels": lambda ink: ink.reshape(len(ink), -1).astype(np.float64),
    }
    if vae is not None:
        from engine.training.conv_vae import read_encoder

        trained = read_encoder(vae)
        methods["conv_vae"] = lambda ink: _embed(trained, ink)
    return methods


def random_conv4() -> Encoder:
    """An encoder as it is before any training, its batch statistics included."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(_RANDOM_SEED)
        return Encoder(Sizes()).eval().requires_grad_(False)


@torch.inference_mode()
def _embed(encoder: Encoder, ink: Ink) -> FloatArray:
    images = torch.from_numpy(np.ascontiguousarray(ink, np.float32))[:, None]
    parts = [encoder(part).mean for part in torch.split(images, _CHUNK)]
    embeddings: FloatArray = torch.cat(parts).double().numpy()
    return embeddings


def _mean_of_views(encoder: Encoder, ink: Ink) -> FloatArray:
    """(N, D) unit embeddings averaged over `VIEWS`."""
    images = torch.from_numpy(np.ascontiguousarray(ink, np.float32))[:, None]
    total = np.zeros((len(ink), encoder.mean.out_features))
    for angle, scale, shear in VIEWS:
        cos, sin = math.cos(angle), math.sin(angle)
        turn = torch.tensor([[cos, -sin], [sin, cos]])
        matrix = turn @ torch.tensor([[1.0, shear], [0.0, 1.0]]) / scale
        affine = torch.cat([matrix, torch.zeros(2, 1)], 1).expand(len(ink), 2, 3)
        grid = affine_grid(affine, list(images.shape), align_corners=False)
        moved = grid_sample(images, grid, align_corners=False)
        total += normalised(_embed(encoder, moved[:, 0].numpy()))
    return total


def _on_runs(
    data: Path,
    runs: list[OneShotRun],
    methods: Mapping[str, Embed],
    classifier: Classifier,
    report: Report,
) -> dict[str, Any]:
    found: dict[str, dict[str, float]] = {}
    for name, embed in methods.items():
        found[name] = {}
        for run in runs:
            report((len(found) - 1 + len(found[name]) / len(runs)) / len(methods), name)
            found[name][run.name] = run_accuracy(run, embed, classifier)
    means = {name: _over_runs(list(each.values())) for name, each in found.items()}
    return {
        "data": str(data),
        "n": sum(len(run.answers) for run in runs),
        **_written({"one_shot_runs": means.pop("sketchembed")}),
        "views": _written({"one_shot_runs": means.pop("sketchembed_views")}),
        "baselines": {name: _written({"one_shot_runs": each}) for name, each in means.items()},
        "classifier": classifier.value,
        "categories": {name: {"acc_1": each} for name, each in found["sketchembed"].items()},
    }


def run_accuracy(run: OneShotRun, embed: Embed, classifier: Classifier) -> float:
    """Share of a run's test images whose character is named."""
    support = normalised(embed(run.training))[:, None]
    guesses: NDArray[np.int64] = classify(support, normalised(embed(run.test)), classifier)
    return float((guesses == run.answers).mean())


def _over_runs(accuracies: list[float]) -> Accuracy:
    spread = float(np.std(accuracies)) / np.sqrt(len(accuracies))
    return Accuracy(float(np.mean(accuracies)), 1.96 * spread)


def _written(accuracies: Mapping[str, Accuracy]) -> dict[str, dict[str, float]]:
    return {
        "metrics": {name: each.mean for name, each in accuracies.items()},
        "confidence": {name: each.interval for name, each in accuracies.items()},
    }
