from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.document.drawing import Drawing
from app.panels.tour import sample_drawing
from app.settings import TOUR_OFFERED
from tests.canvas.hand import Hand


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def tour(window, qtbot):
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_by_id["help.tour"].trigger()
    return window.windows.tour


def test_it_is_offered_once_and_not_over_something_else(window, settings, program):
    window.message_bar.show_message("Something", window.message_bar.kind)
    window.offer_tour()
    assert window.message_bar.text == "Something"
    window.message_bar.close_message()
    window.offer_tour()
    assert "tour of five steps" in window.message_bar.text
    window.message_bar.answer("Not Now").click()
    assert window.windows.tour is None
    assert settings.get(TOUR_OFFERED)
    window.offer_tour()
    assert window.message_bar.text == ""


def test_five_steps_on_the_sample_then_an_empty_page(tour, window, document):
    assert document.drawing == sample_drawing()
    assert len(document.drawing.strokes) > 15
    assert not document.dirty
    texts = []
    while tour.at >= 0:
        texts.append(tour.card.text)
        tour.card.next_button.click()
    assert len(set(texts)) == 5
    assert not tour.card.isVisible()
    assert not tour.spotlight.isVisible()
    assert document.drawing == Drawing()


def test_its_keys_are_those_of_now(tour, window):
    tour.end()
    window.shortcuts.assign("tool.pen", [QKeySequence("D")])
    window.windows.start_tour()
    window.windows.tour.go_on()
    assert "(D)" in window.windows.tour.card.text
    window.windows.tour.end()


def test_one_can_draw_meanwhile_and_keeps_what_was_drawn(tour, window, document):
    Hand(window.canvas).drag((300, 300), (400, 300))
    strokes = len(document.drawing.strokes)
    tour.card.skip_button.click()
    assert tour.at == -1
    assert len(document.drawing.strokes) == strokes


def test_a_drawing_that_is_there_stays(window, document, line):
    document.apply(document.drawing.adding(line), "Draw stroke")
    before = document.drawing
    window.windows.start_tour()
    assert document.drawing is before
    window.windows.tour.end()
    assert document.drawing is before


def test_keys_lead_through_it(tour):
    QTest.keyClick(tour.card.next_button, Qt.Key.Key_Return)
    assert tour.at == 1
    tour.card.back_button.click()
    assert tour.at == 0
    assert not tour.card.back_button.isEnabled()
    QTest.keyClick(tour.card.next_button, Qt.Key.Key_Escape)
    assert tour.at == -1


def test_the_card_stays_in_the_window_and_off_what_it_is_about(tour, window):
    window.resize(900, 640)
    for _ in range(5):
        card, step = tour.card.geometry(), tour._steps[tour.at]
        assert window.rect().contains(card)
        target = step.target()
        place = QRect(target.mapTo(window, QPoint()), target.size())
        if target is not window.canvas:
            assert not card.intersects(place)
        tour.go_on()


def test_the_spotlight_darkens_everything_else(tour, window, document):
    picture = window.grab().toImage()
    bar = window.tool_bar.mapTo(window, QPoint(window.tool_bar.width() // 2, 6))
    dark = picture.pixelColor(bar).lightness()
    tour.end()
    assert dark < window.grab().toImage().pixelColor(bar).lightness()
