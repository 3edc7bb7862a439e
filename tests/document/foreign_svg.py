"""SVG files as other programs write them, made up: some of every kind, the same in every run.

`generate()` gives name and text of each. The kinds of `LINES` consist of what a drawing of strokes
can hold; those of `LOSSY` have something that is left out, and say how many of what.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

SVG = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
INKSCAPE = (
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'
)
PER_KIND = 10
COLOURS = ("#c0392b", "#2980b9", "#27ae60", "black", "#333", "purple", "rgb(200, 90, 0)")


@dataclass(frozen=True)
class ForeignFile:
    """Attributes:
    left_out: how many of what a drawing of strokes cannot hold, by name.
    """

    name: str
    text: str
    left_out: dict[str, int] = field(default_factory=dict)


class Pen:
    """Draws random lines; `chance` makes every choice."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def number(self, low: float, high: float) -> str:
        return f"{self.chance.uniform(low, high):.2f}".rstrip("0").rstrip(".")

    def colour(self) -> str:
        return self.chance.choice(COLOURS)

    def line(self, low: float = 20, high: float = 180) -> str:
        """Path data of a line with a curve."""
        x, y = self.number(low, high), self.number(low, high)
        points = " ".join(self.number(low, high) for _ in range(6))
        return f"M {x} {y} C {points} L {self.number(low, high)} {self.number(low, high)}"

    def path(self, more: str = "", low: float = 20, high: float = 180) -> str:
        return (
            f'<path d="{self.line(low, high)}" fill="none" stroke="{self.colour()}" '
            f'stroke-width="{self.number(1, 4)}" {more}/>'
        )

    def paths(self, count: int = 4, more: str = "") -> str:
        return "".join(self.path(more) for _ in range(count))

    def transform(self) -> str:
        return self.chance.choice(
            (
                f"translate({self.number(-30, 30)},{self.number(-30, 30)})",
                f"rotate({self.number(-90, 90)} 100 100)",
                f"scale({self.number(0.5, 1.2)})",
                f"scale({self.number(0.6, 1)} {self.number(0.6, 1)})",
                f"skewX({self.number(-20, 20)})",
                f"skewY({self.number(-20, 20)})",
                f"matrix(0.9 {self.number(-0.2, 0.2)} {self.number(-0.2, 0.2)} 0.9 5 8)",
                f"translate(100 100) rotate({self.number(0, 360)}) translate(-100,-100)",
            )
        )


def page(content: str, more: str = "") -> str:
    return (
        f'<svg {SVG} {XLINK} width="200" height="200" viewBox="0 0 200 200" {more}>{content}</svg>'
    )


def transforms(pen: Pen) -> str:
    inner = "".join(pen.path(f'transform="{pen.transform()}"') for _ in range(3))
    return page(
        f'<g transform="{pen.transform()}">{inner}<g transform="{pen.transform()} '
        f'{pen.transform()}">{pen.paths(2)}</g></g>'
    )


def units(pen: Pen) -> str:
    unit, per_inch = pen.chance.choice(
        (("mm", 25.4), ("cm", 2.54), ("in", 1), ("pt", 72), ("pc", 6), ("px", 96))
    )
    side = 200 / 96 * per_inch
    lines = "".join(
        f'<line x1="{pen.chance.uniform(0.1, 0.9) * side:.4f}{unit}" y1="{0.1 * side:.4f}{unit}" '
        f'x2="{pen.chance.uniform(0.1, 0.9) * side:.4f}{unit}" y2="{0.9 * side:.4f}{unit}" '
        f'stroke="{pen.colour()}" stroke-width="{0.01 * side:.4f}{unit}"/>'
        for _ in range(4)
    )
    circle = f'<circle cx="{side / 2:.4f}{unit}" cy="{side / 2:.4f}{unit}" r="{side / 4:.4f}{unit}"'
    return (
        f'<svg {SVG} width="{side:.4f}{unit}" height="{side:.4f}{unit}">{lines}'
        f'{circle} fill="none" stroke="navy" stroke-width="2px"/></svg>'
    )


def view_boxes(pen: Pen) -> str:
    width, height = pen.chance.choice(((400, 200), (200, 300), (150, 150), (300, 200)))
    aspect = pen.chance.choice(
        ("", "none", "xMinYMin meet", "xMaxYMax meet", "xMidYMid slice", "xMinYMax slice")
    )
    attribute = f'preserveAspectRatio="{aspect}"' if aspect else ""
    shift = pen.chance.choice((0, -20, 15))
    return (
        f'<svg {SVG} width="{width}" height="{height}" viewBox="{shift} {shift} 200 200" '
        f"{attribute}>{pen.paths(5)}</svg>"
    )


