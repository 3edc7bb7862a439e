"""Other programs' SVG, reduced to groups and shapes before svgelements parses it.

What is left: <g>, the basic shapes, paint and geometry. `use` is replaced by what it refers to,
nested <svg> and <symbol> by groups with the transform of their view box. Everything that is not
drawn (defs, masks), not a line (text, images) or active (scripts, links, foreign objects) is left
out, so nothing outside of the file can be referred to any more; what would have been seen is
counted. Whatever costs the parser more than a fixed amount per element is bounded.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from svgelements import Length, Matrix, Viewbox

from app.document.layer import MAX_LAYERS
from app.document.svg_css import (
    INHERIT,
    PAINT_PROPERTIES,
    plain_declarations,
    plain_paint,
    plain_rules,
)
from app.document.svg_format import (
    GROUP_ATTRIBUTE,
    GROUP_MODE_ATTRIBUTE,
    LABEL_ATTRIBUTE,
    LAYER_MODE,
    LOCKED_ATTRIBUTE,
    PRESSURE_ATTRIBUTE,
    SVG_NAMESPACE,
    TIME_ATTRIBUTE,
)
from app.document.svg_gradients import mean_colours, with_colours
from app.document.svg_guard import MAX_DEPTH
from app.document.svg_losses import LEFT_OUT, clip_reference, lost_looks, paint_of
from app.document.svg_transform import PIXELS_PER_INCH, parse_transform, transform_text, within
from app.translation import tr
from engine.errors import InputError

LAYER_MARK = "data-layer"
"""On the group of a layer: its place in `Flat.layers`."""
GROUP_MARK = "data-group"
"""On what was a group in a file of ours: its number."""
CLIP_MARK = "data-clip"
"""A number: on what is clipped, and on the group at the beginning of what it is clipped to."""

MAX_FLAT_NODES = 100_000
MAX_NUMBERS = 2_000_000
"""In all path data and point lists, repeated ones counted again: up to 20 s of parsing."""

_MAX_VALUE_CHARS = 4096
_MOST_CLASSES = 16
_GROUPS = frozenset({"g", "a", "switch"})
_VIEWPORTS = frozenset({"svg", "symbol"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_PATH_DATA = frozenset({"d", "points"})
_OWN_LISTS = frozenset({PRESSURE_ATTRIBUTE, TIME_ATTRIBUTE})
_GEOMETRY = frozenset(
    {"x", "y", "width", "height", "rx", "ry", "r", "cx", "cy", "x1", "y1", "x2", "y2"}
)
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_NUMBER = re.compile(r"\d*\.\d+|\d+")
_LONGEST_NUMBER = 64
_ENDLESS_NUMBER = re.compile(rf"\d{{{_LONGEST_NUMBER + 1}}}")


@dataclass(frozen=True, slots=True)
class MarkedLayer:
    """What Inkscape's attributes say of a group that is a layer; its opacity stays on the group."""

    name: str
    visible: bool
    locked: bool


@dataclass(frozen=True, slots=True)
class Flat:
    """Attributes:
    root: <svg> without attributes: one <style>, a <g> of what things are clipped to, a <g> of
        groups and shapes in drawing order.
    layers: those of its groups that carry `LAYER_MARK`.
    left_out: how many of what was drawn, or of its looks, is not here, by name.
    """

    root: Element
    layers: tuple[MarkedLayer, ...]
    left_out: Counter[str]


def flatten(root: Element) -> Flat:
    """The file as groups and shapes only. Hidden layers are kept and told; other hidden things stay
    hidden.

    Args:
        root: as `svg_guard.parse_tree` gives it.

    Raises:
        InputError: if what `use` repeats, the nesting or the numbers break a bound.
    """
    flat = Element("svg")
    style = SubElement(flat, "style")
    style.text = "\n".join(
        plain_rules("".join(element.itertext()))
        for element in root.iter()
        if _local(element) == "style"
    )
    means = mean_colours(root)
    copier = _Copier(root, SubElement(flat, "g"), means)
    copier.copy_children(root, _Spot(flat, 0, Matrix(), means).group(root))
    return Flat(flat, tuple(copier.layers), copier.left_out)


def pixels(text: str | None) -> float | None:
    """A length in px; None for percentages, em and what is no length."""
    if text is None or not re.match(r"\s*[-+.\d]", text[:_LONGEST_NUMBER]):
        return None
    value = Length(text[:_LONGEST_NUMBER]).value(ppi=PIXELS_PER_INCH)
    return value if isinstance(value, float) else None


def view_box(text: str | None) -> tuple[float, float, float, float] | None:
    """(x, y, width, height) of a viewBox; None if absent, malformed or without area."""
    try:
        x, y, width, height = map(float, (text or "")[:_MAX_VALUE_CHARS].replace(",", " ").split())
    except ValueError:
        return None
    finite = all(map(math.isfinite, (x, y, width, height)))
    return (x, y, width, height) if finite and width > 0 and height > 0 else None


