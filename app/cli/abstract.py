"""`strokewise abstract PHOTO -n N -o OUT.svg`: a photo as a sketch of n strokes."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.cli import common
from app.cli.sketches import read_sketch
from app.document.drawing import Drawing
from app.document.hand_drawn import hand_drawn
from app.document.stacking import visible_strokes
from app.document.stroke import DEFAULT_COLOUR, Stroke
from app.document.svg_write import write_svg
from engine.abstraction.messages import (
    CONTROL_POINTS,
    DEFAULT_ITERATIONS,
    DEFAULT_RESTARTS,
    MAX_ITERATIONS,
    MAX_RESTARTS,
    MAX_STROKES,
    Abstraction,
    AbstractPayload,
    Ladder,
    LadderPayload,
    Leave,
    check_payload,
)
from engine.encoders.store.weights import WeightStore
from engine.errors import InputError
from engine.photo import Photo, load_photo
from engine.salient.messages import SalientObject, SalientPayload
from engine.strokes import Bounds, FloatArray

NAME = "abstract"
HELP = "turn a photo into a sketch of n strokes"
AUTO = "auto"
_GREY = 8
"""So much may the channels of a grey pixel differ, for JPEG's sake."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """PHOTO -n N -o OUT.svg and what is optional."""
    parser.add_argument(
        "photo", type=Path, metavar="PHOTO", help="a JPEG, PNG, WebP, GIF or BMP file"
    )
    parser.add_argument(
        "-n",
        "--strokes",
        type=_number_of_strokes,
        default=16,
        metavar="N",
        help=f'how many strokes, 1 to {MAX_STROKES} (default: 16), or "{AUTO}": of 4, 8, 16, 32 '
        "and 64 as few as keep it recognisable",
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
        default=DEFAULT_RESTARTS,
        metavar="R",
        help=f"sketches to start, of which the best goes on, 1 to {MAX_RESTARTS} "
        f"(default: {DEFAULT_RESTARTS})",
    )
    parser.add_argument(
        "--sampled-start",
        action="store_true",
        help="begin with short curves at random salient edges, as CLIPasso does (default: with "
        "strokes along the contours of the photo)",
    )
    parser.add_argument(
        "--control-points",
        type=int,
        default=4,
        metavar="P",
        choices=CONTROL_POINTS,
        help="of a stroke: 4 or 3 for curves, 2 for straight lines (default: 4)",
    )
    _add_limits(parser)
    _add_style(parser)


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--whole-scene", action="store_true", help="sketch the background as well as the subject"
    )
    parser.add_argument(
        "--mask",
        type=Path,
        metavar="MASK.png",
        help="an image with the proportions of the photo: white is sketched, black is left out "
        "(default: what stands out in the photo)",
    )
    parser.add_argument(
        "--around",
        type=Path,
        metavar="SKETCH",
        help="strokes that stay; the sketch is drawn around them. The page is laid on the photo",
    )
    parser.add_argument(
        "--start",
        type=Path,
        metavar="SKETCH",
        help="an earlier sketch of the photo to go on from",
    )
    parser.add_argument(
        "--reroll",
        type=_ids,
        metavar="I,J",
        help="with --start: draw these of its strokes anew, the others stay",
    )
    parser.add_argument(
        "--lock",
        type=_box,
        metavar="X0,Y0,X1,Y1",
        help="a box, in px of the photo, in which nothing changes",
    )


def _add_style(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--width", type=float, metavar="PX", help="of the lines (default: 3 px of 224)"
    )
    parser.add_argument(
        "--colour", default=DEFAULT_COLOUR, metavar="#RRGGBB", help="of the lines (default: black)"
    )
    parser.add_argument(
        "--hand-drawn", action="store_true", help="thin ends and changing width, on the same lines"
    )


