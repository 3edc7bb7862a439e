"""Garbage and long jobs wait for the pen."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from app.pen_first import REST_MS
from tests.canvas.hand import Hand


@pytest.fixture(autouse=True)
def enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


@pytest.fixture
def held(program, monkeypatch) -> list[bool]:
    """What the engine was told."""
    told: list[bool] = []
    plain = program.bridge.hold
    monkeypatch.setattr(program.bridge, "hold", lambda held: (told.append(held), plain(held)))
    return told


def test_not_during_a_gesture_nor_right_after(held, window, qtbot):
    hand = Hand(window.canvas)
    assert gc.isenabled()
    hand.press((100, 100))
    assert not gc.isenabled()
    hand.move((150, 100))
    hand.release((150, 100))
    assert not gc.isenabled()
    hand.press((100, 200))
    hand.release((150, 200))
    assert held == [True]
    qtbot.waitUntil(gc.isenabled, timeout=20 * REST_MS)
    assert held == [True, False]


def test_a_dropped_gesture_ends_it_too(held, window, qtbot):
    Hand(window.canvas).press((100, 100))
    window.canvas.cancel_gesture()
    qtbot.waitUntil(gc.isenabled, timeout=20 * REST_MS)
    assert held == [True, False]


def test_who_turned_it_off_turns_it_on(held, window, qtbot):
    gc.disable()
    hand = Hand(window.canvas)
    hand.drag((100, 100), (150, 100))
    qtbot.wait(2 * REST_MS)
    assert not gc.isenabled()
    assert held == [True, False]


def test_closing_the_window_ends_it(held, window, user):
    from app.panels.dialogs import UnsavedAnswer

    user.unsaved = UnsavedAnswer.DISCARD
    Hand(window.canvas).press((100, 100))
    window.close()
    assert gc.isenabled()
    assert held == [True, False]


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_of_a_gesture_goes_after_it(window, qtbot):
    gc.collect()
    hand = Hand(window.canvas)
    hand.press((100, 100))
    gone = weakref.ref(Knot())
    assert gone() is not None
    hand.release((150, 100))
    qtbot.waitUntil(lambda: gone() is None)
    assert not gc.isenabled()


def test_older_garbage_goes_when_another_document_is_opened(window, program, qtbot):
    hand = Hand(window.canvas)
    knot = Knot()
    hand.drag((100, 100), (150, 100))
    qtbot.waitUntil(gc.isenabled, timeout=20 * REST_MS)
    old = weakref.ref(knot)
    del knot
    assert old() is not None
    program.session.document.new()
    assert old() is None
