from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.layer import Layer
from app.document.layering import (
    merged_down,
    with_layer,
    with_layer_at,
    with_new_layer,
    with_strokes_on,
    without_layer,
)
from app.document.raster_png import drawing_to_image
from app.document.stroke import Stroke

LOW, HIGH = Layer(1, "low"), Layer(2, "high")


def line(x: float, layer: int, colour: str) -> Stroke:
    return Stroke.from_polyline([[x, 100], [x + 150, 300]], 30, colour, 0.75).on_layer(layer)


@pytest.fixture
def layered() -> Drawing:
    """In drawing order red above, green below, blue above."""
    strokes = (line(100, 2, "#ff0000"), line(120, 1, "#00ff00"), line(140, 2, "#0000ff"))
    return Drawing(strokes, 600, 400, (LOW, HIGH), active=1)


def assert_shown(hand, drawing: Drawing) -> None:
    """The canvas shows what the other renderer, the one of the PNG export, makes of it."""
    hand.canvas.finish_painting()
    shown = hand.canvas.grab().toImage()
    corner = hand.at((0, 0))
    expected = np.asarray(drawing_to_image(drawing))
    for x in range(90, 330, 7):
        for y in range(90, 310, 7):
            colour = shown.pixelColor(corner.x() + x, corner.y() + y)
            around = expected[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3).astype(int)
            if np.ptp(around, axis=0).max() < 3:
                found = np.array(colour.getRgb()[:3])
                assert np.abs(found - around.mean(axis=0)).max() <= 4, (x, y)


def test_layers_lie_over_each_other(hand, document, layered):
    document.apply(layered, "a")
    assert_shown(hand, layered)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: with_layer_at(d, 2, 0),
        lambda d: with_layer(d, replace(HIGH, visible=False)),
        lambda d: with_layer(d, replace(LOW, opacity=0.5)),
        lambda d: with_layer(d, replace(HIGH, opacity=0.5)),
        lambda d: without_layer(d, 1),
        lambda d: merged_down(d, 2),
        lambda d: with_strokes_on(d, [0], 1),
        lambda d: with_new_layer(d).adding(line(200, 0, "#ffaa00")),
        lambda d: d.adding(line(200, 0, "#ffaa00")),
        lambda d: with_layer(d, replace(LOW, opacity=0.3)).adding(line(200, 0, "#ffaa00")),
    ],
)
def test_every_change_of_layers_is_seen_and_undone(hand, document, layered, change):
    document.apply(layered, "a")
    hand.canvas.finish_painting()
    changed = change(layered)
    document.apply(changed, "b")
    assert_shown(hand, changed)
    document.undo()
    assert_shown(hand, layered)
    document.redo()
    assert_shown(hand, changed)


def test_filled_strokes(hand, document):
    corners = [(100, 100), (300, 120), (120, 300), (300, 300), (90, 180)]
    filled = Stroke.from_polyline(corners, 8, "#0000ff", 0.75).with_fill("#ffaa00")
    drawing = Drawing((line(120, 0, "#00ff00"), filled), 600, 400)
    document.apply(drawing, "a")
    assert_shown(hand, drawing)


def test_ink_below_waiting_ink_stays_below(hand, document, layered):
    document.apply(layered, "a")
    document.apply(layered.adding(line(130, 0, "#ffaa00")), "before anything is painted")
    assert_shown(hand, document.drawing)


def test_hidden_and_locked_ink_is_not_erased(hand, document, layered, eraser):
    document.apply(with_layer(layered, replace(HIGH, locked=True)), "a")
    hand.canvas.tool = eraser
    hand.drag((80, 200), (350, 200))
    assert [stroke.colour for stroke in document.drawing.strokes] == ["#ff0000", "#0000ff"]
    document.apply(with_layer(layered, replace(HIGH, visible=False)), "b")
    hand.drag((80, 200), (350, 200))
    assert [stroke.colour for stroke in document.drawing.strokes] == ["#ff0000", "#0000ff"]
    document.apply(layered, "c")
    hand.drag((80, 200), (350, 200))
    assert document.drawing.strokes == ()


@pytest.mark.parametrize("state", [{"locked": True}, {"visible": False}])
def test_a_locked_or_hidden_layer_takes_no_ink_and_says_so(hand, document, layered, state, qtbot):
    document.apply(with_layer(layered, replace(LOW, **state)), "a")
    before = document.drawing
    with qtbot.waitSignal(hand.canvas.refused) as told:
        hand.drag((20, 20), (60, 60))
    assert "low" in told.args[0]
    assert document.drawing is before
    document.choose_layer(2)
    hand.drag((20, 20), (60, 60))
    assert document.drawing.strokes[-1].layer == 2


def test_live_ink_is_as_faded_as_its_layer(hand, document):
    document.apply(Drawing((), 600, 400, (replace(LOW, opacity=0.5),), active=1), "a")
    hand.press((50, 50))
    hand.move((200, 50))
    live = hand.colour((120, 50))
    hand.release((200, 50))
    hand.canvas.finish_painting()
    assert abs(live.red() - hand.colour((120, 50)).red()) <= 1
    assert abs(live.red() - 127) <= 1
