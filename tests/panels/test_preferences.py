from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QSpinBox, QToolButton

from app.input.smoothing import Smoothing
from app.look import palette
from app.options import OneOf, Option, Within
from app.panels.option_editors import OptionRow, make_editor, value_text
from app.settings import (
    KEYS_PRESET,
    LOOK_ICON_PX,
    LOOK_THEME,
    OPTIONS,
    PEN_COLOUR,
    PEN_SMOOTHING,
    PEN_WIDTH_PX,
    Settings,
)


@pytest.fixture
def dialog(window):
    window.windows.show_preferences()
    yield window.windows.preferences
    window.windows.preferences.close()


def test_every_shown_setting_has_a_row_with_a_control_and_a_name(dialog):
    shown = {option.key for option in OPTIONS if option.shown}
    assert set(dialog.rows) == shown
    assert {"look.theme", "pen.width_px", "keys.preset"} <= shown
    for row in dialog.rows.values():
        assert row.editor.accessibleName() == row.option.text
        assert row.reset_button.accessibleName()


def test_a_change_counts_at_once_and_comes_back_with_reset(dialog, window, program):
    row = dialog.rows[PEN_WIDTH_PX.key]
    assert not row.reset_button.isEnabled()
    row.editor.setValue(9.5)
    assert program.toolbox.pen.style.width_px == 9.5
    assert window.pen_options.width_box.value() == 9.5
    assert row.reset_button.toolTip() == "Back to 3 px"
    row.reset_button.click()
    assert program.toolbox.pen.style.width_px == 3.0
    assert not row.reset_button.isEnabled()


def test_what_changes_elsewhere_is_shown(dialog, window):
    window.pen_options.width_box.setValue(12.0)
    assert dialog.rows[PEN_WIDTH_PX.key].editor.value() == 12.0
    window.pen_options.set_colour("#2060c0")
    assert dialog.rows[PEN_COLOUR.key].editor.property("colour") == "#2060c0"


def test_smoothing_and_the_abstraction_follow(dialog, window, program):
    box = dialog.rows[PEN_SMOOTHING.key].editor
    box.setCurrentIndex(box.findData("off"))
    assert program.toolbox.pen.smoothing is Smoothing.OFF
    assert not window.actions_by_id["tool.smoothing"].isChecked()
    dialog.rows["abstract.strokes"].editor.setValue(30)
    assert program.abstraction.strokes == 30
    program.abstraction.set_strokes(12)
    assert dialog.rows["abstract.strokes"].editor.value() == 12


def test_theme_and_icon_size_count_at_once(dialog, window, qapp, settings):
    before = qapp.palette()
    settings.set(LOOK_THEME, "dark")
    assert qapp.palette().window().color() == palette("dark").window().color()
    assert window.palette().window().color().lightness() < 80
    settings.set(LOOK_THEME, "light")
    assert qapp.palette().window().color().lightness() > 200
    settings.reset(LOOK_THEME)
    assert qapp.palette() == before
    settings.set(LOOK_ICON_PX, 32)
    assert window.tool_bar.iconSize().width() == 32


def test_the_search_finds_settings_and_shortcuts(dialog):
    def shown() -> list[str]:
        items = [dialog.sections.item(i) for i in range(dialog.sections.count())]
        return [item.text() for item in items if not item.isHidden()]

    everything = shown()
    dialog.search.setText("colour pen")
    assert shown() == ["Pen", "Pencil", "Tools"]
    assert dialog.rows[PEN_COLOUR.key].isVisible()
    assert not dialog.rows[PEN_WIDTH_PX.key].isVisible()
    dialog.search.setText("dark")
    assert shown() == ["Look"]
    dialog.search.setText("ctrl+shift+o")
    assert shown() == ["Keyboard"]
    assert dialog.shortcuts_page.isVisible()
    dialog.search.setText("no such thing")
    assert shown() == []
    assert dialog.nothing.isVisible()
    dialog.search.clear()
    assert shown() == everything


