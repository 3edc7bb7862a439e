from __future__ import annotations

import sys

import pytest
from drawing_strategies import hand_strokes
from hypothesis import given
from hypothesis import strategies as st

from app.document.change import difference
from app.document.drawing import Drawing
from app.document.history import DEFAULT_LIMIT, KEPT_STEPS, History
from app.document.stroke import Stroke
from engine.errors import InputError


def dot(x: float) -> Stroke:
    return Stroke.from_polyline([[x, 0]], 2.0)


A, B, C, D = (dot(x) for x in (1, 2, 3, 4))


class TestDrawing:
    def test_ids_are_places_in_drawing_order(self) -> None:
        drawing = Drawing().adding(A, B).adding(C)
        assert drawing.strokes == (A, B, C)
        assert drawing.without([0, 2]).strokes == (B,)
        assert drawing.replacing({1: D}).strokes == (A, D, C)

    def test_edits_keep_the_page_and_share_the_strokes(self) -> None:
        drawing = Drawing((A,), 300, 200).adding(B).replacing({0: C}).without([0])
        assert (drawing.width_px, drawing.height_px) == (300, 200)
        assert drawing.strokes[0] is B

    def test_an_edit_of_nothing_is_the_same_object(self) -> None:
        drawing = Drawing((A,))
        assert drawing.without([]) is drawing
        assert drawing.replacing({}) is drawing

    @pytest.mark.parametrize("stroke_id", [-1, 2])
    def test_ids_that_are_not_there(self, stroke_id: int) -> None:
        with pytest.raises(IndexError):
            Drawing((A, B)).without([stroke_id])
        with pytest.raises(IndexError):
            Drawing((A, B)).replacing({stroke_id: C})

    def test_bounds_are_those_of_the_ink(self) -> None:
        assert Drawing((A, D)).bounds() == pytest.approx((0, -1, 5, 1))
        assert Drawing().bounds() is None

    def test_equality_is_by_value(self) -> None:
        assert Drawing((dot(1),)) == Drawing((A,))
        assert Drawing((A,)) != Drawing((B,))
        assert Drawing((A,)) != Drawing((A,), width_px=5)
        assert hash(Drawing((dot(1),))) == hash(Drawing((A,)))

    @pytest.mark.parametrize("side", [0, -3, float("nan"), float("inf"), 1e9, 0.0001])
    def test_pages_without_a_sensible_size(self, side: float) -> None:
        with pytest.raises(InputError):
            Drawing((), side, 10)
        with pytest.raises(InputError):
            Drawing((), 10, side)


class TestHistory:
    def test_undo_and_redo_give_back_the_very_objects(self) -> None:
        states = [Drawing()]
        history = History(states[0])
        for number in range(250):
            states.append(states[-1].adding(dot(number)))
            history.push(states[-1], f"stroke {number}")
        for state in reversed(states[:-1]):
            assert history.undo()
            assert history.current is state
        assert not history.undo()
        for state in states[1:]:
            assert history.redo()
            assert history.current is state
        assert not history.redo()

    def test_texts_name_the_step(self) -> None:
        history = History(Drawing())
        assert (history.undo_text, history.redo_text) == ("", "")
        history.push(Drawing((A,)), "Draw")
        history.push(Drawing(), "Erase")
        assert (history.undo_text, history.redo_text) == ("Erase", "")
        history.undo()
        assert (history.undo_text, history.redo_text) == ("Draw", "Erase")
        history.undo()
        assert (history.undo_text, history.redo_text) == ("", "Draw")
        assert (history.can_undo, history.can_redo) == (False, True)

    def test_a_push_drops_what_was_undone(self) -> None:
        history = History(Drawing())
        history.push(Drawing((A,)), "a")
        history.undo()
        history.push(Drawing((B,)), "b")
        assert not history.can_redo
        history.undo()
        assert history.current == Drawing()

    def test_the_oldest_steps_are_forgotten(self) -> None:
        history = History(Drawing(), limit=3)
        for number in range(10):
            history.push(Drawing((dot(number),)), str(number))
        undone = 0
        while history.undo():
            undone += 1
        assert undone == 3
        assert history.current == Drawing((dot(6),))
        assert history.redo_text == "7"

    def test_a_gesture_without_effect_makes_no_entry(self) -> None:
        history = History(Drawing())
        assert not history.push(history.current, "nothing")
        assert not history.can_undo
        assert history.revision == 0

    def test_depth_is_at_least_200(self) -> None:
        assert DEFAULT_LIMIT >= 200
        with pytest.raises(ValueError):
            History(Drawing(), limit=0)

    def test_what_bounds_the_depth_is_the_memory_of_references(self) -> None:
        history = History(Drawing(), references=10_000)
        drawing = Drawing()
        for number in range(500):
            drawing = drawing.adding(dot(number))
            history.push(drawing, str(number))
        kept = [len(state.strokes) for state, _ in history.states]
        # The newest ones that fit, but never fewer than the steps that are promised.
        assert kept == list(range(500 - KEPT_STEPS, 501))
        assert history.forgotten == 500 - KEPT_STEPS
        small = History(Drawing((A,)), references=10_000)
        for number in range(5000):
            small.push(Drawing((dot(number),)), "")
        assert len(small.states) == 5001
        history.reset(drawing)
        assert (history.forgotten, len(history.states)) == (0, 1)

    def test_room_grows_again_when_what_was_undone_goes(self) -> None:
        history = History(Drawing(), references=1000)
        for number in range(60):
            history.push(Drawing((A,) * 30), str(number))
        for _ in range(55):
            history.undo()
        for number in range(500):
            history.push(Drawing((dot(number),)), "small")
        texts = [text for _, text in history.states]
        assert texts.count("small") == 500

    def test_any_state_can_be_gone_to(self) -> None:
        history = History(Drawing())
        states = [history.current]
        for number in range(5):
            states.append(Drawing((dot(number),)))
            history.push(states[-1], str(number))
        for place in (2, 5, 0, 3):
            assert history.go_to(place)
            assert history.current is states[place]
            assert history.place == place
        revision = history.revision
        assert not history.go_to(3)
        assert history.revision == revision
        assert history.undo_text == "2"
        for place in (-1, 6):
            with pytest.raises(IndexError):
                history.go_to(place)

    def test_strokes_are_shared_between_states(self) -> None:
        drawing = Drawing((A,) * 100)
        history = History(drawing)
        references = sys.getrefcount(A)
        for number in range(10):
            drawing = drawing.adding(dot(number))
            history.push(drawing, "")
        assert sys.getrefcount(A) == references + 10 * 100
        assert all(stroke is A for stroke in history.current.strokes[:100])

    @given(st.lists(st.sampled_from(["push", "undo", "redo", "reset"]), max_size=60))
    def test_like_a_list_with_a_cursor(self, steps: list[str]) -> None:
        history, states, place, revision = History(Drawing()), [Drawing()], 0, 0
        for number, step in enumerate(steps):
            before = history.current
            if step == "push":
                states = [*states[: place + 1], Drawing((dot(number),))]
                place += 1
                history.push(states[-1], "")
            elif step == "undo":
                place = max(place - 1, 0)
                history.undo()
            elif step == "redo":
                place = min(place + 1, len(states) - 1)
                history.redo()
            else:
                states, place = [Drawing((dot(number),))], 0
                history.reset(states[0])
            assert history.current == states[place]
            assert (history.can_undo, history.can_redo) == (place > 0, place + 1 < len(states))
            assert (history.revision > revision) == (history.current is not before)
            assert history.revision >= revision
            revision = history.revision


