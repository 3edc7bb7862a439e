from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from app.canvas.page_view import OverlayPlace
from app.canvas.pen_overlay import HEAD_COLOUR, PenOverlay
from app.tools.base import InkStyle

CORNER = np.array([(100.0, 100.0), (200.0, 100.0), (200.0, 200.0)])
FAR = np.array([(300.0, 300.0), (400.0, 300.0)])


@pytest.fixture
def overlay(canvas) -> PenOverlay:
    overlay = PenOverlay()
    canvas.add_overlay(overlay, OverlayPlace.OVER_INK)
    overlay.show_lines((CORNER, FAR), InkStyle(8.0, "#000000"))
    hand_sees(canvas)
    return overlay


def hand_sees(canvas) -> None:
    """Paint once, so that the overlay knows the scale."""
    canvas.grab()


def test_whole_it_shows_every_line(overlay, hand):
    for place in ((150, 100), (200, 150), (350, 300)):
        assert hand.is_inked(place)
    assert hand.is_blank((250, 250))
    assert overlay.points == 5


def test_the_pen_shows_what_it_has_drawn_and_no_more(overlay, hand):
    overlay.set_place(1.5)
    assert hand.is_inked((150, 100))
    assert hand.is_inked((200, 130))
    assert hand.is_blank((200, 170))
    assert hand.is_blank((350, 300))
    head = hand.colour((200, 150))
    assert head == HEAD_COLOUR


def test_between_two_lines_the_pen_is_up(overlay, hand):
    overlay.set_place(2.5)  # from (200, 200) to (300, 300)
    assert hand.colour((250, 250)) == HEAD_COLOUR
    assert hand.is_blank((225, 225))
    assert hand.is_inked((200, 170))


def test_at_the_end_all_is_there(overlay, hand):
    overlay.set_place(4.0)
    assert hand.is_inked((350, 300))
    overlay.set_place(None)
    assert hand.colour((400, 300)) == QColor("#000000")


def test_only_what_the_pen_passed_is_painted_again(overlay):
    boxes: list[tuple] = []
    overlay.changed.connect(boxes.append)
    overlay.set_place(3.2)
    boxes.clear()
    overlay.set_place(3.4)
    ((x0, y0, x1, y1),) = boxes
    # From (300, 300) to (400, 300), widened by half of the pen and by the dot.
    assert (x0, x1) == pytest.approx((300 - 9, 400 + 9))
    assert (y0, y1) == pytest.approx((300 - 9, 300 + 9))


def test_another_drawing_repaints_the_place_of_the_one_before(overlay, hand):
    boxes: list[tuple] = []
    overlay.changed.connect(boxes.append)
    overlay.show_lines((FAR,))
    assert boxes[0][:2] == pytest.approx((91, 91))
    assert hand.is_blank((150, 100))
    overlay.show_lines(())
    assert hand.is_blank((350, 300))
    assert overlay.points == 0


def test_a_line_of_one_point_is_a_dot(canvas, hand):
    overlay = PenOverlay()
    canvas.add_overlay(overlay, OverlayPlace.OVER_INK)
    overlay.show_lines((np.array([(50.0, 60.0)]),), InkStyle(10.0))
    assert hand.is_inked((50, 60))


def test_a_faint_one_is_no_darker_where_lines_cross(canvas, hand):
    overlay = PenOverlay(0.4)
    canvas.add_overlay(overlay, OverlayPlace.OVER_INK)
    across = np.array([(50.0, 100.0), (150.0, 100.0)])
    down = np.array([(100.0, 50.0), (100.0, 150.0)])
    overlay.show_lines((across, down), InkStyle(10.0))
    assert hand.colour((100, 100)) == hand.colour((60, 100))
    assert 140 < hand.colour((60, 100)).lightness() < 165


def test_a_stale_one_is_dimmed(overlay, hand):
    overlay.set_stale(True)
    assert hand.colour((150, 100)).lightness() > 150
    overlay.set_stale(False)
    assert hand.is_inked((150, 100))


def test_a_halo_tells_it_from_ink(canvas, hand):
    overlay = PenOverlay(halo=True)
    canvas.add_overlay(overlay, OverlayPlace.OVER_INK)
    overlay.show_lines((FAR,), InkStyle(6.0))
    assert hand.is_inked((350, 300))
    beside = hand.colour((350, 305))
    assert beside.blue() > beside.red() + 40
    assert hand.is_blank((350, 308))


def test_a_dashed_one_has_gaps(canvas, hand):
    overlay = PenOverlay(dashed=True)
    canvas.add_overlay(overlay, OverlayPlace.OVER_INK)
    overlay.show_lines((FAR,), InkStyle(4.0))
    picture = hand.picture()
    row = [picture.pixelColor(hand.at((x, 300))).lightness() for x in range(305, 395)]
    assert min(row) < 30
    assert max(row) == 255