@dataclass(frozen=True)
class _Spot:
    """Where a copy goes: the last child of `target`, `depth` deep, transformed by `matrix`."""

    target: Element
    depth: int
    matrix: Matrix
    means: Mapping[str, str]

    def group(self, source: Element, *transforms: str) -> _Spot:
        """The inside of a new group with the paint of `source`.

        `transforms` apply within the transform of `source` itself.
        """
        element = SubElement(self.target, "g", _common_attributes(source, self.means))
        matrix = self.group_matrix(source, *transforms)
        return _Spot(element, self.depth + 1, matrix, self.means)

    def group_matrix(self, source: Element, *transforms: str) -> Matrix:
        """The matrix inside of such a group."""
        matrix = self.matrix
        for text in (source.get("transform", ""), *transforms):
            matrix = within(matrix, parse_transform(_short(text)))
        return matrix


@dataclass
class _Copier:
    """Copies what is drawn, and keeps count."""

    root: Element
    clips: Element
    means: Mapping[str, str]
    nodes: int = 0
    numbers: int = 0
    by_id: dict[str, Element] = field(init=False)
    in_use: set[int] = field(default_factory=set)
    layers: list[MarkedLayer] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.by_id = {}
        for element in self.root.iter():
            self.by_id.setdefault(element.get("id", ""), element)

    def copy_children(self, source: Element, spot: _Spot) -> None:
        """Append what the children of `source` draw where they stand."""
        self.in_use.add(id(source))
        for child in source:
            kind = _local(child)
            if kind == "use":
                self._copy_use(child, spot)
            elif kind == "svg":
                self._copy_viewport(child, child, spot)
            else:
                self._copy_plain(child, spot)
        self.in_use.discard(id(source))

    def _copy_plain(self, source: Element, spot: _Spot) -> None:
        kind = _local(source)
        if kind == "path" and "d" not in source.attrib:
            return
        if kind in _SHAPES:
            self._count(spot)
            attributes = self._shape_attributes(source)
            own = parse_transform(_short(source.get("transform", "")))
            matrix = within(spot.matrix, own)
            attributes["transform"] = transform_text(matrix)
            shape = SubElement(spot.target, kind, attributes)
            self._look_at_paint(source, _Spot(shape, spot.depth, matrix, self.means))
        elif kind in _GROUPS:
            self._count(spot)
            inside = spot.group(source)
            self._look_at_paint(source, inside)
            if source.get(GROUP_MODE_ATTRIBUTE) == LAYER_MODE and len(self.layers) < MAX_LAYERS - 1:
                self._mark_layer(source, inside.target)
            elif re.fullmatch("[0-9]{1,9}", source.get(GROUP_ATTRIBUTE, "")):
                inside.target.set(GROUP_MARK, source.get(GROUP_ATTRIBUTE, ""))
            self.copy_children(source, inside)
        elif kind in LEFT_OUT:
            self.left_out[LEFT_OUT[kind]] += 1

    def _look_at_paint(self, source: Element, copied: _Spot) -> None:
        """Clip the copy of an element, and count what it loses of its looks."""
        paint = paint_of(source)
        self.left_out.update(lost_looks(paint))
        reference = clip_reference(paint)
        clip = self.by_id.get(reference)
        if not reference:
            return
        usable = (
            clip is not None
            and _local(clip) == "clipPath"
            and clip.get("clipPathUnits") != "objectBoundingBox"
            and id(clip) not in self.in_use
        )
        if clip is None or not usable:
            self.left_out["clip"] += clip is not None
            return
        target = self._add_clip(copied)
        own = parse_transform(_short(clip.get("transform", "")))
        before, self.left_out = self.left_out, Counter()
        matrix = within(copied.matrix, own)
        self.copy_children(clip, _Spot(target, copied.depth, matrix, self.means))
        self.left_out = before

    def _add_clip(self, copied: _Spot) -> Element:
        """A group for the shapes that a copy is clipped to."""
        number = str(len(self.clips))
        copied.target.set(CLIP_MARK, number)
        return SubElement(self.clips, "g", {CLIP_MARK: number, "clip-rule": "nonzero"})

    def _mark_layer(self, source: Element, group: Element) -> None:
        style = dict(each.split(":", 1) for each in group.get("style", "").split(";") if each)
        shown = style.pop("display", group.attrib.pop("display", ""))
        if "style" in group.attrib:
            group.set("style", ";".join(f"{name}:{value}" for name, value in style.items()))
        group.set(LAYER_MARK, str(len(self.layers)))
        locked = source.get(LOCKED_ATTRIBUTE) in ("true", "1")
        name = source.get(LABEL_ATTRIBUTE, source.get("id", ""))
        self.layers.append(MarkedLayer(name, shown.strip() != "none", locked))

    def _copy_use(self, use: Element, spot: _Spot) -> None:
        href = next((use.attrib[key] for key in _HREFS if key in use.attrib), "")
        referred = self.by_id.get(href[1:]) if len(href) > 1 and href[0] == "#" else None
        # A reference to itself, by whatever detour, draws nothing (SVG 2, section 5.6.1).
        if referred is None or id(referred) in self.in_use:
            return
        self._count(spot)
        inside = spot.group(use, _translation(use))
        self._look_at_paint(use, replace(inside, depth=spot.depth, matrix=spot.group_matrix(use)))
        kind = _local(referred)
        if kind in _VIEWPORTS:
            self._copy_viewport(referred, use, inside)
        elif kind == "use":
            self.in_use.add(id(referred))
            self._copy_use(referred, inside)
            self.in_use.discard(id(referred))
        else:
            self._copy_plain(referred, inside)

    def _copy_viewport(self, viewport: Element, sized: Element, spot: _Spot) -> None:
        """A nested <svg>, or a <symbol> with the size its `use` gives it, as a group."""
        self._count(spot)
        box = view_box(viewport.get("viewBox"))
        in_box = (None, None) if box is None else box[2:]
        width, height = (
            pixels(sized.get(side)) or pixels(viewport.get(side)) or in_box[axis]
            for axis, side in enumerate(("width", "height"))
        )
        placed, fitted = _translation(viewport), ""
        if box is not None:
            aspect = viewport.get("preserveAspectRatio", "xMidYMid")[:_LONGEST_NUMBER]
            fitted = Viewbox.viewbox_transform(0.0, 0.0, width, height, *box, aspect)
        inside = spot.group(viewport, placed, fitted)
        if width and height and viewport.get("overflow", "hidden") in ("hidden", "scroll"):
            frame = {"x": "0", "y": "0", "width": repr(width), "height": repr(height)}
            matrix = spot.group_matrix(viewport, placed)
            clip = self._add_clip(inside)
            SubElement(clip, "rect", frame | {"transform": transform_text(matrix)})
        self.copy_children(viewport, inside)

    def _count(self, spot: _Spot) -> None:
        self.nodes += 1
        if self.nodes > MAX_FLAT_NODES:
            raise InputError(
                tr("It draws more than {max_flat_nodes:,} elements.").format(
                    max_flat_nodes=MAX_FLAT_NODES
                )
            )
        if spot.depth > MAX_DEPTH:
            raise InputError(
                tr("It nests its elements more than {max_depth} deep.").format(max_depth=MAX_DEPTH)
            )

    def _shape_attributes(self, source: Element) -> dict[str, str]:
        attributes = _common_attributes(source, self.means)
        for key, value in source.attrib.items():
            if key in _PATH_DATA:
                attributes[key] = words = " ".join(value.split())
                self.numbers += sum(1 for _ in _NUMBER.finditer(words))
                if self.numbers > MAX_NUMBERS:
                    raise InputError(
                        tr("It has more than {max_numbers:,} numbers in paths.").format(
                            max_numbers=MAX_NUMBERS
                        )
                    )
                if _ENDLESS_NUMBER.search(words):
                    raise InputError(tr("It has a number that is too long."))
            elif key in _OWN_LISTS:
                attributes[key] = value
            elif key in _GEOMETRY or key == "clip-rule":
                attributes[key] = _short(value)
        return attributes


