from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit

from app.document.stroke import Stroke
from app.panels.assist_panel import EMPTY_SENTENCE, AssistPanel
from app.panels.assist_target import TargetKind
from app.tools.base import InkStyle
from engine.attribution.messages import CategoryTarget, Estimator, Method
from tests.canvas.hand import Hand


@pytest.fixture
def panel(window) -> AssistPanel:
    return window.assist_panel


@pytest.fixture
def fake(engine):
    return engine.assist


@pytest.fixture
def drawn(window, program, qtbot):
    """A stroke drawn by hand, and the engine's answer to it."""
    program.tool_settings.set_style(InkStyle(14.0))
    Hand(window.canvas).drag((400, 100), (440, 100), (480, 100))
    qtbot.waitUntil(lambda: bool(program.assist.scored_by) and not program.bridge.busy)


def shown_to(panel: AssistPanel, widget) -> bool:
    return widget.isVisibleTo(panel)


def test_empty_it_explains_itself(panel):
    assert panel.explanation.text() == EMPTY_SENTENCE
    assert shown_to(panel, panel.explanation)
    assert not shown_to(panel, panel.tint_box)


def test_a_stroke_gets_three_guesses_and_a_tint(panel, drawn, window):
    assert not shown_to(panel, panel.explanation)
    assert [name.text() for name in panel.guesses.names] == ["cat", "dog", "bus"]
    assert [number.text() for number in panel.guesses.numbers] == ["70 %", "20 %", "<1 %"]
    assert [bar.value() for bar in panel.guesses.bars] == [700, 200, 1]
    assert panel.meaning.text() == "Blue strokes make it more like a cat, orange ones less."
    hand = Hand(window.canvas)
    rim = [hand.colour((440, 100 + away)) for away in (-3, -2, 2, 3)]
    assert any(colour.blue() > colour.red() + 80 for colour in rim)
    assert hand.colour((440, 100)).lightness() < 60  # the middle keeps the pen's black


def test_resting_on_a_stroke_the_canvas_asks_the_dock(window, drawn):
    assert window.canvas.stroke_tip(0, (410, 110)) == "helps, +1.00"


def test_tints_are_turned_off_and_on_by_box_and_key(panel, drawn, window, program, qtbot):
    panel.tint_box.click()
    assert not program.assist.tinting
    assert not window.actions_by_id["assist.tint"].isChecked()
    assert not panel.strength.isEnabled()
    assert panel.meaning.text() == ""
    assert Hand(window.canvas).is_inked((440, 100))
    window.actions_by_id["assist.tint"].trigger()
    assert panel.tint_box.isChecked()
    qtbot.waitUntil(lambda: not program.bridge.busy)


def test_the_slider_sets_the_strength(panel, drawn, window, program):
    panel.strength.setValue(50)
    assert program.assist.strength == 0.5
    half = Hand(window.canvas).colour((440, 100)).blue()
    panel.strength.setFocus()
    QTest.keyClick(panel.strength, Qt.Key.Key_End)
    assert Hand(window.canvas).colour((440, 100)).blue() == pytest.approx(2 * half, abs=4)


def test_method_and_estimator_are_chosen(panel, drawn, program, fake, qtbot):
    panel.method_box.setFocus()
    QTest.keyClick(panel.method_box, Qt.Key.Key_Down)
    QTest.keyClick(panel.estimator_box, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: not program.bridge.busy)
    payload = fake.payloads("attribute")[-1]
    assert (payload.method, payload.estimator) == (Method.PSLA, Estimator.GRADIENT)


def test_a_category_is_typed_and_completed(panel, drawn, program, fake, qtbot):
    chooser = panel.target
    assert not shown_to(panel, chooser.category)
    QTest.keyClick(chooser.box, Qt.Key.Key_Down)
    assert program.target.kind is TargetKind.CATEGORY
    assert shown_to(panel, chooser.category)
    qtbot.waitUntil(lambda: bool(program.assist.categories))
    # The list itself is not opened: the offscreen platform warns of windows that come to the front.
    completer = chooser.category.completer()
    completer.setCompletionPrefix("O")
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "dog"
    completer.activated[str].emit("dog")
    qtbot.waitUntil(lambda: panel.meaning.text().startswith("Blue strokes make it more like a dog"))
    assert fake.payloads("attribute")[-1].target == CategoryTarget("dog")
    chooser.category.setText("bus")
    QTest.keyClick(chooser.category, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.meaning.text().startswith("Blue strokes make it more like a bus"))


