"""The page of the Redraw dock about the user's own symbols."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.drawing_list import DrawingList, Row
from app.panels.redraw_parts import Redraw
from app.panels.small_parts import muted_label, show_text
from app.translation import tr
from engine.sketchembed.symbol_book import MAX_NAME_LENGTH, Symbol

PICTURE_PX = 34
_SENTENCE = tr("Draw a symbol, name it, and it is known again from then on.")


class SymbolsPage(QWidget):
    """Shows the symbols and what was recognised, and passes the user's wishes on.

    Args:
        ask_import, ask_export: ask the user for a file.
        keys: the keys of a command's id, for people; "" if it has none.
    """

    def __init__(
        self,
        redraw: Redraw,
        ask_import: Callable[[], Path | None],
        ask_export: Callable[[], Path | None],
        keys: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._redraw = redraw
        self._symbols = redraw.symbols
        self._recogniser = redraw.recogniser
        self._ask_import = ask_import
        self._ask_export = ask_export
        self._keys = keys
        self._shown: object = None
        self.explanation = muted_label(_SENTENCE)
        self.name = QLineEdit()
        self.teach_button = QPushButton(icon("add"), tr("Teach"))
        self.list = DrawingList(PICTURE_PX, False, tr("Symbols"))
        self.insert_button = QPushButton(icon("pen"), tr("Insert"))
        self.delete_button = QToolButton()
        self.more_button = QToolButton()
        self.known = muted_label("")
        self.use_button = QPushButton(icon("clean"), tr("Make It Clean"))
        self.recognise_box = QCheckBox(tr("&Recognise symbols as I draw"))
        self.gestures_box = QCheckBox(tr("Make them &clean at once"))
        self._set_up()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show symbols and recogniser as they are now."""
        book, recogniser = self._symbols.book, self._recogniser
        self.explanation.setVisible(not book.symbols)
        self.list.setVisible(bool(book.symbols))
        self.insert_button.setVisible(bool(book.symbols))
        self.delete_button.setVisible(bool(book.symbols))
        if book is not self._shown:
            self._show_symbols()
        self.recognise_box.setChecked(recogniser.wanted)
        self.gestures_box.setChecked(recogniser.gestures)
        self.gestures_box.setEnabled(recogniser.wanted)
        show_text(self.known, recogniser.text)
        self.use_button.setVisible(bool(recogniser.name))
        keys = self._keys("symbols.use")
        tip = tr("Put the symbol's clean version in the place of what you drew")
        self.use_button.setToolTip(f"{tip} ({keys})" if keys else tip)
        self._refresh_buttons()

    @property
    def chosen(self) -> Symbol | None:
        """The current symbol of the list."""
        symbols = self._symbols.book.symbols
        row = self.list.row
        return symbols[row] if row is not None and row < len(symbols) else None

    def _show_symbols(self) -> None:
        """List the book as it is now; the current symbol stays so, under another name too."""
        before, row = self.list.drawings.rows, self.list.row
        book = self._shown = self._symbols.book
        if row is not None and len(before) != len(book.symbols):
            name = before[row].name
            row = book.names.index(name) if name in book.names else None
        self.list.show_rows([_row(symbol) for symbol in book.symbols], row)

    def _refresh_buttons(self) -> None:
        self.teach_button.setEnabled(bool(self.name.text().strip()) and self._symbols.ready)
        for button in (self.insert_button, self.delete_button):
            button.setEnabled(self.chosen is not None)

    def _teach(self) -> None:
        name = self.name.text()
        if name.strip() and self._redraw.teach(name):
            self.name.clear()
            self.list.set_row(self._symbols.book.names.index(" ".join(name.split())))
            self._refresh_buttons()

    def _insert(self) -> None:
        if self.chosen is not None:
            self._redraw.insert(self.chosen.name)

    def _delete(self) -> None:
        if self.chosen is not None:
            self._symbols.delete(self.chosen.name)

    def _import(self) -> None:
        path = self._ask_import()
        if path is not None:
            self._symbols.import_file(path)

    def _export(self) -> None:
        path = self._ask_export()
        if path is not None:
            self._symbols.export(path)

    def _rename(self) -> None:
        self.list.setFocus()
        self.list.edit(self.list.currentIndex())

    def menu(self) -> QMenu:
        """What else can be done."""
        menu = self.more_button.menu()
        menu.clear()
        menu.addAction(tr("Rename"), self._rename).setEnabled(self.chosen is not None)
        menu.addSeparator()
        menu.addAction(icon("open"), tr("Import…"), self._import)
        export = menu.addAction(icon("export"), tr("Export…"), self._export)
        export.setEnabled(bool(self._symbols.book.symbols))
        return menu

    def _set_up(self) -> None:
        self.name.setPlaceholderText(tr("Name of the symbol"))
        self.name.setAccessibleName(tr("Name of the symbol"))
        self.name.setMaxLength(MAX_NAME_LENGTH)
        self.teach_button.setToolTip(
            tr("The selected strokes, or what you drew last, are a symbol of this name")
        )
        self.list.setMinimumHeight(2 * (PICTURE_PX + 6))
        # As high as there is room for.
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.list.setToolTip(tr("Double-click a name to change it"))
        self.insert_button.setToolTip(tr("Draw the symbol's clean version on the page"))
        self.delete_button.setIcon(icon("delete"))
        self.delete_button.setToolTip(tr("Forget the symbol"))
        self.delete_button.setAccessibleName(tr("Forget the symbol"))
        self.more_button.setIcon(icon("more"))
        self.more_button.setToolTip(tr("Rename, import, export"))
        self.more_button.setAccessibleName(tr("Rename, import, export"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.more_button.setMenu(QMenu(self))
        self.recognise_box.setToolTip(tr("Say after each stroke which symbol it looks like"))
        self.gestures_box.setToolTip(
            tr("A moment after the pen is up, the clean version takes the place of what you drew")
        )
        self.known.setAccessibleName(tr("Recognised symbol"))

    def _lay_out(self) -> None:
        teach = QHBoxLayout()
        teach.setSpacing(6)
        teach.addWidget(self.name, 1)
        teach.addWidget(self.teach_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.insert_button, 1)
        buttons.addStretch(0)
        buttons.addWidget(self.delete_button)
        buttons.addWidget(self.more_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.explanation)
        column.addLayout(teach)
        column.addWidget(self.known)
        column.addWidget(self.use_button)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(self.recognise_box)
        column.addWidget(self.gestures_box)
        column.addStretch(0)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda _: self._refresh_buttons())
        self.name.returnPressed.connect(self._teach)
        self.teach_button.clicked.connect(self._teach)
        self.list.chosen.connect(lambda _: self._refresh_buttons())
        # Not before the list's editor is closed, as the list is filled anew.
        self.list.drawings.renamed.connect(self._symbols.rename, Qt.ConnectionType.QueuedConnection)
        self.insert_button.clicked.connect(self._insert)
        self.delete_button.clicked.connect(self._delete)
        self.more_button.menu().aboutToShow.connect(self.menu)
        self.use_button.clicked.connect(self._recogniser.use)
        self.recognise_box.toggled.connect(self._recogniser.set_wanted)
        self.gestures_box.toggled.connect(self._recogniser.set_gestures)
        self._symbols.changed.connect(self.refresh)
        self._recogniser.changed.connect(self.refresh)


def _row(symbol: Symbol) -> Row:
    count = len(symbol.examples)
    tip = tr("{name}, examples: {count}").format(name=symbol.name, count=count)
    return Row(symbol.clean, symbol.name, f"{symbol.name}  ({count})", tip)
