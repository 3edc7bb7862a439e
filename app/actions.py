"""What the user can do, in one table: menus, tool bar and shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from app.icons import icon

Shortcut = QKeySequence.StandardKey | str


@dataclass(frozen=True)
class Command:
    """One row.

    Attributes:
        id: "menu.name"; never shown.
        text: in menus; "&" before the key for the menu.
        call: what it does. A checkable one gets the new state.
        shortcut: the platform's standard key, or a text like "B"; None for none. The user may
            choose another one, see `app.shortcuts`.
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

    @property
    def plain_text(self) -> str:
        """The text without the marks of menus."""
        return self.text.replace("&", "").removesuffix("…")


SEPARATOR = ""
"""In a menu's or a bar's list of ids."""


class Actions:
    """The commands as QActions of the window `owner`, where their shortcuts count.

    Args:
        canvas: where those keys count that other widgets need for themselves, as Tab.
    """

    def __init__(
        self, commands: Iterable[Command], owner: QWidget, canvas: QWidget | None = None
    ) -> None:
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._tips: dict[str, str] = {}
        self._menus: dict[str, QMenu] = {}
        self._canvas = canvas
        groups: dict[str, QActionGroup] = {}
        for command in commands:
            if command.id in self._actions:
                raise ValueError(f"two commands are called {command.id}")
            action = _make(command, owner)
            self._commands[command.id] = command
            self._actions[command.id] = action
            # Of the window itself, so that keys count while bars and menus are hidden.
            owner.addAction(action)
            if canvas is not None:
                canvas.addAction(action)
            self._tips[command.id] = command.tip or command.plain_text
            self.set_keys(command.id, keys_of(command.shortcut))
            if command.group:
                if command.group not in groups:
                    groups[command.group] = QActionGroup(owner)
                groups[command.group].addAction(action)

    def __getitem__(self, command_id: str) -> QAction:
        return self._actions[command_id]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def __contains__(self, command_id: str) -> bool:
        return command_id in self._actions

    @property
    def commands(self) -> tuple[Command, ...]:
        """The table."""
        return tuple(self._commands.values())

    def command(self, command_id: str) -> Command:
        """The row of that id."""
        return self._commands[command_id]

    def menu(self, title: str) -> QMenu:
        """The menu of this title, made by `fill_menu_bar`."""
        return self._menus[title]

    def fill_menu_bar(self, bar: QMenuBar, menus: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Add menus, each a title and the ids of its entries."""
        for title, ids in menus:
            self._menus[title] = bar.addMenu(title)
            self.fill(self._menus[title], ids)

    def insert_menu(self, title: str, after: str, inner: QMenu) -> None:
        """Add a menu to the menu `title`, behind the entry with the id `after`."""
        menu = self._menus[title]
        entries = menu.actions()
        place = entries.index(self._actions[after]) + 1
        menu.insertMenu(entries[place] if place < len(entries) else None, inner)

    def set_keys(self, command_id: str, keys: Sequence[QKeySequence]) -> None:
        """Other keys for a command; its tip names them."""
        context = Qt.ShortcutContext
        is_needed = self._canvas is not None and any(map(_widgets_need, keys))
        action = self._actions[command_id]
        action.setShortcutContext(context.WidgetShortcut if is_needed else context.WindowShortcut)
        action.setShortcuts(list(keys))
        self._show_tip(command_id)

    def set_step(self, command_id: str, text: str, step: str, possible: bool) -> None:
        """Let an undo or redo entry name its step."""
        action = self._actions[command_id]
        action.setText(f"{text} {step}" if step else text)
        action.setEnabled(possible)
        plain = text.replace("&", "")
        self._tips[command_id] = f"{plain}: {step}" if step else plain
        self._show_tip(command_id)

    def fill(self, place: QMenu | QToolBar, ids: Sequence[str]) -> None:
        """Add entries to a menu or a tool bar."""
        for each in ids:
            if each == SEPARATOR:
                place.addSeparator()
            else:
                place.addAction(self._actions[each])

    def _show_tip(self, command_id: str) -> None:
        """Say what an action does, with its keys."""
        action, tip = self._actions[command_id], self._tips[command_id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({keys})" if keys else tip)


def keys_of(shortcut: Shortcut | None) -> list[QKeySequence]:
    """The keys that a row asks for on this platform."""
    if shortcut is None:
        return []
    if isinstance(shortcut, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(shortcut)
    return [QKeySequence(shortcut)]


_WIDGETS_OWN_KEYS = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Space,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


def _widgets_need(keys: QKeySequence) -> bool:
    """Whether these keys, with Shift at most, mean something in bars and docks."""
    first = keys[0]
    modifiers = first.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return first.key() in _WIDGETS_OWN_KEYS and modifiers == Qt.KeyboardModifier.NoModifier


def _make(command: Command, owner: QWidget) -> QAction:
    action = QAction(command.text, owner)
    action.setObjectName(command.id)
    action.setIconText(command.plain_text)
    if command.icon:
        action.setIcon(icon(command.icon))
    if command.checked is None:
        action.triggered.connect(lambda: command.call())
    else:
        action.setCheckable(True)
        action.setChecked(command.checked)
        action.toggled.connect(command.call)
    return action
