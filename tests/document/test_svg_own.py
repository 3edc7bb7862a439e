from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from drawing_strategies import drawings
from hypothesis import given

from app.document.drawing import Drawing
from app.document.stroke import Stroke
from app.document.svg_format import NAMESPACE
from app.document.svg_read import open_svg, parse_svg, read_svg
from app.document.svg_write import drawing_to_svg, number_text, write_svg
from engine.errors import InputError

GOLDEN = Path(__file__).parent / "golden" / "v1.svg"

HAND = Stroke(
    np.array([[10, 20.5, 0.25, 0], [11.125, 21, 0.5, 0.008], [-3, 0.001, 1, 0.016]]), 3, "#12abef"
)
MOUSE = Stroke.from_polyline([[0, 0], [100, 50.1], [100, 50.1]], 2.5, "#000000", 0.4)
DOT = Stroke.from_polyline([[7, 8]])
NO_LENGTH = Stroke.from_polyline([[7, 8], [7, 8]])
CURVE = Stroke.from_beziers(
    [[[0, 0], [1.5, 2], [3, 4], [5, 6]], [[5, 6], [7, 8], [9, 10], [11.111, 12]]], 1, "#ff0000"
)
SHIFT = np.array([100.0, -10.0])
EVERY_KIND = Drawing((HAND, MOUSE, DOT, NO_LENGTH, CURVE), 300.5, 200)


def back(drawing: Drawing) -> Drawing:
    opened = parse_svg(drawing_to_svg(drawing).encode(), "own.svg")
    assert opened.is_own
    return opened.drawing


class TestExactly:
    @given(drawings())
    def test_any_drawing(self, drawing: Drawing) -> None:
        assert back(drawing) == drawing

    @pytest.mark.parametrize("drawing", [Drawing(), EVERY_KIND])
    def test_files(self, drawing: Drawing, tmp_path: Path) -> None:
        write_svg(tmp_path / "a.svg", drawing)
        assert read_svg(tmp_path / "a.svg") == drawing
        assert open_svg(tmp_path / "a.svg").is_own

    def test_a_dot_is_not_a_line_without_length(self) -> None:
        again = back(EVERY_KIND)
        assert [len(stroke.points) for stroke in again.strokes[2:4]] == [1, 2]

    def test_samples_of_curves_are_the_same(self) -> None:
        assert np.array_equal(back(Drawing((CURVE,))).strokes[0].points, CURVE.points)

    def test_10000_points(self) -> None:
        generator = np.random.default_rng(0)
        points = generator.uniform(0, 1, (10_000, 4)) * [1e4, 1e4, 1, 60]
        drawing = Drawing((Stroke(points),))
        assert back(drawing) == drawing

    def test_2000_strokes_in_order(self) -> None:
        generator = np.random.default_rng(1)
        lines = generator.uniform(0, 1, (2000, 50, 4)) * [1e3, 1e3, 1, 1]
        drawing = Drawing(tuple(map(Stroke, lines)))
        assert back(drawing) == drawing

    def test_writing_again_gives_the_same_text(self) -> None:
        assert drawing_to_svg(back(EVERY_KIND)) == drawing_to_svg(EVERY_KIND)


class TestCleanText:
    def test_one_path_per_stroke_in_drawing_order(self) -> None:
        root = ElementTree.fromstring(drawing_to_svg(EVERY_KIND))
        (group,) = root
        assert [element.tag.rpartition("}")[2] for element in group] == ["path"] * 5
        assert [element.get("stroke") for element in group] == [
            stroke.colour for stroke in EVERY_KIND.strokes
        ]
        assert [element.get("d") for element in group] == [
            "M 10 20.5 L 11.125 21 -3 0.001",
            "M 0 0 L 100 50.1 100 50.1",
            "M 7 8 L 7 8",
            "M 7 8 L 7 8",
            "M 0 0 C 1.5 2 3 4 5 6 7 8 9 10 11.111 12",
        ]

    def test_page_and_style(self) -> None:
        root = ElementTree.fromstring(drawing_to_svg(EVERY_KIND))
        assert root.get("viewBox") == "0 0 300.5 200"
        assert (root.get("width"), root.get("height")) == ("300.5", "200")
        assert root[0].attrib == {
            "fill": "none",
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        }

    def test_pressure_and_time_only_where_there_are_any(self) -> None:
        paths = ElementTree.fromstring(drawing_to_svg(EVERY_KIND))[0]
        pressure, time = (f"{{{NAMESPACE}}}{name}" for name in ("pressure", "time"))
        assert paths[0].get(pressure) == "0.25 0.5 1"
        assert paths[0].get(time) == "0 0.008 0.016"
        assert paths[2].get(pressure) == "0.5"
        for path in (paths[1], paths[3], paths[4]):
            assert pressure not in path.attrib
            assert time not in path.attrib

    def test_opacity_only_where_it_is_not_full(self) -> None:
        paths = ElementTree.fromstring(drawing_to_svg(EVERY_KIND))[0]
        assert [path.get("stroke-opacity") for path in paths] == [None, "0.4", None, None, None]

    @given(drawings())
    def test_decimals_are_short(self, drawing: Drawing) -> None:
        text = drawing_to_svg(drawing)
        numbers = re.findall(r"-?\d+\.\d+", text.split("<g", 1)[1])
        assert all(re.fullmatch(r"-?\d+\.\d{0,2}[1-9]", number) for number in numbers)
        assert "e-" not in text.split("<g", 1)[1].replace("stroke-", "")

    def test_numbers(self) -> None:
        texts = [number_text(value) for value in (0.0, 1.0, -1.5, 0.001, 1e6, 100.0)]
        assert texts == ["0", "1", "-1.5", "0.001", "1000000", "100"]


