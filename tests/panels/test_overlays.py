"""Photo and preview as the canvas shows them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from app.panels.abstraction import Phase
from tests.canvas.hand import Hand


@pytest.fixture
def hand(window) -> Hand:
    return Hand(window.canvas)


@pytest.fixture
def with_preview(program, photo, engine, qtbot, window):
    """The photo open, the engine stopped at its preview: lines from y = 10 px of the photo on."""
    engine.hold = True
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: program.abstraction.sketch is not None)
    return program.abstraction


def page(x: float, y: float) -> tuple[float, float]:
    """A place of the photo (200 x 100 px) on the page."""
    return 5.12 * x, 128 + 5.12 * y


def test_the_photo_is_faded_on_the_page(hand, with_preview):
    blue, red = hand.colour(page(100, 56)), hand.colour(page(20, 56))
    assert blue.blue() > blue.red() + 30
    assert blue.lightness() > 150
    assert red.red() > red.blue() + 30
    assert hand.is_blank((500, 60))


def test_the_preview_is_seen_on_the_photo(hand, with_preview):
    assert hand.is_inked(page(100, 10))
    assert hand.is_inked(page(100, 20))
    assert not hand.is_inked(page(100, 15))


def test_the_pen_draws_over_photo_and_preview(hand, with_preview, program):
    hand.drag(page(20, 56), page(60, 56))
    assert with_preview.phase is Phase.RUNNING
    (stroke,) = program.session.document.drawing.strokes
    assert stroke.xy[0] == pytest.approx(page(20, 56), abs=1)
    assert hand.is_inked(page(40, 56))


def test_the_result_takes_the_place_of_the_preview(hand, with_preview, engine, qtbot):
    engine.released.set()
    qtbot.waitUntil(lambda: with_preview.phase is Phase.IDLE)
    assert not hand.is_inked(page(100, 10))
    assert hand.is_inked(page(100, 20))


def test_a_sketch_that_is_asked_anew_is_dimmed(hand, with_preview):
    with_preview.set_strokes(20)
    dimmed = hand.colour(page(20, 10)).lightness()
    assert 100 < dimmed < 200
    with_preview.cancel()
    assert hand.is_inked(page(20, 10))


def test_a_hidden_photo_leaves_the_sketch(hand, with_preview):
    with_preview.set_photo_shown(False)
    assert hand.colour(page(20, 56)) == QColor("white")
    assert hand.is_inked(page(100, 10))


def test_kept_strokes_look_like_the_preview(hand, with_preview):
    with_preview.set_photo_shown(False)
    preview = hand.picture()
    with_preview.keep()
    kept = hand.picture()
    differing = sum(
        abs(preview.pixelColor(x, y).lightness() - kept.pixelColor(x, y).lightness()) > 64
        for x in range(0, kept.width(), 7)
        for y in range(0, kept.height(), 3)
    )
    assert differing == 0


def test_removing_the_photo_leaves_a_white_page(hand, with_preview):
    with_preview.remove_photo()
    assert hand.colour(page(20, 56)) == QColor("white")
    assert hand.colour(page(100, 10)) == QColor("white")
