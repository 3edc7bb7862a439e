"""`strokewise abstract PHOTO -n N -o OUT.svg`: a photo as a sketch of n strokes."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from app.cli import common
from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_write import write_svg
from engine.abstraction.messages import (
    DEFAULT_ITERATIONS,
    MAX_ITERATIONS,
    MAX_RESTARTS,
    MAX_STROKES,
    Abstraction,
    AbstractPayload,
)
from engine.encoders.store.weights import WeightStore
from engine.errors import InputError
from engine.photo import load_photo

NAME = "abstract"
HELP = "turn a photo into a sketch of n strokes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PHOTO -n N -o OUT.svg [--encoder E] [--iterations K] [--seed S] [--restarts R]."""
    parser.add_argument(
        "photo", type=Path, metavar="PHOTO", help="a JPEG, PNG, WebP, GIF or BMP file"
    )
    parser.add_argument(
        "-n",
        "--strokes",
        type=int,
        default=16,
        metavar="N",
        help=f"how many strokes, 1 to {MAX_STROKES} (default: 16)",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.svg", help="the SVG file to write"
    )
    parser.add_argument(
        "--encoder",
        metavar="E",
        help="what compares sketch and photo, see `strokewise models list` (default: that in use)",
    )
    parser.add_argument(
        "--iterations",
        type=int,
        default=DEFAULT_ITERATIONS,
        metavar="K",
        help=f"at most so many, 1 to {MAX_ITERATIONS} (default: {DEFAULT_ITERATIONS})",
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="another seed, another sketch"
    )
    parser.add_argument(
        "--restarts",
        type=int,
        default=1,
        metavar="R",
        help=f"sketches to start, of which the best is kept, 1 to {MAX_RESTARTS} (default: 1)",
    )


def run(args: argparse.Namespace) -> dict[str, object]:
    """Make the sketch and write it; what it took.

    Raises:
        InputError: the photo, a number or the output is at fault. The output is tried first.
    """
    check_output(args.output)
    photo = load_photo(args.photo)
    payload = AbstractPayload(
        photo.rgb,
        strokes=args.strokes,
        iterations=args.iterations,
        seed=args.seed,
        restarts=args.restarts,
        encoder=args.encoder or WeightStore().in_use,
    )
    sketch: Abstraction = common.run_job("abstract", payload)
    height, width, _ = photo.rgb.shape
    strokes = tuple(Stroke.from_beziers(bezier, sketch.width_px) for bezier in sketch.beziers)
    write_svg(args.output, Drawing(strokes, width, height))
    return {
        "strokes": len(strokes),
        "loss": sketch.loss,
        "iterations": sketch.iterations,
        "seconds": round(sketch.seconds, 3),
        "first_preview_seconds": round(sketch.first_preview_seconds, 3),
        "encoder": sketch.encoder,
    }


def check_output(path: Path) -> None:
    """Find out before a minute's work whether its result can be kept.

    Raises:
        InputError: the name is none of an SVG file, or the folder takes no files.
    """
    if path.suffix.lower() != ".svg":
        raise InputError(f"{path.name} cannot be written: use a name in .svg.")
    if path.is_dir():
        raise InputError(f"{path} cannot be written: it is a folder.")
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path} cannot be written: {reason}.") from error
