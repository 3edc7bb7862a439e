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

from engine.training.encoder_batches import BatchShape, Sampler
from engine.training.encoder_corpus import Corpus, load_corpus
from engine.training.encoder_export import encoder_tensors, write_encoder
from engine.training.encoder_loop import Recipe, train
from engine.training.encoder_model import Student, start_from_principal_components
from engine.training.encoder_objective import Objective, Weights
from engine.training.encoder_soup import average_weights
from engine.training.encoder_split import UNSEEN, VALIDATION
from engine.training.encoder_validation import ValidationSet
from engine.training.guess import fit_head
from engine.training.teacher import load_classifier

_STARTING_PHOTOS = 1500
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
    student.eval()

    def encode(drawings: torch.Tensor) -> torch.Tensor:
        return torch.cat(student.pooled(drawings), 1)

    fitted = fit_head(encode, args.data, args.cache, device, report)
    tensors = encoder_tensors(student.folded_trunk(), student.embedding, fitted.head, fitted.names)
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
        "guess": fitted.metrics,
        "curves": curves,
    }
    target = args.out / "strokewise_encoder.json"
    target.write_text(json.dumps(facts, indent=1) + "\n", "utf-8")
    report(f"after: {json.dumps(after)}; guess: {json.dumps(fitted.metrics)}; SHA-256 {digest}")


if __name__ == "__main__":
    main()
