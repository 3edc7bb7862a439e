"""What the subcommands about sketches share: reading SKETCH, and naming a target."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from app.document.drawing import Drawing
from app.document.files import read_drawing
from app.document.stacking import visible_ids
from engine.attribution.messages import (
    CategoryTarget,
    Estimator,
    Method,
    PhotoTarget,
    TargetSpec,
    TextTarget,
)
from engine.errors import InputError
from engine.photo import load_photo
from engine.strokes import Bounds, FloatArray


def add_sketch(parser: argparse.ArgumentParser) -> None:
    """SKETCH."""
    parser.add_argument("sketch", type=Path, metavar="SKETCH", help="an SVG or a .strokewise file")


def add_method(parser: argparse.ArgumentParser, default: Method = Method.SLA) -> None:
    """[--method sla|psla]."""
    parser.add_argument(
        "--method",
        type=Method,
        choices=list(Method),
        default=default,
        help="whole strokes (sla) or along them (psla); default: %(default)s",
    )


def add_estimator(
    parser: argparse.ArgumentParser, default: Estimator | None, in_words: str = "%(default)s"
) -> None:
    """[--estimator gradient|views|removal|sampled|learned] [--encoder E] [--seed S].

    Args:
        in_words: what the default is.
    """
    parser.add_argument(
        "--estimator",
        type=Estimator,
        choices=list(Estimator),
        default=default,
        help="the paper's gradient, its mean over views, what leaving strokes out does, or what a "
        f"network learned about strokes that belong (default: {in_words})",
    )
    parser.add_argument(
        "--encoder",
        metavar="E",
        help="what sees, see `strokewise models list` (default: that in use)",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="of views and samples")


def add_photo_frame(parser: argparse.ArgumentParser) -> None:
    """[--page]."""
    parser.add_argument(
        "--page",
        action="store_true",
        help="the page shows what the photo shows, place by place (default: only the ink counts)",
    )


@dataclass(frozen=True, eq=False)
class Sketch:
    """What a model is to see of a drawing: nothing of hidden layers.

    Attributes:
        drawing: all of it.
        ids: which of its strokes are seen, ascending.
        strokes: these as polylines, in px of the page.
    """

    drawing: Drawing
    ids: tuple[int, ...]
    strokes: tuple[FloatArray, ...]


def read_sketch(path: Path) -> Sketch:
    """The visible strokes of a drawing.

    Raises:
        InputError: it cannot be read, or has no strokes that are not hidden.
    """
    drawing = read_drawing(path)
    ids = visible_ids(drawing)
    if not ids:
        hidden = " that are not hidden" if drawing.strokes else ""
        raise InputError(f"{path.name} has no strokes{hidden}.")
    return Sketch(drawing, ids, tuple(drawing.strokes[i].xy for i in ids))


def target_of(photo: Path | None, label: str | None, text: str | None = None) -> TargetSpec:
    """What the sketch is scored by; by what it looks like unless something is named."""
    if photo is not None:
        return PhotoTarget(load_photo(photo).rgb)
    return TextTarget(text) if text is not None else CategoryTarget(label)


def frame_of(drawing: Drawing, whole_page: bool) -> Bounds | None:
    """The box that corresponds to the photo, or None for the ink's own bounds."""
    return (0.0, 0.0, drawing.width_px, drawing.height_px) if whole_page else None
