"""The options in the tool bar: per kind of ink, for erasers, for what is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ink_settings import INK_SETTINGS
from app.input.pressure_curve import LINEAR, PressureCurve
from app.input.smoothing import Smoothing
from app.panels.ink_panel import InkPanel
from app.panels.pressure_editor import PressureEditor
from app.settings import Settings
from app.tools.ink_options import DEFAULT_INK, InkKind
from tests.canvas.hand import Hand


@pytest.fixture
def bar(window):
    return window.pen_options


@pytest.fixture
def choose(window):
    return lambda name: window.actions_by_id[f"tool.{name}"].trigger()


def test_each_kind_of_ink_has_its_own_style(window, program, bar, choose, settings, tmp_path):
    bar.width_box.setValue(5)
    choose("marker")
    assert bar.width_box.value() == 18
    assert bar.opacity_box.value() == 50
    bar.opacity_box.setValue(30)
    bar.set_colour("#00ff00")
    choose("pencil")
    assert bar.style_shown == DEFAULT_INK[InkKind.PENCIL].style
    choose("pen")
    assert bar.width_box.value() == 5
    assert program.toolbox.ink[InkKind.MARKER].style.colour == "#00ff00"
    settings.save()
    again = Settings(tmp_path / "settings.json")
    assert INK_SETTINGS[InkKind.MARKER].load(again).style.opacity == 0.3
    assert INK_SETTINGS[InkKind.PEN].load(again).style.width_px == 5


def test_the_stabiliser_is_set_per_kind(window, program, choose):
    smooth = window.actions_by_id["tool.smoothing"]
    program.settings.set(INK_SETTINGS[InkKind.PEN].smoothing, "pulled")
    choose("marker")
    smooth.trigger()
    assert program.toolbox.ink[InkKind.MARKER].smoothing is Smoothing.OFF
    choose("pen")
    assert smooth.isChecked()
    assert program.toolbox.pen.smoothing is Smoothing.PULLED
    smooth.trigger()
    assert program.toolbox.pen.smoothing is Smoothing.OFF
    smooth.trigger()
    assert program.toolbox.pen.smoothing is Smoothing.PULLED


def test_an_eraser_has_a_reach_only(window, program, bar, choose):
    choose("eraser-part")
    assert bar.radius_box.isVisibleTo(window)
    assert not bar.colour_button.isVisibleTo(window)
    bar.radius_box.setValue(20)
    assert program.toolbox.partial_eraser.radius_px == 20
    assert program.toolbox.eraser.radius_px == 20
    assert window.canvas.cursor().pixmap().width() > 40
    choose("hand")
    assert not bar.radius_box.isVisibleTo(window)


def test_what_is_selected_is_restyled(window, program, bar, choose, line):
    document = program.session.document
    document.apply(document.drawing.adding(line, line.with_style(width_px=3)), "Draw")
    choose("select")
    assert not bar.width_box.isVisibleTo(window)
    program.selection.select([0, 1])
    assert bar.width_box.isVisibleTo(window)
    assert not bar.ink_button.isVisibleTo(window)
    assert bar.width_box.value() == 8
    bar.set_colour("#ff0000")
    strokes = document.drawing.strokes
    assert [s.colour for s in strokes] == ["#ff0000", "#ff0000"]
    assert [s.width_px for s in strokes] == [8, 3], "only what was changed"
    assert document.history.undo_text == "Restyle 2 strokes"
    bar.width_box.setValue(6)
    assert [s.width_px for s in document.drawing.strokes] == [6, 6]
    choose("pen")
    assert bar.width_box.value() == 3
    assert program.toolbox.pen.style.colour == "#000000"


def test_the_panel_sets_the_kind_in_use(window, program, bar, choose):
    choose("pencil")
    bar.ink_menu.aboutToShow.emit()
    panel = bar.panel
    assert isinstance(panel, InkPanel)
    panel.rows["taper_px"].editor.setValue(40)
    panel.rows["tilt"].editor.setValue(1.0)
    assert program.toolbox.ink[InkKind.PENCIL].options.taper_px == 40
    assert program.toolbox.ink[InkKind.PENCIL].options.tilt == 1
    assert program.toolbox.pen.options.taper_px == 0
    panel.pressure.changed.emit(PressureCurve(((0, 0.3), (1, 0.6))))
    assert program.toolbox.ink[InkKind.PENCIL].options.pressure(1.0) == 0.6
    program.settings.reset(INK_SETTINGS[InkKind.PENCIL].pressure)
    assert panel.pressure.curve == DEFAULT_INK[InkKind.PENCIL].pressure
    bar.ink_menu.aboutToHide.emit()
    assert bar.panel is None


def test_the_marker_draws_broad_and_see_through(window, program, choose):
    choose("marker")
    hand = Hand(window.canvas)
    hand.drag((100, 100), (300, 100))
    (stroke,) = program.session.document.drawing.strokes
    assert (stroke.width_px, stroke.opacity) == (18, 0.5)
    assert hand.colour((200, 100)).name() == "#ffe89d"


# --- Pressure editor ---------------------------------------------------------------------------


@pytest.fixture
def editor(qtbot) -> PressureEditor:
    editor = PressureEditor()
    qtbot.addWidget(editor)
    editor.resize(216, 116)
    editor.show()
    return editor


def at(editor: PressureEditor, x: float, y: float) -> QPoint:
    return editor._place(x, y).toPoint()


def test_a_point_is_made_moved_and_removed(editor):
    told = []
    editor.changed.connect(told.append)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(editor, left, pos=at(editor, 0.5, 0.2))
    assert len(editor.curve.points) == 3
    QTest.mouseMove(editor, at(editor, 0.6, 0.8))
    QTest.mouseRelease(editor, left, pos=at(editor, 0.6, 0.8))
    assert editor.curve.points[1] == pytest.approx((0.6, 0.8), abs=0.01)
    assert told[-1] == editor.curve
    QTest.mouseDClick(editor, left, pos=at(editor, 0.6, 0.8))
    assert editor.curve == LINEAR


def test_points_cannot_be_dragged_past_each_other(editor):
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(editor, left, pos=at(editor, 0, 0))
    QTest.mouseMove(editor, at(editor, 1.0, 1.0))
    QTest.mouseRelease(editor, left)
    assert editor.curve.points == ((0.98, 1), (1, 1))


def test_the_keyboard_moves_points(editor):
    QTest.keyClick(editor, Qt.Key.Key_PageUp)
    for _ in range(5):
        QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.curve.points == ((0, 0), (1, 0.9))
    editor.grab()


def test_showing_a_curve_tells_nobody(editor):
    told = []
    editor.changed.connect(told.append)
    editor.show_curve(PressureCurve(((0, 0.5), (1, 0.5))))
    assert told == []
