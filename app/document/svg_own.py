"""The fast way back from files in exactly the form `drawing_to_svg` writes."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

import numpy as np

from app.document import svg_format
from app.document.drawing import MAX_SIDE_PX, Drawing
from app.document.guides import MAX_GUIDES, Guide
from app.document.ink import DEFAULT_PRESSURE
from app.document.layer import Layer
from app.document.stroke import NO_GROUP, Stroke, Style, to_grid
from app.document.svg_format import (
    ACTIVE_ATTRIBUTE,
    GROUP_ATTRIBUTE,
    GROUP_ATTRIBUTES,
    GROUP_MODE_ATTRIBUTE,
    GUIDES_ATTRIBUTE,
    HIDDEN_STYLE,
    LABEL_ATTRIBUTE,
    LAYER_ATTRIBUTE,
    LAYER_MODE,
    LOCKED_ATTRIBUTE,
    ORDER_ATTRIBUTE,
    PRESSURE_ATTRIBUTE,
    SVG_NAMESPACE,
    TIME_ATTRIBUTE,
    VERSION_ATTRIBUTE,
)
from app.document.svg_guard import MAX_NODES, PointBudget
from app.document.svg_numbers import decimals
from engine.strokes import FloatArray, bezier_steps

_GROUP_TAG = f"{{{SVG_NAMESPACE}}}g"
_PATH_TAG = f"{{{SVG_NAMESPACE}}}path"
_REQUIRED = {"d", "stroke", "stroke-width"}
_ALLOWED = _REQUIRED | {
    "stroke-opacity",
    "fill",
    "fill-opacity",
    PRESSURE_ATTRIBUTE,
    TIME_ATTRIBUTE,
}
_LAYER_REQUIRED = GROUP_ATTRIBUTES.keys() | {GROUP_MODE_ATTRIBUTE, LABEL_ATTRIBUTE, LAYER_ATTRIBUTE}
_LAYER_ALLOWED = _LAYER_REQUIRED | {LOCKED_ATTRIBUTE, ORDER_ATTRIBUTE, "style", "opacity"}


def own_drawing(root: Element) -> Drawing | None:
    """The drawing of a file in our own form; None for every other file.

    Raises:
        InputError: if its numbers make no drawing.
    """
    width, height = root.get("width", ""), root.get("height", "")
    page = _numbers([width, height])
    if root.get("viewBox") != f"0 0 {width} {height}" or page is None:
        return None
    match root.get(VERSION_ATTRIBUTE):
        case svg_format.VERSION:
            return _plain_drawing(root, *page)
        case svg_format.LAYERED_VERSION:
            return _layered_drawing(root, *page)
    return None


def _plain_drawing(root: Element, width_px: float, height_px: float) -> Drawing | None:
    if len(root) != 1 or root[0].tag != _GROUP_TAG or root[0].attrib != GROUP_ATTRIBUTES:
        return None
    strokes = _strokes(root[0], PointBudget(), 0)
    if strokes is None:
        return None
    return Drawing(tuple(strokes), width_px, height_px, guides=_guides(root))


def _layered_drawing(root: Element, width_px: float, height_px: float) -> Drawing | None:
    budget = PointBudget()
    layers: list[Layer] = []
    in_file: list[Stroke] = []
    places: list[int] = []
    for group in root:
        layer = _layer(group)
        strokes = None if layer is None else _strokes(group, budget, layer.id)
        if layer is None or strokes is None:
            return None
        order = numbers_of_runs(group.get(ORDER_ATTRIBUTE, ""), MAX_NODES)
        layers.append(layer)
        in_file += strokes
        places += order
    active = _whole(root.get(ACTIVE_ATTRIBUTE, ""))
    ids = {layer.id for layer in layers}
    if active not in ids or len(ids) < len(layers):
        return None
    if places:
        if sorted(places) != list(range(len(in_file))):
            return None
        by_place = sorted(zip(places, in_file, strict=True), key=lambda pair: pair[0])
        in_file = [stroke for _, stroke in by_place]
    return Drawing(tuple(in_file), width_px, height_px, tuple(layers), active, _guides(root))


def _guides(root: Element) -> tuple[Guide, ...]:
    """As far as they are well written: nothing of the drawing is lost with a guide."""
    words = root.get(GUIDES_ATTRIBUTE, "").split()[: 2 * MAX_GUIDES]
    guides: list[Guide] = []
    for axis, word in zip(words[::2], words[1::2], strict=False):
        at = _numbers([word])
        if axis not in ("x", "y") or at is None or not abs(at[0]) <= MAX_SIDE_PX:
            break
        guides.append(Guide(axis == "y", *at))
    return tuple(guides)


def _layer(group: Element) -> Layer | None:
    attributes = group.attrib
    if group.tag != _GROUP_TAG or not _LAYER_REQUIRED <= attributes.keys() <= _LAYER_ALLOWED:
        return None
    layer_id = _whole(attributes[LAYER_ATTRIBUTE])
    opacity = _numbers([attributes.get("opacity", "1")])
    if (
        layer_id is None
        or opacity is None
        or attributes.get("style", HIDDEN_STYLE) != HIDDEN_STYLE
        or attributes.get(LOCKED_ATTRIBUTE, "true") != "true"
        or attributes[GROUP_MODE_ATTRIBUTE] != LAYER_MODE
        or any(attributes[name] != value for name, value in GROUP_ATTRIBUTES.items())
    ):
        return None
    visible, locked = "style" not in attributes, LOCKED_ATTRIBUTE in attributes
    return Layer(layer_id, attributes[LABEL_ATTRIBUTE], visible, locked, *opacity)


def numbers_of_runs(text: str, most: int) -> list[int]:
    """The numbers of "0-41 57 60-99"; none if the text is malformed or has more than `most`."""
    numbers: list[int] = []
    for run in text.split():
        first, dash, last = run.partition("-")
        start = _whole(first)
        end = _whole(last) if dash else start
        if start is None or end is None or end < start or end - start + len(numbers) >= most:
            return []
        numbers.extend(range(start, end + 1))
    return numbers


def _strokes(group: Element, budget: PointBudget, layer_id: int) -> list[Stroke] | None:
    """All strokes of a group, or None; those of a pen are read together, far faster."""
    strokes: list[Stroke | None] = []
    drawn: list[_Drawn] = []
    places: list[int] = []
    members = _members(group)
    for element, number in members:
        pen = _drawn(element.attrib, number) if _is_stroke(element) else None
        if pen is None:
            stroke = _stroke(element, budget)
            if stroke is None:
                return None
            strokes.append(stroke.on_layer(layer_id).in_group(number))
        else:
            budget.spend(pen.length)
            drawn.append(pen)
            places.append(len(strokes))
            strokes.append(None)
    together = _read_together(drawn, layer_id)
    for i, place in enumerate(places):
        element, number = members[place]
        stroke = together[i] if together else _stroke(element, PointBudget())
        if stroke is None:
            return None
        strokes[place] = stroke.on_layer(layer_id).in_group(number)
    return [stroke for stroke in strokes if stroke is not None]


def _members(group: Element) -> list[tuple[Element, int]]:
    """What is in a layer, each with the number of its group; what is no group is a member."""
    members: list[tuple[Element, int]] = []
    for element in group:
        number = _whole(element.get(GROUP_ATTRIBUTE, ""))
        is_group = element.tag == _GROUP_TAG and element.attrib.keys() == {GROUP_ATTRIBUTE}
        if is_group and number:
            members += [(member, number) for member in element]
        else:
            members.append((element, NO_GROUP))
    return members


class _Drawn(NamedTuple):
    """The texts of a stroke of a pen.

    Attributes:
        length: of its points, two or more.
        xy: "x y x y ...".
        pressure, time_s: one number a point; None where they are the default.
    """

    length: int
    xy: str
    pressure: str | None
    time_s: str | None
    style: Style


def _drawn(attributes: dict[str, str], group: int) -> _Drawn | None:
    """What `_stroke` would make of a stroke of the pen; None for all others, dots among them."""
    words = attributes["d"].split(" ", 4)
    fill, opacity = attributes.get("fill"), attributes.get("stroke-opacity", "1")
    style = _numbers([attributes["stroke-width"], opacity])
    if len(words) < 5 or words[0] != "M" or words[3] != "L" or style is None:
        return None
    xy = f"{words[1]} {words[2]} {words[4]}"
    count, is_odd = divmod(xy.count(" ") + 1, 2)
    if is_odd or count < 3 or not _as_opaque(attributes):
        return None
    lists = (attributes.get(name) for name in (PRESSURE_ATTRIBUTE, TIME_ATTRIBUTE))
    pressure, time_s = (text if text and text.count(" ") == count - 1 else None for text in lists)
    width_px, alpha = style
    return _Drawn(
        count, xy, pressure, time_s, (width_px, attributes["stroke"], alpha, 0, fill, group)
    )


def _read_together(drawn: list[_Drawn], layer_id: int) -> list[Stroke] | None:
    """The strokes; None if a number is not written as we write it."""
    counts = np.array([pen.length for pen in drawn], np.intp)
    points = np.zeros((counts.sum(), 4))
    points[:, 2] = DEFAULT_PRESSURE
    xy = decimals([pen.xy for pen in drawn])
    if xy is None:
        return None
    points[:, :2] = xy[0].reshape(-1, 2)
    for column, texts in (
        (2, [pen.pressure for pen in drawn]),
        (3, [pen.time_s for pen in drawn]),
    ):
        there = [text for text in texts if text is not None]
        if there:
            numbers = decimals(there)
            if numbers is None:
                return None
            has = np.repeat([text is not None for text in texts], counts)
            points[has, column] = numbers[0]
    styles = [(*pen.style[:3], layer_id, *pen.style[4:]) for pen in drawn]
    return Stroke.many(points, counts.tolist(), styles)


def own_points(element_attributes: dict[str, str], xy: FloatArray) -> FloatArray:
    """(N, 4) points of (N, 2) places with the pressures and times of the attributes.

    A list of another length belongs to a line that another program has edited since; it counts as
    absent, which means the default pressure and no times.
    """
    if len(xy) == 2 and _list(element_attributes.get(PRESSURE_ATTRIBUTE), 1) is not None:
        xy = xy[:1]
    points = np.zeros((len(xy), 4))
    points[:, :2] = xy
    pressure = _list(element_attributes.get(PRESSURE_ATTRIBUTE), len(xy))
    points[:, 2] = DEFAULT_PRESSURE if pressure is None else pressure
    time_s = _list(element_attributes.get(TIME_ATTRIBUTE), len(xy))
    points[:, 3] = 0.0 if time_s is None else time_s
    return points


def _is_stroke(element: Element) -> bool:
    names = element.attrib.keys()
    return element.tag == _PATH_TAG and _REQUIRED <= names <= _ALLOWED and not len(element)


def _as_opaque(attributes: dict[str, str]) -> bool:
    """Whether the fill, if there is one, is as opaque as the line, as we write it."""
    if "fill" in attributes:
        return attributes.get("fill-opacity") == attributes.get("stroke-opacity")
    return "fill-opacity" not in attributes


def _stroke(element: Element, budget: PointBudget) -> Stroke | None:
    attributes = element.attrib
    if not _is_stroke(element) or not _as_opaque(attributes):
        return None
    style = _numbers([attributes["stroke-width"], attributes.get("stroke-opacity", "1")])
    command, places = _path_data(attributes["d"])
    if places is None or style is None:
        return None
    fill = attributes.get("fill")
    width_px, opacity = style
    colour = attributes["stroke"]
    if command == "C":
        runs = [places[0:-1:3], places[1::3], places[2::3], places[3::3]]
        beziers = to_grid(np.stack(runs, axis=1))
        budget.spend(bezier_steps(beziers).sum() + 1)
        return Stroke.from_beziers(beziers, width_px, colour, opacity).with_fill(fill)
    budget.spend(len(places))
    return Stroke(own_points(attributes, places), width_px, colour, opacity, fill=fill)


def _path_data(data: str) -> tuple[str, FloatArray | None]:
    """(command, (N, 2) places) of `M x y L ...` or `M x y C ...`; no places for other data."""
    words = data.split(" ")
    command = words.pop(3) if len(words) > 3 else ""
    numbers = _numbers(words[1:])
    if words[0] != "M" or command not in ("L", "C") or numbers is None or len(numbers) % 2:
        return command, None
    places = np.array(numbers).reshape(-1, 2)
    whole = len(places) >= 2 if command == "L" else len(places) >= 4 and len(places) % 3 == 1
    return command, places if whole else None


def _list(text: str | None, length: int) -> list[float] | None:
    numbers = None if text is None else _numbers(text.split(" "))
    return numbers if numbers is not None and len(numbers) == length else None


def _whole(text: str) -> int | None:
    """A number of up to nine digits, from 0; None for everything else."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None


def _numbers(words: list[str]) -> list[float] | None:
    """As many numbers as words; None if a word is not a number."""
    try:
        return list(map(float, words))
    except ValueError:
        return None
