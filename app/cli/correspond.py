"""`strokewise correspond SKETCH PHOTO`: where is this on the photo?"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from app.cli import common, sketches
from engine.correspondence.messages import Correspondence, CorrespondPayload, Matcher
from engine.correspondence.overlay import overlay_picture
from engine.encoders.store.weights import WeightStore
from engine.errors import InputError
from engine.photo import load_photo, picture_size
from engine.strokes import Bounds, FloatArray, resample

NAME = "correspond"
HELP = (
    "Find the places of a drawing on a photo. Coordinates are px of each file; for a drawing made "
    "of strokes, px of its page."
)
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
_DEFAULT_POINTS = 16
_INK = 200
"""Grey values below are ink."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SKETCH PHOTO [--points x,y ...] [-o OVERLAY.png] [--page] [--matcher M] [--encoder E]."""
    parser.add_argument(
        "sketch", type=Path, metavar="SKETCH", help="an SVG, a .strokewise file or a picture"
    )
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="a JPEG, PNG or WebP picture")
    parser.add_argument(
        "--points",
        type=_point,
        nargs="+",
        metavar="x,y",
        help=f"places on the sketch (default: {_DEFAULT_POINTS} along its lines)",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OVERLAY.png",
        help="sketch, photo with the flow, and photo warped to the sketch, side by side",
    )
    sketches.add_photo_frame(parser)
    parser.add_argument(
        "--matcher",
        type=Matcher,
        choices=list(Matcher),
        default=Matcher.BEST,
        help="how places are found (default: what measures better for the encoder)",
    )
    parser.add_argument(
        "--encoder",
        metavar="E",
        help="what sees, see `strokewise models list` (default: that in use)",
    )


def run(args: argparse.Namespace) -> dict[str, object]:
    """Match; see the design's contract for the object.

    Raises:
        InputError: the sketch, the photo or a point is at fault.
    """
    if args.output is not None and args.output.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        raise InputError("The overlay is a picture: name it OVERLAY.png.")
    photo = load_photo(args.photo)
    lines: tuple[FloatArray, ...] = ()
    image, sketch_scale = None, np.ones(2)
    frame: Bounds | None
    if args.sketch.suffix.lower() in _PICTURES:
        drawn = load_photo(args.sketch)
        image = drawn.rgb
        height, width, _ = image.shape
        sketch_scale = np.array(picture_size(args.sketch)) / (width, height)
        frame = (0.0, 0.0, float(width), float(height)) if args.page else None
    else:
        sketch = sketches.read_sketch(args.sketch)
        lines = sketch.strokes
        frame = sketches.frame_of(sketch.drawing, args.page)
    found: Correspondence = common.run_job(
        "correspond",
        CorrespondPayload(
            photo, lines, image, frame, args.matcher, args.encoder or WeightStore().in_use
        ),
    )
    points = _points(args.points, lines, image, sketch_scale)
    photo_scale = np.array(picture_size(args.photo)) / found.photo_size
    there = found.to_photo(points)
    if args.output is not None:
        overlay_picture(found, photo.rgb, lines, image, points).save(args.output)
    return {
        "points": [
            {"sketch": sketch, "photo": place, "confidence": confidence}
            for sketch, place, confidence in zip(
                (points * sketch_scale).tolist(),
                (there.points * photo_scale).tolist(),
                there.confidence.tolist(),
                strict=True,
            )
        ],
        "matcher": found.matcher,
        "encoder": found.encoder,
        "seconds": found.seconds,
    }


def _points(
    given: list[tuple[float, float]] | None,
    lines: tuple[FloatArray, ...],
    image: np.ndarray | None,
    scale: FloatArray,
) -> FloatArray:
    """(N, 2) in px of what was matched: those that were given, or some on the ink."""
    if given is not None:
        return np.asarray(np.array(given) / scale, np.float64)
    if image is None:
        ink = np.concatenate([resample(line, spacing_px=2.0) for line in lines])
    else:
        rows, columns = np.nonzero(image.mean(2) < _INK)
        ink = np.stack([columns + 0.5, rows + 0.5], 1)
    chosen = np.linspace(0, len(ink) - 1, min(_DEFAULT_POINTS, len(ink))).round().astype(int)
    return np.asarray(ink[chosen], np.float64)


def _point(text: str) -> tuple[float, float]:
    try:
        x, y = (float(each) for each in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f'"{text}" is no point; write x,y') from error
    if not np.isfinite([x, y]).all():
        raise argparse.ArgumentTypeError(f'"{text}" is no point; write x,y')
    return x, y
