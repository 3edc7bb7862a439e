"""The History dock: every state as a small picture; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QHideEvent, QIcon, QImage, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.canvas.thumbnails import Thumbnails
from app.canvas.view import CanvasView
from app.document.change import Change
from app.document.document import Document
from app.document.drawing import Drawing
from app.icons import picture_icon
from app.translation import tr

PICTURE = QSize(72, 54)
RATIO = 2
"""Pictures are made for screens of two device px per px."""
FOLLOW_AFTER_MS = 60
"""After the last change; the pen's own work comes first."""
_Index = QModelIndex | QPersistentModelIndex
_State = tuple[Drawing, str]


class HistoryPanel(QWidget):
    """Follows a document while it is shown."""

    def __init__(
        self, document: Document, canvas: CanvasView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self.thumbnails = Thumbnails(PICTURE * RATIO, lambda: canvas.gesture_active, self)
        self._model = _States(self.thumbnails, self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setIconSize(PICTURE)
        self.list.setSpacing(2)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("History"))
        self.list.setAccessibleDescription(tr("The states of the drawing; Enter goes to one"))
        self.explanation = QLabel(tr("What you draw is listed here; a click goes back to it."))
        self.explanation.setWordWrap(True)
        self.explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.explanation.setContentsMargins(12, 12, 12, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.explanation)
        column.addWidget(self.list, 1)
        self._timer = QTimer(self, singleShot=True, interval=FOLLOW_AFTER_MS)
        self._timer.timeout.connect(self._follow)
        self._unsubscribe = document.subscribe(self._on_change)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)

    @property
    def texts(self) -> list[str]:
        """What is listed."""
        return [self._model.index(row, 0).data() for row in range(self._model.rowCount())]

    def refresh(self) -> None:
        """Show the history as it is now."""
        self._timer.stop()
        history = self._document.history
        self._model.show(list(history.states), history.place)
        self.explanation.setVisible(len(history.states) == 1)
        self.list.setVisible(len(history.states) > 1)
        index = self._model.index(history.place, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)

    def release(self) -> None:
        """No longer follow the document."""
        self._unsubscribe()
        self._timer.stop()
        self.thumbnails.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.thumbnails.stop()

    def _on_change(self, _: Change) -> None:
        if self.isVisible():
            self._timer.start()

    def _follow(self) -> None:
        if self._canvas.gesture_active:
            self._timer.start()
        else:
            self.refresh()

    def _go(self, index: QModelIndex) -> None:
        self.refresh()  # what is clicked is counted from a list that may just have grown
        if index.isValid():
            self._document.go_to(index.row())
            self.refresh()


class _States(QAbstractListModel):
    def __init__(self, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._states: list[_State] = []
        self._place = 0
        thumbnails.ready.connect(self._on_ready)

    def show(self, states: list[_State], place: int) -> None:
        """List other states: what is listed already keeps its row."""
        old = self._states
        gone = 0
        while gone < len(old) and (not states or old[gone][0] is not states[0][0]):
            gone += 1
        if gone:
            self.beginRemoveRows(QModelIndex(), 0, gone - 1)
            del old[:gone]
            self.endRemoveRows()
        same = 0
        while same < min(len(old), len(states)) and old[same][0] is states[same][0]:
            same += 1
        if same < len(old):
            self.beginRemoveRows(QModelIndex(), same, len(old) - 1)
            del old[same:]
            self.endRemoveRows()
        if same < len(states):
            self.beginInsertRows(QModelIndex(), same, len(states) - 1)
            old.extend(states[same:])
            self.endInsertRows()
        if place != self._place:
            self._place = place
            self.dataChanged.emit(self.index(0, 0), self.index(len(old) - 1, 0))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._states)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        drawing, text = self._states[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text or tr("Beginning")
            case Qt.ItemDataRole.AccessibleTextRole:
                undone = tr(", undone") if index.row() > self._place else ""
                return (text or tr("Beginning")) + undone
            case Qt.ItemDataRole.DecorationRole:
                before = self._states[index.row() - 1][0] if index.row() else None
                return _icon(self._thumbnails.get(drawing, before))
            case Qt.ItemDataRole.ForegroundRole if index.row() > self._place:
                return QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        return None

    def _on_ready(self, drawing: Drawing) -> None:
        for row, (state, _) in enumerate(self._states):
            if state is drawing:
                index = self.index(row, 0)
                self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])


def _icon(image: QImage | None) -> QIcon:
    if image is None:
        empty = QPixmap(PICTURE)
        empty.fill(Qt.GlobalColor.transparent)
        return QIcon(empty)
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(RATIO)
    return picture_icon(pixmap)