class TestDifference:
    @pytest.mark.parametrize(
        ("old", "new", "removed", "added"),
        [
            ((), (), (), ()),
            ((A, B), (A, B), (), ()),
            ((A, B), (A, B, C), (), (C,)),
            ((A, B, C), (A, C), (B,), ()),
            ((A, B, C), (A, D, C), (B,), (D,)),
            ((A, B, C, D), (B, D), (A, C), ()),
            ((A, A), (A,), (A,), ()),
            ((A,), (A, A), (), (A,)),
            # Another order: what covers what has changed, so both must be painted again.
            ((A, B, C), (B, A, C), (A, B), (B, A)),
        ],
    )
    def test_cases(self, old: tuple, new: tuple, removed: tuple, added: tuple) -> None:
        assert difference(old, new) == (removed, added)

    def test_equal_objects_are_not_the_same(self) -> None:
        twin = dot(1)
        removed, added = difference((A,), (twin,))
        assert removed[0] is A
        assert added[0] is twin

    @given(st.lists(st.sampled_from([A, B, C, D]), max_size=8), st.data())
    def test_new_is_old_without_removed_plus_added(self, old: list, data: st.DataObject) -> None:
        fresh = st.one_of(st.sampled_from([A, B, C, D]), hand_strokes())
        new = data.draw(st.lists(fresh, max_size=8))
        removed, added = difference(tuple(old), tuple(new))
        assert len(old) - len(removed) + len(added) == len(new)
        kept = [id(stroke) for stroke in old]
        for stroke in removed:
            kept.remove(id(stroke))
        kept.extend(id(stroke) for stroke in added)
        assert sorted(kept) == sorted(id(stroke) for stroke in new)


def test_dividing_puts_the_pieces_in_the_place_of_the_stroke():
    dots = [Stroke.from_polyline([(x, 0)]) for x in range(6)]
    drawing = Drawing().adding(*dots[:3])
    assert drawing.dividing({1: (dots[3], dots[4]), 2: ()}).strokes == (dots[0], *dots[3:5])
    assert drawing.dividing({}) is drawing
    with pytest.raises(IndexError):
        drawing.dividing({3: ()})


def test_reordered_names_every_stroke_once():
    dots = [Stroke.from_polyline([(x, 0)]) for x in range(3)]
    drawing = Drawing().adding(*dots)
    assert drawing.reordered([2, 0, 1]).strokes == (dots[2], dots[0], dots[1])
    assert drawing.reordered([0, 1, 2]) is drawing
    for order in ([0, 1], [0, 1, 1], [0, 1, 3]):
        with pytest.raises(ValueError, match="every stroke once"):
            drawing.reordered(order)