def _common_attributes(source: Element, means: Mapping[str, str]) -> dict[str, str]:
    """What a group and a shape have in common: paint, and what style rules look for.

    Args:
        means: colours for gradients; see `svg_gradients`.
    """
    attributes: dict[str, str] = {}
    for key, plain in source.attrib.items():
        value = with_colours(plain, key, means)
        if key in PAINT_PROPERTIES:
            if value != INHERIT:
                attributes[key] = plain_paint(_short(value))
        elif key == "style":
            attributes[key] = plain_declarations(value)
        elif key == "id":
            attributes[key] = _short(value)
        elif key == "class":
            attributes[key] = " ".join(value.split()[:_MOST_CLASSES])
    return attributes


def _translation(element: Element) -> str:
    """The transform of the x and y that a <use> or a nested <svg> stands at."""
    x, y = (pixels(element.get(key)) or 0.0 for key in ("x", "y"))
    return f"translate({x!r} {y!r})"


def _short(value: str) -> str:
    """The value with single spaces; the parser's patterns stall on long runs of anything."""
    words = " ".join(value.split())
    if len(words) > _MAX_VALUE_CHARS or _ENDLESS_NUMBER.search(words):
        raise InputError(tr("It has an attribute that is too long."))
    return words


def _local(element: Element) -> str:
    """The name of an SVG element; empty for the elements of other vocabularies."""
    tag = element.tag
    if tag.startswith(f"{{{SVG_NAMESPACE}}}"):
        return tag[len(SVG_NAMESPACE) + 2 :]
    return "" if tag.startswith("{") else tag
