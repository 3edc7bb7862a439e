"""Make the bundled encoder's weights: `python -m engine.training.encoder --data DIR`.

Decodes the data, lets EfficientNet-Lite2 label the photos, fine-tunes EfficientNet-Lite0 on
sketch-photo pairs, traced photos and doodles in a few runs whose weights are averaged, trains and
calibrates the category head on the frozen trunk, and writes the weights and a JSON of settings,
metrics and learning curves beside them. Every stage leaves its result in the cache folder, so an
interrupted run goes on where it was.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import sys
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from engine.encoders.strokewise_net import CategoryHead
from engine.training.category_head import (
    HeadRecipe,
    cache_features,
    calibrate,
    head_metrics,
    train_head,
)
from engine.training.encoder_batches import BatchShape, Sampler
from engine.training.encoder_corpus import Corpus, load_corpus
from engine.training.encoder_data import ImageSet, load_quickdraw
from engine.training.encoder_export import encoder_tensors, write_encoder
from engine.training.encoder_loop import Recipe, train
from engine.training.encoder_model import Student, start_from_principal_components
from engine.training.encoder_objective import Objective, Weights
from engine.training.encoder_soup import average_weights
from engine.training.encoder_split import (
    CALIBRATION_DRAWINGS,
    TRAINING_DRAWINGS,
    UNSEEN,
    VALIDATION,
)
from engine.training.encoder_validation import ValidationSet
from engine.training.teacher import load_classifier

_STARTING_PHOTOS = 1500
_HEAD_VIEWS = (None, 1)
"""Seeds of the augmentations under which the head sees the drawings; None leaves them plain."""
_BACK = 0.1
"""Share of the ImageNet weights in the final trunk; chosen on the validation categories."""


def report(text: str) -> None:
    """A line on stderr with the time of day."""
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)  # noqa: T201


def new_student(corpus: Corpus, size: int, device: torch.device) -> Student:
    """Lite0 as ImageNet left it, its embedding set to the principal components of photos."""
    base = load_classifier(0)
    student = Student(base.trunk, (base.weight, base.bias), len(corpus.doodles.names)).to(device)
    student.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    random = np.random.default_rng(0)
    count = min(_STARTING_PHOTOS, len(corpus.photos.category))
    rows = random.choice(len(corpus.photos.category), count, replace=False)
    start_from_principal_components(student, corpus.photos.pixels[rows], size)
    return student


def fit_head(
    student: Student, doodles: ImageSet, cache: Path, device: torch.device
) -> tuple[CategoryHead, tuple[str, ...], dict[str, float]]:
    """The category head on the student's trunk, its names and metrics on held-out drawings."""
    names = tuple(sorted(set(doodles.category)))
    number = {name: i for i, name in enumerate(names)}
    target = np.array([number[name] for name in doodles.category])
    turn = np.zeros(len(target), int)
    for c in range(len(names)):
        rows = np.flatnonzero(target == c)
        turn[rows] = np.arange(len(rows))
    train_rows = np.flatnonzero(turn < TRAINING_DRAWINGS)
    held = turn >= TRAINING_DRAWINGS
    calibration = np.flatnonzero(held & (turn < TRAINING_DRAWINGS + CALIBRATION_DRAWINGS))
    test = np.flatnonzero(turn >= TRAINING_DRAWINGS + CALIBRATION_DRAWINGS)
    trunk = student.folded_trunk().to(device).eval()
    trunk.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def features(rows: np.ndarray, name: str, seed: int | None) -> np.ndarray:
        path = cache / f"features_{name}.npy"
        return cache_features(trunk, doodles.pixels, rows, path, seed, device, report)

    views = [features(train_rows, f"train_{seed}", seed) for seed in _HEAD_VIEWS]
    head = train_head(views, target[train_rows], len(names), HeadRecipe(), device, report)
    calibrate(head, features(calibration, "calibration", None), target[calibration])
    metrics = head_metrics(head, features(test, "test", None), target[test])
    return head, names, metrics


def main(arguments: list[str] | None = None) -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the archives")
    parser.add_argument("--cache", type=Path, default=Path("build/encoder"))
    parser.add_argument("--out", type=Path, default=Path("resources/models"))
    parser.add_argument("--steps", type=int, default=Recipe.steps)
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="of trunk training, all runs"
    )
    parser.add_argument("--runs", type=int, default=3, help="whose weights are averaged")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    args = parser.parse_args(arguments)
    device = torch.device(args.device)
    torch.manual_seed(args.seed)
    recipe, shape, weights = Recipe(steps=args.steps), BatchShape(), Weights()
    args.cache.mkdir(parents=True, exist_ok=True)
    corpus = load_corpus(args.data, args.cache, device)
    report(f"{len(corpus.photos.category)} photos, {len(corpus.doodles.names)} doodle categories")
    validation = ValidationSet(args.data, args.cache, device)
    student = new_student(corpus, recipe.size, device)
    before = validation.metrics(student) | {"shape_bias": validation.shape_bias(student)}
    report(f"before: {json.dumps(before)}")
    start = copy.deepcopy(student.state_dict())
    objective = Objective(corpus, weights, device)
    states, curves = [], []
    for run in range(args.runs):
        student.load_state_dict(start)
        averaged, curve = train(
            student,
            objective,
            Sampler(corpus, shape, args.seed + run),
            recipe,
            device,
            args.cache / f"encoder_{run}.pt",
            validation.metrics,
            report,
            deadline_s=60 * args.minutes / args.runs,
        )
        states.append(averaged.state_dict())
        curves.append(curve)
    student.load_state_dict(average_weights(states, start, [1.0] * args.runs, _BACK))
    doodles = load_quickdraw(args.data, args.cache)
    head, names, guess = fit_head(student, doodles, args.cache, device)
    tensors = encoder_tensors(student.folded_trunk(), student.embedding, head, names)
    digest = write_encoder(tensors, args.out / "strokewise_encoder.safetensors")
    after = validation.metrics(student) | {"shape_bias": validation.shape_bias(student)}
    facts = {
        "sha256": digest,
        "seed": args.seed,
        "recipe": asdict(recipe),
        "weights": asdict(weights),
        "batch": asdict(shape),
        "unseen": UNSEEN,
        "validation": VALIDATION,
        "before": before,
        "after": after,
        "guess": guess,
        "curves": curves,
    }
    target = args.out / "strokewise_encoder.json"
    target.write_text(json.dumps(facts, indent=1) + "\n", "utf-8")
    report(f"after: {json.dumps(after)}; guess: {json.dumps(guess)}; SHA-256 {digest}")


if __name__ == "__main__":
    main()
