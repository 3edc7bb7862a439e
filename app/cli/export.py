"""`strokewise export SKETCH -o OUT.{svg,png,pdf}`: a drawing in another form."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.document.export import ExportOptions, check_name, export_drawing
from app.document.files import read_drawing

NAME = "export"
HELP = "write a drawing in another format"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SKETCH -o OUT [--scale S] [--transparent]."""
    parser.add_argument("sketch", type=Path, metavar="SKETCH", help="an SVG or a .strokewise file")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="OUT.svg, OUT.png or OUT.pdf",
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="S", help="PNG only: image px per page px"
    )
    parser.add_argument(
        "--transparent", action="store_true", help="PNG only: without the white of the page"
    )


def run(args: argparse.Namespace) -> dict[str, object]:
    """Write the file; the number of strokes and where they are now.

    Raises:
        InputError: if the sketch cannot be read, the output not be written, or has a suffix that
            is not supported.
    """
    output: Path = args.output
    check_name(output)
    drawing = read_drawing(args.sketch)
    export_drawing(output, drawing, ExportOptions(args.scale, args.transparent))
    return {"strokes": len(drawing.strokes), "path": str(output)}
