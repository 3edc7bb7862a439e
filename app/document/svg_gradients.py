"""Gradients of other programs' SVG, of which a stroke can have the mean colour only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from svgelements import Color

_REFERENCE = re.compile(r"""(fill|stroke)(\s*:\s*)url\(\s*["']?#([^"')]{1,200})["']?\s*\)""")
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_FURTHEST = 8
"""References from one gradient to another that are followed."""


def mean_colours(root: Element) -> Mapping[str, str]:
    """By id, the mean colour "#rrggbb" of every gradient with stops."""
    by_id = {each.get("id", ""): each for each in root.iter() if _is_gradient(each)}
    means: dict[str, str] = {}
    for name, gradient in by_id.items():
        colours = list(_colours(_with_stops(gradient, by_id)))
        if name and colours:
            channels = zip(*colours, strict=True)
            means[name] = "#" + "".join(f"{round(sum(each) / len(each)):02x}" for each in channels)
    return means


def with_colours(value: str, name: str, means: Mapping[str, str]) -> str:
    """A paint value, or a whole style for `name` "style", with colours in place of gradients."""

    def colour(found: re.Match[str]) -> str:
        mean = means.get(found[3])
        return found[0] if mean is None else f"{found[1]}{found[2]}{mean}"

    if "url(" not in value:
        return value
    if name == "style":
        return _REFERENCE.sub(colour, value)
    return _REFERENCE.sub(colour, f"{name}:{value}").partition(":")[2]


def _is_gradient(element: Element) -> bool:
    return element.tag.rpartition("}")[2] in ("linearGradient", "radialGradient")


def _with_stops(gradient: Element, by_id: Mapping[str, Element]) -> Element:
    """The gradient, or the one its stops are taken from."""
    for _ in range(_FURTHEST):
        href = next((gradient.attrib[key] for key in _HREFS if key in gradient.attrib), "")
        if len(gradient) or href[1:] not in by_id:
            break
        gradient = by_id[href[1:]]
    return gradient


def _colours(gradient: Element) -> Iterator[tuple[int, int, int]]:
    for stop in gradient:
        style = dict(each.partition(":")[::2] for each in stop.get("style", "").split(";"))
        styles = {key.strip(): value.strip() for key, value in style.items()}
        text = styles.get("stop-color", stop.get("stop-color", "black"))[:64]
        try:
            colour = Color(text)
            yield int(colour.red), int(colour.green), int(colour.blue)
        except (TypeError, ValueError):
            continue
