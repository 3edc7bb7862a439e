"""The part of the preferences where every command's keys can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.shortcuts import Shortcuts, keys_text
from app.translation import tr

_NATIVE = QKeySequence.SequenceFormat.NativeText
_ID = Qt.ItemDataRole.UserRole
COLUMNS = (tr("Command"), tr("Keys"))


class ShortcutsPage(QWidget):
    """All commands with their keys; below, the keys of the selected one to be changed.

    Keys that belong to another command are named before they are taken from it.

    Args:
        menu_titles: by a command's id, the menu it is in.
    """

    def __init__(
        self,
        shortcuts: Shortcuts,
        menu_titles: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._items: dict[str, QTreeWidgetItem] = {}
        self.tree = QTreeWidget()
        self.entry = QKeySequenceEdit()
        self.assign_button = QPushButton(tr("Assign"))
        self.remove_button = QPushButton(tr("No Keys"))
        self.reset_button = QPushButton(tr("Reset"))
        self.state = QLabel()
        self._name = QLabel()
        self._describe()
        self._fill(menu_titles)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def selected(self) -> str:
        """The id of the selected command; empty if none is."""
        item = self.tree.currentItem()
        return (item.data(0, _ID) or "") if item is not None else ""

    def select(self, command_id: str) -> None:
        """Select a command."""
        self.tree.setCurrentItem(self._items[command_id])

    def keys_shown(self, command_id: str) -> str:
        """What the table says of a command."""
        return self._items[command_id].text(1)

    def search(self, words: list[str]) -> int:
        """Show the commands whose name or keys have all the words; returns how many."""
        hits = 0
        for item in self._items.values():
            text = f"{item.text(0)} {item.text(1)} {item.parent().text(0)}".casefold()
            fits = all(word in text for word in words)
            item.setHidden(not fits)
            hits += fits
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            children = [group.child(i) for i in range(group.childCount())]
            group.setHidden(all(child.isHidden() for child in children))
        return hits

    def refresh(self) -> None:
        """Show the keys as they are now."""
        for command_id, item in self._items.items():
            keys = self._shortcuts.keys(command_id)
            item.setText(1, keys_text(keys))
            font = item.font(1)
            font.setBold(self._shortcuts.is_changed(command_id))
            item.setFont(1, font)
        self._show_selected()

    def _show_selected(self) -> None:
        command_id = self.selected
        self.entry.setEnabled(bool(command_id))
        if not command_id:
            self._name.setText(tr("Select a command to change its keys."))
            self.entry.clear()
        else:
            self._name.setText(self._shortcuts.actions.command(command_id).plain_text)
            keys = self._shortcuts.keys(command_id)
            self.entry.setKeySequence(keys[0] if keys else QKeySequence())
        self._show_conflict()

    def _show_conflict(self) -> None:
        command_id, keys = self.selected, self.entry.keySequence()
        self.state.clear()
        self.assign_button.setText(tr("Assign"))
        has_keys = bool(command_id) and bool(self._shortcuts.keys(command_id))
        self.remove_button.setEnabled(has_keys)
        self.reset_button.setEnabled(bool(command_id) and self._shortcuts.is_changed(command_id))
        is_new = bool(command_id) and not keys.isEmpty()
        is_new = is_new and (keys,) != self._shortcuts.keys(command_id)
        reserved = is_new and keys[0].key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space)
        self.assign_button.setEnabled(is_new and not reserved)
        if reserved:
            self.state.setText(tr("Escape drops a stroke and Space moves the page; they stay so."))
        elif is_new:
            conflicts = self._shortcuts.conflicts(command_id, keys)
            if conflicts:
                names = " and ".join(f"“{each.plain_text}”" for each in conflicts)
                self.state.setText(
                    tr("{toString} belongs to {names}, which loses it.").format(
                        toString=keys.toString(_NATIVE), names=names
                    )
                )
                self.assign_button.setText(tr("Take Over"))

    def _assign(self) -> None:
        self._shortcuts.assign(self.selected, [self.entry.keySequence()])

    def _fill(self, menu_titles: dict[str, str]) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for command in self._shortcuts.actions.commands:
            title = menu_titles.get(command.id, tr("Others"))
            if title not in groups:
                groups[title] = QTreeWidgetItem(self.tree, [title, ""])
                groups[title].setFlags(Qt.ItemFlag.ItemIsEnabled)
                font = groups[title].font(0)
                font.setBold(True)
                groups[title].setFont(0, font)
            item = QTreeWidgetItem(groups[title], [command.plain_text, ""])
            item.setData(0, _ID, command.id)
            self._items[command.id] = item
        self.tree.expandAll()

    def _describe(self) -> None:
        self.tree.setColumnCount(len(COLUMNS))
        self.tree.setHeaderLabels(COLUMNS)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.setAccessibleName(tr("Shortcuts"))
        self.tree.header().setStretchLastSection(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.entry.setMaximumSequenceLength(1)
        self.entry.setAccessibleName(tr("Keys of the selected command"))
        self.entry.setToolTip(tr("Click here and press the keys"))
        self.assign_button.setToolTip(tr("Give the selected command these keys"))
        self.remove_button.setToolTip(tr("The selected command has no keys"))
        self.reset_button.setToolTip(tr("Back to the keys of the preset"))
        self.state.setWordWrap(True)
        self.state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.state.setAccessibleName(tr("State of the shortcut"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.entry, 1)
        for button in (self.assign_button, self.remove_button, self.reset_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree, 1)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self.state)
        # The line is kept free, so that nothing moves when there is something to say.
        self.state.setMinimumHeight(2 * self.fontMetrics().lineSpacing())

    def _connect(self) -> None:
        self._shortcuts.changed.connect(self.refresh)
        self.tree.itemSelectionChanged.connect(self._show_selected)
        self.entry.keySequenceChanged.connect(lambda _: self._show_conflict())
        self.assign_button.clicked.connect(self._assign)
        self.remove_button.clicked.connect(lambda: self._shortcuts.assign(self.selected, []))
        self.reset_button.clicked.connect(lambda: self._shortcuts.reset(self.selected))
