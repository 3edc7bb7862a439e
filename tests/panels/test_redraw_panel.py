"""What the Redraw dock shows, and that its buttons do what they say."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.document.stroke import Stroke
from app.panels.blending import MORPH_STEPS, Place
from app.panels.redraw_panel import EMPTY_SENTENCE, RedrawPanel
from app.panels.redraw_sources import SourceKind
from app.settings import REDRAW_SPEED_PX


@pytest.fixture
def panel(window, qtbot) -> RedrawPanel:
    window.layout_of_window.bring_up(window.redraw_dock)
    panel = window.redraw_panel
    window.redraw.parts().symbols.worker.finish()
    return panel


@pytest.fixture
def redraw(window):
    return window.redraw.parts()


@pytest.fixture
def document(program):
    return program.session.document


@pytest.fixture
def answered(qtbot, program):
    def wait() -> None:
        qtbot.waitUntil(lambda: not program.bridge.busy)

    return wait


@pytest.fixture
def drawn(panel, document):
    strokes = (
        Stroke.from_polyline([(100, 100), (200, 150)]),
        Stroke.from_polyline([(300, 100), (350, 350)]),
    )
    document.apply(document.drawing.adding(*strokes), "Draw strokes")
    return strokes


def shown_to(panel, widget) -> bool:
    return widget.isVisibleTo(panel)


def test_it_is_made_when_it_is_first_seen(window, program):
    assert window.redraw_dock.widget() is None
    assert program._redraw is None
    window.layout_of_window.bring_up(window.redraw_dock)
    assert isinstance(window.redraw_dock.widget(), RedrawPanel)


def test_empty_it_explains_itself_and_offers_a_photo(panel, user):
    assert panel.explanation.text() == EMPTY_SENTENCE
    assert shown_to(panel, panel.explanation)
    assert not shown_to(panel, panel.tabs)
    assert not shown_to(panel, panel.preview_bar)
    panel.open_button.click()
    assert user.asked == ["open photo"]


def test_an_opened_photo_is_a_source_not_a_sketch(panel, program, engine, user, photo, qtbot):
    user.path = photo
    panel.open_button.click()
    qtbot.waitUntil(lambda: shown_to(panel, panel.tabs))
    page = panel.redraw_page
    assert page.source_box.currentText() == "Reference photo"
    assert shown_to(panel, page.photo)
    assert engine.payloads == []


def test_a_rectangle_on_the_photo_is_sent(panel, redraw, program, engine, photo, qtbot, answered):
    program.reference.load(photo)
    qtbot.waitUntil(lambda: redraw.sources.kind is SourceKind.PHOTO)
    page = panel.redraw_page
    page.part_button.click()
    assert page.photo.cropping
    whole = page.photo._to_view(page.photo._whole())
    start, end = whole.center().toPoint(), whole.bottomRight().toPoint()
    QTest.mousePress(page.photo, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.photo, end)
    QTest.mouseRelease(page.photo, Qt.MouseButton.LeftButton, pos=end)
    assert not page.part_button.isChecked()
    page.start_button.click()
    answered()
    region = engine.redraw.payloads("redraw")[0].source.region
    # The lower right quarter of 200 x 100 px, as exactly as a px on the screen tells.
    np.testing.assert_allclose(region, (100, 50, 200, 100), atol=1.5)
    page.whole_button.click()
    assert redraw.sources.region is None


def test_variants_are_a_strip_and_one_is_on_the_page(panel, redraw, drawn, answered):
    page = panel.redraw_page
    page.count.setValue(3)
    page.freedom.setValue(90)
    page.start_button.click()
    assert shown_to(panel, page.cancel_button)
    answered()
    assert page.strip.drawings.rowCount() == 3
    assert page.strip.row == 0
    assert redraw.session.freedom == pytest.approx(0.9)
    page.strip.setCurrentIndex(page.strip.drawings.index(2))
    assert redraw.session.chosen == 2
    assert page.state.text() == "Done in 0.2 s."
    assert shown_to(panel, panel.preview_bar)


def test_the_strip_can_be_used_from_the_keyboard(panel, redraw, drawn, answered):
    page = panel.redraw_page
    page.start_button.click()
    answered()
    page.strip.setFocus()
    QTest.keyClick(page.strip, Qt.Key.Key_Right)
    assert redraw.session.chosen == 1


def test_play_pause_keep(panel, redraw, document, drawn, settings, answered):
    panel.redraw_page.start_button.click()
    answered()
    bar = panel.preview_bar
    bar.speed.setValue(330)
    assert settings.get(REDRAW_SPEED_PX) == 330
    bar.play_button.click()
    assert bar.play_button.text() == "Pause"
    bar.play_button.click()
    assert bar.play_button.text() == "Play"
    assert redraw.preview.paused
    bar.keep_button.click()
    assert len(document.drawing.strokes) == 4
    assert not shown_to(panel, bar)
    assert panel.redraw_page.strip.row is None


def test_replace_and_drop(panel, redraw, document, drawn, program, answered):
    program.selection.select([1])
    panel.redraw_page.start_button.click()
    answered()
    bar = panel.preview_bar
    bar.drop_button.click()
    assert redraw.preview.proposal is None
    panel.redraw_page.again_button.click()
    answered()
    assert bar.replace_button.isEnabled()
    bar.replace_button.click()
    assert document.drawing.strokes[0] is drawn[0]
    assert len(document.drawing.strokes) == 3


def test_finish_page_names_the_keys_and_steps(panel, redraw, window, drawn, answered):
    page = panel.finish_page
    assert page.explanation.text().startswith("Return takes the proposal, Shift+Return")
    assert not page.accept_button.isEnabled()
    page.box.click()
    answered()
    assert window.actions_by_id["redraw.ghost"].isChecked()
    page.next_button.click()
    assert page.state.text() == "Proposal 2 of 3."
    page.accept_button.click()
    np.testing.assert_allclose(
        window._program.session.document.drawing.strokes[2].xy[-1], (450, 370)
    )


def test_slots_are_filled_from_their_menus(panel, redraw, drawn, program, answered):
    redraw.symbols.teach("tick", (np.array([(0.0, 0.0), (1.0, 1.0)]),))
    program.selection.select([0])
    page = panel.blend_page
    texts = [each.text() for each in page.menu_of(Place.A).actions() if not each.isSeparator()]
    assert texts == ["Selected Strokes", "Whole Drawing", "tick", "Empty It"]
    for place, row in ((Place.A, 0), (Place.B, 1)):
        page.menu_of(place).actions()[row].trigger()
    action = next(each for each in page.menu_of(Place.C).actions() if each.text() == "tick")
    action.trigger()
    answered()
    assert [len(redraw.blend.slots[place].lines) for place in Place] == [1, 2, 1]
    assert page.slots[Place.C].toolTip() == "C: tick"
    assert page.sum_button.text() == "Draw A − B + C"
    page.sum_button.click()
    answered()
    assert redraw.preview.proposal.name == "Blend"


def test_the_slider_answers_at_once(panel, redraw, drawn, engine, answered):
    page = panel.blend_page
    assert not page.slider.isEnabled()
    for place in (Place.A, Place.B):
        page.menu_of(place).actions()[1].trigger()
    assert "On the way" in page.state.text()
    answered()
    assert page.slider.maximum() == MORPH_STEPS - 1
    asked = len(engine.redraw.asked)
    page.slider.setValue(MORPH_STEPS - 1)
    np.testing.assert_allclose(redraw.preview.proposal.lines[0][0], (200, 100))
    assert len(engine.redraw.asked) == asked


def test_symbols_are_taught_listed_renamed_deleted(panel, redraw, drawn, window, program, qtbot):
    page = panel.symbols_page
    program.selection.select([1])
    assert not page.teach_button.isEnabled()
    page.name.setText("slope")
    page.teach_button.click()
    assert page.name.text() == ""
    QTest.keyClicks(page.name, "slope")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    model = page.list.drawings
    assert model.index(0).data() == "slope  (2)"
    panel.tabs.setCurrentIndex(3)
    entries = {each.text(): each for each in page.menu().actions()}
    entries["Rename"].trigger()
    editor = page.list.findChild(QLineEdit)
    assert editor.text() == "slope"
    QTest.keyClicks(editor, "hill")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: redraw.symbols.book.names == ("hill",))
    assert page.chosen.name == "hill"
    page.delete_button.click()
    assert not shown_to(panel, page.list)
    window.message_bar.answer("Bring It Back").click()
    assert model.index(0).data() == "hill  (2)"


def test_with_nothing_to_teach_it_says_so(panel, redraw, drawn, qtbot):
    with qtbot.waitSignal(redraw.trouble) as told:
        assert not redraw.teach("slope")
    assert "select its strokes" in told.args[0]


def test_a_symbol_is_inserted_clean_in_the_middle_selected(panel, redraw, program, document):
    redraw.symbols.teach("tick", (np.array([(0.0, 0.0), (2.0, 1.0)]),))
    page = panel.symbols_page
    page.list.setCurrentIndex(page.list.drawings.index(0))
    page.insert_button.click()
    (stroke,) = document.drawing.strokes
    # A quarter of 768 px around (512, 384).
    np.testing.assert_allclose(stroke.xy, [(416, 336), (608, 432)])
    assert program.selection.ids == {0}
    assert document.history.undo_text == "Symbol tick"


def test_symbols_are_exported_and_imported(panel, redraw, user, tmp_path, window):
    redraw.symbols.teach("tick", (np.array([(0.0, 0.0), (2.0, 1.0)]),))
    user.path = tmp_path / "mine.json"
    page = panel.symbols_page
    entries = {each.text(): each for each in page.menu().actions()}
    entries["Export…"].trigger()
    redraw.symbols.worker.finish()
    redraw.symbols.delete("tick")
    entries = {each.text(): each for each in page.menu().actions()}
    assert not entries["Export…"].isEnabled()
    entries["Import…"].trigger()
    redraw.symbols.worker.finish()
    assert redraw.symbols.book.names == ("tick",)
    assert user.asked == ["export symbols.json", "import symbols"]
    assert window.message_bar.text == "Imported 1 symbols."


def test_what_looks_like_a_symbol_is_said_and_made_clean(panel, redraw, window, document, answered):
    from tests.canvas.hand import Hand

    redraw.symbols.teach("ring", (np.array([(0.0, 0.0), (2.0, 1.0), (0.0, 1.0)]),))
    page = panel.symbols_page
    Hand(window.canvas).drag((100, 100), (200, 110), (220, 200))
    answered()
    panel.tabs.setCurrentIndex(3)
    assert page.known.text() == "Looks like: ring, 82 %"
    assert "(S)" in page.use_button.toolTip()
    page.use_button.click()
    assert document.history.undo_text == "Symbol ring"
    assert not shown_to(panel, page.use_button)
    page.recognise_box.click()
    assert not page.gestures_box.isEnabled()
    assert not window.actions_by_id["symbols.recognise"].isChecked()


def test_commands_follow_what_is_possible(window, redraw, drawn, answered, panel):
    actions = window.actions_by_id
    for each in ("redraw.again", "redraw.play", "redraw.keep", "redraw.replace", "redraw.accept"):
        assert not actions[each].isEnabled()
    actions["redraw.start"].trigger()
    answered()
    for each in ("redraw.again", "redraw.play", "redraw.keep", "redraw.replace", "redraw.drop"):
        assert actions[each].isEnabled()
    actions["redraw.play"].trigger()
    assert redraw.preview.playing
    actions["redraw.drop"].trigger()
    assert not actions["redraw.keep"].isEnabled()


def test_symbols_are_known_before_the_dock_is_seen(program, state_folder, qtbot):
    from app.main_window import MainWindow
    from app.program import SYMBOLS_FILE
    from engine.sketchembed.symbol_book import SymbolBook

    book = SymbolBook().taught("tick", [np.array([(0.0, 0.0), (1.0, 1.0)])])
    (state_folder / SYMBOLS_FILE).write_bytes(book.to_json())
    window = MainWindow(program)
    qtbot.addWidget(window)
    assert program._redraw is not None
    qtbot.waitUntil(lambda: program._redraw.symbols.book.names == ("tick",))
    assert window.redraw_dock.widget() is None
    window.canvas.release()
    window.shortcuts.release()


def test_every_control_has_a_name(panel, drawn, redraw, answered):
    from tests.test_accessibility import focusable, unnamed

    redraw.symbols.teach("tick", (np.array([(0.0, 0.0), (1.0, 1.0)]),))
    redraw.session.start()
    answered()
    assert len(list(focusable(panel))) > 15
    assert unnamed(panel) == []
