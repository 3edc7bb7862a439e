"""Choosing what strokes are scored by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.panels.assist_target import TargetChoice, TargetKind
from app.translation import tr

_TEXTS = {
    TargetKind.GUESS: tr("What it looks like"),
    TargetKind.CATEGORY: tr("A category"),
    TargetKind.PHOTO: tr("The reference photo"),
    TargetKind.TEXT: tr("A text"),
}


class TargetChooser(QWidget):
    """Shows a `TargetChoice` and passes the user's wishes on to it.

    Args:
        need_categories: called when their names are going to be needed.
    """

    def __init__(
        self,
        target: TargetChoice,
        need_categories: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._target = target
        self._need_categories = need_categories
        self.box = QComboBox()
        self.box.setAccessibleName(tr("Scored by"))
        self.box.setToolTip(tr("What strokes help or hurt"))
        self.category = QLineEdit()
        self.category.setPlaceholderText(tr("What it looks like"))
        self.category.setAccessibleName(tr("Category"))
        self.category.setToolTip(tr("The category to score strokes by"))
        self.category.setClearButtonEnabled(True)
        clear = self.category.findChild(QToolButton)
        clear.setAccessibleName(tr("Clear the category"))
        clear.setToolTip(tr("Clear the category"))
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("A few words, as “a sleeping cat”"))
        self.text.setAccessibleName(tr("Text"))
        self.text.setToolTip(tr("The words to score strokes by"))
        self._names = QStringListModel(self)
        self._take_categories()
        label = QLabel(tr("&Scored by"))
        label.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (label, self.box, self.category, self.text):
            column.addWidget(widget)
        # Qt hands a text back where an enumeration of texts went in.
        self.box.activated.connect(lambda _: target.choose(TargetKind(self.box.currentData())))
        self.category.editingFinished.connect(lambda: target.name_category(self.category.text()))
        self.text.editingFinished.connect(lambda: target.write_text(self.text.text()))
        target.changed.connect(self.refresh)
        self.refresh()

    def show_categories(self, names: tuple[str, ...]) -> None:
        """Offer these names while the user types."""
        if names and not self._names.rowCount():
            self._names.setStringList(names)

    def refresh(self) -> None:
        """Show the choice as it is now."""
        target = self._target
        kinds = [TargetKind(self.box.itemData(i)) for i in range(self.box.count())]
        if kinds != list(target.kinds):
            self.box.clear()
            for kind in target.kinds:
                self.box.addItem(_TEXTS[kind], kind)
        self.box.setCurrentIndex(target.kinds.index(target.kind))
        self.category.setVisible(target.kind is TargetKind.CATEGORY)
        self.text.setVisible(target.kind is TargetKind.TEXT)
        for field, value in ((self.category, target.category), (self.text, target.text)):
            if field.text() != value and not field.hasFocus():
                field.setText(value)
        if target.kind is TargetKind.CATEGORY:
            self._need_categories()

    def _take_categories(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated[str].connect(self._target.name_category)
        self.category.setCompleter(completer)