class TestGoldenFile:
    """A file as version 1 wrote it. It must open the same for ever: add files, change none."""

    def test_opens_as_it_was_drawn(self) -> None:
        assert read_svg(GOLDEN) == EVERY_KIND

    def test_this_version_still_writes_it(self) -> None:
        assert drawing_to_svg(EVERY_KIND) == GOLDEN.read_text()


def edited(drawing: Drawing, old: str, new: str) -> Drawing:
    text = drawing_to_svg(drawing)
    assert text.count(old) == 1
    return parse_svg(text.replace(old, new).encode(), "edited.svg").drawing


class TestEditedElsewhere:
    def test_a_point_more_gives_the_default_pressure(self) -> None:
        stroke = edited(Drawing((HAND,)), "L 11.125", "L 5 5 11.125").strokes[0]
        assert stroke.xy.tolist() == [[10, 20.5], [5, 5], [11.125, 21], [-3, 0.001]]
        assert (stroke.pressure == 0.5).all()
        assert not stroke.time_s.any()
        assert (stroke.width_px, stroke.colour) == (3, "#12abef")

    @pytest.mark.parametrize(
        "new", ['sw:pressure="thick"', 'sw:pressure=""', 'sw:pressure="1 1"', ""]
    )
    def test_spoilt_pressures_leave_the_times(self, new: str) -> None:
        stroke = edited(Drawing((HAND,)), 'sw:pressure="0.25 0.5 1"', new).strokes[0]
        assert np.array_equal(stroke.xy, HAND.xy)
        assert (stroke.pressure == 0.5).all()
        assert np.array_equal(stroke.time_s, HAND.time_s)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("M 10 20.5 L 11.125 21 -3 0.001", "M10,20.5L11.125,21-3,.001"),
            ("M 10 20.5 L 11.125 21 -3 0.001", "m 10 20.5 l 1.125 .5 -14.125 -20.999"),
            ("<g ", "<g><g "),
            ('<path d="M 10', '<title>a line</title><path d="M 10'),
        ],
    )
    def test_another_form_of_the_same_keeps_pressure_and_time(self, old: str, new: str) -> None:
        text = drawing_to_svg(Drawing((HAND,)))
        text = text.replace(old, new)
        if new == "<g><g ":
            text = text.replace("</g>", "</g></g>")
        opened = parse_svg(text.encode(), "edited.svg")
        assert opened.drawing == Drawing((HAND,))
        assert not opened.is_own

    def test_a_moved_group_moves_the_strokes(self) -> None:
        drawing = edited(EVERY_KIND, "<g ", '<g transform="translate(100 -10)" ')
        assert len(drawing.strokes) == 5
        np.testing.assert_allclose(drawing.strokes[0].xy, HAND.xy + SHIFT, atol=1e-3)
        assert np.array_equal(drawing.strokes[0].pressure, HAND.pressure)
        assert [len(stroke.points) for stroke in drawing.strokes[2:4]] == [1, 2]
        assert drawing.strokes[4].beziers is not None
        np.testing.assert_allclose(drawing.strokes[4].beziers, CURVE.beziers + SHIFT, atol=1e-3)

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('sw:version="1"', 'sw:version="2"'),
            ('viewBox="0 0 300.5 200"', 'viewBox="0 0 601 400"'),
            ('stroke-width="2.5"', 'stroke-width="2.5px"'),
            ('stroke-width="2.5"', 'stroke-width="2 5"'),
            ("C 1.5 2 3 4", "C 1.5 2 3,4"),
            ('<path d="M 7 8 L 7 8" stroke="#000000" stroke-width="3" sw', '<path d="M 7 8" sw'),
        ],
    )
    def test_all_else_counts_as_another_programs(self, old: str, new: str) -> None:
        text = drawing_to_svg(EVERY_KIND)
        assert text.count(old) == 1
        opened = parse_svg(text.replace(old, new).encode(), "edited.svg")
        assert not opened.is_own
        assert len(opened.drawing.strokes) >= 4

    @pytest.mark.parametrize("number", ["nan", "inf", "-Infinity", "1e300"])
    def test_numbers_that_are_none(self, number: str) -> None:
        text = drawing_to_svg(Drawing((HAND,))).replace("11.125", number)
        with pytest.raises(InputError):
            parse_svg(text.encode(), "edited.svg")
