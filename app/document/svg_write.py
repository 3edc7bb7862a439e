"""Drawings to clean SVG; see `app.document.svg_format` for what a file looks like."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.document.atomic import write_atomically
from app.document.drawing import Drawing
from app.document.ink import DEFAULT_PRESSURE
from app.document.stroke import Stroke
from app.document.svg_format import GROUP_ATTRIBUTES, NAMESPACE, SVG_NAMESPACE, VERSION
from engine.strokes import FloatArray


def drawing_to_svg(drawing: Drawing) -> str:
    """The text of an SVG file that `read_svg` gives back as an equal drawing.

    The page is white through CSS, so the strokes are the only elements a program meets.
    """
    width, height = number_text(drawing.width_px), number_text(drawing.height_px)
    group = "".join(f' {name}="{value}"' for name, value in GROUP_ATTRIBUTES.items())
    root = (
        f'<svg xmlns="{SVG_NAMESPACE}" xmlns:sw="{NAMESPACE}" sw:version="{VERSION}"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        ' style="background:#ffffff">'
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        root,
        f"<g{group}>",
        *map(_path, drawing.strokes),
        "</g>",
        "</svg>",
        "",
    ]
    return "\n".join(lines)


def write_svg(path: str | Path, drawing: Drawing) -> None:
    """Write `drawing_to_svg` atomically.

    Raises:
        InputError: if the file cannot be written; the old one is intact then.
    """
    write_atomically(path, drawing_to_svg(drawing).encode())


def number_text(value: float) -> str:
    """The shortest decimal text of a number on the grid of 1/1000."""
    return repr(value).removesuffix(".0")


def _path(stroke: Stroke) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in _attributes(stroke))
    return f"<path{attributes}/>"


def _attributes(stroke: Stroke) -> Iterator[tuple[str, str]]:
    yield "d", _path_data(stroke)
    yield "stroke", stroke.colour
    yield "stroke-width", number_text(stroke.width_px)
    if stroke.opacity < 1:
        yield "stroke-opacity", number_text(stroke.opacity)
    if stroke.beziers is not None:
        return
    if len(stroke.points) == 1 or (stroke.pressure != DEFAULT_PRESSURE).any():
        yield "sw:pressure", _numbers_text(stroke.pressure)
    if stroke.time_s.any():
        yield "sw:time", _numbers_text(stroke.time_s)


def _path_data(stroke: Stroke) -> str:
    if stroke.beziers is not None:
        start, rest, command = stroke.beziers[0, 0], stroke.beziers[:, 1:], "C"
    else:
        start, rest, command = stroke.xy[0], stroke.xy[1:], "L"
        if not len(rest):
            rest = stroke.xy
    return f"M {_numbers_text(start)} {command} {_numbers_text(rest)}"


def _numbers_text(values: FloatArray) -> str:
    """`number_text` of every value, in C order, with a space between two."""
    # A double on the grid ends in ".0" exactly if it is whole; one pass over the text is faster
    # than a look at every number.
    return (" ".join(map(repr, values.ravel().tolist())) + " ").replace(".0 ", " ")[:-1]