def test_the_photo_can_be_chosen_while_there_is_one(panel, drawn, program, photo, qtbot):
    texts = [panel.target.box.itemText(i) for i in range(panel.target.box.count())]
    assert texts == ["What it looks like", "A category"]
    program.reference.load(photo)
    qtbot.waitUntil(lambda: panel.target.box.count() == 3)
    panel.target.box.setCurrentIndex(2)
    panel.target.box.activated.emit(2)
    qtbot.waitUntil(lambda: "the photo" in panel.meaning.text())
    program.reference.remove()
    assert panel.target.box.count() == 2
    qtbot.waitUntil(lambda: not program.bridge.busy)


def test_a_text_can_be_written_where_the_encoder_knows_words(panel, drawn, program, fake, qtbot):
    program.models.in_use_changed.emit("RN101/openai")
    panel.target.box.setCurrentIndex(2)
    panel.target.box.activated.emit(2)
    assert shown_to(panel, panel.target.text)
    QTest.keyClicks(panel.target.text, "a sleeping cat")
    QTest.keyClick(panel.target.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not program.bridge.busy)
    assert fake.payloads("attribute")[-1].target.text == "a sleeping cat"


def test_reliability_is_shown_from_three_strokes_on(panel, program, qtbot, window):
    document = program.session.document
    strokes = [Stroke.from_polyline([(x, 100), (x + 30, 150)]) for x in (500, 400, 200)]
    document.apply(document.drawing.adding(*strokes), "Draw")
    qtbot.waitUntil(lambda: bool(panel.reliability.text()))
    assert panel.reliability.text() == "It agrees with your drawing order (+1.00): likely reliable."
    assert shown_to(panel, panel.reliability)


def test_what_is_wrong_stands_where_the_meaning_would(panel, drawn, program, fake, qtbot):
    fake.fault = '"unicorn" is none of the 345 categories.'
    program.target.choose(TargetKind.CATEGORY)
    program.target.name_category("unicorn")
    qtbot.waitUntil(lambda: panel.meaning.text() == fake.fault)


def test_the_dock_put_away_ends_the_tints(window, drawn, program, qtbot, fake):
    window.assist_dock.hide()
    assert not program.assist.tint_overlay.is_shown
    asked = len(fake.asked)
    Hand(window.canvas).drag((100, 300), (150, 350), (180, 300))
    qtbot.wait(40)
    assert len(fake.asked) == asked
    window.assist_dock.show()
    qtbot.waitUntil(lambda: program.assist.tint_overlay.is_shown)
    qtbot.waitUntil(lambda: not program.bridge.busy)


def test_it_lies_on_top_until_a_photo_is_sketched(window, program, photo, engine, qtbot):
    def on_top(dock) -> bool:
        return not dock.visibleRegion().isEmpty()

    assert on_top(window.assist_dock)
    assert not on_top(window.abstract_dock)
    engine.hold = True
    program.abstraction.open_photo(photo)
    qtbot.waitUntil(lambda: on_top(window.abstract_dock))
    window.assist_dock.raise_()
    qtbot.waitUntil(lambda: program.abstraction.sketch is not None)
    engine.released.set()
    qtbot.waitUntil(lambda: program.abstraction.can_start)
    assert on_top(window.assist_dock)


def test_behind_another_dock_it_is_still_at_work(window, drawn, program, fake, qtbot):
    window.abstract_dock.raise_()
    asked = len(fake.asked)
    Hand(window.canvas).drag((100, 300), (150, 350), (180, 300))
    qtbot.waitUntil(lambda: len(fake.asked) == asked + 2)
    qtbot.waitUntil(lambda: not program.bridge.busy)
    assert program.assist.tint_overlay.is_shown


def test_controls_have_names_and_take_the_keyboard(panel, drawn):
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    controls = [
        each
        for each in panel.widget().findChildren(kinds[0])
        + panel.widget().findChildren(kinds[1])
        + panel.widget().findChildren(kinds[2])
        + panel.widget().findChildren(kinds[3])
        if shown_to(panel, each)
    ]
    assert len(controls) >= 7
    for each in controls:
        assert each.accessibleName() or each.text(), each
        assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
    for each in (*panel.guesses.names, *panel.guesses.bars, panel.legend):
        assert each.accessibleName()
