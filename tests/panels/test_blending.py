"""Slots, sums and the way from A to B: through the real bridge and service."""

from __future__ import annotations

import numpy as np
import pytest

from app.document.stroke import Stroke
from app.panels.blending import (
    COMBINE,
    MORPH,
    MORPH_STEPS,
    Place,
    Slot,
    slot_of_strokes,
    slot_of_symbol,
)
from app.panels.redraw_sources import SourceKind
from engine.sketchembed.symbol_book import SymbolBook


@pytest.fixture
def redraw(window):
    return window.redraw.parts()


@pytest.fixture
def blend(redraw):
    return redraw.blend


@pytest.fixture
def fake(engine):
    return engine.redraw


@pytest.fixture
def answered(qtbot, program):
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.bridge.busy)

    return wait


def slot(x: float) -> Slot:
    return Slot("bar", (np.array([(x, 50.0), (x + 40, 90.0)]),), None, (x, 50.0, x + 40, 90.0))


def test_a_slot_takes_the_selection_with_its_place_and_style(redraw, program):
    document = program.session.document
    red = Stroke.from_polyline([(100, 100), (180, 120)], 7.0, "#ff0000")
    document.apply(document.drawing.adding(red, red.with_style(colour="#0000ff")), "Draw")
    program.selection.select([1])
    filled = slot_of_strokes(redraw.sources.chosen(SourceKind.SELECTION), "Selected")
    assert filled.box == (100, 100, 180, 120)
    assert filled.style.colour == "#0000ff"
    assert len(filled.lines) == 1


def test_a_minus_b_plus_c_is_sent_with_its_weights(blend, redraw, fake, answered):
    for place, x in zip(Place, (0, 100, 200), strict=True):
        blend.fill(place, slot(x))
    assert blend.sum == "A − B + C"
    blend.combine()
    answered()
    (payload,) = fake.payloads(COMBINE)
    assert [term.weight for term in payload.terms] == [1, -1, 1]
    assert [term.source.strokes[0][0, 0] for term in payload.terms] == [0, 100, 200]
    assert payload.box == (0, 50, 40, 90)
    np.testing.assert_allclose(redraw.preview.proposal.lines[0][-1], (40, 90))
    assert not redraw.preview.proposal.originals


def test_each_sum_is_drawn_otherwise(blend, fake, answered):
    blend.fill(Place.A, slot(0))
    blend.fill(Place.C, slot(100))
    assert blend.sum == "A + C"
    for _ in range(2):
        blend.combine()
        answered()
    assert [each.sampling.seed for each in fake.payloads(COMBINE)] == [0, 1]
    assert [term.weight for term in fake.payloads(COMBINE)[0].terms] == [1, 1]


def test_without_a_there_is_no_sum(blend, fake, answered):
    blend.fill(Place.B, slot(0))
    blend.fill(Place.C, slot(1))
    assert not blend.can_combine
    blend.combine()
    answered()
    assert fake.payloads(COMBINE) == []


def test_the_whole_way_comes_at_once_and_the_slider_asks_nothing(blend, redraw, fake, answered):
    blend.fill(Place.A, slot(0))
    assert blend.steps == 0
    blend.fill(Place.B, slot(300))
    answered()
    assert blend.steps == MORPH_STEPS
    assert redraw.preview.proposal is None
    asked = len(fake.asked)
    for step in (MORPH_STEPS - 1, 8):
        blend.go_to(step)
        x = redraw.preview.proposal.lines[0][0, 0]
        assert x == pytest.approx(100 * step / (MORPH_STEPS - 1))
    assert len(fake.asked) == asked


def test_slots_filled_in_a_row_are_one_question(blend, fake, answered):
    for place in (Place.A, Place.B, Place.A, Place.B):
        blend.fill(place, slot(10))
    answered()
    assert len(fake.payloads(MORPH)) == 1


def test_c_is_not_on_the_way(blend, fake, answered):
    blend.fill(Place.A, slot(0))
    blend.fill(Place.B, slot(1))
    answered()
    blend.fill(Place.C, slot(2))
    answered()
    assert len(fake.payloads(MORPH)) == 1
    assert blend.steps == MORPH_STEPS


def test_an_emptied_slot_ends_the_way(blend, fake, answered):
    blend.fill(Place.A, slot(0))
    blend.fill(Place.B, slot(1))
    blend.fill(Place.A, None)
    answered()
    assert fake.payloads(MORPH) == []
    assert blend.steps == 0
    assert blend.slots.keys() == {Place.B}
    blend.go_to(3)
    assert blend.at == 0


def test_a_blend_that_begins_with_a_symbol_lies_in_the_middle(blend, program, fake, answered):
    book = SymbolBook().taught("tick", [np.array([(0.0, 0.0), (1.0, 1.0)])])
    blend.fill(Place.A, slot_of_symbol(book.get("tick")))
    blend.fill(Place.B, slot(0))
    answered()
    x0, y0, x1, y1 = fake.payloads(MORPH)[0].box
    # The page has 1024 x 768 px; 0.4 of the shorter side is 307.2 px.
    assert (x1 - x0, y1 - y0) == pytest.approx((307.2, 307.2))
    assert ((x0 + x1) / 2, (y0 + y1) / 2) == (512, 384)


def test_trouble_is_told(blend, redraw, fake, answered, qtbot):
    blend.fill(Place.A, slot(0))
    blend.fill(Place.C, slot(1))
    fake.fault = "There are no strokes to look at."
    with qtbot.waitSignal(redraw.trouble) as told:
        blend.combine()
    assert told.args == [fake.fault]
    fake.fault, fake.empty = "", True
    with qtbot.waitSignal(redraw.trouble) as told:
        blend.combine()
    assert "Nothing came" in told.args[0]
