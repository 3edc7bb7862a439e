"""Lists of small drawings: variants in a strip, symbols with their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.canvas.line_picture import line_picture
from app.icons import picture_icon
from engine.strokes import Bounds, FloatArray

MARGIN_PX = 4
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class Row:
    """One drawing.

    Attributes:
        lines: (N, 2) polylines.
        name: what it is called; can be changed in the list if it is not empty.
        text: shown beside the picture.
        tip: all there is to say of it.
        box: what the picture shows; None for the lines themselves.
    """

    lines: tuple[FloatArray, ...]
    name: str = ""
    text: str = ""
    tip: str = ""
    box: Bounds | None = None


class DrawingModel(QAbstractListModel):
    """Rows whose pictures are made when they come into sight."""

    renamed = Signal(str, str)
    """Old and new name, as the user wishes; the rows stay as they are."""

    def __init__(self, side_px: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self._rows: tuple[Row, ...] = ()
        self._icons: dict[int, QIcon] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """List these instead."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._icons = {}
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.EditRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.tip
            case Qt.ItemDataRole.DecorationRole:
                return self._icon(index.row())
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = self._rows[index.row()].name
        if role == Qt.ItemDataRole.EditRole and str(value).strip() not in ("", name):
            self.renamed.emit(name, str(value))
            return True
        return False

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._rows[index.row()].name:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _icon(self, row: int) -> QIcon:
        if row not in self._icons:
            drawing = self._rows[row]
            self._icons[row] = picture_icon(line_picture(drawing.lines, self._side_px, drawing.box))
        return self._icons[row]


class DrawingList(QListView):
    """Shows a `DrawingModel`.

    Args:
        side_px: of the pictures.
        wraps: pictures in rows as wide as the list; otherwise one below the other, with texts.
        name: for screen readers.
    """

    chosen = Signal(int)
    """The row that is current now, by mouse or keyboard."""

    def __init__(self, side_px: int, wraps: bool, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawings = DrawingModel(side_px, self)
        self.setModel(self.drawings)
        self.setIconSize(QSize(side_px, side_px))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if wraps:
            self.setViewMode(QListView.ViewMode.IconMode)
            self.setMovement(QListView.Movement.Static)
            self.setResizeMode(QListView.ResizeMode.Adjust)
            self.setItemDelegate(_Picture(self))
        else:
            self.setSpacing(2)
            self.setEditTriggers(
                QAbstractItemView.EditTrigger.DoubleClicked
                | QAbstractItemView.EditTrigger.EditKeyPressed
            )
        self.selectionModel().currentChanged.connect(self._on_current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.viewMode() == QListView.ViewMode.IconMode:
            # As many as fit share the width; one px less, or the last would wrap.
            least = self.iconSize().width() + 2 * MARGIN_PX
            width = self.viewport().width()
            side = width // max(1, width // least) - 1
            self.setGridSize(QSize(side, least))
        super().resizeEvent(event)

    @property
    def row(self) -> int | None:
        """The current row."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def show_rows(self, rows: Sequence[Row], current: int | None = None) -> None:
        """List these; the current one is told to nobody."""
        self.selectionModel().blockSignals(True)
        self.drawings.show(rows)
        self.selectionModel().blockSignals(False)
        self.set_row(current)

    def set_row(self, row: int | None) -> None:
        """Another current row; told to nobody."""
        if row == self.row:
            return
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(QModelIndex() if row is None else self.drawings.index(row))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row())


class _Picture(QStyledItemDelegate):
    """A picture in the middle of its cell, in a frame that tells whether it is the current one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = self.parent()
        assert isinstance(view, QListView)
        cell: QRect = option.rect
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        place = QRect(cell.topLeft(), view.iconSize())
        place.moveCenter(cell.center())
        picture: QIcon = index.data(Qt.ItemDataRole.DecorationRole)
        picture.paint(painter, place)
        is_current = index == view.currentIndex()
        is_near = is_current or bool(state & QStyle.StateFlag.State_MouseOver)
        role = QPalette.ColorRole.Highlight if is_near else QPalette.ColorRole.Mid
        painter.setPen(QPen(palette.color(role), 2 if is_current else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
