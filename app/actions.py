"""What the user can do, in one table: menus, tool bar and shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from app.icons import icon

Shortcut = QKeySequence.StandardKey | str


@dataclass(frozen=True)
class Command:
    """One row.

    Attributes:
        id: "menu.name"; never shown.
        text: in menus; "&" before the key for the menu.
        call: what it does. A checkable one gets the new state.
        shortcut: the platform's standard key, or a text like "B"; None for none.
        icon: name in `resources/icons`; empty for none.
        tip: for the tool bar, without the shortcut; by default the text.
        checked: makes it checkable; the state to begin with.
        group: of commands with the same one, exactly one is checked.
    """

    id: str
    text: str
    call: Callable[..., object]
    shortcut: Shortcut | None = None
    icon: str = ""
    tip: str = ""
    checked: bool | None = None
    group: str = ""


SEPARATOR = ""
"""In a menu's or a bar's list of ids."""


class Actions:
    """The commands as QActions of `owner`, a window or widget, where their shortcuts count."""

    def __init__(self, commands: Iterable[Command], owner: QObject) -> None:
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        groups: dict[str, QActionGroup] = {}
        for command in commands:
            if command.id in self._actions:
                raise ValueError(f"two commands are called {command.id}")
            action = _make(command, owner)
            self._actions[command.id] = action
            if command.group:
                if command.group not in groups:
                    groups[command.group] = QActionGroup(owner)
                groups[command.group].addAction(action)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def menu(self, title: str) -> QMenu:
        """The menu of this title, made by `fill_menu_bar`."""
        return self._menus[title]

    def fill_menu_bar(self, bar: QMenuBar, menus: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Add menus, each a title and the ids of its entries."""
        for title, ids in menus:
            self._menus[title] = bar.addMenu(title)
            self.fill(self._menus[title], ids)

    def set_step(self, command_id: str, text: str, step: str, possible: bool) -> None:
        """Let an undo or redo entry name its step."""
        action = self._actions[command_id]
        action.setText(f"{text} {step}" if step else text)
        action.setEnabled(possible)
        plain = text.replace("&", "")
        set_tip(action, f"{plain}: {step}" if step else plain)

    def fill(self, place: QMenu | QToolBar, ids: Sequence[str]) -> None:
        """Add entries to a menu or a tool bar."""
        for each in ids:
            if each == SEPARATOR:
                place.addSeparator()
            else:
                place.addAction(self._actions[each])


def set_tip(action: QAction, tip: str) -> None:
    """Say what an action does, with its keys."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{tip} ({keys})" if keys else tip)


def _keys(shortcut: Shortcut | None) -> list[QKeySequence]:
    if shortcut is None:
        return []
    if isinstance(shortcut, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(shortcut)
    return [QKeySequence(shortcut)]


def _make(command: Command, owner: QObject) -> QAction:
    action = QAction(command.text, owner)
    action.setObjectName(command.id)
    plain = command.text.replace("&", "").removesuffix("…")
    action.setIconText(plain)
    if command.icon:
        action.setIcon(icon(command.icon))
    action.setShortcuts(_keys(command.shortcut))
    set_tip(action, command.tip or plain)
    if command.checked is None:
        action.triggered.connect(lambda: command.call())
    else:
        action.setCheckable(True)
        action.setChecked(command.checked)
        action.toggled.connect(command.call)
    return action