def test_all_can_be_reset_and_the_reset_taken_back(dialog, settings, window):
    settings.set(PEN_WIDTH_PX, 8.0)
    window.shortcuts.assign("tool.pen", [QKeySequence("D")])
    dialog.reset_button.click()
    assert settings.get(PEN_WIDTH_PX) == PEN_WIDTH_PX.default
    assert window.actions_by_id["tool.pen"].shortcut() == QKeySequence("B")
    assert dialog.reset_button.text() == "Undo Reset"
    dialog.reset_button.click()
    assert settings.get(PEN_WIDTH_PX) == 8.0
    assert window.actions_by_id["tool.pen"].shortcut() == QKeySequence("D")
    assert dialog.reset_button.text() == "Reset All"


def test_closing_writes_the_file(dialog, settings, tmp_path):
    dialog.rows[PEN_WIDTH_PX.key].editor.setValue(7.0)
    dialog.close()
    assert Settings(tmp_path / "settings.json").get(PEN_WIDTH_PX) == 7.0


# --- Shortcuts ---------------------------------------------------------------------------------


def test_keys_are_pressed_and_assigned(dialog, window):
    page = dialog.shortcuts_page
    dialog.show_section("Keyboard")
    page.select("tool.pen")
    assert page.keys_shown("tool.pen") == "B"
    QTest.keyClick(page.entry, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert page.state.text() == ""
    page.assign_button.click()
    assert page.keys_shown("tool.pen") == "Alt+D"
    assert window.actions_by_id["tool.pen"].toolTip().endswith("(Alt+D)")
    page.reset_button.click()
    assert page.keys_shown("tool.pen") == "B"
    page.remove_button.click()
    assert page.keys_shown("tool.pen") == ""
    assert not page.remove_button.isEnabled()


def test_a_conflict_is_named_before_keys_are_taken(dialog):
    page = dialog.shortcuts_page
    page.select("tool.pen")
    page.entry.setKeySequence(QKeySequence("E"))
    assert page.state.text() == "E belongs to “Eraser”, which loses it."
    assert page.assign_button.text() == "Take Over"
    page.assign_button.click()
    assert page.keys_shown("tool.pen") == "E"
    assert page.keys_shown("tool.eraser") == ""


def test_the_canvas_keeps_its_own_keys(dialog):
    page = dialog.shortcuts_page
    page.select("tool.pen")
    page.entry.setKeySequence(QKeySequence(Qt.Key.Key_Space))
    assert not page.assign_button.isEnabled()
    assert "Space moves the page" in page.state.text()


def test_a_preset_changes_the_table(dialog, settings):
    settings.set(KEYS_PRESET, "inkscape")
    assert dialog.shortcuts_page.keys_shown("tool.pencil") == "P, F6"


# --- Controls ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "kind"),
    [
        (Option("a.b", 3, "B", Within(0, 9)), QSpinBox),
        (Option("a.b", 0.5, "B", Within(0, 1, 0.05)), QAbstractSpinBox),
        (Option("a.b", "x", "B", OneOf({"x": "X", "y": "Y"})), QComboBox),
        (PEN_COLOUR, QToolButton),
    ],
)
def test_a_control_shows_a_value_without_changing_it(qtbot, option, kind, tmp_path):
    settings = Settings(tmp_path / "s.json")
    row = OptionRow(option, settings)
    qtbot.addWidget(row)
    assert isinstance(row.editor, kind)
    assert settings.is_default(option)
    row.release()


def test_check_boxes_and_texts(qtbot):
    told: list[object] = []
    box, show = make_editor(Option("a.on", False, "On"), told.append)
    qtbot.addWidget(box)
    show(True)
    box.click()
    line, show = make_editor(Option("a.text", "", "Text"), told.append)
    qtbot.addWidget(line)
    show("abc")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert told[-2:] == [False, "abc"]
    with pytest.raises(TypeError, match=r"a\.list"):
        make_editor(Option("a.list", ("x",), "List"), told.append)


def test_values_as_people_read_them():
    assert value_text(PEN_WIDTH_PX, 3.0) == "3 px"
    assert value_text(LOOK_THEME, "system") == "As the system"
    assert value_text(Option("a.b", True, "B"), True) == "on"
