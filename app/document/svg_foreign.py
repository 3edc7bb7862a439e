"""Other programs' SVG to strokes, through svgelements.

Every subpath becomes a stroke, in drawing order: a Bezier stroke if it has a curve, a polyline
otherwise. A filled shape gives a filled stroke; if it is not stroked, the line is as thin as a line
can be, and if it has several subpaths, so that there may be holes, one line goes round them all.
Transforms, units, view boxes, `use`, and style rules of a single tag, class or id are honoured;
what is hidden is left out, and what a clip path leaves of a line is kept. Text, images, gradients,
dashes and masks have no place in a drawing of strokes; they are counted. A gradient becomes the
mean of its colours.

Inkscape's layers become layers, hidden ones too; a layer in a layer follows the one it is in, with
what that one's state makes of its own. A <g> within becomes a group; see `app.document.svg_groups`.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

import numpy as np
from svgelements import (
    SVG,
    Arc,
    Close,
    Color,
    CubicBezier,
    Group,
    Line,
    Move,
    Path,
    Point,
    QuadraticBezier,
    Rect,
    Shape,
)

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stroke import GRID_STEPS_PER_UNIT, MAX_WIDTH_PX, NO_GROUP, Stroke, to_grid
from app.document.svg_clip import Clipper, ClipShape
from app.document.svg_fills import joined
from app.document.svg_flatten import CLIP_MARK, GROUP_MARK, LAYER_MARK, MarkedLayer, flatten
from app.document.svg_groups import GroupNumbers, Thing, g_of
from app.document.svg_guard import PointBudget
from app.document.svg_own import own_points
from app.document.svg_page import ForeignPage, on_fitting_page, page_of
from app.document.svg_transform import PIXELS_PER_INCH
from app.translation import tr
from engine.errors import InputError
from engine.strokes import FloatArray, bezier_steps, sample_beziers

_HAIRLINE_PX = 1 / GRID_STEPS_PER_UNIT
"""Of the line of what is only filled: not to be seen."""
_HIDDEN = frozenset({"hidden", "collapse"})

Strokes = Iterator[Stroke]
Place = tuple[float, float]
Segment = tuple[Place, ...]
"""The two ends of a straight line, or the four control points of a cubic, in px."""


def foreign_drawing(root: Element) -> tuple[Drawing, Counter[str]]:
    """(the drawing, how many of what is left out) of a tree from `svg_guard.parse_tree`.

    The page is the file's width and height, or its viewBox; without either it is the default one,
    grown until it holds the strokes.

    Args:
        root: <svg>.

    Raises:
        InputError: if it breaks a bound, or svgelements cannot make sense of it.
    """
    try:
        flat = flatten(root)
        page = page_of(root)
        if page is not None:
            flat.root.attrib.update(page.attributes(root.get("preserveAspectRatio")))
        image = SVG.parse(io.BytesIO(tostring(flat.root)), reify=False, ppi=PIXELS_PER_INCH)
        reading = _Reading(page, flat.layers)
        strokes = tuple(reading.read(image))
        layers, active = reading.layers()
        left_out = flat.left_out + reading.left_out
        if page is None:
            return on_fitting_page(Drawing(strokes, layers=layers, active=active)), left_out
        return Drawing(strokes, page.width_px, page.height_px, layers, active), left_out
    except InputError:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # What svgelements trips over in malformed values.
        raise InputError(tr("Its SVG cannot be understood.")) from error


class _Reading:
    """One pass over the groups: strokes on the way, and the layers as they are met.

    Layer 0 is for what lies in no layer.
    """

    def __init__(self, page: ForeignPage | None, marked: tuple[MarkedLayer, ...]) -> None:
        self._page = page
        self._marked = marked
        self._budget = PointBudget()
        self._layers: dict[int, Layer] = {}
        self._clips: dict[str, tuple[ClipShape, ...]] = {}
        self._clipper = Clipper()
        self._groups = GroupNumbers()
        self.left_out: Counter[str] = Counter()

    def read(self, image: Group) -> Strokes:
        """The strokes of a whole file, in the form of `Flat.root`."""
        clips, *rest = (each for each in image if isinstance(each, Group))
        for clip in clips:
            self._clips[_mark(clip, CLIP_MARK)] = tuple(map(_clip_shape, _shapes(clip)))
        opacity = _own_opacity(image)
        yield from self._groups.of_file(g_of(self.thing(group, opacity) for group in rest))

    def thing(
        self,
        group: Group,
        opacity: float = 1.0,
        layer: Layer | None = None,
        clips: tuple[str, ...] = (),
    ) -> Thing:
        """A <g> with the strokes of its shapes.

        Args:
            opacity: what the groups around it, within the layer, come to.
            layer: the one around it.
            clips: names of what they are clipped to.
        """
        opacity *= _own_opacity(group)
        clips += tuple(filter(None, [_mark(group, CLIP_MARK)]))
        mark = _mark(group, LAYER_MARK)
        if mark:
            layer = self._begin(int(mark), opacity, layer)
            opacity = 1.0
        parts: list[Thing] = []
        for element in group:
            if isinstance(element, Group):
                parts.append(self.thing(element, opacity, layer, clips))
            elif isinstance(element, Shape):
                inner = clips + tuple(filter(None, [_mark(element, CLIP_MARK)]))
                strokes = self._of_shape(element, opacity, inner)
                parts.append(Thing(tuple(each.on_layer(self._here(layer).id) for each in strokes)))
        if mark:
            return Thing(tuple(self._groups.grouped(parts)), is_sheet=True)
        return g_of(parts, int(_mark(group, GROUP_MARK) or NO_GROUP))

    def _of_shape(self, shape: Shape, opacity: float, clips: tuple[str, ...]) -> Strokes:
        if str(shape.values.get("visibility")).lower() in _HIDDEN:
            return
        opacity *= _own_opacity(shape)
        regions = [self._clips[clip] for clip in clips]
        for stroke in self._drawn(shape, opacity):
            if regions:
                parts = self._clipper.cut(stroke, regions)
                if stroke.fill is not None and parts != [stroke]:
                    # What is left of an area is not known, only what is left of its edge.
                    self.left_out["clip"] += 1
                yield from parts
            else:
                yield stroke

    def _drawn(self, shape: Shape, opacity: float) -> Strokes:
        """The lines of a shape; what it fills is a stroke by itself unless they can be one."""
        line = _line_style(shape)
        fill = shape.fill
        if not _visible(fill) or _is_background(shape, self._page):
            fill = None
        lines = () if line is None else tuple(_strokes_of(shape, *line, opacity, self._budget))
        if fill is None:
            yield from lines
            return
        as_opaque = line is not None and line[2] == fill.opacity
        if len(lines) == 1 and as_opaque:
            yield lines[0].with_fill(fill.hexrgb if len(lines[0].points) > 2 else None)
            return
        area = (_HAIRLINE_PX, fill.hexrgb, fill.opacity)
        filled = tuple(_strokes_of(shape, *area, opacity, self._budget))
        if len(filled) > 1:
            even_odd = shape.values.get("fill-rule") == "evenodd"
            filled = (joined([stroke.xy for stroke in filled], filled[0], even_odd),)
        yield from (each.with_fill(each.colour) for each in filled if len(each.points) > 2)
        yield from lines

    def layers(self) -> tuple[tuple[Layer, ...], int]:
        """(the layers, at least one; the id of the one to draw on: the highest that can be)."""
        layers = tuple(self._layers.values()) or (Layer(),)
        return layers, next((each for each in layers[::-1] if each.editable), layers[-1]).id

    def _begin(self, mark: int, opacity: float, outer: Layer | None) -> Layer:
        marked = self._marked[mark]
        visible, locked = marked.visible, marked.locked
        if outer is not None:
            visible, locked = visible and outer.visible, locked or outer.locked
            opacity *= outer.opacity
        return self._layers.setdefault(
            mark + 1, Layer(mark + 1, marked.name, visible, locked, opacity)
        )

    def _here(self, layer: Layer | None) -> Layer:
        return self._layers.setdefault(0, Layer()) if layer is None else layer


def _mark(element: Group | Shape, name: str) -> str:
    """A mark that `flatten` put on this very element; svgelements hands attributes down."""
    return str(element.values["attributes"].get(name, ""))


def _shapes(group: Group) -> Iterator[Shape]:
    for element in group:
        if isinstance(element, Group):
            yield from _shapes(element)
        elif isinstance(element, Shape):
            yield element


def _clip_shape(shape: Shape) -> ClipShape:
    outlines: list[FloatArray] = []
    for subpath in _subpaths(Path(shape).reify()):
        corners = [np.array(subpath[0][:1])]
        for segment in subpath:
            line = np.array(segment)
            corners.append(sample_beziers(line[None])[1:] if len(line) == 4 else line[1:])
        outlines.append(np.concatenate(corners))
    return ClipShape.of_outlines(outlines, shape.values.get("clip-rule") == "evenodd")


def _line_style(shape: Shape) -> tuple[float, str, float] | None:
    """(width in px, colour, opacity) of a shape's line; None if there is none to be seen."""
    width_px = abs(float(shape.implicit_stroke_width))
    if not _visible(shape.stroke) or width_px == 0:
        return None
    width_px = min(max(width_px, _HAIRLINE_PX), MAX_WIDTH_PX)
    return width_px, shape.stroke.hexrgb, shape.stroke.opacity


