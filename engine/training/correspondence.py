"""Make the warp estimator's weights: `python -m engine.training.correspondence --data DIR`.

Decodes and traces the photos, computes the frozen encoder's maps of augmented pairs once, trains
the estimator on them, calibrates its confidence, and writes the weights and a JSON of settings,
metrics and the learning curve beside them. Every stage leaves its result in the cache folder, so an
interrupted run goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from dataclasses import asdict
from pathlib import Path

import torch

from engine.correspondence.estimator import WarpEstimator
from engine.encoders.lite import LiteEncoder
from engine.encoders.loading import load_encoder
from engine.training.correspondence_bank import FeatureBank, build_bank
from engine.training.correspondence_batches import Sampler
from engine.training.correspondence_data import load_photos, load_sketches
from engine.training.correspondence_export import write_estimator
from engine.training.correspondence_loop import Recipe, train
from engine.training.correspondence_objective import Objective, Settings, Similarity
from engine.training.correspondence_validation import ValidationPairs

PHOTOS = 2600
"""In the bank: three encodings and two drawings each."""
MADE, REAL = 12, 4
"""Pairs in a batch."""

SETTINGS = {
    "full": Settings(consistency_weight=20.0),
    "paper": Settings(supervised=False, similarity=Similarity.ENCODER),
    "paper-no-similarity": Settings(supervised=False, similarity=Similarity.NONE),
    "paper-no-perceptual": Settings(supervised=False),
    "paper-no-consistency": Settings(supervised=False, consistency_weight=0.0),
    "paper-no-weights": Settings(supervised=False, weighted=False),
    "paper-one-layer": Settings(supervised=False, layers=(1,)),
    "no-similarity": Settings(consistency_weight=20.0, similarity=Similarity.NONE),
    "no-consistency": Settings(consistency_weight=0.0),
    "no-weights": Settings(consistency_weight=20.0, weighted=False),
    "one-layer": Settings(consistency_weight=20.0, layers=(1,)),
}
"""What is trained, and what of Table 3 can be left out."""


def report(text: str) -> None:
    """A line on stderr with the time of day."""
    print(time.strftime("%H:%M:%S"), text, file=sys.stderr, flush=True)  # noqa: T201


def main(argv: list[str] | None = None) -> int:
    """Make the file."""
    parser = argparse.ArgumentParser(description="Train the warp estimator.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the archives")
    parser.add_argument("--cache", type=Path, default=Path("build/correspondence"))
    parser.add_argument("--settings", choices=sorted(SETTINGS), default="full")
    parser.add_argument("--steps", type=int, default=Recipe.steps)
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop by then")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path, help="default: in the cache folder")
    args = parser.parse_args(argv)
    encoder = load_encoder()
    assert isinstance(encoder, LiteEncoder)
    bank = make_bank(args.data, args.cache, encoder)
    validation = ValidationPairs(args.data, encoder)
    settings = SETTINGS[args.settings]
    torch.manual_seed(args.seed)
    net = WarpEstimator(settings.channels)
    recipe = Recipe(steps=args.steps)
    net, curve = train(
        net,
        Objective(settings, encoder),
        Sampler(
            bank,
            MADE,
            REAL,
            args.seed,
            with_images=settings.similarity is Similarity.ENCODER,
        ),
        recipe,
        args.cache / f"{args.settings}_{args.seed}.pt",
        lambda each: validation(each, settings.layers),
        report,
        deadline_s=60 * args.minutes,
    )
    path = args.output or args.cache / f"{args.settings}_{args.seed}.safetensors"
    sha256 = write_estimator(net, path)
    record = {"settings": asdict(settings), "recipe": asdict(recipe), "seed": args.seed}
    record |= {"sha256": sha256, "encoder": encoder.fingerprint, "curve": curve}
    path.with_suffix(".json").write_text(json.dumps(record, indent=1) + "\n")
    report(f"{path}: {sha256}")
    return 0


def make_bank(data: Path, cache: Path, encoder: LiteEncoder) -> FeatureBank:
    """The training pairs' maps; made on the first call."""
    photos = load_photos(data, cache)
    sketches = load_sketches(data, photos)

    def tell(share: float) -> None:
        report(f"encoded {share:.1%} of the pairs")

    return build_bank(photos, sketches, encoder, cache / "bank", tell, PHOTOS)


if __name__ == "__main__":
    sys.exit(main())
