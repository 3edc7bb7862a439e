"""The fast way back from files in exactly the form `drawing_to_svg` writes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import numpy as np

from app.document.drawing import Drawing
from app.document.ink import DEFAULT_PRESSURE
from app.document.stroke import Stroke, to_grid
from app.document.svg_format import (
    GROUP_ATTRIBUTES,
    PRESSURE_ATTRIBUTE,
    SVG_NAMESPACE,
    TIME_ATTRIBUTE,
    VERSION,
    VERSION_ATTRIBUTE,
)
from app.document.svg_guard import PointBudget
from engine.strokes import FloatArray, bezier_steps

_GROUP_TAG = f"{{{SVG_NAMESPACE}}}g"
_PATH_TAG = f"{{{SVG_NAMESPACE}}}path"
_REQUIRED = {"d", "stroke", "stroke-width"}
_ALLOWED = _REQUIRED | {"stroke-opacity", PRESSURE_ATTRIBUTE, TIME_ATTRIBUTE}


def own_drawing(root: Element) -> Drawing | None:
    """The drawing of a file in our own form; None for every other file.

    Raises:
        InputError: if its numbers make no drawing.
    """
    if root.get(VERSION_ATTRIBUTE) != VERSION or len(root) != 1:
        return None
    group = root[0]
    if group.tag != _GROUP_TAG or group.attrib != GROUP_ATTRIBUTES:
        return None
    width, height = root.get("width", ""), root.get("height", "")
    page = _numbers([width, height])
    if root.get("viewBox") != f"0 0 {width} {height}" or page is None:
        return None
    budget = PointBudget()
    strokes: list[Stroke] = []
    for element in group:
        stroke = _stroke(element, budget)
        if stroke is None:
            return None
        strokes.append(stroke)
    return Drawing(tuple(strokes), *page)


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


def _stroke(element: Element, budget: PointBudget) -> Stroke | None:
    attributes = element.attrib
    if element.tag != _PATH_TAG or not _REQUIRED <= attributes.keys() <= _ALLOWED or len(element):
        return None
    style = _numbers([attributes["stroke-width"], attributes.get("stroke-opacity", "1")])
    command, places = _path_data(attributes["d"])
    if places is None or style is None:
        return None
    width_px, opacity = style
    colour = attributes["stroke"]
    if command == "C":
        runs = [places[0:-1:3], places[1::3], places[2::3], places[3::3]]
        beziers = to_grid(np.stack(runs, axis=1))
        budget.spend(bezier_steps(beziers).sum() + 1)
        return Stroke.from_beziers(beziers, width_px, colour, opacity)
    budget.spend(len(places))
    return Stroke(own_points(attributes, places), width_px, colour, opacity)


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


def _numbers(words: list[str]) -> list[float] | None:
    """As many numbers as words; None if a word is not a number."""
    try:
        return list(map(float, words))
    except ValueError:
        return None
