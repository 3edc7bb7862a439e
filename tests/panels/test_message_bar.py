from __future__ import annotations

import pytest

from app.panels import message_bar as module
from app.panels.message_bar import Answer, MessageBar, MessageKind


@pytest.fixture
def bar(qtbot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    yield bar
    bar.close_message()


def test_without_a_message_it_is_hidden(bar):
    assert bar.isHidden()
    assert bar.text == ""


def test_a_message_stays_until_it_is_closed(bar, qtbot):
    bar.show_message("holiday.jpg is no picture.", MessageKind.TROUBLE)
    assert bar.text == "holiday.jpg is no picture."
    assert bar.accessibleDescription() == bar.text
    bar.close_message()
    assert bar.text == ""


def test_a_notice_goes_by_itself(bar, qtbot):
    bar.show_message("Exported.", MessageKind.NOTICE)
    assert bar.text == "Exported."
    assert bar.closes_in_ms == pytest.approx(module.NOTICE_MS, abs=1000)
    bar.show_message("No.", MessageKind.TROUBLE)
    assert bar.closes_in_ms is None


def test_an_answer_closes_the_message_and_is_told(bar):
    given = []
    answers = (Answer("Yes", lambda: given.append("yes")), Answer("No", lambda: given.append("no")))
    bar.show_message("Restore?", MessageKind.NOTICE, answers)
    assert bar.closes_in_ms is None
    bar.answer("No").click()
    assert given == ["no"]
    assert bar.text == ""


def test_an_answer_may_bring_the_next_message(bar):
    again = Answer("Next", lambda: bar.show_message("Second", MessageKind.TROUBLE))
    bar.show_message("First", MessageKind.NOTICE, (again,))
    bar.answer("Next").click()
    assert bar.text == "Second"


def test_text_is_never_taken_for_markup(bar):
    bar.show_message("<b>x</b>.svg is damaged.", MessageKind.TROUBLE)
    assert bar.text == "<b>x</b>.svg is damaged."