def _visible(paint: Color | None) -> bool:
    return paint is not None and paint.value is not None and paint.opacity > 0


def _is_background(shape: Shape, page: ForeignPage | None) -> bool:
    """Whether it is a rectangle that covers the page: paper, not a line."""
    if page is None or not isinstance(shape, Rect):
        return False
    x0, y0, x1, y1 = map(float, shape.bbox())
    slack = 1.0
    return max(x0, y0) <= slack and x1 >= page.width_px - slack and y1 >= page.height_px - slack


def _own_opacity(element: Group | Shape) -> float:
    """The opacity set on an element itself; svgelements would hand it down like a colour."""
    text = str(element.values["attributes"].get("opacity", "1")).strip()
    try:
        value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        return 1.0
    return min(max(value, 0.0), 1.0)


def _strokes_of(
    shape: Shape, width_px: float, colour: str, alpha: float, opacity: float, budget: PointBudget
) -> Iterator[Stroke]:
    opacity *= alpha
    if round(opacity * GRID_STEPS_PER_UNIT) == 0:
        return
    # A path can take any transform into its points, which not every other shape can.
    for subpath in _subpaths(Path(shape).reify()):
        if any(len(segment) == 4 for segment in subpath):
            beziers = to_grid([_as_cubic(segment) for segment in subpath])
            budget.spend(bezier_steps(beziers).sum() + 1)
            yield Stroke.from_beziers(beziers, width_px, colour, opacity)
        else:
            xy = np.array([subpath[0][0], *(segment[-1] for segment in subpath)])
            budget.spend(len(xy))
            points = own_points(shape.values["attributes"], xy)
            yield Stroke(points, width_px, colour, opacity)


