"""Make the warp estimator's weights:

    python -m engine.training.correspondence --data DIR -o resources/models

Decodes and traces the photos, computes the frozen encoder's maps of augmented pairs once, trains
the estimator on them, calibrates its confidence and writes the weights; a JSON of settings, metrics
and the learning curve stays in the cache folder, as does every stage's result, so an interrupted
run goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import asdict
from pathlib import Path

import torch

from engine.correspondence.estimator import WarpEstimator
from engine.correspondence.matchers import NAME
from engine.encoders.lite import LiteEncoder
from engine.encoders.loading import load_encoder
from engine.training.bundling import bundle
from engine.training.correspondence_bank import FeatureBank, build_bank
from engine.training.correspondence_batches import Sampler
from engine.training.correspondence_calibration import calibrate, warp_finder
from engine.training.correspondence_data import load_photos, load_sketches
from engine.training.correspondence_export import estimator_content
from engine.training.correspondence_loop import Recipe, train
from engine.training.correspondence_objective import Objective, Settings, Similarity
from engine.training.correspondence_validation import ValidationPairs
from engine.training.reporting import report

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


def main(argv: list[str] | None = None) -> int:
    """Make the file."""
    parser = argparse.ArgumentParser(description="Train the warp estimator.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the archives")
    parser.add_argument("--cache", type=Path, default=Path("build/correspondence"))
    parser.add_argument("--settings", choices=sorted(SETTINGS), default="full")
    parser.add_argument("--steps", type=int, default=Recipe.steps)
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop by then")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path, help="folder for the weights (with full only)")
    args = parser.parse_args(argv)
    if args.output is not None and args.settings != "full":
        parser.error("only the full estimator goes with the program")
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
    record = {"settings": asdict(settings), "recipe": asdict(recipe), "seed": args.seed}
    record |= {"encoder": encoder.fingerprint, "curve": curve}
    (args.cache / f"{args.settings}_{args.seed}.json").write_text(json.dumps(record, indent=1))
    if args.output is not None:
        report("calibrating the confidence")
        calibration = calibrate(bank, warp_finder(net.eval()))
        content = estimator_content(net, calibration)
        bundle(args.output, NAME, content, "Apache-2.0", "addition", encoder.name)
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
