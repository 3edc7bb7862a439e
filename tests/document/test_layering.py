from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.document.change import Change
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.layer import MAX_LAYERS, MAX_NAME_CHARS, Layer
from app.document.layering import (
    merged_down,
    with_active,
    with_layer,
    with_layer_at,
    with_new_layer,
    with_strokes_on,
    without_layer,
)
from app.document.raster_png import drawing_to_image
from app.document.stacking import painted_sheets, sheets, visible_ids
from app.document.stroke import Stroke
from engine.errors import InputError


def line(x: float, layer: int = 0, colour: str = "#000000") -> Stroke:
    return Stroke.from_polyline([[x, 5], [x + 1, 25]], 6, colour).on_layer(layer)


LOW, MIDDLE, HIGH = Layer(4, "low"), Layer(2, "middle"), Layer(7, "high")
MIXED = Drawing(
    (line(1, 7), line(2, 4), line(3, 2), line(4, 7), line(5, 4)), 40, 30, (LOW, MIDDLE, HIGH), 2
)


def places(drawing: Drawing) -> list[float]:
    return [stroke.xy[0, 0] for stroke in drawing.strokes]


def pixels(drawing: Drawing) -> np.ndarray:
    return np.asarray(drawing_to_image(drawing), float)


class TestDrawing:
    def test_new_strokes_go_to_the_active_layer(self) -> None:
        drawn = MIXED.adding(line(6), line(7, 4))
        assert [stroke.layer for stroke in drawn.strokes[5:]] == [2, 2]

    def test_strokes_from_elsewhere_find_a_home(self) -> None:
        drawing = replace(MIXED, strokes=(line(1, 99), line(2, 4)))
        assert [stroke.layer for stroke in drawing.strokes] == [2, 4]

    @pytest.mark.parametrize(
        ("state", "word"), [({"locked": True}, "locked"), ({"visible": False}, "hidden")]
    )
    def test_nothing_is_drawn_on_a_locked_or_hidden_layer(self, state, word: str) -> None:
        drawing = with_layer(MIXED, replace(MIDDLE, **state))
        with pytest.raises(InputError, match=f"middle is {word}"):
            drawing.adding(line(1))

    def test_strokes_of_a_locked_layer_stay(self) -> None:
        drawing = with_layer(MIXED, replace(LOW, locked=True))
        with pytest.raises(InputError, match="low is locked"):
            drawing.without([1])
        with pytest.raises(InputError, match="low is locked"):
            drawing.replacing({4: line(9)})
        assert places(drawing.without([0])) == [2, 3, 4, 5]

    @pytest.mark.parametrize(
        ("layers", "active"), [((), 0), ((Layer(0), Layer(0)), 0), ((Layer(0),), 1)]
    )
    def test_layers_that_make_no_drawing(self, layers: tuple[Layer, ...], active: int) -> None:
        with pytest.raises(ValueError):
            Drawing((), 9, 9, layers, active)

    def test_too_many_layers(self) -> None:
        most = Drawing((), 9, 9, tuple(Layer(i) for i in range(MAX_LAYERS)))
        with pytest.raises(InputError, match="500 layers"):
            with_new_layer(most)

    @pytest.mark.parametrize(
        ("text", "name"),
        [(" a\n\tb ", "a b"), ("", "Layer"), ("\x00\x07", "Layer"), ("x" * 500, "x" * 100)],
    )
    def test_names_are_clean(self, text: str, name: str) -> None:
        assert Layer(0, text).name == name
        assert len(name) <= MAX_NAME_CHARS

    def test_transforms_and_styles_keep_the_layer(self) -> None:
        curve = Stroke.from_beziers([[0, 0], [9, 0], [9, 9], [0, 9]]).on_layer(3)
        for stroke in (curve, line(1, 3)):
            assert stroke.transformed([[1, 0, 5], [0, 1, 5]]).layer == 3
            assert stroke.with_style(colour="#ff0000").layer == 3
            assert stroke.on_layer(8).points is stroke.points
            assert stroke.on_layer(8) != stroke


class TestStacking:
    def test_sheets_from_the_bottom_to_the_top(self) -> None:
        assert [(s.layer.name, s.ids) for s in sheets(MIXED)] == [
            ("low", (1, 4)),
            ("middle", (2,)),
            ("high", (0, 3)),
        ]

    def test_hidden_and_empty_ones_are_not_painted(self) -> None:
        drawing = with_layer(with_new_layer(MIXED), replace(LOW, visible=False))
        drawing = with_layer(drawing, replace(HIGH, opacity=0))
        assert [s.layer.name for s in painted_sheets(drawing)] == ["middle"]
        assert visible_ids(drawing) == (0, 2, 3)


