from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.panels.abstract_panel import EMPTY_SENTENCE, AbstractPanel
from app.panels.abstraction import Around, Phase
from app.panels.mask_dialog import MaskDialog
from app.settings import ABSTRACT_HAND_DRAWN, ABSTRACT_SPEED_PX, ABSTRACT_WIDTH_PERCENT


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


@pytest.fixture
def sketched(panel, program, photo, qtbot) -> AbstractPanel:
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: program.abstraction.can_reroll)
    return panel


def test_the_rungs_that_are_ready_are_named(sketched, engine, qtbot):
    assert sketched.rungs.text() == "Ready at once: 16; more to come"
    engine.climbs = True
    qtbot.waitUntil(lambda: sketched.rungs.text() == "Ready at once: 4, 8, 16, 32, 64")


def test_fewest_moves_the_slider_when_the_ladder_is_done(sketched, engine, qtbot):
    sketched.fewest_button.click()
    assert not sketched.fewest_button.isEnabled()
    assert sketched.rungs.text().startswith("Looking for the fewest")
    engine.climbs = True
    qtbot.waitUntil(lambda: sketched.slider.value() == 8)


def test_a_chosen_stroke_can_be_made_anew(sketched, program, engine, qtbot):
    assert not sketched.subject.reroll_button.isEnabled()
    sketched.view.choose(2)
    sketched.subject.reroll_button.click()
    qtbot.waitUntil(lambda: len(engine.payloads) == 2 and program.abstraction.can_reroll)
    assert len(engine.payloads[1].leave.still) == 15


def test_a_locked_region_can_be_unlocked(sketched, program):
    assert not shown_to(sketched, sketched.subject.unlock_button)
    program.abstraction.set_region((0.0, 0.0, 50.0, 50.0))
    assert shown_to(sketched, sketched.subject.unlock_button)
    sketched.subject.unlock_button.click()
    assert program.abstraction.region is None


def test_what_it_is_drawn_around_is_chosen_in_the_dock(sketched, program):
    box = sketched.subject.around_box
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert program.abstraction.around is Around.DRAWING
    sketched.subject.scene_box.click()
    assert program.abstraction.subject.whole_scene


def test_the_sketch_is_played_at_the_users_speed(sketched, program, settings):
    play, playback = sketched.play, program.abstraction.on_page.playback
    assert not shown_to(sketched, play.stop_button)
    play.next_button.click()
    play.next_button.click()
    assert play.state.text() == "2/16"
    play.back_button.click()
    assert play.state.text() == "1/16"
    play.speed.setValue(700)
    assert playback.speed == 700
    assert settings.get(ABSTRACT_SPEED_PX) == 700
    play.play_button.click()
    assert playback.playing
    play.play_button.click()
    assert not playback.playing
    play.stop_button.click()
    assert not playback.is_on
    assert not shown_to(sketched, play.stop_button)


def test_the_look_is_set_in_the_dock_and_in_the_preferences(sketched, settings):
    sketched.look.width_box.setValue(200)
    sketched.look.hand_box.click()
    assert settings.get(ABSTRACT_WIDTH_PERCENT) == 200
    assert settings.get(ABSTRACT_HAND_DRAWN)
    settings.set(ABSTRACT_HAND_DRAWN, False)
    assert not sketched.look.hand_box.isChecked()


def test_the_mask_is_corrected_in_a_dialog(sketched, window, qtbot):
    sketched.subject.mask_button.click()
    dialog = window.findChild(MaskDialog)
    assert dialog.isVisible()
    dialog.cancel_button.click()
    qtbot.waitUntil(lambda: window.findChild(MaskDialog) is None)
