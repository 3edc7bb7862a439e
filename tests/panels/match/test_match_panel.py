from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.stroke import Stroke
from app.panels.match_panel import DRAW_SENTENCE, EMPTY_SENTENCE
from app.panels.match_warp import Warped
from tests.test_accessibility import focusable, unnamed


@pytest.fixture
def drawn(with_photo, document, settled):
    """One stroke, the first half of its points on the left."""
    stroke = Stroke.from_polyline([(x, 300) for x in (200, 300, 700, 800)])
    document.apply(document.drawing.adding(stroke), "Draw")
    settled()
    return stroke


def shown(panel, widget) -> bool:
    return widget.isVisibleTo(panel)


def test_empty_it_explains_itself_in_one_sentence(panel):
    assert panel.explanation.text() == EMPTY_SENTENCE
    assert shown(panel, panel.explanation)
    assert shown(panel, panel.open_button)
    assert not shown(panel, panel.view)
    assert not shown(panel, panel.slider)


def test_a_photo_is_chosen_and_not_sketched(panel, user, photo, program, qtbot, engine):
    user.path = photo
    panel.open_button.click()
    qtbot.waitUntil(lambda: program.reference.photo is not None)
    assert user.asked == ["open photo"]
    assert engine.payloads == []
    assert shown(panel, panel.view)
    assert panel.state.text() == DRAW_SENTENCE
    assert not panel.slider.isEnabled()
    assert not shown(panel, panel.legend)


def test_nothing_chosen_is_nothing_done(panel, user, program):
    panel.open_button.click()
    assert program.reference.photo is None
    assert not program.reference.is_loading


def test_matched_it_says_how_sure_it_is(panel, drawn):
    assert panel.state.text() == "Sure of 50 % of the lines."
    assert shown(panel, panel.legend)
    assert panel.slider.isEnabled()
    assert panel.pull_button.isEnabled()


def test_what_is_wrong_stands_there(panel, drawn, fake, document, qtbot):
    fake.fault = "The photo is of one even colour: there is nothing on it to find."
    document.apply(document.drawing.adding(drawn), "Draw")
    qtbot.waitUntil(lambda: panel.state.text() == fake.fault)
    assert not panel.slider.isEnabled()
    assert not shown(panel, panel.legend)


def test_lines_are_seen_on_the_photo_and_dimmed_while_asked_anew(
    panel, drawn, fake, document, settled
):
    def picture():
        return panel.view.grab().toImage()

    known = picture()
    fake.hold = True
    document.apply(document.drawing.adding(Stroke.from_polyline([(300, 500), (300, 510)])), "x")
    stale = picture()
    assert stale != known
    fake.released.set()
    settled()
    assert picture() != stale


def test_the_photo_is_laid_under_the_drawing_or_not(panel, drawn, program):
    assert panel.under_box.isChecked()
    panel.under_box.click()
    assert not program.reference.is_shown
    program.reference.set_shown(True)
    assert panel.under_box.isChecked()


def test_by_keyboard_the_drawing_is_warped(panel, drawn, match, qtbot):
    panel.warped_box.setFocus()
    QTest.keyClick(panel.warped_box, Qt.Key.Key_Down)
    assert match.warp.warped is Warped.DRAWING
    panel.slider.setFocus()
    QTest.keyClick(panel.slider, Qt.Key.Key_End)
    assert match.warp.drawing_amount == 1.0


def test_the_view_zooms_and_the_lines_with_it(panel, drawn):
    before = panel.view.scale
    panel.view.zoom_by(2.0)
    assert panel.view.scale == pytest.approx(2 * before)
    zoomed = panel.view.grab().toImage()
    panel.view.fit()
    assert panel.view.scale == before
    assert panel.view.grab().toImage() != zoomed


def test_without_the_photo_it_is_empty_again(panel, drawn, program):
    program.reference.remove()
    assert shown(panel, panel.explanation)
    assert not shown(panel, panel.view)


def test_the_commands_are_in_the_photo_menu(window):
    ids = [action.objectName() for action in window.actions_by_id.menu("&Photo").actions()]
    assert {"match.pull", "match.grid", "match.show"} <= set(ids)
    assert not window.actions_by_id["match.pull"].isEnabled()


def test_the_flow_command_brings_the_dock_up(window, qtbot):
    window.actions_by_id["match.grid"].trigger()
    qtbot.waitUntil(lambda: window.match.panel.isVisible())
    assert window.match.panel.match.warp.grid_shown


def test_every_control_has_a_name(panel, drawn):
    assert len(list(focusable(panel))) >= 8
    assert unnamed(panel) == []