class TestChanges:
    def test_a_new_layer_comes_above_the_active_one(self) -> None:
        drawing = with_new_layer(MIXED)
        assert [layer.name for layer in drawing.layers] == ["low", "middle", "Layer 4", "high"]
        assert drawing.active_layer.name == "Layer 4"
        assert len({layer.id for layer in drawing.layers}) == 4

    def test_names_are_not_used_twice(self) -> None:
        drawing = Drawing()
        for _ in range(3):
            drawing = with_new_layer(drawing)
        drawing = with_new_layer(without_layer(drawing, drawing.layers[1].id))
        assert len({layer.name for layer in drawing.layers}) == 4

    def test_a_layer_goes_with_its_strokes(self) -> None:
        assert places(without_layer(MIXED, 4)) == [1, 3, 4]
        gone = without_layer(MIXED, 2)
        assert (gone.active_layer, places(gone)) == (LOW, [1, 2, 4, 5])
        assert without_layer(with_active(MIXED, 4), 4).active_layer == MIDDLE

    def test_what_must_stay(self) -> None:
        with pytest.raises(InputError, match="last layer"):
            without_layer(Drawing(), 0)
        locked = with_layer(MIXED, replace(HIGH, locked=True))
        for change in (
            lambda: without_layer(locked, 7),
            lambda: merged_down(locked, 7),
            lambda: with_strokes_on(locked, [1], 7),
            lambda: with_strokes_on(locked, [0], 4),
        ):
            with pytest.raises(InputError, match="high is locked"):
                change()
        with pytest.raises(InputError, match="no layer below"):
            merged_down(MIXED, 4)
        with pytest.raises(InputError, match="hidden"):
            merged_down(with_layer(MIXED, replace(HIGH, visible=False)), 7)

    @pytest.mark.parametrize(
        ("place", "names"),
        [
            (0, ["high", "low", "middle"]),
            (1, ["low", "high", "middle"]),
            (2, ["low", "middle", "high"]),
            (9, ["low", "middle", "high"]),
            (-9, ["high", "low", "middle"]),
        ],
    )
    def test_order(self, place: int, names: list[str]) -> None:
        moved = with_layer_at(MIXED, 7, place)
        assert [layer.name for layer in moved.layers] == names
        assert (moved is MIXED) == (names == ["low", "middle", "high"])

    def test_no_effect_is_the_same_drawing(self) -> None:
        assert with_active(MIXED, 2) is MIXED
        assert with_layer(MIXED, Layer(4, " low ")) is MIXED
        assert with_strokes_on(MIXED, [1, 4], 4) is MIXED

    def test_strokes_on_another_layer_keep_their_place(self) -> None:
        moved = with_strokes_on(MIXED, [0, 1], 2)
        assert places(moved) == places(MIXED)
        assert [stroke.layer for stroke in moved.strokes] == [2, 2, 2, 7, 4]

    def test_merging_keeps_the_look(self) -> None:
        colours = ("#ff0000", "#00ff00", "#0000ff", "#ffaa00", "#00ffff")
        strokes = tuple(
            stroke.with_style(colour=colour)
            for stroke, colour in zip(MIXED.strokes, colours, strict=True)
        )
        coloured = replace(MIXED, strokes=strokes, active=7)
        once = merged_down(coloured, 7)
        assert [layer.name for layer in once.layers] == ["low", "middle"]
        assert once.active_layer == MIDDLE
        twice = merged_down(once, 2)
        assert sheets(twice)[0].ids == (0, 1, 2, 3, 4)
        assert places(twice) == [2, 5, 3, 1, 4]
        for merged in (once, twice):
            assert np.array_equal(pixels(merged), pixels(coloured))

    @pytest.mark.parametrize(("low", "high"), [(0.5, 0.5), (1, 0.4), (0.4, 1), (0.3, 0.6)])
    def test_merging_keeps_the_look_of_faded_layers(self, low: float, high: float) -> None:
        layers = (replace(LOW, opacity=low), replace(HIGH, opacity=high))
        apart = Drawing((line(4, 7), line(30, 4)), 40, 30, layers, 7)
        assert np.abs(pixels(merged_down(apart, 7)) - pixels(apart)).max() <= 1


class TestDocument:
    def test_choosing_a_layer_is_no_step_and_nothing_to_save(self) -> None:
        document = Document(MIXED)
        assert document.choose_layer(7)
        assert document.drawing.active == 7
        assert not document.dirty
        assert not document.history.can_undo
        assert not document.choose_layer(7)
        document.apply(document.drawing.adding(line(8)), "Draw")
        document.choose_layer(4)
        assert document.dirty
        document.undo()
        assert (document.drawing.active, document.dirty) == (7, False)

    def test_a_drag_is_one_step(self) -> None:
        document = Document(MIXED)
        document.apply(with_layer(MIXED, replace(LOW, opacity=0.9)), "Opacity")
        for opacity in (0.8, 0.5):
            document.amend(with_layer(document.drawing, replace(LOW, opacity=opacity)))
        assert document.drawing.layers[0].opacity == 0.5
        document.undo()
        assert document.drawing is MIXED
        document.redo()
        assert document.drawing.layers[0].opacity == 0.5

    @pytest.mark.parametrize(
        ("new", "restacked"),
        [
            (MIXED, set()),
            (with_layer(MIXED, replace(LOW, name="other", locked=True)), set()),
            (with_layer(MIXED, replace(LOW, visible=False)), {4}),
            (with_layer(MIXED, replace(HIGH, opacity=0.5)), {7}),
            (with_layer_at(MIXED, 7, 1), {7, 2}),
            (with_layer_at(MIXED, 7, 0), {7, 2, 4}),
            (without_layer(MIXED, 2), set()),
            (with_new_layer(MIXED), set()),
        ],
    )
    def test_views_are_told_which_layers_look_different(
        self, new: Drawing, restacked: set[int]
    ) -> None:
        assert Change(MIXED, new).restacked == restacked
        assert Change(new, MIXED).restacked == restacked