def _subpaths(path: Path) -> Iterator[list[Segment]]:
    """The connected runs of a path, none of them empty; each segment begins where one ended."""
    run: list[Segment] = []
    here: Place = (0.0, 0.0)
    for segment in path:
        if isinstance(segment, Move):
            if run:
                yield run
            run = []
            here = _place(segment.end)
            continue
        pieces = segment.as_cubic_curves() if isinstance(segment, Arc) else (segment,)
        for piece in pieces:
            if piece.end is None or (
                isinstance(piece, Close) and run and _place(piece.end) == here
            ):
                continue
            run.append(_segment(here, piece))
            here = run[-1][-1]
        if isinstance(segment, Close):
            # What follows a close without a move begins a subpath where this one began.
            if run:
                yield run
            run = []
    if run:
        yield run


def _segment(start: Place, segment: Line | Close | CubicBezier | QuadraticBezier) -> Segment:
    end = _place(segment.end)
    if isinstance(segment, CubicBezier):
        return start, _place(segment.control1), _place(segment.control2), end
    if isinstance(segment, QuadraticBezier):
        control = _place(segment.control)
        return start, _between(start, control, 2 / 3), _between(end, control, 2 / 3), end
    return start, end


def _as_cubic(segment: Segment) -> Segment:
    if len(segment) == 4:
        return segment
    start, end = segment
    return start, _between(start, end, 1 / 3), _between(start, end, 2 / 3), end


def _between(start: Place, end: Place, part: float) -> Place:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _place(point: Point) -> Place:
    return float(point.x), float(point.y)
