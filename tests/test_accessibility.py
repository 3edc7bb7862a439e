"""Whoever cannot see or cannot use a mouse gets everywhere, and is told where they are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.panels.export_dialog import ExportDialog
from app.panels.ink_panel import InkPanel
from app.panels.message_bar import Answer, MessageKind
from app.panels.page_dialog import PageDialog
from app.tools.ink_options import InkKind
from engine.types import Progress


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Everything in it that the keyboard or the mouse can go to, hidden parts too."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not is_part(widget):
            yield widget


def is_part(widget: QWidget) -> bool:
    """Qt's own parts of a widget, which speaks for them."""
    parent = widget.parentWidget()
    if isinstance(widget, QLineEdit):
        return parent is not None and is_compound(parent)
    # Tabs have names of their own; the row of them need not.
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget, QScrollBar | QTabBar)
        or widget.metaObject().className() == "QComboBoxListView"
    )


def is_compound(widget: QWidget) -> bool:
    return widget.metaObject().className() in {
        "QSpinBox",
        "QDoubleSpinBox",
        "QComboBox",
        "QKeySequenceEdit",
    }


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def unnamed(root: QWidget) -> list[str]:
    return [
        f"{widget.metaObject().className()} in {widget.parentWidget()!r}"
        for widget in focusable(root)
        if not name_of(widget)
    ]


@pytest.fixture
def full_window(window, program, photo, qtbot):
    """A window with something in every dock."""
    program.references.add_paths([photo])
    qtbot.waitUntil(lambda: len(program.references.items) == 1)
    window.message_bar.show_message("Sure?", MessageKind.NOTICE, (Answer("Yes", print),))
    return window


def test_every_control_of_the_window_has_a_name(full_window):
    assert len(list(focusable(full_window))) > 30
    assert unnamed(full_window) == []


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("edit.preferences", "windows.preferences"),
        ("help.palette", "windows.palette"),
        ("help.contents", "windows.help"),
        ("engine.models", "windows.models"),
        ("help.tour", "windows.tour.card"),
    ],
)
def test_every_control_of_the_dialogs_has_a_name(window, command, name, qtbot):
    window.actions_by_id[command].trigger()
    dialog = window
    for part in name.split("."):
        dialog = getattr(dialog, part)
    assert dialog.isVisible()
    assert len(list(focusable(dialog))) >= 1
    assert unnamed(dialog) == []
    dialog.close()


@pytest.mark.parametrize("dialog", [ExportDialog, PageDialog])
def test_every_control_of_the_file_dialogs_has_a_name(qtbot, dialog):
    shown = dialog((100.0, 50.0))
    qtbot.addWidget(shown)
    assert len(list(focusable(shown))) >= 3
    assert unnamed(shown) == []


def test_every_control_of_the_ink_has_a_name(qtbot, settings):
    panel = InkPanel(InkKind.PEN, settings)
    qtbot.addWidget(panel)
    assert len(list(focusable(panel))) >= 8
    assert unnamed(panel) == []
    panel.release()


def test_the_jobs_have_names(window, program, monkeypatch, qtbot):
    def job(payload, context):
        while True:
            yield Progress(0.5, "At it")

    monkeypatch.setitem(program.bridge._service._handlers, "models.verify", job)
    monkeypatch.setitem(program.bridge._handlers, "models.verify", job)
    program.bridge.submit("models.verify", None)
    window.status_bar.jobs_button.click()
    assert len(list(focusable(window.status_bar.jobs))) == 1
    assert unnamed(window.status_bar.jobs) == []
    program.engine.cancel_jobs()


def test_the_check_finds_what_has_no_name(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    button = QToolButton(box)
    assert len(unnamed(box)) == 1
    button.setAccessibleName("Named")
    assert unnamed(box) == []


def test_every_button_says_what_it_does(full_window):
    silent = [
        widget
        for widget in full_window.findChildren(QToolButton)
        if not widget.objectName().startswith("qt_")
        and not widget.toolTip()
        and not widget.parentWidget().objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QTabBar | QLineEdit)
    ]
    assert silent == []


def test_tips_of_the_tool_bar_name_the_keys(window):
    for action in window.tool_bar.actions():
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys:
            assert action.toolTip().endswith(f"({keys})")


def test_tab_reaches_every_control_of_a_dock(full_window, qtbot):
    qtbot.waitUntil(full_window.isActiveWindow)
    panel = full_window.references_panel
    expected = {
        widget
        for widget in focusable(panel)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QAbstractScrollArea)
    }
    assert any(isinstance(widget, QAbstractSlider) or widget.isEnabled() for widget in expected)
    panel.add_button.setFocus()
    reached = set()
    for _ in range(200):
        focus = QApplication.focusWidget()
        reached.add(focus)
        focus.focusNextPrevChild(True)
        if QApplication.focusWidget() is panel.add_button:
            break
    assert expected - reached == set()


def test_each_command_can_be_done_without_a_mouse(window):
    """By a menu, which Alt opens, or by keys."""
    menus = [action.menu() for action in window.menuBar().actions()]
    in_menus = {action.objectName() for menu in menus for action in menu.actions()}
    assert {command.id for command in window.actions_by_id.commands} <= in_menus
