"""The Preferences dialog, made from the table of settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.options import OneOf, Option
from app.panels.option_editors import OptionRow
from app.panels.shortcuts_page import ShortcutsPage
from app.settings import OPTIONS, SECTION_KEYS, Settings
from app.shortcuts import Shortcuts
from app.translation import tr


class PreferencesDialog(QDialog):
    """Every setting that is shown, by section; a change counts at once.

    Args:
        save: writes the settings; called when the dialog is closed.
        menu_titles: see `ShortcutsPage`.
    """

    def __init__(
        self,
        settings: Settings,
        shortcuts: Shortcuts,
        save: Callable[[], object],
        menu_titles: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self._before_reset: dict[str, object] | None = None
        self.rows: dict[str, OptionRow] = {}
        self.search = QLineEdit()
        self.sections = QListWidget()
        self.pages = QStackedWidget()
        self.nothing = QLabel(tr("No setting is called so."))
        self.shortcuts_page = ShortcutsPage(shortcuts, menu_titles)
        self.reset_button = QPushButton(tr("Reset All"))
        self.close_button = QPushButton(tr("Close"))
        self.setWindowTitle(tr("Preferences"))
        self._fill()
        self._describe()
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.reset_button.clicked.connect(self._reset_or_undo)
        self.close_button.clicked.connect(self.accept)
        self.sections.setCurrentRow(0)

    def show_section(self, name: str) -> None:
        """Turn to a section."""
        for number in range(self.sections.count()):
            if self.sections.item(number).text() == name:
                self.sections.setCurrentRow(number)

    def done(self, result: int) -> None:
        """Close; what was changed is written."""
        self._forget_reset()
        self._save()
        super().done(result)

    def _fill(self) -> None:
        shown = [option for option in OPTIONS if option.shown]
        for section in dict.fromkeys(option.section for option in shown):
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(16, 4, 12, 4)
            column.setSpacing(10)
            for option in shown:
                if option.section == section:
                    column.addWidget(self._row(option))
            if section == SECTION_KEYS:
                column.addWidget(self.shortcuts_page, 1)
            else:
                column.addStretch(1)
            self.sections.addItem(QListWidgetItem(section))
            self.pages.addWidget(_scrolled(page))

    def _row(self, option: Option[object]) -> OptionRow:
        self.rows[option.key] = OptionRow(option, self._settings)
        return self.rows[option.key]

    def _filter(self, text: str) -> None:
        """Show only what has all the words, and the first section that has any."""
        words = text.casefold().split()
        hits = dict.fromkeys((row.option.section for row in self.rows.values()), 0)
        for row in self.rows.values():
            option = row.option
            fits = all(word in _searched(option) for word in words)
            row.setVisible(fits)
            hits[option.section] += fits
        hits[SECTION_KEYS] += self.shortcuts_page.search(words)
        first = -1
        for number, section in enumerate(hits):
            self.sections.item(number).setHidden(not hits[section])
            if hits[section] and first < 0:
                first = number
        self.nothing.setVisible(first < 0)
        self.pages.setVisible(first >= 0)
        current = self.sections.currentItem()
        if first >= 0 and (current is None or current.isHidden()):
            self.sections.setCurrentRow(first)

    # --- Reset ---------------------------------------------------------------------------------

    def _reset_or_undo(self) -> None:
        if self._before_reset is not None:
            options = {option.key: option for option in OPTIONS}
            for key, value in self._before_reset.items():
                self._settings.set(options[key], value)
            self._forget_reset()
            return
        reset = [each for each in OPTIONS if each.shown or each.key.startswith("keys.")]
        self._before_reset = {each.key: self._settings.get(each) for each in reset}
        for option in reset:
            self._settings.reset(option)
        self.reset_button.setText(tr("Undo Reset"))
        self.reset_button.setToolTip(tr("Bring back what was set before"))

    def _forget_reset(self) -> None:
        self._before_reset = None
        self.reset_button.setText(tr("Reset All"))
        self.reset_button.setToolTip(tr("All settings and shortcuts as they were at the start"))

    # --- Looks ---------------------------------------------------------------------------------

    def _describe(self) -> None:
        self.search.setPlaceholderText(tr("Search settings and shortcuts"))
        self.search.setAccessibleName(tr("Search settings and shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.sections.setAccessibleName(tr("Sections"))
        self.sections.setFixedWidth(132)
        self.sections.setFrameShape(QFrame.Shape.NoFrame)
        self.sections.setStyleSheet(
            "QListWidget { background: transparent; }"
            "QListWidget::item { padding: 6px 8px; border-radius: 4px; }"
            "QListWidget::item:selected { background: palette(highlight);"
            " color: palette(highlighted-text); }"
        )
        self.nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.nothing.hide()
        self._forget_reset()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.addWidget(self.sections)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.nothing, 1)
        end = QHBoxLayout()
        end.addWidget(self.reset_button)
        end.addStretch(1)
        end.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addLayout(middle, 1)
        column.addLayout(end)
        for button in (self.reset_button, self.close_button):
            button.setAutoDefault(False)
        self.resize(680, 520)


def _searched(option: Option[object]) -> str:
    """All that is said about a setting, its choices too."""
    choices = option.check.texts.values() if isinstance(option.check, OneOf) else ()
    return " ".join((option.section, option.text, option.explanation, *choices)).casefold()


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
