"""`strokewise fragile SKETCH`: the stroke that what it looks like hangs on."""

from __future__ import annotations

import argparse

from app.cli import common, sketches
from engine.attribution.messages import FragilePayload, Fragility

NAME = "fragile"
HELP = "find the short stroke without which a drawing looks like something else"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SKETCH [--epsilon E] [--method sla|psla]."""
    sketches.add_sketch(parser)
    parser.add_argument(
        "--epsilon",
        type=int,
        default=15,
        metavar="E",
        help="sla: a stroke is short up to so many points, simplified; psla: how many points may "
        "go (default: 15)",
    )
    sketches.add_method(parser)


def run(args: argparse.Namespace) -> dict[str, object]:
    """What the guess hangs on; "strokes" is empty and "label_without" null if nothing was found.

    Raises:
        InputError: the sketch cannot be read or has no strokes, or epsilon is out of range.
    """
    sketch = sketches.read_sketch(args.sketch)
    payload = FragilePayload(sketch.strokes, args.method, args.epsilon)
    found: Fragility = common.run_job("fragile", payload)
    answer: dict[str, object] = {
        "label": found.label.name,
        "strokes": [sketch.ids[i] for i in found.strokes],
        "label_without": None if found.label_without is None else found.label_without.name,
    }
    if found.points:
        answer["points"] = [list(each) for each in found.points]
    return answer
