from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from app.canvas.flow_colours import PULL, grid_colours
from app.document.layering import with_layer
from app.document.stroke import Stroke
from app.panels.match_warp import Warped
from app.settings import MATCH_GRID, MATCH_WARPED
from tests.canvas.hand import Hand

SHIFT_PX = 102.4
LEFT_OF_THE_SQUARE = (360, 600)
"""Red in the photo; blue once it is warped to a drawing that lies a tenth further left."""
IN_THE_SQUARE = (560, 384)


@pytest.fixture
def hand(window) -> Hand:
    return Hand(window.canvas)


@pytest.fixture
def drawn(with_photo, document, settled):
    """Two level strokes at y = 200 and 600 of the page."""
    strokes = [Stroke.from_polyline([(100, y), (250, y), (450, y)], 6.0) for y in (200, 600)]
    document.apply(document.drawing.adding(*strokes), "Draw")
    settled()
    return strokes


def set_amount(match, amount, qtbot):
    match.warp.set_amount(amount)
    qtbot.waitUntil(lambda: (match.warp.image is not None) == (match.warp.photo_amount > 0))


def is_blue(colour: QColor) -> bool:
    return colour.blue() > colour.red() + 20


# --- The photo to the drawing ------------------------------------------------------------------


def test_the_photo_is_warped_as_far_as_the_slider_says(drawn, match, panel, qtbot):
    assert match.warp.image is None
    panel.slider.setValue(100)
    qtbot.waitUntil(lambda: match.warp.image is not None)
    image = match.warp.image
    # The blue square, 80 to 120 of 200 px, comes to lie 20 px further left.
    side = image.width()
    assert is_blue(image.pixelColor(round(0.35 * side), side // 2))
    assert not is_blue(image.pixelColor(round(0.55 * side), side // 2))
    assert image.pixelColor(side // 2, 2).alpha() == 0
    panel.slider.setValue(0)
    assert match.warp.image is None


def test_on_the_page_the_warped_photo_takes_the_place_of_the_photo(
    drawn, match, hand, qtbot, settled
):
    assert is_blue(hand.colour(IN_THE_SQUARE))
    set_amount(match, 1.0, qtbot)
    assert not is_blue(hand.colour(IN_THE_SQUARE))
    assert is_blue(hand.colour((360, 384)))
    set_amount(match, 0.0, qtbot)
    assert is_blue(hand.colour(IN_THE_SQUARE))


def test_a_photo_beside_is_laid_over_the_drawing_while_it_is_warped(
    drawn, match, hand, qtbot, program, settled
):
    program.reference.set_shown(False)
    settled()
    # The ink's square: (75, 200) to (475, 600), and the photo in its middle.
    assert hand.is_blank((110, 400))
    set_amount(match, 1.0, qtbot)
    assert not hand.is_blank((110, 400))
    assert hand.is_blank((110, 250))
    set_amount(match, 0.0, qtbot)
    assert hand.is_blank((110, 400))


def test_the_warp_follows_the_drawing(drawn, match, document, qtbot, settled):
    set_amount(match, 0.5, qtbot)
    before = match.warp.image
    document.apply(document.drawing.adding(Stroke.from_polyline([(300, 300), (320, 330)])), "x")
    settled()
    qtbot.waitUntil(lambda: match.warp.image is not before)


def test_put_away_the_dock_takes_the_warped_photo_along(drawn, match, hand, qtbot, window):
    set_amount(match, 1.0, qtbot)
    window.match.dock.hide()
    assert is_blue(hand.colour(IN_THE_SQUARE))


def test_hidden_for_the_pen_the_warped_photo_is_hidden_too(drawn, match, hand, qtbot, program):
    set_amount(match, 1.0, qtbot)
    program.references.hide_for_pen(True)
    assert hand.is_blank((360, 384))
    program.references.hide_for_pen(False)
    assert is_blue(hand.colour((360, 384)))


# --- The grid ----------------------------------------------------------------------------------


def grid_seen(hand, place) -> bool:
    """Whether the middle upright line of the grid is seen near a place."""
    picture = hand.picture()
    x, y = hand.canvas.viewport.to_view(*place)
    wanted = np.array(grid_colours(9)[4].getRgb()[:3])
    pixels = [picture.pixelColor(int(x) + i, int(y)).getRgb()[:3] for i in range(-4, 5)]
    return bool(np.abs(np.array(pixels) - wanted).max(1).min() < 70)


def test_the_grid_lies_on_what_is_warped(drawn, match, hand, qtbot, panel, settings):
    # The middle of the drawing's square is at x = 512, on the photo a tenth further right; there
    # the match is doubtful, so the line is faint.
    bare = hand.picture()
    panel.grid_box.click()
    assert settings.get(MATCH_GRID)
    with_grid = hand.picture()
    assert with_grid != bare
    match.warp.set_warped(Warped.DRAWING)
    on_drawing = hand.picture()
    assert on_drawing != with_grid
    match.warp.set_amount(1.0)
    assert hand.picture() != on_drawing
    match.warp.set_amount(0.0)
    assert hand.picture() == on_drawing
    panel.grid_box.click()
    assert hand.picture() == bare


def test_sure_parts_of_the_grid_have_their_colour(drawn, match, hand):
    match.warp.set_warped(Warped.DRAWING)
    match.warp.set_grid_shown(True)
    # The second upright line, at x = 128, in its colour.
    picture = hand.picture()
    x, y = hand.canvas.viewport.to_view(128, 450)
    pixels = [picture.pixelColor(int(x) + i, int(y)).getRgb()[:3] for i in range(-3, 4)]
    wanted = np.array(grid_colours(9)[1].getRgb()[:3])
    assert np.abs(np.array(pixels) - wanted).max(1).min() < 40


def test_menu_and_dock_show_the_grid_alike(drawn, match, window, panel):
    action = window.actions_by_id["match.grid"]
    action.trigger()
    assert panel.grid_box.isChecked()
    panel.grid_box.click()
    assert not action.isChecked()


# --- The drawing to the photo ------------------------------------------------------------------


@pytest.fixture
def to_photo(drawn, match):
    match.warp.set_warped(Warped.DRAWING)
    return match.warp


def is_previewed(hand, place) -> bool:
    colour, wanted = hand.colour(place), QColor(PULL)
    return abs(colour.red() - wanted.red()) < 40 and abs(colour.green() - wanted.green()) < 40


def test_the_preview_shows_where_strokes_would_go(to_photo, hand, document, drawn):
    to_photo.set_amount(1.0)
    assert is_previewed(hand, (450 + SHIFT_PX - 10, 200))
    assert document.drawing.strokes == tuple(drawn)
    to_photo.set_amount(0.5)
    assert not is_previewed(hand, (450 + SHIFT_PX - 10, 200))
    assert is_previewed(hand, (450 + SHIFT_PX / 2 - 10, 200))
    to_photo.set_amount(0.0)
    assert not is_previewed(hand, (450 + SHIFT_PX / 2 - 10, 200))


def test_only_selected_strokes_are_previewed_and_pulled(
    to_photo, hand, document, drawn, program, panel, settled
):
    to_photo.set_amount(1.0)
    program.selection.select([1])
    assert panel.pull_button.text() == "Pull Stroke to Photo"
    assert not is_previewed(hand, (450 + SHIFT_PX - 10, 200))
    assert is_previewed(hand, (450 + SHIFT_PX - 10, 600))
    panel.pull_button.click()
    first, second = document.drawing.strokes
    assert first is drawn[0]
    assert second.xy[:, 0] == pytest.approx(drawn[1].xy[:, 0] + SHIFT_PX, abs=0.1)
    assert document.history.undo_text == "Pull stroke to photo"


def test_pulling_is_one_undoable_step_as_far_as_the_slider_says(
    to_photo, document, drawn, panel, settled
):
    panel.slider.setValue(50)
    assert panel.pull_button.text() == "Pull Drawing to Photo"
    panel.pull_button.click()
    for before, after in zip(drawn, document.drawing.strokes, strict=True):
        assert after.xy == pytest.approx(before.xy + np.array([SHIFT_PX / 2, 0]), abs=0.1)
    # The preview is done with.
    assert panel.slider.value() == 0
    assert document.history.undo_text == "Pull 2 strokes to photo"
    document.undo()
    assert document.drawing.strokes == tuple(drawn)
    settled()


def test_from_the_menu_it_pulls_all_the_way(drawn, match, document, window, settled):
    action = window.actions_by_id["match.pull"]
    assert action.isEnabled()
    action.trigger()
    whole = np.array([SHIFT_PX, 0])
    assert document.drawing.strokes[0].xy == pytest.approx(drawn[0].xy + whole, abs=0.1)
    settled()


def test_nothing_is_pulled_by_an_old_answer(
    to_photo, fake, document, drawn, panel, window, settled
):
    fake.hold = True
    document.apply(document.drawing.adding(Stroke.from_polyline([(300, 300), (320, 330)])), "x")
    assert not panel.pull_button.isEnabled()
    assert not window.actions_by_id["match.pull"].isEnabled()
    to_photo.pull()
    assert document.drawing.strokes[:2] == tuple(drawn)
    fake.released.set()
    settled()
    assert panel.pull_button.isEnabled()


def test_strokes_on_locked_layers_stay(to_photo, document, drawn, panel, settled):
    from dataclasses import replace

    locked = replace(document.drawing.layers[0], locked=True)
    document.apply(with_layer(document.drawing, locked), "Lock")
    settled()
    assert to_photo.chosen == frozenset()
    assert not panel.pull_button.isEnabled()
    to_photo.pull()
    assert document.drawing.strokes == tuple(drawn)


def test_what_is_warped_is_remembered(to_photo, settings):
    assert settings.get(MATCH_WARPED) == "drawing"


def test_a_slider_held_down_is_worked_out_once_more_at_the_end(drawn, match, qtbot, monkeypatch):
    done = []
    image = match.warp._warper.image

    def counted(found, photo, amount):
        done.append(amount)
        return image(found, photo, amount)

    monkeypatch.setattr(match.warp._warper, "image", counted)
    for i in range(1, 101):
        match.warp.set_amount(i / 100)
    qtbot.waitUntil(lambda: bool(done) and done[-1] == 1.0)
    assert len(done) < 100
