"""A list of layers, the top one first: an eye, the name, a lock; dragged into another order."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.document.layer import Layer
from app.icons import icon
from app.panels.layers import Layers
from app.translation import tr

ROW_PX = 30
ICON_PX = 18
_MARGIN_PX = 6
_MIME_TYPE = "application/x-strokewise-layer"

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
)


class Part(IntEnum):
    """What a click on a row hits."""

    EYE = 0
    NAME = 1
    LOCK = 2


class LayerModel(QAbstractListModel):
    """The layers of a `Layers`, for a view."""

    def __init__(self, layers: Layers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers = layers
        self._rows = layers.from_top
        layers.changed.connect(self._refresh)

    def layer(self, index: Index) -> Layer:
        """The layer of a row."""
        return self._rows[index.row()]

    def index_of(self, layer_id: int) -> QModelIndex:
        """The row of a layer."""
        return self.index([layer.id for layer in self._rows].index(layer_id))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        layer = self.layer(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return layer.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                states = ("hidden", not layer.visible), ("locked", layer.locked)
                words = [f"{layer.opacity:.0%}"] if layer.opacity < 1 else []
                words += [word for word, applies in states if applies]
                return ", ".join([layer.name, *words])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self._layers.rename(self.layer(index).id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _ROW_FLAGS

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME_TYPE]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        mime.setData(_MIME_TYPE, QByteArray(str(self.layer(indexes[0]).id).encode()))
        return mime

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,  # noqa: ARG002 - Qt's signature
        parent: Index,  # noqa: ARG002
    ) -> bool:
        # False in every case: the rows follow from the document, the view must not move them too.
        dragged = bytes(data.data(_MIME_TYPE).data())
        ids = [layer.id for layer in self._rows]
        if action == Qt.DropAction.MoveAction and dragged.isdigit() and int(dragged) in ids:
            before = ids[: len(ids) if row < 0 else row]
            above = sum(1 for layer_id in before if layer_id != int(dragged))
            self._layers.move(int(dragged), len(ids) - 1 - above)
        return False

    def _refresh(self) -> None:
        before, now = self._rows, self._layers.from_top
        if [layer.id for layer in before] == [layer.id for layer in now]:
            self._rows = now
            self.dataChanged.emit(self.index(0), self.index(len(now) - 1))
            return
        self.beginResetModel()
        self._rows = now
        self.endResetModel()


class LayerDelegate(QStyledItemDelegate):
    """Paints a row, and tells the clicks on its eye and its lock."""

    def __init__(self, layers: Layers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layers = layers

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style = QApplication.style() if option.widget is None else option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        layer = _layer_of(index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        icon("eye" if layer.visible else "eye-off").paint(
            painter, part_rect(option.rect, Part.EYE), Qt.AlignmentFlag.AlignCenter, mode
        )
        painter.setOpacity(1.0 if layer.locked else 0.35)
        icon("lock" if layer.locked else "unlock").paint(
            painter, part_rect(option.rect, Part.LOCK), Qt.AlignmentFlag.AlignCenter, mode
        )
        painter.setOpacity(1.0 if layer.visible else 0.5)
        painter.setPen(option.palette.color(role))
        rect = part_rect(option.rect, Part.NAME)
        if layer.opacity < 1:
            percent = f"{layer.opacity:.0%}"
            painter.drawText(
                rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent
            )
            rect.setRight(rect.right() - option.fontMetrics.horizontalAdvance(f"  {percent}"))
        name = option.fontMetrics.elidedText(layer.name, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        editor.setGeometry(part_rect(option.rect, Part.NAME).adjusted(-4, 2, 0, -2))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            layer, place = _layer_of(index), event.position().toPoint()
            on_eye = part_rect(option.rect, Part.EYE).contains(place)
            if on_eye or part_rect(option.rect, Part.LOCK).contains(place):
                if event.type() == QEvent.Type.MouseButtonRelease:
                    if on_eye:
                        self._layers.set_visible(layer.id, not layer.visible)
                    else:
                        self._layers.set_locked(layer.id, not layer.locked)
                return True
        return super().editorEvent(event, model, option, index)


class LayerList(QListView):
    """Shows the layers and follows their changes; the current row is the active layer."""

    def __init__(self, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = layers
        self.layer_model = LayerModel(layers, self)
        self.setModel(self.layer_model)
        self.setItemDelegate(LayerDelegate(layers, self))
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setEditTriggers(
            QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed
        )
        self.setUniformItemSizes(True)
        self.setAccessibleName(tr("Layers"))
        self.verticalScrollBar().setAccessibleName(tr("Scroll the layers"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().setAccessibleName(tr("Scroll the layers"))
        # After the model's own answer to the same signal.
        layers.changed.connect(self._show_active)
        self._show_active()

    def rect_of(self, layer_id: int, part: Part) -> QRect:
        """Where a part of a layer's row is in the viewport."""
        return part_rect(self.visualRect(self.layer_model.index_of(layer_id)), part)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._layers.choose(self.layer_model.layer(current).id)

    def _show_active(self) -> None:
        index = self.layer_model.index_of(self._layers.active.id)
        if index != self.currentIndex():
            self.setCurrentIndex(index)


def part_rect(row: QRect, part: Part) -> QRect:
    """Where a part of a row is."""
    icon_width = ICON_PX + 2 * _MARGIN_PX
    if part is Part.NAME:
        return row.adjusted(icon_width + 2, 0, -icon_width - 2, 0)
    left = row.left() if part is Part.EYE else row.right() + 1 - icon_width
    return QRect(left, row.top(), icon_width, row.height()).adjusted(
        _MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX
    )


def _layer_of(index: Index) -> Layer:
    model = index.model()
    assert isinstance(model, LayerModel)
    return model.layer(index)
