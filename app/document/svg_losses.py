"""What of other programs' SVG has no place in a drawing of strokes, by the names for telling it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from app.translation import tr

LEFT_OUT = {"text": "text", "image": "picture", "foreignObject": "embedded page"}
"""Elements that are seen and are not lines."""

_IN_WORDS = {
    "text": (tr("1 text"), tr("{n} texts")),
    "picture": (tr("1 picture"), tr("{n} pictures")),
    "embedded page": (tr("1 embedded page"), tr("{n} embedded pages")),
    "gradient": (tr("1 gradient"), tr("{n} gradients")),
    "dash": (tr("1 dash"), tr("{n} dashes")),
    "mask": (tr("1 mask"), tr("{n} masks")),
    "filter": (tr("1 filter"), tr("{n} filters")),
    "clip": (tr("1 clip"), tr("{n} clips")),
    "fill": (tr("1 fill"), tr("{n} fills")),
}

_PROPERTIES = frozenset({"fill", "stroke", "stroke-dasharray", "mask", "filter", "clip-path"})
_URL = re.compile(r"""url\(\s*["']?#([^"')]{1,200})["']?\s*\)""")
_MAX_VALUE_CHARS = 4096


def in_words(name: str, n: int) -> str:
    """So many of what is left out, as "2 texts"."""
    one, several = _IN_WORDS[name]
    return one if n == 1 else several.format(n=n)


def paint_of(element: Element) -> Mapping[str, str]:
    """What attributes and style of an element itself say of its looks; the style wins."""
    named = _PROPERTIES & element.attrib.keys()
    paint = {name: element.attrib[name][:_MAX_VALUE_CHARS] for name in named}
    for declaration in element.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() in _PROPERTIES:
            paint[name.strip()] = value.strip()[:_MAX_VALUE_CHARS]
    return paint


def lost_looks(paint: Mapping[str, str]) -> Iterator[str]:
    """The name of everything in `paint` that a stroke cannot have; fills are counted elsewhere."""
    if any("url(" in paint.get(name, "") for name in ("fill", "stroke")):
        yield "gradient"
    if paint.get("stroke-dasharray", "none") not in ("none", "0"):
        yield "dash"
    for name in ("mask", "filter"):
        if "url(" in paint.get(name, ""):
            yield name


def clip_reference(paint: Mapping[str, str]) -> str:
    """The id of the clip path; empty if there is none."""
    found = _URL.match(paint.get("clip-path", ""))
    return "" if found is None else found.group(1)