def groups(pen: Pen) -> str:
    text = pen.paths(1)
    for _ in range(5):
        paint = f'stroke="{pen.colour()}" stroke-width="{pen.number(1, 4)}" fill="none"'
        text = f'<g {paint} opacity="{pen.number(0.7, 1)}"><path d="{pen.line()}"/>{text}</g>'
    return page(text)


def clips(pen: Pen) -> str:
    shape = pen.chance.choice(
        (
            '<rect x="40" y="50" width="110" height="90"/>',
            '<circle cx="100" cy="100" r="70"/>',
            '<path d="M100 20 L180 170 L20 170 Z"/>',
            '<polygon points="30,30 170,40 150,170 50,150" transform="rotate(10 100 100)"/>',
            (
                '<rect x="20" y="20" width="70" height="160"/>'
                '<rect x="120" y="40" width="60" height="60"/>'
            ),
        )
    )
    return page(
        f'<defs><clipPath id="c" transform="{pen.chance.choice(("", "translate(5 5)"))}">{shape}'
        f'</clipPath></defs><g clip-path="url(#c)">{pen.paths(4)}</g>'
        + pen.path('style="clip-path:url(#c)" transform="translate(4 4)"')
    )


def arcs(pen: Pen) -> str:
    text = ""
    for _ in range(4):
        rx, ry, turn = pen.number(15, 60), pen.number(15, 60), pen.number(0, 90)
        large, sweep = pen.chance.choice("01"), pen.chance.choice("01")
        text += (
            f'<path d="M{pen.number(40, 160)},{pen.number(40, 160)}a{rx} {ry} {turn} {large}{sweep}'
            f'{pen.number(-40, 40)} {pen.number(-40, 40)}" fill="none" stroke="{pen.colour()}" '
            'stroke-width="2"/>'
        )
    ellipse = f'<ellipse cx="100" cy="100" rx="{pen.number(20, 90)}" ry="{pen.number(20, 90)}"'
    return page(f'{text}{ellipse} fill="none" stroke="teal" stroke-width="3"/>')


def css(pen: Pen) -> str:
    rules = (
        f"path {{ fill: none; stroke: {pen.colour()}; stroke-width: 2px }}"
        f".thick {{ stroke-width: {pen.number(3, 5)} }} /* a comment {{ }} */"
        f".red, .warm {{ stroke: red; stroke-opacity: {pen.number(0.5, 1)} }}"
        f"#one {{ stroke: rgb(10%, 20%, 80%); }} circle.ring {{ fill: none; stroke: #0a0 }}"
        "@media print { path { stroke: none } }"
    )
    return page(
        f"<style><![CDATA[{rules}]]></style>"
        f'<path d="{pen.line()}"/><path class="thick" d="{pen.line()}"/>'
        f'<path class="red thick" d="{pen.line()}"/><path id="one" d="{pen.line()}"/>'
        f'<circle class="ring" cx="100" cy="100" r="{pen.number(20, 80)}"/>'
        f'<path class="warm" style="stroke:#00c;stroke-width:{pen.number(1, 3)}" d="{pen.line()}"/>'
    )


def uses(pen: Pen) -> str:
    defs = (
        f'<defs><g id="g" fill="none" stroke-width="2"><path d="{pen.line(0, 60)}"/>'
        '<rect x="5" y="5" width="40" height="30"/></g>'
        f'<symbol id="s" viewBox="0 0 50 50"><path d="{pen.line(2, 48)}" fill="none" '
        'stroke="green" stroke-width="2"/></symbol></defs>'
    )
    placed = "".join(
        f'<use {pen.chance.choice(("xlink:href", "href"))}="#g" x="{pen.number(0, 120)}" '
        f'y="{pen.number(0, 120)}" stroke="{pen.colour()}"/>'
        for _ in range(3)
    )
    size = pen.chance.choice((60, 80, 100))
    return page(
        f'{defs}{placed}<use xlink:href="#s" x="80" y="70" width="{size}" height="{size}"/>'
    )


