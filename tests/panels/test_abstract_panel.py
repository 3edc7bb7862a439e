from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.panels.abstract_panel import EMPTY_SENTENCE, AbstractPanel
from app.panels.abstraction import Phase


@pytest.fixture
def panel(window) -> AbstractPanel:
    return window.abstract_panel


def shown_to(panel: AbstractPanel, widget) -> bool:
    return widget.isVisibleTo(panel)


def test_empty_it_explains_itself_and_offers_a_photo(panel, user):
    assert panel.explanation.text() == EMPTY_SENTENCE
    assert shown_to(panel, panel.explanation)
    assert not shown_to(panel, panel.slider)
    panel.open_button.click()
    assert user.asked == ["open photo"]


def test_the_chosen_photo_is_sketched_and_kept(panel, program, user, photo, qtbot):
    user.path = photo
    panel.open_button.click()
    qtbot.waitUntil(lambda: panel.keep_button.isEnabled())
    assert not shown_to(panel, panel.explanation)
    qtbot.waitUntil(lambda: shown_to(panel, panel.start_button))
    assert not shown_to(panel, panel.cancel_button)
    assert panel.state.text() == "Done in 7 s."
    panel.keep_button.click()
    assert len(program.session.document.drawing.strokes) == panel.slider.value()
    assert not panel.keep_button.isEnabled()
    assert not panel.photo_box.isChecked()


def test_progress_and_cancel_are_there_while_it_runs(panel, program, engine, photo, qtbot):
    engine.hold = True
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: panel.progress.value() == 500)
    assert shown_to(panel, panel.progress)
    assert panel.state.text() == "Iteration 10"
    panel.cancel_button.click()
    assert program.abstraction.phase is Phase.IDLE
    assert not shown_to(panel, panel.progress)
    assert panel.keep_button.isEnabled()


def test_slider_and_number_go_together(panel, program):
    panel.slider.setValue(40)
    assert panel.number.value() == 40
    panel.number.setValue(12)
    assert panel.slider.value() == 12
    assert program.abstraction.strokes == 12


def test_the_range_is_4_to_64(panel):
    for control in (panel.slider, panel.number):
        assert (control.minimum(), control.maximum()) == (4, 64)


def test_the_photo_can_be_hidden_and_removed(panel, program, photo, qtbot):
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(
        lambda: program.abstraction.phase is Phase.IDLE and panel.keep_button.isEnabled()
    )
    panel.photo_box.click()
    assert not program.abstraction.photo_shown
    panel.remove_button.click()
    assert program.abstraction.phase is Phase.EMPTY
    assert shown_to(panel, panel.explanation)


def test_it_can_be_used_from_the_keyboard(panel, program, photo, qtbot, window):
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(
        lambda: program.abstraction.phase is Phase.IDLE and panel.keep_button.isEnabled()
    )
    panel.slider.setFocus()
    QTest.keyClick(panel.slider, Qt.Key.Key_Right)
    assert program.abstraction.strokes == 17
    panel.keep_button.setFocus()
    QTest.keyClick(panel.keep_button, Qt.Key.Key_Space)
    assert program.session.document.history.undo_text.startswith("Sketch of")


def test_controls_have_names_for_screen_readers(panel):
    for control in (panel.slider, panel.number, panel.progress):
        assert control.accessibleName()
