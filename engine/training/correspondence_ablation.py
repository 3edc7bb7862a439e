"""The paper's Table 3 at reduced length: what each part of the objective is worth.

    python -m engine.training.correspondence_ablation --data DATA --steps 30

The same start, batches and rates for every row; one JSON object a row on stdout.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from engine.correspondence.estimator import WarpEstimator
from engine.encoders.lite import LiteEncoder
from engine.encoders.loading import load_encoder
from engine.training.correspondence import MADE, REAL, SETTINGS, make_bank
from engine.training.correspondence_batches import Sampler
from engine.training.correspondence_loop import Recipe, train
from engine.training.correspondence_objective import Objective, Similarity
from engine.training.correspondence_validation import EVERY, ValidationPairs
from engine.training.reporting import report

ROWS = (
    "paper-no-perceptual",
    "paper-no-similarity",
    "paper-no-consistency",
    "paper-no-weights",
    "paper-one-layer",
    "full",
    "paper",
)
"""Rows of `SETTINGS`; but for "paper", whose steps take twice as long, L_sim warps feature maps."""


def main(argv: list[str] | None = None) -> int:
    """Train and measure every row."""
    parser = argparse.ArgumentParser(description="Ablations of the warp estimator's objective.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the archives")
    parser.add_argument("--cache", type=Path, default=Path("build/correspondence"))
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--every", type=int, default=EVERY, help="measure on fewer pairs")
    parser.add_argument("--rows", nargs="+", choices=sorted(SETTINGS), default=list(ROWS))
    args = parser.parse_args(argv)
    encoder = load_encoder()
    assert isinstance(encoder, LiteEncoder)
    bank = make_bank(args.data, args.cache, encoder)
    validation = ValidationPairs(args.data, encoder, args.every)
    recipe = Recipe(steps=args.steps, warm_up=min(10, args.steps))
    torch.manual_seed(0)
    untrained = validation(WarpEstimator())
    sys.stdout.write(json.dumps({"row": "untrained"} | untrained) + "\n")
    for row in args.rows:
        settings = SETTINGS[row]
        torch.manual_seed(0)
        net = WarpEstimator(settings.channels)
        again = settings.similarity is Similarity.ENCODER
        with TemporaryDirectory() as folder:
            _, curve = train(
                net,
                Objective(settings, encoder),
                Sampler(bank, MADE, REAL, with_images=again),
                recipe,
                Path(folder) / "state.pt",
                # The moving average is mostly the start after so few steps.
                lambda _, net=net, layers=settings.layers: validation(net, layers),  # type: ignore[misc]
                report,
                evaluate_every=args.steps,
            )
        sys.stdout.write(json.dumps({"row": row} | curve[-1]) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
