"""The little of CSS that strokes need, rewritten so that nothing else reaches the SVG reader.

svgelements reads style sheets with regular expressions that a hostile text can stall and knows
selectors of one tag, class or id. So rules are cut apart here, in linear time, and only paint
properties with plain values are handed on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PAINT_PROPERTIES = frozenset(
    {
        "color",
        "display",
        "fill",
        "fill-opacity",
        "fill-rule",
        "opacity",
        "stroke",
        "stroke-opacity",
        "stroke-width",
        "vector-effect",
        "visibility",
    }
)

INHERIT = "inherit"
"""What paint does anyway where nothing is said; the reader takes it for a colour."""

_SIMPLE_SELECTOR = re.compile(r"[#.]?[\w*][\w-]{0,200}(\.[\w-]{1,200})?")
_PLAIN_VALUE = re.compile(r"[\w#%(),.+\- ]{1,200}")


def plain_declarations(text: str) -> str:
    """The paint properties of a declaration list, each once, as "name:value;name:value".

    A paint server, `url(#...)`, becomes black unless a colour to fall back on follows it.
    """
    return _text(_declarations(text))


def plain_paint(value: str) -> str:
    """A paint value with single spaces and without its `url(...)`."""
    words = " ".join(value.split())
    if words.lower().startswith("url("):
        return words.partition(")")[2].strip() or "black"
    # The reader knows the functions of colours in small letters only.
    return words.lower() if "(" in words else words


def plain_rules(sheet: str) -> str:
    """The rules of a style sheet with simple selectors and paint properties.

    Rules within `@media` and the like, and `@import`, are left out.
    """
    # Rules of one selector are put together: the reader repeats its rules for every element.
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in _rules(_without_comments(sheet)):
        declarations = _declarations(body)
        for selector in map(str.strip, selectors.split(",")):
            if declarations and _SIMPLE_SELECTOR.fullmatch(selector):
                rules.setdefault(selector, {}).update(declarations)
    return "\n".join(f"{selector}{{{_text(rule)}}}" for selector, rule in rules.items())


def _declarations(text: str) -> dict[str, str]:
    kept: dict[str, str] = {}
    for declaration in text.split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), plain_paint(value.replace("!important", ""))
        if name in PAINT_PROPERTIES and _PLAIN_VALUE.fullmatch(value) and value != INHERIT:
            kept[name] = value
    return kept


def _text(declarations: dict[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in declarations.items())


def _without_comments(text: str) -> str:
    kept: list[str] = []
    place = 0
    while (start := text.find("/*", place)) >= 0:
        kept.append(text[place:start])
        end = text.find("*/", start + 2)
        place = len(text) if end < 0 else end + 2
    kept.append(text[place:])
    return " ".join(kept)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the top level, without the at-rules and their blocks."""
    depth = 0
    head = ""
    start = 0
    for mark in re.finditer(r"[{};]", text):
        piece = text[start : mark.start()]
        start = mark.end()
        if mark.group() == "{":
            if depth == 0:
                head, body_start = piece.strip(), start
            depth += 1
        elif mark.group() == "}" and depth > 0:
            depth -= 1
            if depth == 0 and not head.startswith("@"):
                yield head, text[body_start : mark.start()]
