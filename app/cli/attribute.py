"""`strokewise attribute SKETCH`: which strokes help, and which hurt."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli import common, sketches
from engine.attribution.messages import AttributePayload, Attribution, Estimator
from engine.attribution.order import order_correlation
from engine.encoders.store.weights import WeightStore

NAME = "attribute"
HELP = "score the strokes of a drawing by what they do for it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SKETCH [--photo PHOTO | --label NAME | --text TEXT] [--method M] [--estimator E] ..."""
    sketches.add_sketch(parser)
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--photo", type=Path, metavar="PHOTO", help="what it should resemble")
    target.add_argument(
        "--label", metavar="NAME", help="the category it should be (default: what it looks like)"
    )
    target.add_argument(
        "--text", metavar="TEXT", help="the words it should fit; needs a CLIP model"
    )
    sketches.add_method(parser)
    sketches.add_photo_frame(parser)
    sketches.add_estimator(parser, Estimator.REMOVAL)


def run(args: argparse.Namespace) -> dict[str, object]:
    """Score the strokes; see the design's contract for the object.

    Raises:
        InputError: the sketch, the photo or the target is at fault.
    """
    sketch = sketches.read_sketch(args.sketch)
    payload = AttributePayload(
        sketch.strokes,
        sketches.target_of(args.photo, args.label, args.text),
        sketches.frame_of(sketch.drawing, args.page),
        args.method,
        args.estimator,
        args.encoder or WeightStore().in_use,
        args.seed,
    )
    found: Attribution = common.run_job("attribute", payload)
    answer: dict[str, object] = {
        "method": found.method,
        "estimator": found.estimator,
        "target": found.target,
        "value": found.value,
        "strokes": [
            {"id": i, "score": score}
            for i, score in zip(sketch.ids, found.strokes.tolist(), strict=True)
        ],
        "order_correlation": order_correlation(found.strokes),
    }
    if found.points:
        answer["points"] = [each.tolist() for each in found.points]
    return answer
