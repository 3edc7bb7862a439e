"""Drawings to clean SVG; see `app.document.svg_format` for what a file looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from pathlib import Path

from app.document.atomic import write_atomically
from app.document.drawing import Drawing
from app.document.ink import DEFAULT_PRESSURE
from app.document.layer import Layer
from app.document.stacking import sheets
from app.document.stroke import NO_GROUP, Stroke
from app.document.svg_format import (
    GROUP_ATTRIBUTES,
    HIDDEN_STYLE,
    INKSCAPE_NAMESPACE,
    LAYER_MODE,
    LAYERED_VERSION,
    NAMESPACE,
    SODIPODI_NAMESPACE,
    SVG_NAMESPACE,
    VERSION,
)
from engine.strokes import FloatArray


def drawing_to_svg(drawing: Drawing) -> str:
    """The text of an SVG file that `read_svg` gives back as an equal drawing.

    The page is white through CSS, so the strokes are the only elements a program meets.
    """
    return "".join(svg_chunks(drawing))


def svg_chunks(drawing: Drawing) -> Iterator[str]:
    """`drawing_to_svg` in pieces, for those who must stop in between."""
    layered = drawing.layers != (Layer(),)
    width, height = number_text(drawing.width_px), number_text(drawing.height_px)
    names = {"xmlns": SVG_NAMESPACE, "xmlns:sw": NAMESPACE}
    if layered:
        names |= {
            "xmlns:inkscape": INKSCAPE_NAMESPACE,
            "xmlns:sodipodi": SODIPODI_NAMESPACE,
            "sw:version": LAYERED_VERSION,
            "sw:active": str(drawing.active),
        }
    else:
        names["sw:version"] = VERSION
    if drawing.guides:
        names["sw:guides"] = " ".join(
            f"{'xy'[guide.axis]} {number_text(guide.at_px)}" for guide in drawing.guides
        )
    page = {"width": width, "height": height, "viewBox": f"0 0 {width} {height}"}
    root = names | page | {"style": "background:#ffffff"}
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<svg{_attributes_text(root)}>\n'
    yield from _layers(drawing) if layered else _group(GROUP_ATTRIBUTES, drawing.strokes)
    yield "</svg>\n"


def write_svg(path: str | Path, drawing: Drawing) -> None:
    """Write `drawing_to_svg` atomically.

    Raises:
        InputError: if the file cannot be written; the old one is intact then.
    """
    write_atomically(path, drawing_to_svg(drawing).encode())


def number_text(value: float) -> str:
    """The shortest decimal text of a number on the grid of 1/1000."""
    return repr(value).removesuffix(".0")


def _layers(drawing: Drawing) -> Iterator[str]:
    all_sheets = sheets(drawing)
    in_file = [stroke_id for sheet in all_sheets for stroke_id in sheet.ids]
    in_order = in_file == sorted(in_file)
    for sheet in all_sheets:
        attributes = GROUP_ATTRIBUTES | dict(_layer_attributes(sheet.layer))
        if not in_order:
            attributes["sw:order"] = runs_text(sheet.ids)
        yield from _group(attributes, (drawing.strokes[i] for i in sheet.ids))


def _layer_attributes(layer: Layer) -> Iterator[tuple[str, str]]:
    yield "inkscape:groupmode", LAYER_MODE
    yield "inkscape:label", escape(layer.name)
    yield "sw:layer", str(layer.id)
    if layer.locked:
        yield "sodipodi:insensitive", "true"
    if not layer.visible:
        yield "style", HIDDEN_STYLE
    if layer.opacity < 1:
        yield "opacity", number_text(layer.opacity)


def runs_text(ids: Iterable[int]) -> str:
    """Ascending numbers as "0-41 57 60-99"."""
    runs: list[list[int]] = []
    for each in ids:
        if runs and runs[-1][1] == each - 1:
            runs[-1][1] = each
        else:
            runs.append([each, each])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _group(attributes: Mapping[str, str], strokes: Iterable[Stroke]) -> Iterator[str]:
    yield f"<g{_attributes_text(attributes)}>\n"
    # The order of drawing stays: a group whose strokes are not drawn in a row has several <g>.
    for group, members in groupby(strokes, lambda stroke: stroke.group):
        if group != NO_GROUP:
            yield f'<g sw:group="{group}">\n'
        for stroke in members:
            yield f"<path{_attributes_text(dict(_attributes(stroke)))}/>\n"
        if group != NO_GROUP:
            yield "</g>\n"
    yield "</g>\n"


def _attributes_text(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


def _attributes(stroke: Stroke) -> Iterator[tuple[str, str]]:
    yield "d", _path_data(stroke)
    yield "stroke", stroke.colour
    yield "stroke-width", number_text(stroke.width_px)
    if stroke.opacity < 1:
        yield "stroke-opacity", number_text(stroke.opacity)
    if stroke.fill is not None:
        yield "fill", stroke.fill
        if stroke.opacity < 1:
            yield "fill-opacity", number_text(stroke.opacity)
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
