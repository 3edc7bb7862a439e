from __future__ import annotations

from dataclasses import replace

import pytest

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.selection import Selection
from app.document.stroke import Stroke


@pytest.fixture
def document() -> Document:
    """Six dots at x = 0 to 5."""
    return Document(Drawing().adding(*(Stroke.from_polyline([(x, 0)]) for x in range(6))))


@pytest.fixture
def selection(document) -> Selection:
    return Selection(document)


def columns(selection: Selection) -> list[float]:
    return [stroke.xy[0, 0] for stroke in selection.strokes]


def test_listeners_get_the_ids_once_for_each_change(selection):
    seen = []
    end = selection.subscribe(seen.append)
    selection.select([1, 3])
    selection.select([3, 1])
    selection.clear()
    end()
    selection.select([2])
    assert seen == [{1, 3}, frozenset()]


def test_strokes_that_are_not_there_cannot_be_selected(selection):
    for ids in ([6], [-1]):
        with pytest.raises(IndexError):
            selection.select(ids)
    assert selection.ids == frozenset()


def test_selected_strokes_are_followed_to_their_new_ids(document, selection):
    selection.select([2, 4])
    document.apply(document.drawing.without([0, 3]), "Erase")
    assert selection.ids == {1, 2}
    document.undo()
    assert selection.ids == {2, 4}
    document.apply(document.drawing.reordered([5, 4, 3, 2, 1, 0]), "Turn over")
    assert selection.ids == {1, 3}
    assert columns(selection) == [4, 2]


def test_strokes_replaced_in_their_place_stay_selected_and_through_undo(document, selection):
    selection.select([1, 2])
    moved = {i: Stroke.from_polyline([(i, 9)]) for i in (1, 2)}
    document.apply(document.drawing.replacing(moved), "Move")
    assert selection.ids == {1, 2}
    document.undo()
    assert selection.ids == {1, 2}
    document.redo()
    assert selection.ids == {1, 2}
    assert all(stroke.xy[0, 1] == 9 for stroke in selection.strokes)


def test_what_was_deleted_while_selected_comes_back_selected(document, selection):
    selection.select([1, 4])
    document.apply(document.drawing.without([1, 4]), "Delete")
    assert selection.ids == frozenset()
    document.undo()
    assert selection.ids == {1, 4}


def test_a_choice_after_the_deletion_counts_more(document, selection):
    selection.select([1])
    document.apply(document.drawing.without([1]), "Delete")
    selection.select([0])
    document.undo()
    assert selection.ids == {0}


def test_another_drawing_has_no_selection(document, selection):
    selection.select([1])
    document.new()
    assert selection.ids == frozenset()
    document.undo()
    assert selection.ids == frozenset()


def test_strokes_on_locked_layers_are_not_selected(document, selection):
    drawing = document.drawing
    upper = replace(drawing, layers=(*drawing.layers, Layer(1, "Upper")), active=1)
    document.apply(upper.adding(Stroke.from_polyline([(9, 9)])), "Draw")
    selection.select(range(7))
    assert selection.ids == set(range(7))
    locked = (drawing.layers[0], Layer(1, "Upper", locked=True))
    document.apply(replace(document.drawing, layers=locked), "Lock layer")
    assert selection.ids == set(range(6))
    selection.select([0, 6])
    assert selection.ids == {0}