def inkscapes(pen: Pen) -> str:
    style = "fill:none;stroke:%s;stroke-width:%s;stroke-linecap:butt;stroke-miterlimit:4"
    layers = ""
    for i in range(3):
        label = f'inkscape:groupmode="layer" id="layer{i}" inkscape:label="Ebene {i}"'
        paths = "".join(
            f'<path style="{style % (pen.colour(), pen.number(1, 3))}" d="{pen.line()}" '
            f'id="path{i}{k}" inkscape:connector-curvature="0" sodipodi:nodetypes="cc"/>'
            for k in range(2)
        )
        hidden = "display:none" if i == 2 and pen.chance.random() < 0.5 else "display:inline"
        layers += (
            f'<g {label} style="{hidden};opacity:{pen.number(0.5, 1)}" '
            f'transform="{pen.transform()}">{paths}</g>'
        )
    head = '<sodipodi:namedview id="base" pagecolor="#ffffff"/><metadata id="m"><x/></metadata>'
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<svg {SVG} {INKSCAPE} '
        f'width="210mm" height="210mm" viewBox="0 0 210 210" version="1.1">{head}{layers}</svg>'
    )


def illustrators(pen: Pen) -> str:
    style = "".join(
        f".st{i}{{fill:none;stroke:{pen.colour()};stroke-width:{pen.number(1, 3)};}}\n"
        for i in range(3)
    )
    paths = "".join(
        f'<path class="st{pen.chance.randrange(3)}" d="{pen.line()}"/>' for _ in range(5)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator: an illustrator -->\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
        f'<svg version="1.1" id="Layer_1" {SVG} x="0px" y="0px" width="200px" height="200px" '
        f'viewBox="0 0 200 200" style="enable-background:new 0 0 200 200;" xml:space="preserve">'
        f'<style type="text/css">{style}</style><switch><g>{paths}</g></switch></svg>'
    )


def path_commands(pen: Pen) -> str:
    text = ""
    for _ in range(3):
        n = pen.number
        data = (
            f"M{n(40, 80)} {n(40, 80)}h{n(5, 30)}v{n(5, 30)}l{n(-20, 20)}-10"
            f"q{n(-20, 20)} {n(-20, 20)},{n(10, 30)} {n(10, 30)}t{n(5, 20)},5"
            f"c5 {n(-9, 9)} 10-5 {n(10, 30)} 3s10-4 8,{n(5, 20)}z"
            f"m{n(5, 30)} {n(5, 30)} 20 0 0 20H{n(20, 150)}V{n(20, 150)}T{n(40, 150)} 99"
        )
        text += f'<path d="{data}" fill="none" stroke="{pen.colour()}" stroke-width="1.5"/>'
    return page(text)


def shapes(pen: Pen) -> str:
    n = pen.number
    points = [f"{n(20, 180)},{n(20, 180)}" for _ in range(6)]
    return page(
        f'<g fill="none" stroke="{pen.colour()}" stroke-width="2">'
        f'<polyline points="{" ".join(points)}"/><polygon points="{" ".join(points[:3])}"/>'
        f'<rect x="{n(10, 60)}" y="{n(10, 60)}" width="{n(40, 120)}" height="{n(40, 120)}" '
        f'rx="{n(0, 20)}"/><rect x="{n(10, 60)}" y="{n(10, 60)}" width="60" height="70"/>'
        f'<circle cx="{n(60, 140)}" cy="{n(60, 140)}" r="{n(10, 50)}"/>'
        f'<line x1="{n(10, 190)}" y1="{n(10, 190)}" x2="{n(10, 190)}" y2="{n(10, 190)}"/></g>'
    )


def nested(pen: Pen) -> str:
    n = pen.number
    inside = f'<svg x="{n(0, 60)}" y="{n(0, 60)}" width="120" height="100" viewBox="0 0 200 200">'
    beyond = pen.path(low=-80, high=280)
    return page(f"{pen.paths(2)}{inside}{pen.paths(3)}{beyond}</svg>")


def colours(pen: Pen) -> str:
    names = (
        "currentColor",
        "hsl(210, 60%, 40%)",
        "#0a0f",
        "#11223380",
        "rgba(200,0,0,0.6)",
        "darkslateblue",
        "inherit",
        "RGB(0,128,128)",
    )
    paths = "".join(
        f'<path d="{pen.line()}" stroke="{pen.chance.choice(names)}"/>' for _ in range(5)
    )
    return page(f'<g color="#a04000" stroke="#404040" fill="none" stroke-width="2">{paths}</g>')


def opacities(pen: Pen) -> str:
    text = ""
    for _ in range(4):
        a, b, c = (pen.number(0.3, 1) for _ in range(3))
        path = pen.path(f'stroke-opacity="{a}" opacity="{b}"')
        text += f'<g opacity="{c}">{path}</g>'
    return page(text)


