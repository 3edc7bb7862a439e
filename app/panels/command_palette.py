"""The command palette: a few letters find a command, Enter does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions, Command
from app.fuzzy import fuzzy_match
from app.panels.popup import Popup
from app.settings import PALETTE_RECENT, Settings
from app.translation import tr

RECENT_KEPT = 8
WIDTH_PX = 560
_ROW_PX = 32
_ROWS_SHOWN = 10
_PLACES = Qt.ItemDataRole.UserRole
_KEYS = Qt.ItemDataRole.UserRole + 1
_MENU = Qt.ItemDataRole.UserRole + 2
_ENABLED = Qt.ItemDataRole.UserRole + 3
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Hit:
    """A command that fits, and the places of the letters that do."""

    command: Command
    places: tuple[int, ...] = ()


def find_commands(
    query: str, commands: Sequence[Command], recent: Sequence[str], enabled: Sequence[str]
) -> list[Hit]:
    """The commands that fit a query, best first; without one all, the recent ones first.

    Of equally good ones, first what was chosen last, then what can be done now.
    """
    hits = []
    for number, command in enumerate(commands):
        match = fuzzy_match(query, command.plain_text)
        if match is None:
            continue
        age = recent.index(command.id) if command.id in recent else len(recent)
        order = (-match.score, age, command.id not in enabled, number)
        hits.append((order, Hit(command, match.places)))
    return [hit for _, hit in sorted(hits, key=lambda each: each[0])]


class CommandPalette(Popup):
    """Over the window's upper part; goes when a command is chosen, on Escape or a click beside.

    Args:
        menu_titles: by a command's id, the menu it is in.
    """

    def __init__(
        self,
        actions: Actions,
        settings: Settings,
        menu_titles: dict[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a command"))
        self.search.setAccessibleName(tr("Find a command"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self._model = _Hits(actions, menu_titles, self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Commands"))
        self.nothing = QLabel(tr("No command is called so."))
        self.nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.nothing.setContentsMargins(10, 8, 10, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self.setWindowTitle(tr("Find Command"))
        self.search.textChanged.connect(self._find)
        self.list.clicked.connect(lambda _: self.choose())

    @property
    def hits(self) -> list[Hit]:
        """What is listed."""
        return self._model.hits

    def open_over(self, window: QWidget) -> None:
        """Show it, empty, at the top of `window`."""
        self.search.clear()
        self._find("")
        width = min(WIDTH_PX, window.width() - 24)
        height = 2 * 8 + 6 + self.search.sizeHint().height() + _ROWS_SHOWN * _ROW_PX + 4
        corner = window.mapToGlobal(QPoint((window.width() - width) // 2, 72))
        self.setGeometry(QRect(corner, QSize(width, min(height, window.height() - 84))))
        self.show_active(self.search)

    def choose(self) -> None:
        """Do the command that is marked, unless it cannot be done now."""
        index = self.list.currentIndex()
        if not index.isValid():
            return
        command = self._model.hits[index.row()].command
        action = self._actions[command.id]
        if not action.isEnabled():
            QApplication.beep()
            return
        recent = [each for each in self._settings.get(PALETTE_RECENT) if each != command.id]
        self._settings.set(PALETTE_RECENT, (command.id, *recent)[:RECENT_KEPT])
        self.accept()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _ROWS_SHOWN,
                Qt.Key.Key_PageUp: -_ROWS_SHOWN,
            }
            if event.type() == QEvent.Type.KeyPress and event.key() in steps:
                self._step(steps[Qt.Key(event.key())])
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (
                Qt.Key.Key_Return,
                Qt.Key.Key_Enter,
            ):
                self.choose()
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        count = self._model.rowCount()
        if count:
            row = self.list.currentIndex().row() + step
            # One step beyond an end goes to the other; a page stops there.
            row = row % count if abs(step) == 1 else min(max(row, 0), count - 1)
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _find(self, query: str) -> None:
        enabled = [each.objectName() for each in self._actions if each.isEnabled()]
        recent = self._settings.get(PALETTE_RECENT)
        self._model.show(find_commands(query, self._actions.commands, recent, enabled))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.nothing.setVisible(not self._model.hits)
        self.list.setVisible(bool(self._model.hits))


class _Hits(QAbstractListModel):
    def __init__(self, actions: Actions, menu_titles: dict[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._menu_titles = menu_titles
        self.hits: list[Hit] = []

    def show(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        action = self._actions[hit.command.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.command.plain_text
            case Qt.ItemDataRole.DecorationRole:
                return None if action.icon().isNull() else action.icon()
            case Qt.ItemDataRole.AccessibleTextRole:
                off = "" if action.isEnabled() else tr(", not possible now")
                return ", ".join(filter(None, (hit.command.plain_text, keys))) + off
            case Qt.ItemDataRole.ToolTipRole:
                return action.toolTip()
        return {
            _PLACES: hit.places,
            _KEYS: keys,
            _MENU: self._menu_titles.get(hit.command.id, ""),
            _ENABLED: action.isEnabled(),
        }.get(Qt.ItemDataRole(role) if role < Qt.ItemDataRole.UserRole else role)


class _Row(QStyledItemDelegate):
    """Icon, name with the letters found in bold, menu, keys."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(0, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        enabled = bool(index.data(_ENABLED))
        palette, rect = option.palette, option.rect
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        role = QPalette.ColorRole
        if selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorGroup.Active, role.Highlight))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        strong = palette.color(group, role.HighlightedText if selected and enabled else role.Text)
        faint = strong if selected else palette.color(role.PlaceholderText)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        inner = rect.adjusted(10, 0, -10, 0)
        if picture is not None:
            mode = picture.Mode.Selected if selected else picture.Mode.Normal
            place = QRect(inner.left(), inner.center().y() - 8, 17, 17)
            picture.paint(painter, place, mode=mode if enabled else picture.Mode.Disabled)
        inner.setLeft(inner.left() + 28)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(option.font)
        painter.setPen(faint)
        painter.drawText(inner, right, index.data(_KEYS))
        painter.setPen(strong)
        end = _draw_marked(painter, inner, index.data(), set(index.data(_PLACES)))
        painter.setPen(faint)
        painter.setFont(option.font)
        painter.drawText(inner.adjusted(end + 12, 0, 0, 0), left, index.data(_MENU))
        painter.restore()


def _draw_marked(painter: QPainter, rect: QRect, text: str, places: set[int]) -> int:
    """Draw a text with some letters bold; returns its width."""
    plain = painter.font()
    bold = painter.font()
    bold.setBold(True)
    x = 0
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for place, letter in enumerate(text):
        painter.setFont(bold if place in places else plain)
        painter.drawText(rect.adjusted(x, 0, 0, 0), flags, letter)
        x += painter.fontMetrics().horizontalAdvance(letter)
    return x
