"""Groups of other programs' files: a <g> among other things is one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.grouping import grouped, with_their_groups
from app.document.stroke import Stroke
from app.document.svg_guard import MAX_DEPTH
from app.document.svg_read import parse_svg
from app.document.svg_write import drawing_to_svg
from engine.errors import InputError

NAMES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
    'xmlns:sw="urn:strokewise:ns:1"'
)

PAPER = '<rect width="100" height="80" fill="#fff" stroke="none"/>'


def read(body: str) -> Drawing:
    text = f'<svg {NAMES} width="100" height="80" stroke="#000" fill="none">{body}</svg>'
    opened = parse_svg(text.encode(), "other.svg")
    assert not opened.is_own
    return opened.drawing


def lines(*places: float) -> str:
    return "".join(f'<path d="M{x} 2h5"/>' for x in places)


def layer(name: str, body: str) -> str:
    return f'<g inkscape:groupmode="layer" inkscape:label="{name}">{body}</g>'


def groups(drawing: Drawing) -> list[int]:
    return [stroke.group for stroke in drawing.strokes]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<g>{lines(1, 2)}</g>{lines(3)}", [1, 1, 0]),
        (f"{lines(1)}<g>{lines(2, 3)}</g><g>{lines(4, 5)}</g>", [0, 1, 1, 2, 2]),
        # All within is one group, however it is nested.
        (f"{lines(1)}<g>{lines(2)}<g>{lines(3)}<g>{lines(4)}</g></g></g>", [0, 1, 1, 1]),
        # One stroke is no group.
        (f"<g>{lines(1)}</g><g><g>{lines(2)}</g></g>{lines(3)}", [0, 0, 0]),
        # What holds everything hands its transform down and is no group.
        (f'<g transform="scale(2)"><g id="all">{lines(1, 2)}</g></g>', [0, 0]),
        (f"<g><g><g>{lines(1, 2)}</g><g>{lines(3, 4)}</g></g></g>", [1, 1, 2, 2]),
        # Nor does what is not seen count beside it: paper, what is hidden, what is empty.
        (
            f'{PAPER}<g/><g display="none">{lines(8)}</g><g><g>{lines(1, 2)}</g>{lines(3)}</g>',
            [1, 1, 0],
        ),
        # Several subpaths of a shape are no group by themselves.
        (f'<path d="M1 1h2M4 4h2"/>{lines(5)}', [0, 0, 0]),
        (f"{lines(9)}<a>{lines(1, 2)}</a><switch>{lines(3, 4)}</switch>", [0, 1, 1, 2, 2]),
    ],
)
def test_which_are_groups(body: str, expected: list[int]) -> None:
    assert groups(read(body)) == expected


def test_each_use_is_a_group_of_its_own() -> None:
    drawing = read(
        f'<defs><g id="tree">{lines(1, 2)}</g></defs><use xlink:href="#tree"/>'
        f'<use xlink:href="#tree" x="30"/>{lines(70)}'
    )
    assert groups(drawing) == [1, 1, 2, 2, 0]
    assert drawing.strokes[2].xy[0].tolist() == [31, 2]


class TestWithLayers:
    def test_a_group_in_a_layer_is_one_though_it_is_alone_there(self) -> None:
        drawing = read(
            layer("below", f"<g>{lines(1, 2)}</g>") + layer("above", f"{lines(3)}<g>{lines(4)}</g>")
        )
        assert groups(drawing) == [1, 1, 0, 0]
        assert [each.name for each in drawing.layers] == ["below", "above"]
        assert [stroke.layer for stroke in drawing.strokes] == [1, 1, 2, 2]

    def test_what_holds_layers_is_no_group(self) -> None:
        inner = layer("inner", f"<g>{lines(2, 3)}</g>{lines(4)}")
        drawing = read(f"<g>{lines(1)}{inner}{lines(5)}</g>{lines(6)}")
        assert groups(drawing) == [0, 1, 1, 0, 0, 0]
        assert len({stroke.layer for stroke in drawing.strokes}) == 2

    def test_a_layer_in_a_layer(self) -> None:
        drawing = read(layer("outer", layer("inner", f"<g>{lines(1, 2)}</g>") + lines(3, 4)))
        assert groups(drawing) == [1, 1, 0, 0]


def test_as_another_program_saves_it() -> None:
    """What a vector program makes of a drawing of two objects, one of them two shapes."""
    drawing = read(
        """<sodipodi:namedview inkscape:zoom="1"/><defs/>
        <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1">
          <g id="g12" transform="rotate(30 20 20)" style="stroke:#ff0000;stroke-width:2">
            <circle cx="20" cy="20" r="8" id="c"/>
            <g id="g14" opacity="0.5"><rect x="30" y="5" width="9" height="9" id="r"/></g>
          </g>
          <path d="m 60,60 c 1,2 3,4 9,9" id="p"/>
        </g>"""
    )
    circle, square, curve = drawing.strokes
    assert (circle.group, square.group, curve.group) == (1, 1, 0)
    assert (circle.colour, circle.width_px) == ("#ff0000", 2)
    assert square.opacity == 0.5
    assert with_their_groups(drawing, [0]) == {0, 1}


class TestRoundTrip:
    def test_our_own_file_keeps_them(self, tmp_path: Path) -> None:
        body = f"<g>{lines(1, 2)}</g>{lines(3)}" + layer("top", f"<g>{lines(4, 5)}</g>{lines(6)}")
        drawing = read(body)
        assert groups(drawing) == [2, 2, 0, 1, 1, 0]
        for name in ("a.svg", "a.strokewise"):
            document = Document(drawing)
            document.save(tmp_path / name)
            document.open(tmp_path / name)
            assert document.drawing == drawing

    def test_our_file_that_another_program_has_changed(self) -> None:
        """Groups keep together, though their pieces are apart and something lies beside all."""
        strokes = [Stroke.from_polyline([(x, 0), (x, 9)]) for x in range(6)]
        drawing = grouped(grouped(Drawing(tuple(strokes)), [0, 2, 4]), [1, 3])
        text = drawing_to_svg(drawing)
        edited = text.replace("</svg>", '<g id="new"><path d="M0 0h9" stroke="#000"/></g></svg>')
        again = parse_svg(edited.encode(), "a.svg")
        assert not again.is_own
        one, other = groups(again.drawing)[:2]
        assert groups(again.drawing) == [one, other, one, other, one, 0, 0]
        assert 0 not in (one, other)
        assert one != other

    @pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 10])
    def test_an_own_number_that_is_none(self, number: str) -> None:
        assert groups(read(f'<g sw:group="{number}">{lines(1, 2)}</g>{lines(3)}')) == [1, 1, 0]


def test_deep_nesting_is_bounded_and_quick() -> None:
    deep = MAX_DEPTH - 5
    drawing = read(lines(0) + f"<g>{lines(1)}" * deep + "</g>" * deep)
    assert groups(drawing) == [0] + [1] * deep
    with pytest.raises(InputError, match="deep"):
        read("<g>" * 2 * MAX_DEPTH + lines(1, 2) + "</g>" * 2 * MAX_DEPTH)


def test_order_and_neighbours_stay() -> None:
    """Groups are read as they are drawn, none is torn or joined."""
    drawing = read("".join(f"<g>{lines(x, x + 1)}</g>" for x in range(0, 60, 3)))
    assert [stroke.xy[0, 0] for stroke in drawing.strokes] == sorted(
        x + i for x in range(0, 60, 3) for i in (0, 1)
    )
    pairs = list(pairwise(groups(drawing)))
    assert all(a == b for a, b in pairs[::2])
    assert all(a < b for a, b in pairs[1::2])
