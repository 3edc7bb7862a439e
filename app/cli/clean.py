"""`strokewise clean SKETCH --photo PHOTO -o OUT.svg`: without what hurts."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli import common, sketches
from app.cli.abstract import check_output
from app.document.svg_write import write_svg
from app.document.trimming import kept_of_all, trimmed
from engine.attribution.messages import Cleaning, CleanPayload
from engine.encoders.store.weights import WeightStore

NAME = "clean"
HELP = "remove the strokes that do not belong to a drawing, or make it less like its photo"


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
        help="0 to 0.5: the larger, the less goes (default: 0 with learned scores, else the "
        "paper's 0.3 for sla and 0.1 for psla)",
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
    sketches.add_estimator(parser, None, "learned for sla, sampled for psla")


def run(args: argparse.Namespace) -> dict[str, object]:
    """Write what is left; which strokes went, and F before and after.

    Raises:
        InputError: the sketch, the photo, the category, Delta or the output is at fault.
    """
    check_output(args.output)
    sketch = sketches.read_sketch(args.sketch)
    drawing = sketch.drawing
    payload = CleanPayload(
        sketch.strokes,
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
    kept = kept_of_all(drawing, sketch.ids, found.kept)
    write_svg(args.output, trimmed(drawing, kept))
    cut = [
        i
        for i, (stroke, spans) in enumerate(zip(drawing.strokes, kept, strict=True))
        if spans and spans != ((0, len(stroke.points) - 1),)
    ]
    return {
        "removed": [sketch.ids[i] for i in found.removed],
        "trimmed": cut,
        "target": found.target,
        "similarity_before": found.value_before,
        "similarity_after": found.value_after,
    }
