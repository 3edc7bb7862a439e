"""`strokewise export SKETCH -o OUT.svg|OUT.png`: a drawing in another form."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.document.raster_png import write_png
from app.document.svg_read import read_svg
from app.document.svg_write import write_svg
from engine.errors import InputError

NAME = "export"
HELP = "write a drawing in another format"

_SUFFIXES = (".svg", ".png")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SKETCH -o OUT [--scale S]."""
    parser.add_argument("sketch", type=Path, metavar="SKETCH", help="an SVG file")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="OUT.svg or OUT.png"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="S", help="PNG only: image px per page px"
    )


def run(args: argparse.Namespace) -> dict[str, object]:
    """Write the file; the number of strokes and where they are now.

    Raises:
        InputError: if the sketch cannot be read, the output not be written, or has a suffix that
            is not supported.
    """
    output: Path = args.output
    suffix = output.suffix.lower()
    if suffix not in _SUFFIXES:
        raise InputError(f"{output.name} cannot be written: use a name in .svg or .png.")
    drawing = read_svg(args.sketch)
    if suffix == ".svg":
        write_svg(output, drawing)
    else:
        write_png(output, drawing, args.scale)
    return {"strokes": len(drawing.strokes), "path": str(output)}
