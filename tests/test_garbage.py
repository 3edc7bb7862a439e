"""Cyclic garbage is collected between gestures."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from app.garbage import REST_MS, GarbageBreaks
from tests.canvas.hand import Hand


@pytest.fixture(autouse=True)
def enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@pytest.fixture
def breaks(window) -> GarbageBreaks:
    (breaks,) = window.findChildren(GarbageBreaks)
    return breaks


def test_not_during_a_gesture_nor_right_after(window, breaks, qtbot):
    hand = Hand(window.canvas)
    assert gc.isenabled()
    hand.press((100, 100))
    assert not gc.isenabled()
    hand.move((150, 100))
    hand.release((150, 100))
    assert not gc.isenabled()
    hand.press((100, 200))
    hand.release((150, 200))
    qtbot.waitUntil(gc.isenabled, timeout=20 * REST_MS)


def test_a_dropped_gesture_ends_it_too(window, breaks, qtbot):
    Hand(window.canvas).press((100, 100))
    window.canvas.cancel_gesture()
    qtbot.waitUntil(gc.isenabled, timeout=20 * REST_MS)


def test_who_turned_it_off_turns_it_on(window, breaks, qtbot):
    gc.disable()
    hand = Hand(window.canvas)
    hand.drag((100, 100), (150, 100))
    qtbot.wait(2 * REST_MS)
    assert not gc.isenabled()


def test_closing_the_window_ends_it(window, breaks, user):
    from app.panels.dialogs import UnsavedAnswer

    user.unsaved = UnsavedAnswer.DISCARD
    Hand(window.canvas).press((100, 100))
    window.close()
    assert gc.isenabled()
