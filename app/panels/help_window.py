"""The help window: a short guide, and every command with its keys as they are now."""

from __future__ import annotations

from importlib import resources
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.panels.help_guide import GUIDE
from app.shortcuts import Shortcuts, keys_text
from app.translation import tr

PICTURE_WIDTH_PX = 560


class GuidePage(QTextBrowser):
    """Shows the guide with its pictures, made as wide as the text by default is."""

    def loadResource(self, kind: int, url: QUrl) -> Any:
        name = url.fileName()
        file = resources.files("resources") / "pictures" / "guide" / name
        if kind != QTextDocument.ResourceType.ImageResource.value or not file.is_file():
            return super().loadResource(kind, url)
        picture = QImage.fromData(file.read_bytes())
        ratio = self.devicePixelRatioF()
        width = min(picture.width(), round(PICTURE_WIDTH_PX * ratio))
        scaled = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled


class HelpWindow(QDialog):
    """Shows the guide; finds words in it.

    Args:
        menu_titles: by a command's id, the menu it is in.
    """

    def __init__(
        self, shortcuts: Shortcuts, menu_titles: dict[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._menu_titles = menu_titles
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find in the help"))
        self.search.setAccessibleName(tr("Find in the help"))
        self.search.setClearButtonEnabled(True)
        self.page = GuidePage()
        self.page.setAccessibleName(tr("Help"))
        self.page.setOpenLinks(False)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        self.setWindowTitle(tr("Strokewise Help"))
        end = QHBoxLayout()
        end.addStretch(1)
        end.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.search)
        column.addWidget(self.page, 1)
        column.addLayout(end)
        self.search.textChanged.connect(self._find_first)
        self.search.returnPressed.connect(self.find_next)
        close.clicked.connect(self.accept)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)
        shortcuts.changed.connect(self.refresh)
        self.resize(680, 720)
        self.refresh()

    def refresh(self) -> None:
        """Write the page anew, with the keys of now."""
        bar = self.page.verticalScrollBar()
        place = bar.value()
        keys = shortcut_table(self._shortcuts, self._menu_titles)
        self.page.setMarkdown("\n\n".join((*GUIDE, keys)))
        bar.setValue(place)

    def find_next(self) -> None:
        """To the next place of what is searched for, from the top again after the last."""
        if self.search.text() and not self.page.find(self.search.text()):
            self._find_first(self.search.text())

    def _find_first(self, text: str) -> None:
        cursor = self.page.textCursor()
        cursor.movePosition(cursor.MoveOperation.Start)
        self.page.setTextCursor(cursor)
        if text:
            self.page.find(text, QTextDocument.FindFlag(0))


def shortcut_table(shortcuts: Shortcuts, menu_titles: dict[str, str]) -> str:
    """All commands that have keys, by menu, as Markdown tables."""
    rows: dict[str, list[str]] = {}
    for command in shortcuts.actions.commands:
        keys = keys_text(shortcuts.keys(command.id))
        if keys:
            cell = keys.replace("|", "\\|")
            row = f"| {command.plain_text} | {cell} |"
            rows.setdefault(menu_titles.get(command.id, tr("Others")), []).append(row)
    keys_head = tr("Keys")
    command_head = tr("Command")
    head = f"| {command_head} | {keys_head} |\n| --- | --- |\n"
    tables = (f"### {title}\n\n{head}" + "\n".join(lines) for title, lines in rows.items())
    return f"## {keys_head}\n\n" + "\n\n".join(tables)
