"""`strokewise redraw IMAGE -o OUT.svg`: a drawing or photo drawn again, stroke by stroke."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli import common
from app.cli.abstract import check_output
from app.document.drawing import Drawing
from app.document.files import read_drawing
from app.document.stroke import Stroke
from app.document.svg_write import write_svg
from engine.errors import InputError
from engine.photo import load_photo
from engine.sketchembed.messages import (
    DEFAULT_TEMPERATURE,
    PictureSource,
    Reading,
    Redrawing,
    RedrawPayload,
    Sampling,
    Source,
    StrokeSource,
)
from engine.sketchembed.smoothing import smooth_chain

NAME = "redraw"
HELP = "draw a picture or drawing again, stroke by stroke"

_DRAWINGS = (".svg", ".strokewise")
_WIDTH = 0.015
"""Of the strokes, as a fraction of the square that was looked at."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """IMAGE -o OUT.svg [--seed S] [--temperature T] [--best-of K] [--reading R] [--region ...]."""
    parser.add_argument(
        "image", type=Path, metavar="IMAGE", help="a picture, or an SVG or .strokewise file"
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.svg", help="the SVG file to write"
    )
    parser.add_argument(
        "--temperature",
        type=float,
        default=DEFAULT_TEMPERATURE,
        metavar="T",
        help="0 draws what is likeliest, 1 more freely (default: %(default)s)",
    )
    parser.add_argument(
        "--best-of",
        type=int,
        default=Sampling().best_of,
        metavar="K",
        help="drawings to make, of which the nearest is kept (default: %(default)s)",
    )
    parser.add_argument(
        "--refine",
        type=int,
        default=Sampling().refine,
        metavar="N",
        help="steps towards the picture's lines, 0: as the model drew it (default: %(default)s)",
    )
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="another seed, another drawing"
    )
    parser.add_argument(
        "--reading",
        type=Reading,
        choices=list(Reading),
        default=Reading.AUTO,
        help="of a picture: it is a line drawing, or a photo with edges (default: look)",
    )
    parser.add_argument(
        "--region",
        type=float,
        nargs=4,
        metavar=("X0", "Y0", "X1", "Y1"),
        help="of a picture: this part of it, in px",
    )


def run(args: argparse.Namespace) -> dict[str, object]:
    """Draw it and write the drawing; what came of it.

    Raises:
        InputError: the picture, a number or the output is at fault. The output is tried first.
    """
    check_output(args.output)
    source, width, height = _source(args)
    sampling = Sampling(args.temperature, args.seed, args.best_of, args.refine)
    found: Redrawing = common.run_job("redraw", RedrawPayload(source, 1, sampling))
    drawn = found.variants[0]
    if not drawn.strokes:
        raise InputError(f"{args.image.name} gave no strokes; try another --seed.")
    width_px = max((found.box[2] - found.box[0]) * _WIDTH, 0.1)
    strokes = tuple(Stroke.from_beziers(smooth_chain(line), width_px) for line in drawn.strokes)
    write_svg(args.output, Drawing(strokes, width, height))
    return {
        "strokes": len(strokes),
        "points": drawn.points,
        "seconds": round(found.seconds, 3),
        "distance": round(drawn.distance, 4),
        "finished": drawn.finished,
    }


def _source(args: argparse.Namespace) -> tuple[Source, float, float]:
    """What to draw, and the sides of its page in px."""
    if args.image.suffix.lower() in _DRAWINGS:
        if args.region is not None:
            raise InputError("--region is for pictures; a drawing is taken whole.")
        drawing = read_drawing(args.image)
        if not drawing.strokes:
            raise InputError(f"{args.image.name} has no strokes.")
        lines = tuple(stroke.xy for stroke in drawing.strokes)
        return StrokeSource(lines), drawing.width_px, drawing.height_px
    rgb = load_photo(args.image).rgb
    region = None if args.region is None else tuple(args.region)
    return PictureSource(rgb, region, args.reading), float(rgb.shape[1]), float(rgb.shape[0])
