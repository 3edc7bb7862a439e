from __future__ import annotations

import pytest

from app.input.touch import PEN_NEAR_S, FingerNavigation, PalmGuard


def test_without_a_pen_every_touch_counts():
    guard = PalmGuard()
    assert not guard.pen_seen
    assert guard.accepts(begins=True, now_s=1.0)


def test_a_palm_beside_the_pen_does_not_count_until_it_is_lifted():
    guard = PalmGuard()
    guard.saw_pen(10.0)
    assert not guard.accepts(begins=True, now_s=10.0 + PEN_NEAR_S / 2)
    assert not guard.accepts(begins=False, now_s=20.0)
    assert guard.accepts(begins=True, now_s=20.0)


def test_a_touch_that_the_pen_interrupts_no_longer_counts():
    guard = PalmGuard()
    assert guard.accepts(begins=True, now_s=1.0)
    guard.saw_pen(1.5)
    assert not guard.accepts(begins=False, now_s=1.6)
    assert not guard.accepts(begins=False, now_s=9.0)


def test_one_finger_moves_the_page():
    fingers = FingerNavigation()
    assert fingers.follow({1: (10, 10)}) is None
    move = fingers.follow({1: (15, 8)})
    assert (move.dx, move.dy, move.factor) == (5, -2, 1)


def test_two_fingers_zoom_at_their_middle():
    fingers = FingerNavigation()
    fingers.follow({1: (100, 100), 2: (200, 100)})
    move = fingers.follow({1: (60, 110), 2: (260, 110)})
    assert (move.dx, move.dy) == (10, 10)
    assert move.factor == pytest.approx(2.0)
    assert (move.x, move.y) == (160, 110)


def test_a_second_finger_does_not_make_the_page_jump():
    fingers = FingerNavigation()
    fingers.follow({1: (100, 100)})
    assert fingers.follow({1: (100, 100), 2: (300, 300)}) is None
    assert fingers.follow({2: (300, 300)}) is None
    fingers.end()
    assert fingers.follow({3: (0, 0)}) is None
