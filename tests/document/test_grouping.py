from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.grouping import (
    grouped,
    in_groups_of_their_own,
    ungrouped,
    with_their_groups,
)
from app.document.layering import with_layer, with_new_layer
from app.document.stroke import Stroke
from app.document.svg_format import SVG_NAMESPACE
from app.document.svg_read import parse_svg
from app.document.svg_write import drawing_to_svg
from app.tools.cutting import cut
from engine.errors import InputError


@pytest.fixture
def five() -> Drawing:
    """Short lines at y = 0, 10, 20, 30, 40."""
    return Drawing(tuple(Stroke.from_polyline([(0, y), (50, y)]) for y in range(0, 50, 10)))


def groups(drawing: Drawing) -> list[int]:
    return [stroke.group for stroke in drawing.strokes]


def test_grouping_and_ungrouping(five: Drawing) -> None:
    first = grouped(five, [0, 2])
    assert groups(first) == [1, 0, 1, 0, 0]
    second = grouped(first, [1, 3])
    assert groups(second) == [1, 2, 1, 2, 0]
    # A stroke is in one group at most.
    third = grouped(second, [0, 1])
    assert groups(third) == [3, 3, 1, 2, 0]
    assert groups(ungrouped(third, [0, 1, 2])) == [0, 0, 0, 2, 0]
    assert with_their_groups(second, [0]) == {0, 2}
    assert with_their_groups(second, [3, 4]) == {1, 3, 4}
    assert with_their_groups(second, [4]) == {4}


def test_what_changes_nothing_gives_the_same_drawing(five: Drawing) -> None:
    assert grouped(five, [3]) is five
    assert grouped(five, []) is five
    assert ungrouped(five, [0, 1]) is five
    both = grouped(five, [0, 1])
    assert grouped(both, [0, 1]) is both


def test_strokes_of_locked_layers_stay(five: Drawing) -> None:
    layer = five.layers[0]
    locked = with_layer(with_new_layer(five), type(layer)(layer.id, layer.name, locked=True))
    with pytest.raises(InputError, match="locked"):
        grouped(locked, [0, 1])


def test_copies_get_groups_of_their_own(five: Drawing) -> None:
    drawing = grouped(grouped(five, [0, 1]), [2, 3])
    copies = in_groups_of_their_own(drawing, drawing.strokes[1:])
    assert [stroke.group for stroke in copies] == [3, 4, 4, 0]


def test_a_group_outlives_edits(five: Drawing) -> None:
    (member, *_) = grouped(five, [0, 1]).strokes
    assert member.transformed([[2, 0, 5], [0, 2, 5]]).group == 1
    assert member.with_style(width_px=9).with_fill("#ff0000").on_layer(3).group == 1
    pieces = cut(member, (25, -10), (25, 10), 3)
    assert [piece.group for piece in pieces] == [1, 1]


class TestFiles:
    def test_a_group_is_an_element(self, five: Drawing) -> None:
        text = drawing_to_svg(grouped(five, [1, 2]))
        svg = f"{{{SVG_NAMESPACE}}}"
        (layer,) = ET.fromstring(text)
        assert [child.tag for child in layer] == [f"{svg}path", f"{svg}g"] + [f"{svg}path"] * 2
        assert len(layer[1]) == 2
        assert parse_svg(text.encode(), "a.svg").is_own

    def test_drawing_order_stays_though_groups_interlock(self, five: Drawing) -> None:
        drawing = grouped(grouped(five, [0, 2, 4]), [1, 3])
        text = drawing_to_svg(drawing)
        assert len(re.findall("<g sw:group", text)) == 5
        assert parse_svg(text.encode(), "a.svg").drawing == drawing

    def test_over_layers(self, five: Drawing) -> None:
        drawing = with_new_layer(five).adding(Stroke.from_polyline([(9, 9), (10, 10)]))
        drawing = grouped(drawing, [4, 5])
        assert parse_svg(drawing_to_svg(drawing).encode(), "a.svg").drawing == drawing

    @pytest.mark.parametrize("number", ["0", "-1", "x", "", "1.5", "12345678901"])
    def test_a_number_that_is_none_makes_it_another_programs(
        self, five: Drawing, number: str
    ) -> None:
        text = drawing_to_svg(grouped(five, [0, 1]))
        spoilt = text.replace('sw:group="1"', f'sw:group="{number}"')
        opened = parse_svg(spoilt.encode(), "a.svg")
        assert not opened.is_own
        assert len(opened.drawing.strokes) == 5

    def test_groups_within_groups_are_another_programs(self, five: Drawing) -> None:
        text = drawing_to_svg(grouped(five, [0, 1]))
        nested = text.replace('<g sw:group="1">', '<g sw:group="1"><g sw:group="2">')
        opened = parse_svg(nested.replace("</g>", "</g></g>", 1).encode(), "a.svg")
        assert not opened.is_own
        assert len(opened.drawing.strokes) == 5


def test_undo(five: Drawing) -> None:
    document = Document(five)
    document.apply(grouped(five, [0, 1]), "Group")
    document.undo()
    assert groups(document.drawing) == [0] * 5
    document.redo()
    assert groups(document.drawing) == [1, 1, 0, 0, 0]
    assert np.shares_memory(document.drawing.strokes[0].points, five.strokes[0].points)
