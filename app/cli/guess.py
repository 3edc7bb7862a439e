"""`strokewise guess SKETCH`: what a drawing looks like."""

from __future__ import annotations

import argparse

from app.cli import common, sketches
from engine.attribution.messages import GuessPayload, Label
from engine.errors import InputError

NAME = "guess"
HELP = "say what a drawing looks like"
MAX_COUNT = 345


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SKETCH [-k K]."""
    sketches.add_sketch(parser)
    parser.add_argument(
        "-k", "--count", type=int, default=5, metavar="K", help="how many answers (default: 5)"
    )


def run(args: argparse.Namespace) -> dict[str, object]:
    """The most probable categories, the best first.

    Raises:
        InputError: the sketch cannot be read or has no strokes, or K is out of range.
    """
    if not 1 <= args.count <= MAX_COUNT:
        raise InputError(f"K must be from 1 to {MAX_COUNT}, not {args.count}.")
    payload = GuessPayload(sketches.read_sketch(args.sketch).strokes, args.count)
    labels: tuple[Label, ...] = common.run_job("guess", payload)
    return {"labels": [{"name": each.name, "probability": each.probability} for each in labels]}