def run(args: argparse.Namespace) -> dict[str, object]:
    """Make the sketch and write it, the stroke that matters most first; what it took.

    Raises:
        InputError: the photo, a number or the output is at fault. The output is tried first.
    """
    check_output(args.output)
    photo = load_photo(args.photo)
    height, width, _ = photo.rgb.shape
    payload = AbstractPayload(
        photo.rgb,
        strokes=16 if args.strokes == AUTO else args.strokes,
        iterations=args.iterations,
        seed=args.seed,
        restarts=args.restarts,
        encoder=args.encoder or WeightStore().in_use,
        sampled_start=args.sampled_start,
        control_points=args.control_points,
        whole_scene=args.whole_scene,
    )
    around: tuple[Stroke, ...] = ()
    if args.around is not None:
        around = _laid_on(args.around, width, height)
        lines = tuple(np.array(stroke.xy) for stroke in around)
        widths = [stroke.width_px for stroke in around]
        payload = replace(payload, leave=Leave(lines, float(np.median(widths))))
    payload = _with_start(payload, args, width, height)
    check_payload(payload)
    if not args.whole_scene:
        payload = replace(payload, mask=_mask(photo, args.mask))
    if args.strokes == AUTO:
        ladder: Ladder = common.run_job("abstract.ladder", LadderPayload(payload))
        sketch = ladder.sketches[ladder.fewest_recognisable()]
    else:
        sketch = common.run_job("abstract", payload)
    strokes = styled(sketch, args.width, args.colour, by_hand=args.hand_drawn, seed=args.seed)
    write_svg(args.output, Drawing(around + strokes, width, height))
    return {
        "strokes": len(strokes),
        "loss": sketch.loss,
        "iterations": sketch.iterations,
        "seconds": round(sketch.seconds, 3),
        "first_preview_seconds": round(sketch.first_preview_seconds, 3),
        "encoder": sketch.encoder,
        "scores": list(sketch.scores),
        "likeness": sketch.likeness,
    }


def styled(
    sketch: Abstraction, width_px: float | None, colour: str, *, by_hand: bool, seed: int
) -> tuple[Stroke, ...]:
    """A sketch as strokes of a drawing as large as the photo."""
    width_px = sketch.width_px if width_px is None else width_px
    strokes = [Stroke.from_beziers(bezier, width_px, colour) for bezier in sketch.beziers]
    if by_hand:
        strokes = [hand_drawn(stroke, seed + i) for i, stroke in enumerate(strokes)]
    return tuple(strokes)


def _with_start(
    payload: AbstractPayload, args: argparse.Namespace, width: int, height: int
) -> AbstractPayload:
    """The payload with what --start, --reroll and --lock ask for."""
    if args.start is None:
        if args.reroll is not None:
            raise InputError("--reroll needs an earlier sketch: name it with --start.")
        return replace(payload, leave=replace(payload.leave, region=args.lock))
    strokes = _laid_on(args.start, width, height)
    if any(stroke.beziers is None or len(stroke.beziers) != 1 for stroke in strokes):
        raise InputError(f"{args.start.name} is no sketch that Strokewise made of a photo.")
    beziers: FloatArray = np.stack([s.beziers[0] for s in strokes if s.beziers is not None])
    still: frozenset[int] = frozenset()
    if args.reroll is not None:
        wrong = [i for i in args.reroll if not 0 <= i < len(beziers)]
        if wrong:
            raise InputError(
                f"There is no stroke {wrong[0]}: {args.start.name} has {len(beziers)}, from 0."
            )
        beziers = np.delete(beziers, sorted(args.reroll), axis=0)
        still = frozenset(range(len(beziers)))
        payload = replace(payload, strokes=len(strokes))
    leave = replace(payload.leave, still=still, region=args.lock)
    return replace(payload, start=beziers, leave=leave)


def _laid_on(path: Path, width: int, height: int) -> tuple[Stroke, ...]:
    """The strokes of a drawing in px of a photo that its page is stretched to."""
    drawing = read_sketch(path).drawing
    scale = np.diag([width / drawing.width_px, height / drawing.height_px])
    affine = np.column_stack([scale, np.zeros(2)])
    return tuple(stroke.transformed(affine).on_layer(0) for stroke in visible_strokes(drawing))


def _mask(photo: Photo, path: Path | None) -> NDArray[np.float32] | None:
    """What of the photo is sketched: as a file says, or what stands out; None if nothing does."""
    if path is None:
        found: SalientObject = common.run_job("salient", SalientPayload(photo))
        return found.mask
    rgb = load_photo(path).rgb
    if int(np.ptp(rgb, axis=2).max()) > _GREY:
        raise InputError(f"{path.name} is a mask only if it is black, grey and white.")
    return np.asarray(rgb.mean(2) / 255, np.float32)


def _number_of_strokes(text: str) -> int | str:
    return AUTO if text == AUTO else int(text)


def _ids(text: str) -> frozenset[int]:
    return frozenset(int(each) for each in text.split(","))


def _box(text: str) -> Bounds:
    x0, y0, x1, y1 = (float(each) for each in text.split(","))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


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