def exports(pen: Pen) -> str:
    """As the design tools of the web write it."""
    return (
        f'<svg width="200px" height="200px" viewBox="0 0 200 200" version="1.1" {SVG} {XLINK}>'
        "<title>Artboard</title><desc>Created with a tool.</desc>"
        f'<defs><path d="{pen.line()}" id="path-1"></path></defs>'
        '<g id="Page-1" stroke="none" stroke-width="1" fill="none" fill-rule="evenodd">'
        f'<g id="Icon" transform="translate({pen.number(-10, 10)}, 4)" stroke="{pen.colour()}" '
        f'stroke-width="{pen.number(1, 4)}" stroke-linecap="round" stroke-linejoin="round">'
        f'<use xlink:href="#path-1"></use><path d="{pen.line()}"></path>'
        f'<polyline points="20 20 100 {pen.number(20, 180)} 180 20"></polyline></g></g></svg>'
    )


def hidden(pen: Pen) -> str:
    return page(
        pen.paths(3)
        + pen.path('display="none"')
        + pen.path('visibility="hidden"')
        + f'<g style="display:none">{pen.paths(2)}</g><g visibility="hidden">{pen.paths(1)}'
        + pen.path('visibility="visible"')
        + f"</g><defs>{pen.paths(2)}</defs>"
    )


def texts(pen: Pen) -> str:
    return page(
        f'{pen.paths(3)}<text x="{pen.number(20, 100)}" y="{pen.number(40, 180)}" font-size="12" '
        'font-family="sans-serif">Figure <tspan font-weight="bold">one</tspan></text>'
        f'<text x="30" y="30" transform="rotate(20)" font-size="9">label</text>'
    )


def gradients(pen: Pen) -> str:
    stops = '<stop offset="0" stop-color="#820"/><stop offset="1" style="stop-color:#028"/>'
    return page(
        f'<defs><linearGradient id="l">{stops}</linearGradient></defs>{pen.paths(2)}'
        f'<path d="{pen.line()}" fill="none" stroke="url(#l)" stroke-width="2"/>'
    )


def fills(pen: Pen) -> str:
    """Areas, some with holes: what icons are made of."""
    n = pen.number
    star = " ".join(f"{n(20, 180)},{n(20, 180)}" for _ in range(5))
    hole = "M60 60h30v30h-30z" if pen.chance.random() < 0.5 else "M60 60v30h30v-30z"
    rule = pen.chance.choice(("evenodd", "nonzero"))
    return page(
        f'<circle cx="{n(60, 140)}" cy="{n(60, 140)}" r="{n(20, 60)}" fill="{pen.colour()}"/>'
        f'<path d="M30 30h90v90h-90z{hole}" fill="{pen.colour()}" fill-rule="{rule}" '
        f'fill-opacity="{n(0.5, 1)}"/>'
        f'<path d="{pen.line()} Z" fill="{pen.colour()}" stroke="black" stroke-width="2"/>'
        f'<polygon points="{star}" fill="#999" opacity="{n(0.5, 1)}"/>{pen.paths(2)}'
    )


def box_clips(pen: Pen) -> str:
    return page(
        '<clipPath id="b" clipPathUnits="objectBoundingBox"><rect width="0.9" height="1"/>'
        f"</clipPath>{pen.paths(3)}" + pen.path('clip-path="url(#b)"')
    )


def dashes(pen: Pen) -> str:
    return page(pen.paths(3) + pen.path('stroke-dasharray="6 3"'))


Kind = Callable[[Pen], str]
LINES: tuple[Kind, ...] = (
    transforms, units, view_boxes, groups, clips, arcs, css, uses, inkscapes, illustrators,
    path_commands, shapes, nested, colours, opacities, exports, hidden, fills,
)  # fmt: skip
LOSSY: dict[Kind, dict[str, int]] = {
    texts: {"text": 2},
    gradients: {"gradient": 1},
    dashes: {"dash": 1},
    box_clips: {"clip": 1},
}


def generate() -> Iterator[ForeignFile]:
    """All files."""
    for kind in (*LINES, *LOSSY):
        for number in range(PER_KIND):
            seed = f"{kind.__name__} {number}"
            text = kind(Pen(random.Random(seed)))
            yield ForeignFile(f"{kind.__name__}-{number}", text, LOSSY.get(kind, {}))
