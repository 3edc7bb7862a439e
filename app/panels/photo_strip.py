"""The strip of photos: hits that stay keep their place, so nothing jumps while one draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.translation import tr
from engine.retrieval.messages import Hit

CELL_PX = 70
"""Least side of a place; they grow until a whole number of them fills the width."""
MARGIN_PX = 4
_KEPT_PIXMAPS = 200
HIT_ROLE = int(Qt.ItemDataRole.UserRole)
BEST_ROLE = HIT_ROLE + 1
_Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """The hits in the places of the strip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._best: int | None = None
        self._pixmaps: dict[int, QPixmap] = {}

    @property
    def hits(self) -> list[Hit]:
        """By place."""
        return list(self._hits)

    def show_hits(self, ranked: Sequence[Hit]) -> None:
        """Show these, best first: those seen already stay where they are, new ones fill the gaps.

        Only places whose photo is another are painted again.
        """
        wanted = arranged([hit.id for hit in self._hits], [hit.id for hit in ranked])
        by_id = {hit.id: hit for hit in ranked}
        new = [by_id[each] for each in wanted]
        best = ranked[0].id if ranked else None
        old, old_best = self._hits, self._best
        self._best = best
        common = min(len(old), len(new))
        self._hits = new[:common] + old[common:]
        for row in range(common):
            was_or_is_best = {old[row].id, new[row].id} & {best, old_best}
            if old[row].id != new[row].id or (best != old_best and was_or_is_best):
                place = self.index(row)
                self.dataChanged.emit(place, place)
        if len(new) > len(old):
            self.beginInsertRows(QModelIndex(), len(old), len(new) - 1)
            self._hits = new
            self.endInsertRows()
        elif len(new) < len(old):
            self.beginRemoveRows(QModelIndex(), len(new), len(old) - 1)
            self._hits = new
            self.endRemoveRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not 0 <= index.row() < len(self._hits):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return self._pixmap(hit)
            case Qt.ItemDataRole.ToolTipRole:
                text = (
                    tr("{name}\nlikeness {score:.2f} if you are drawing “{guess}”\n{parent}")
                    if hit.guess
                    else tr("{name}\nlikeness {score:.2f}\n{parent}")
                )
                return _filled(text, hit)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = (
                    tr("{name}, likeness {score:.2f} if you are drawing “{guess}”")
                    if hit.guess
                    else tr("{name}, likeness {score:.2f}")
                )
                return _filled(text, hit)
            case _ if role == HIT_ROLE:
                return hit
            case _ if role == BEST_ROLE:
                return hit.id == self._best
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        paths = (self._hits[index.row()].path for index in indexes)
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return mime

    def _pixmap(self, hit: Hit) -> QPixmap:
        if hit.id not in self._pixmaps:
            if len(self._pixmaps) >= _KEPT_PIXMAPS:
                del self._pixmaps[next(iter(self._pixmaps))]
            pixmap = QPixmap()
            pixmap.loadFromData(hit.thumbnail)
            self._pixmaps[hit.id] = pixmap
        return self._pixmaps[hit.id]


def _filled(text: str, hit: Hit) -> str:
    return text.format(name=hit.path.name, score=hit.score, guess=hit.guess, parent=hit.path.parent)


def arranged(shown: Sequence[int], ranked: Sequence[int]) -> list[int]:
    """The ids of `ranked` in an order that leaves those in `shown` where they are, if it can.

    The rest fill the gaps by rank. Places beyond the end are given up.
    """
    count = len(ranked)
    wanted = set(ranked)
    places: list[int | None] = [each if each in wanted else None for each in shown[:count]]
    places += [None] * (count - len(places))
    kept = {each for each in places if each is not None}
    rest = (each for each in ranked if each not in kept)
    return [next(rest) if each is None else each for each in places]


class PhotoStrip(QListView):
    """Thumbnails that wrap to the dock's width.

    A click chooses, a double click opens, a drag takes the file elsewhere; the context menu has
    all of it, and Return chooses what the keyboard points at.
    """

    chosen = Signal(object)
    """A `Hit` for the reference."""
    opened = Signal(object)
    more_wanted = Signal(object)
    explained = Signal(object)
    """Why this photo?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitsModel(self)
        self.can_explain = False
        self.setModel(self.hits)
        self.setItemDelegate(_Thumbnail(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Photos like the drawing"))
        self.verticalScrollBar().setAccessibleName(tr("Scroll the photos"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().setAccessibleName(tr("Scroll the photos sideways"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMinimumHeight(CELL_PX + 2 * MARGIN_PX)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(HIT_ROLE)))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(HIT_ROLE)))

    def show_hits(self, ranked: Sequence[Hit]) -> None:
        """See `HitsModel.show_hits`."""
        self.hits.show_hits(ranked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.viewport().width()
        side = width // max(1, width // CELL_PX) - 1
        self.setGridSize(QSize(side, side))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().data(HIT_ROLE))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            menu = self.menu_of(index.data(HIT_ROLE))
            menu.exec(event.globalPos())
            menu.deleteLater()

    def menu_of(self, hit: Hit) -> QMenu:
        """What can be done with a hit."""
        menu = QMenu(self)
        menu.addAction(tr("Use as Reference"), lambda: self.chosen.emit(hit))
        menu.addAction(tr("More Like This"), lambda: self.more_wanted.emit(hit))
        why = menu.addAction(tr("Why This Photo?"), lambda: self.explained.emit(hit))
        why.setVisible(self.can_explain)
        menu.addSeparator()
        menu.addAction(tr("Open"), lambda: self.opened.emit(hit))
        return menu


class _Thumbnail(QStyledItemDelegate):
    """A photo in the middle of its cell; the best one has a frame."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize(CELL_PX, CELL_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        cell: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        pixmap: QPixmap = index.data(Qt.ItemDataRole.DecorationRole)
        room = cell.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        size = pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap)
        accent = palette.color(QPalette.ColorRole.Highlight)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            tint = QColor(accent)
            tint.setAlpha(60)
            painter.fillRect(place, tint)
        if index.data(BEST_ROLE) or state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(accent, 2))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.restore()
