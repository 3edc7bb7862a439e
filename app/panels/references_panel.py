"""The References dock: pictures to draw from, beside the drawing or on the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.canvas.rects import box_of
from app.icons import icon, picture_icon
from app.panels.picture_view import PictureView
from app.panels.reference_board import WHOLE, Place, Reference, ReferenceBoard
from app.panels.reference_mover import ReferenceMover
from app.translation import tr

EMPTY_SENTENCE = tr(
    "Pictures to draw from: open or drop any number here. They are only to look at."
)
PLACES = {
    Place.DOCK: tr("Here only"),
    Place.UNDER: tr("Under the drawing"),
    Place.ON_TOP: tr("On top of the drawing"),
}
QUICK_PERCENT = (25, 50)
_STRIP = QSize(48, 36)
_ID = Qt.ItemDataRole.UserRole


class ReferencesPanel(QWidget):
    """Shows a `ReferenceBoard` and passes the user's wishes on to it.

    Args:
        choose: asks the user for pictures.
        mover: moves the selected picture on the page.
    """

    def __init__(
        self,
        board: ReferenceBoard,
        mover: ReferenceMover,
        choose: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._mover = mover
        self.explanation = QLabel(EMPTY_SENTENCE)
        self.add_button = QPushButton(icon("photo"), tr("Add Pictures…"))
        self.strip = QListWidget()
        self.view = PictureView()
        self.place = QComboBox()
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.quick = {
            percent: _tool(
                "", tr("Show it at {percent} %; again: as before").format(percent=percent)
            )
            for percent in QUICK_PERCENT
        }
        self.lock_button = _tool("lock", tr("Keep it where it is on the page"), checkable=True)
        self.move_button = _tool(
            "move", tr("Move it on the page: drag it, or its corners; Escape ends"), checkable=True
        )
        self.crop_button = _tool(
            "crop", tr("Show a part only: drag a frame around it"), checkable=True
        )
        self.whole_button = _tool("fit", tr("Show the whole picture again"))
        self.hide_button = _tool("eye-off", tr("Hide all pictures on the page"), checkable=True)
        self.remove_button = _tool("close", tr("Remove this picture"))
        self.models_button = QPushButton(tr("Use for the Models"))
        self._controls = QWidget()
        self._describe()
        self._lay_out()
        self._connect(choose)
        self.setAcceptDrops(True)
        self.refresh()

    def refresh(self) -> None:
        """Show the pictures as they are now."""
        items, item = self._board.items, self._board.selected
        self.explanation.setVisible(not items)
        self._controls.setVisible(bool(items))
        self._fill_strip(items)
        self.hide_button.setChecked(not self._board.shown)
        self.view.show_picture(
            None if item is None else item.image, QRectF() if item is None else item.shown_part
        )
        if item is not None:
            self._show(item)

    def _show(self, item: Reference) -> None:
        on_page = item.place is not Place.DOCK
        self.view.setAccessibleDescription(item.name)
        self.place.setCurrentIndex(self.place.findData(item.place))
        self.place.setEnabled(not item.is_models)
        if not self.opacity.isSliderDown():
            self.opacity.setValue(round(100 * item.opacity))
        self.opacity.setEnabled(on_page)
        self.opacity.setToolTip(
            tr("Opacity on the page: {value:.0f} %").format(value=100 * item.opacity)
        )
        for percent, button in self.quick.items():
            button.setEnabled(on_page)
            button.setChecked(round(100 * item.opacity) == percent)
        self.lock_button.setChecked(item.locked)
        self.lock_button.setEnabled(on_page and not item.is_models)
        self.move_button.setEnabled(self._mover.can_move(item))
        self.move_button.setChecked(self._mover.on)
        self.crop_button.setEnabled(not item.is_models)
        self.crop_button.setChecked(self.view.cropping)
        self.whole_button.setEnabled(item.crop != WHOLE)
        self.models_button.setEnabled(not item.is_models)
        self.models_button.setText(
            tr("The Models Look at It") if item.is_models else tr("Use for the Models")
        )

    def _fill_strip(self, items: tuple[Reference, ...]) -> None:
        shown = [self.strip.item(row).data(_ID) for row in range(self.strip.count())]
        blocked = self.strip.blockSignals(True)
        if shown != [item.id for item in items]:
            self.strip.clear()
            for item in items:
                entry = QListWidgetItem(_thumbnail(item), "")
                entry.setData(_ID, item.id)
                entry.setSizeHint(_STRIP + QSize(8, 8))
                entry.setToolTip(
                    tr("{name} (the models look at it)").format(name=item.name)
                    if item.is_models
                    else item.name
                )
                entry.setData(Qt.ItemDataRole.AccessibleTextRole, item.name)
                self.strip.addItem(entry)
        selected = self._board.selected
        for row, item in enumerate(items):
            if selected is not None and item.id == selected.id:
                self.strip.setCurrentRow(row)
        self.strip.blockSignals(blocked)

    # --- Wishes --------------------------------------------------------------------------------

    def _with_item(self, act: Callable[[Reference], object]) -> Callable[..., None]:
        def act_on_selected(*_: object) -> None:
            item = self._board.selected
            if item is not None:
                act(item)

        return act_on_selected

    def _connect(self, choose: Callable[[], object]) -> None:
        board, act = self._board, self._with_item
        self.add_button.clicked.connect(lambda: choose())
        self.strip.currentItemChanged.connect(
            lambda entry, _: None if entry is None else board.select(entry.data(_ID))
        )
        self.place.activated.connect(
            act(lambda item: board.set_place(item, self.place.currentData()))
        )
        self.opacity.valueChanged.connect(act(self._on_slider))
        for percent, button in self.quick.items():
            button.clicked.connect(
                act(lambda item, percent=percent: board.toggle_opacity(item, percent / 100))
            )
        self.lock_button.clicked.connect(
            act(lambda item: board.set_locked(item, self.lock_button.isChecked()))
        )
        self.move_button.clicked.connect(self._move_or_stop)
        self._mover.ended.connect(lambda: self.move_button.setChecked(False))
        self.crop_button.clicked.connect(self._crop_or_stop)
        self.view.crop_ended.connect(lambda: self.crop_button.setChecked(False))
        self.view.cropped.connect(self._crop)
        self.whole_button.clicked.connect(act(lambda item: board.set_crop(item, WHOLE)))
        self.hide_button.toggled.connect(lambda hidden: board.set_shown(not hidden))
        self.remove_button.clicked.connect(act(board.remove))
        self.models_button.clicked.connect(act(board.use_for_models))
        board.changed.connect(self.refresh)

    def _on_slider(self, item: Reference) -> None:
        if round(100 * item.opacity) != self.opacity.value():
            self._board.set_opacity(item, self.opacity.value() / 100)

    def _move_or_stop(self, on: bool) -> None:
        if on:
            self._mover.start()
        else:
            self._mover.stop()
        self.move_button.setChecked(self._mover.on)

    def _crop_or_stop(self, on: bool) -> None:
        if on:
            self.view.start_crop()
            self.view.setFocus()
        else:
            self.view.end_crop()

    def _crop(self, part: QRectF) -> None:
        item = self._board.selected
        if item is not None:
            width, height = item.image.width(), item.image.height()
            left, top, right, bottom = box_of(part)
            crop = (left / width, top / height, right / width, bottom / height)
            self._board.set_crop(item, crop)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        mime = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self._board.add_paths(paths)
        elif mime.hasImage():
            self._board.add_image(mime.imageData())
        event.acceptProposedAction()

    # --- Looks ---------------------------------------------------------------------------------

    def _describe(self) -> None:
        self.explanation.setWordWrap(True)
        self.explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.add_button.setToolTip(tr("Choose pictures to draw from"))
        self.strip.setAccessibleName(tr("Reference pictures"))
        self.strip.setViewMode(QListView.ViewMode.IconMode)
        self.strip.setFlow(QListView.Flow.LeftToRight)
        self.strip.setMovement(QListView.Movement.Static)
        self.strip.setWrapping(False)
        self.strip.setIconSize(_STRIP)
        self.strip.setItemDelegate(_Tile(self.strip))
        self.strip.setSpacing(2)
        self.strip.setFixedHeight(_STRIP.height() + 24)
        self.strip.setFrameShape(QFrame.Shape.NoFrame)
        self.strip.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for place, text in PLACES.items():
            self.place.addItem(text, place)
        self.place.setAccessibleName(tr("Where the picture is seen"))
        self.place.setToolTip(tr("Where the picture is seen"))
        self.opacity.setRange(5, 100)
        self.opacity.setPageStep(10)
        self.opacity.setAccessibleName(tr("Opacity on the page"))
        for percent, button in self.quick.items():
            button.setText(f"{percent} %")
            button.setCheckable(True)
        self.models_button.setToolTip(tr("Let Abstract, Assist and Match look at this picture"))

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button in (self.move_button, self.lock_button, self.crop_button, self.whole_button):
            tools.addWidget(button)
        tools.addStretch(1)
        for button in (self.hide_button, self.remove_button):
            tools.addWidget(button)
        label = QLabel(tr("&Seen"))
        label.setBuddy(self.place)
        fade = QLabel(tr("&Opacity"))
        fade.setBuddy(self.opacity)
        slider = QHBoxLayout()
        slider.setSpacing(4)
        slider.addWidget(self.opacity, 1)
        for button in self.quick.values():
            slider.addWidget(button)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.place, 0, 1)
        grid.addWidget(fade, 1, 0)
        grid.addLayout(slider, 1, 1)
        grid.setColumnStretch(1, 1)
        inner = QVBoxLayout(self._controls)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.strip)
        inner.addWidget(self.view, 1)
        inner.addLayout(tools)
        inner.addLayout(grid)
        inner.addWidget(self.models_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.explanation)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._controls, 1)
        column.addStretch(0)
        self.setMinimumWidth(250)


class _Tile(QStyledItemDelegate):
    """A small picture, framed while it is selected."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.highlight())
            painter.drawRoundedRect(option.rect, 4, 4)
        picture.paint(painter, option.rect.adjusted(3, 3, -3, -3))


def _tool(icon_name: str, tip: str, *, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    if icon_name:
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(16, 16))
    button.setAutoRaise(True)
    button.setCheckable(checkable)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(":")[0].partition(";")[0])
    return button


def _thumbnail(item: Reference) -> QIcon:
    small = item.image.scaled(
        _STRIP * 2,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return picture_icon(QPixmap.fromImage(small))
