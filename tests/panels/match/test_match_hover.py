"""Pointing at a stroke lights its place on the photo, and the other way round."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.canvas.flow_colours import DOUBT, MATCH
from app.document.stroke import Stroke
from tests.canvas.hand import Hand

SHIFT_PX = 102.4
"""How much further right everything lies on the photo, on a page of 1024 px."""


@pytest.fixture
def hand(window) -> Hand:
    hand = Hand(window.canvas)
    # Qt tells of no move to where the pointer is since the test before.
    hand.move((500, 30))
    return hand


@pytest.fixture
def two(with_photo, document, settled):
    """An upright stroke in the left half, matched surely, and one in the right half, which is not.

    At x = 200 and 800; the photo's scale on the page is 5.12.
    """
    strokes = [Stroke.from_polyline([(x, 200), (x, 384), (x, 550)], 6.0) for x in (200, 800)]
    document.apply(document.drawing.adding(*strokes), "Draw")
    settled()
    return strokes


def in_view(panel, x: float, y: float) -> QPoint:
    """The pixel of the dock's view at a place of the photo, whose square is in the middle."""
    view = panel.view
    left = view.width() / 2 + view.scale * (x - 100)
    return QPoint(round(left), round(view.height() / 2 + view.scale * (y - 50)))


def near(picture: QImage, at, colour: str, reach: int = 4) -> bool:
    """Whether a colour is seen at most `reach` px from a place."""
    wanted = np.array(QColor(colour).getRgb()[:3])
    for x in range(int(at[0]) - reach, int(at[0]) + reach + 1):
        for y in range(int(at[1]) - reach, int(at[1]) + reach + 1):
            if np.abs(np.array(picture.pixelColor(x, y).getRgb()[:3]) - wanted).max() < 30:
                return True
    return False


def on_canvas(hand: Hand, place, colour: str, reach: int = 4) -> bool:
    return near(hand.picture(), hand.canvas.viewport.to_view(*place), colour, reach)


def test_over_a_stroke_its_place_on_the_photo_is_known(two, hand, match):
    hand.move((200, 384))
    spot = match.hover.spot
    assert spot.page == pytest.approx((200, 384), abs=1)
    assert spot.photo == pytest.approx((200 / 5.12 + 20, 50), abs=0.5)
    assert spot.line == 0
    assert spot.is_sure
    hand.move((800, 384))
    assert match.hover.spot.line == 1
    assert not match.hover.spot.is_sure


def test_over_blank_paper_or_elsewhere_nothing_is_lit(two, hand, match, window):
    hand.move((200, 384))
    hand.move((500, 384))
    assert match.hover.spot is None
    hand.move((200, 384))
    window.canvas.left.emit()
    assert match.hover.spot is None


def test_the_place_is_lit_in_the_dock(two, hand, panel):
    before = panel.view.grab().toImage()
    place = in_view(panel, 200 / 5.12 + 20, 50)
    ring = (place.x() + 7, place.y())
    assert not near(before, ring, MATCH, 1)
    hand.move((200, 384))
    assert near(panel.view.grab().toImage(), ring, MATCH, 2)
    hand.move((800, 384))
    after = panel.view.grab().toImage()
    assert not near(after, ring, MATCH, 1)
    other = in_view(panel, 800 / 5.12 + 20, 50)
    assert near(after, (other.x() + 7, other.y()), DOUBT, 3)


def test_the_place_is_lit_on_the_page_where_the_photo_lies(two, hand, program):
    along = (200 + SHIFT_PX, 300)
    assert not on_canvas(hand, along, MATCH, 2)
    hand.move((200, 384))
    assert on_canvas(hand, along, MATCH, 2)
    hand.move((500, 700))
    assert not on_canvas(hand, along, MATCH, 2)


def test_beside_the_photo_only_the_stroke_itself_is_lit(two, hand, program, settled):
    program.reference.set_shown(False)
    settled()
    blank = hand.colour((194, 300))
    hand.move((200, 384))
    assert hand.colour((194, 300)) != blank
    assert not on_canvas(hand, (200 + SHIFT_PX, 300), MATCH, 8)


def test_over_the_photo_the_stroke_is_lit(two, hand, panel, match):
    place = in_view(panel, 200 / 5.12 + 20, 50)
    blank = hand.colour((194, 300))
    QTest.mouseMove(panel.view, place)
    spot = match.hover.spot
    assert spot.line == 0
    assert spot.page == pytest.approx((200, 384), abs=4)
    assert spot.is_sure
    assert hand.colour((194, 300)) != blank
    # Far from all lines there is a place, but no stroke.
    QTest.mouseMove(panel.view, in_view(panel, 110, 50))
    assert match.hover.spot.line is None
    assert match.hover.spot.page == pytest.approx((110 * 5.12 - SHIFT_PX, 384), abs=4)
    panel.view.left.emit()
    assert match.hover.spot is None


@pytest.mark.parametrize("amount", [0.0, 0.5, 1.0])
def test_over_the_warped_photo_the_same_stroke_is_found(two, match, amount):
    match.warp.set_amount(amount)
    x = (1 - amount) * (200 / 5.12 + 20) + amount * 200 / 5.12
    match.hover.over_photo(x, 50, 3.0)
    spot = match.hover.spot
    assert spot.line == 0
    assert spot.page == pytest.approx((200, 384), abs=1)
    assert spot.photo == pytest.approx((200 / 5.12 + 20, 50), abs=0.5)


def test_while_the_pen_is_down_nothing_is_lit(two, hand, match):
    hand.move((200, 384))
    hand.press((200, 384))
    assert match.hover.spot is None
    hand.move((205, 384))
    assert match.hover.spot is None
    hand.canvas.cancel_gesture()


def test_what_was_lit_goes_with_what_it_was_known_from(two, hand, match, document, settled):
    hand.move((200, 384))
    document.undo()
    assert match.hover.spot is None


def test_without_a_match_hovering_looks_nothing_up(panel, hand, match, monkeypatch, document, line):
    document.apply(document.drawing.adding(line), "Draw")
    monkeypatch.setattr(match.hover, "_stroke_at", pytest.fail)
    hand.move((200, 100))
    match.hover.over_photo(1, 1, 1)
    assert match.hover.spot is None


def test_only_what_is_lit_is_repainted(two, hand, match):
    hand.picture()
    boxes = []
    match.overlay.changed.connect(boxes.append)
    hand.move((200, 384))
    assert boxes
    for x0, y0, x1, y1 in boxes:
        assert x0 > 150
        assert x1 < 360
        assert y1 - y0 < 420
