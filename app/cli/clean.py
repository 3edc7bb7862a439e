"""`strokewise clean SKETCH --photo PHOTO -o OUT.svg`: without what hurts."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli import common, sketches
from app.cli.abstract import check_output
from app.document.svg_write import write_svg
from app.document.trimming import trimmed
from engine.attribution.messages import Cleaning, CleanPayload, Estimator
from engine.encoders.store.weights import WeightStore

NAME = "clean"
HELP = "remove the strokes that make a drawing less like its photo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SKETCH --photo PHOTO | --label NAME [--method M] [--delta D] ... -o OUT.svg."""
    sketches.add_sketch(parser)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--photo", type=Path, metavar="PHOTO", help="what it should resemble")
    target.add_argument("--label", metavar="NAME", help="the category it should be")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.svg", help="the SVG file to write"
    )
    sketches.add_method(parser)
    parser.add_argument(
        "--delta",
        type=float,
        metavar="D",
        help="0 to 0.5: the larger, the less goes (default: 0.3 for sla, 0.1 for psla)",
    )
    parser.add_argument(
        "--gumbel", action="store_true", help="draw what goes at random instead of by a threshold"
    )
    parser.add_argument(
        "--photo-only",
        action="store_true",
        help="judge by the photo alone (default: by the category too that both agree on)",
    )
    sketches.add_photo_frame(parser)
    sketches.add_estimator(parser, Estimator.SAMPLED)


def run(args: argparse.Namespace) -> dict[str, object]:
    """Write what is left; which strokes went, and F before and after.

    Raises:
        InputError: the sketch, the photo, the category, Delta or the output is at fault.
    """
    check_output(args.output)
    drawing, strokes = sketches.read_strokes(args.sketch)
    payload = CleanPayload(
        strokes,
        sketches.target_of(args.photo, args.label),
        sketches.frame_of(drawing, args.page),
        args.method,
        args.delta,
        args.gumbel,
        not args.photo_only,
        args.estimator,
        args.encoder or WeightStore().in_use,
        args.seed,
    )
    found: Cleaning = common.run_job("clean", payload)
    write_svg(args.output, trimmed(drawing, found.kept))
    cut = [
        i
        for i, (stroke, spans) in enumerate(zip(strokes, found.kept, strict=True))
        if spans and spans != ((0, len(stroke) - 1),)
    ]
    return {
        "removed": list(found.removed),
        "trimmed": cut,
        "target": found.target,
        "similarity_before": found.value_before,
        "similarity_after": found.value_after,
    }
