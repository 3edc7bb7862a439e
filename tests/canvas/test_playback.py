"""Strokes that come one after the other, at the user's speed."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from app.canvas.playback import Playback
from app.tools.base import InkStyle

LINES = (
    np.array([(10.0, 20.0), (60.0, 20.0), (110.0, 20.0)]),
    np.array([(10.0, 40.0), (110.0, 40.0)]),
    np.array([(10.0, 60.0), (110.0, 60.0)]),
)


@pytest.fixture
def playback(qapp) -> Playback:
    playback = Playback(speed=100.0)
    playback.begin(LINES, InkStyle(width_px=4.0))
    yield playback
    playback.stop()


def inked(playback: Playback, y: int) -> list[int]:
    """Which of every ten px along a row are dark."""
    image = QImage(130, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    playback.overlay.paint(painter, (0, 0, 130, 80), 1.0)
    painter.end()
    return [x for x in range(15, 111, 10) if image.pixelColor(x, y).lightness() < 80]


def test_it_begins_with_nothing_drawn(playback):
    assert playback.is_on
    assert not playback.playing
    assert (playback.stroke, playback.strokes) == (0, 3)
    assert inked(playback, 20) == []


def test_the_pen_goes_as_fast_as_it_is_told(playback):
    playback.advance(0.55)
    assert inked(playback, 20) == [15, 25, 35, 45, 55]
    playback.speed = 50.0
    playback.advance(0.4)
    assert inked(playback, 20) == [15, 25, 35, 45, 55, 65, 75]
    assert inked(playback, 40) == []


def test_the_way_through_the_air_takes_time_and_leaves_no_ink(playback):
    # The first line is 100 px long, the way to the second one 102 px.
    playback.advance(1.5)
    assert playback.stroke == 1
    assert len(inked(playback, 20)) == 10
    assert inked(playback, 40) == []
    assert inked(playback, 30) == []
    playback.advance(1.1)
    assert inked(playback, 40) == [15, 25, 35, 45, 55]


def test_steps_go_from_stroke_to_stroke(playback):
    playback.step(1)
    assert playback.stroke == 1
    playback.advance(1.5)
    playback.step(1)
    assert playback.stroke == 2
    assert len(inked(playback, 40)) == 10
    assert inked(playback, 60) == []


def test_a_step_back_from_the_middle_of_a_stroke_is_to_its_beginning(playback):
    playback.step(1)
    playback.advance(1.5)
    playback.step(-1)
    assert playback.stroke == 1
    assert inked(playback, 40) == []
    playback.step(-1)
    assert playback.stroke == 0
    playback.step(-1)
    assert playback.stroke == 0
    assert inked(playback, 20) == []


def test_at_the_end_it_rests_with_all_in_sight_and_begins_anew(playback):
    playback.play()
    assert playback.playing
    playback.advance(100.0)
    assert not playback.playing
    assert playback.stroke == 3
    assert all(len(inked(playback, y)) == 10 for y in (20, 40, 60))
    playback.step(1)
    assert playback.stroke == 3
    playback.play()
    assert playback.stroke == 0


def test_it_plays_by_itself_until_paused(playback, qtbot):
    playback.speed = 5000.0
    playback.play()
    qtbot.waitUntil(lambda: playback.stroke >= 1)
    playback.pause()
    place = playback.overlay.place
    qtbot.wait(40)
    assert playback.overlay.place == place


def test_off_nothing_of_it_is_seen(playback, qtbot):
    playback.play()
    with qtbot.waitSignal(playback.changed):
        playback.stop()
    assert not playback.is_on
    assert not playback.playing
    assert inked(playback, 20) == []
    playback.play()
    playback.step(1)
    playback.advance(1.0)
    assert not playback.playing
    assert playback.stroke == 0


def test_points_on_each_other_do_not_stop_the_pen(qapp):
    playback = Playback(speed=10.0)
    playback.begin([np.zeros((500, 2)), np.array([(5.0, 5.0)])], InkStyle())
    playback.advance(2.0)
    assert playback.stroke == 2


def test_whoever_shows_it_hears_of_each_stroke(playback):
    heard = []
    playback.changed.connect(lambda: heard.append(playback.stroke))
    for _ in range(60):
        playback.advance(0.1)
    assert heard == [1, 2, 3]


def test_any_way_to_a_place_shows_the_same(playback):
    """What is kept of whole lines is no more and no less than what the pen has drawn."""

    def picture(place: float | None) -> QImage:
        playback.overlay.set_place(place)
        image = QImage(130, 80, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        playback.overlay.paint(painter, (0, 0, 130, 80), 1.0)
        painter.end()
        return image

    places = [0.0, 0.5, 2.0, 2.5, 3.0, 3.7, 4.0, 5.0, 6.0, None]
    fresh = []
    for place in places:
        playback.overlay.show_lines(LINES, InkStyle(width_px=4.0))
        fresh.append(picture(place))
    for order in (places, places[::-1], [3.7, 0.5, 6.0, 2.0, 5.0]):
        for place in order:
            assert picture(place) == fresh[places.index(place)], place
