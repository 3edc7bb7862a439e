from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from drawing_strategies import layered_drawings
from hypothesis import given
from hypothesis import strategies as st

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.stacking import sheets
from app.document.stroke import Stroke
from app.document.svg_own import numbers_of_runs
from app.document.svg_read import Opened, parse_svg
from app.document.svg_write import drawing_to_svg, runs_text

GOLDEN = Path(__file__).parent / "golden" / "v2.svg"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def line(x: float, layer: int) -> Stroke:
    return Stroke.from_polyline([[x, 0], [x + 1, 5]]).on_layer(layer)


LAYERS = (
    Layer(0, "Paper", locked=True),
    Layer(3, 'Figure "A" & <B>', opacity=0.25),
    Layer(2, "Notes", visible=False),
    Layer(9, "Empty"),
)
LAYERED = Drawing(
    (line(1, 3), line(2, 0), line(3, 3), line(4, 2), line(5, 2)), 80, 60, LAYERS, active=2
)


def opened(text: str) -> Opened:
    return parse_svg(text.encode(), "own.svg")


@given(layered_drawings())
def test_any_layers_come_back(drawing: Drawing) -> None:
    again = opened(drawing_to_svg(drawing))
    assert again.is_own
    assert again.drawing == drawing


@given(st.sets(st.integers(0, 60)))
def test_runs(numbers: set[int]) -> None:
    ids = sorted(numbers)
    assert numbers_of_runs(runs_text(ids), 100) == ids


@pytest.mark.parametrize("text", ["5-3", "a", "1-", "-1", "0-999999999", "1 2 x", "1.5", "٣"])
def test_what_are_no_runs(text: str) -> None:
    assert numbers_of_runs(text, 1000) == []


def test_a_single_plain_layer_is_still_version_1() -> None:
    assert 'sw:version="1"' in drawing_to_svg(Drawing((line(1, 0),)))
    assert 'sw:version="2"' in drawing_to_svg(Drawing((line(1, 0),), layers=(Layer(0, "Ink"),)))


class TestGoldenFile:
    """A file as version 2 wrote it. It must open the same for ever: add files, change none."""

    def test_opens_as_it_was_drawn(self) -> None:
        again = opened(GOLDEN.read_text())
        assert again.is_own
        assert again.drawing == LAYERED

    def test_this_version_still_writes_it(self) -> None:
        assert drawing_to_svg(LAYERED) == GOLDEN.read_text()

    def test_other_programs_see_inkscapes_layers(self) -> None:
        groups = ElementTree.parse(GOLDEN).getroot()
        assert [group.get(f"{INKSCAPE}groupmode") for group in groups] == ["layer"] * 4
        assert [group.get(f"{INKSCAPE}label") for group in groups] == [
            layer.name for layer in LAYERS
        ]
        assert [len(group) for group in groups] == [1, 2, 2, 0]
        assert [group.get("style") for group in groups] == [None, None, "display:none", None]
        assert [group.get("opacity") for group in groups] == [None, "0.25", None, None]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('sw:active="2"', 'sw:active="7"'),
        ('sw:layer="9"', 'sw:layer="0"'),
        ('sw:layer="9"', 'sw:layer="nine"'),
        ('sw:order="1"', 'sw:order="0"'),
        ('sw:order="1"', 'sw:order="1-99"'),
        ('style="display:none"', 'style="display:none;fill:red"'),
        ('insensitive="true"', 'insensitive="maybe"'),
        ('opacity="0.25"', 'opacity="25%"'),
        ('groupmode="layer" inkscape:label="Empty"', 'groupmode="sub" inkscape:label="Empty"'),
    ],
)
def test_edited_elsewhere_it_is_read_as_another_programs(old: str, new: str) -> None:
    text = drawing_to_svg(LAYERED)
    assert text.count(old) == 1
    again = opened(text.replace(old, new))
    assert not again.is_own
    assert [len(sheet.ids) for sheet in sheets(again.drawing)][:3] == [1, 2, 2]


INKSCAPES = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="80"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
 xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd">
<g inkscape:groupmode="layer" inkscape:label="Back" sodipodi:insensitive="true" id="layer1"
   style="opacity:0.5;display:inline" transform="translate(5 6)" stroke="red">
  <path d="M 1 2 L 3 4"/>
  <g opacity="0.5"><path d="M 1 2 L 3 9"/></g>
  <g inkscape:groupmode="layer" inkscape:label="Inner" opacity="0.5">
    <path d="M 1 2 L 3 5"/>
  </g>
</g>
<path d="M 7 7 L 8 8" stroke="blue"/>
<g inkscape:groupmode="layer" id="layer3" style="display:none;stroke:lime">
  <path d="M 0 0 L 9 9"/></g>
<g style="display:none" stroke="red"><path d="M 1 1 L 2 2"/></g>
</svg>"""


def test_inkscapes_layers() -> None:
    drawing = opened(INKSCAPES).drawing
    assert [replace(layer, id=0) for layer in drawing.layers] == [
        Layer(0, "Back", locked=True, opacity=0.5),
        Layer(0, "Inner", locked=True, opacity=0.25),
        Layer(0, "Layer 1"),
        Layer(0, "layer3", visible=False),
    ]
    assert drawing.active_layer.name == "Layer 1"
    names = [drawing.layer(stroke.layer).name for stroke in drawing.strokes]
    assert names == ["Back", "Back", "Inner", "Layer 1", "layer3"]
    assert [stroke.opacity for stroke in drawing.strokes] == [1, 0.5, 1, 1, 1]
    assert [stroke.colour for stroke in drawing.strokes[2:]] == ["#ff0000", "#0000ff", "#00ff00"]
    assert drawing.strokes[0].xy.tolist() == [[6, 8], [8, 10]]
