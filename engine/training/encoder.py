"""Make the bundled encoder's weights: `python -m engine.training.encoder --data DIR`.

Decodes the data, lets EfficientNet-Lite2 label the photos, fine-tunes EfficientNet-Lite0 on
sketch-photo pairs, traced photos and doodles in a few runs whose weights are averaged, trains and
calibrates the category head on the frozen trunk, and writes the weights and a JSON of settings,
metrics and learning curves beside them. Every stage leaves its result in the cache folder, so an
interrupted run goes on where it was.

`--measure` stops before the category head and only writes the JSON: to compare settings, with
fewer steps, smaller batches and one run. So does `--conditional`, which gives photos and drawings
scales of their own: the program's network has one set of weights for both.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.errors import InputError
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
from engine.training.reporting import report
from engine.training.teacher import load_classifier

_STARTING_PHOTOS = 1500
_BACK = 0.1
"""Share of the ImageNet weights in the final trunk; chosen on the validation categories."""


def new_student(
    corpus: Corpus, size: int, device: torch.device, conditional: bool = False
) -> Student:
    """Lite0 as ImageNet left it, its embedding set to the principal components of photos."""
    base = load_classifier(0)
    student = Student(
        base.trunk,
        (base.weight, base.bias),
        len(corpus.doodles.names),
        conditional=conditional,
    ).to(device)
    student.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    random = np.random.default_rng(0)
    count = min(_STARTING_PHOTOS, len(corpus.photos.category))
    rows = random.choice(len(corpus.photos.category), count, replace=False)
    start_from_principal_components(student, corpus.photos.pixels[rows], size)
    return student


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the archives")
    parser.add_argument("--cache", type=Path, default=Path("build/encoder"))
    parser.add_argument("--out", type=Path, default=Path("resources/models"))
    parser.add_argument("--steps", type=int, default=Recipe.steps)
    parser.add_argument("--size", type=int, default=Recipe.size, help="of the images in px")
    for part, what in (
        ("groups", "categories of drawn photos"),
        ("traced", "traced photos"),
        ("doodles", "doodles"),
    ):
        default = getattr(BatchShape, part)
        parser.add_argument(f"--{part}", type=int, default=default, help=f"{what} in a batch")
    parser.add_argument("--every", type=int, default=80, help="steps between two evaluations")
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="of trunk training, all runs"
    )
    parser.add_argument("--runs", type=int, default=3, help="whose weights are averaged")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--measure", action="store_true", help="metrics only, write no weights")
    parser.add_argument(
        "--conditional",
        action="store_true",
        help="scales of their own for photos and drawings; implies --measure",
    )
    parser.add_argument(
        "--modality-rate",
        type=float,
        default=Recipe.modality_rate,
        help="learning rate of these scales",
    )
    return parser


def main(arguments: list[str] | None = None) -> int:
    """See the module's docstring."""
    args = _parser().parse_args(arguments)
    try:
        _make(args)
    except InputError as error:
        report(str(error))
        return 2
    return 0


def _make(args: argparse.Namespace) -> None:
    device = torch.device(args.device)
    recipe = Recipe(steps=args.steps, size=args.size, modality_rate=args.modality_rate)
    shape = BatchShape(groups=args.groups, traced=args.traced, doodles=args.doodles)
    weights = Weights()
    args.cache.mkdir(parents=True, exist_ok=True)
    corpus = load_corpus(args.data, args.cache, device)
    report(f"{len(corpus.photos.category)} photos, {len(corpus.doodles.names)} doodle categories")
    validation = ValidationSet(args.data, args.cache, device)
    torch.manual_seed(args.seed)  # here: all runs share a start, also those after an interruption
    student = new_student(corpus, recipe.size, device, args.conditional)

    def measured() -> dict[str, float]:
        return validation.metrics(student) | {"shape_bias": validation.shape_bias(student)}

    before = measured()
    report(f"before: {json.dumps(before)}")
    start = copy.deepcopy(student.state_dict())
    objective = Objective(corpus, weights, device)
    kind = "conditional" if args.conditional else "encoder"
    states, curves = [], []
    for run in range(args.runs):
        student.load_state_dict(start)
        averaged, curve = train(
            student,
            objective,
            Sampler(corpus, shape, args.seed + run),
            recipe,
            device,
            args.cache / f"{kind}_{run}.pt",
            validation.metrics,
            report,
            args.every,
            deadline_s=60 * args.minutes / args.runs,
        )
        states.append(averaged.state_dict())
        curves.append(curve)
    student.load_state_dict(average_weights(states, start, [1.0] * args.runs, _BACK))
    student.eval()
    facts = {
        "seed": args.seed,
        "conditional": args.conditional,
        "recipe": asdict(recipe),
        "weights": asdict(weights),
        "batch": asdict(shape),
        "unseen": UNSEEN,
        "validation": VALIDATION,
        "before": before,
        "after": measured(),
        "curves": curves,
    }
    if args.conditional or args.measure:
        target = args.cache / f"{kind}.json"
        why = (
            "the program has one set of weights for photos and drawings"
            if args.conditional
            else "they were not asked for"
        )
        report(f"No weights are written: {why}. The figures are in {target}.")
    else:
        facts |= _finish(student, args, device)
        target = args.out / "strokewise_encoder.json"
    target.write_text(json.dumps(facts, indent=1) + "\n", "utf-8")
    report(f"after: {json.dumps(facts['after'])}")


def _finish(student: Student, args: argparse.Namespace, device: torch.device) -> dict[str, Any]:
    """Fit the category head and write the weights; their facts."""

    def encode(drawings: torch.Tensor) -> torch.Tensor:
        return torch.cat(student.pooled(drawings, photos=0), 1)

    trained_ns = max(path.stat().st_mtime_ns for path in args.cache.glob("encoder_*.pt"))
    for path in args.cache.glob("features_*.npy"):
        if path.stat().st_mtime_ns < trained_ns:
            path.unlink()  # of an earlier trunk
    torch.manual_seed(args.seed)  # the same head, however much of the way here was cached
    fitted = fit_head(encode, args.data, args.cache, device, report)
    tensors = encoder_tensors(student.folded_trunk(), student.embedding, fitted.head, fitted.names)
    digest = write_encoder(tensors, args.out / "strokewise_encoder.safetensors")
    report(f"guess: {json.dumps(fitted.metrics)}; SHA-256 {digest}")
    return {"sha256": digest, "guess": fitted.metrics}


if __name__ == "__main__":
    sys.exit(main())
