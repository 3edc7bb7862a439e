"""The Models dialog: what sees, how big, how fast, under which licence; and getting more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.models import Models, Phase
from app.translation import tr
from engine.encoders.store.messages import ModelRow
from engine.encoders.store.weights import BUNDLED

EXPLANATION = tr(
    "A model looks at drawings and photos and says how alike they are. The bundled one needs no "
    "network. Nothing is downloaded until you press Fetch and have seen size and licence."
)
COLUMNS = (tr("Model"), tr("State"), tr("Size"), tr("Speed here"), tr("Licence"), tr("Good for"))
_NAME_COLUMN = COLUMNS.index(tr("Model"))
_RIGHT_COLUMNS = (COLUMNS.index(tr("Size")), COLUMNS.index(tr("Speed here")))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CELL_PADDING = "QTableView::item, QHeaderView::section { padding: 0 8px; }"
_PROGRESS_STEPS = 1000


class ModelsDialog(QDialog):
    """Shows a `Models` and passes the user's wishes on to it.

    Args:
        choose_file: asks the user for a weight file; by default the platform's dialog.
    """

    def __init__(
        self,
        models: Models,
        choose_file: Callable[[], Path | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._choose_file = choose_file or self._ask_for_file
        self._shown: tuple[ModelRow, ...] = ()
        self.table = _table()
        self.other_box = QComboBox()
        self.add_button = QPushButton(tr("Add"))
        self.fetch_button = QPushButton(icon("save"), tr("Fetch…"))
        self.file_button = QPushButton(icon("open"), tr("From File…"))
        self.use_button = QPushButton(icon("keep"), tr("Use"))
        self.remove_button = QPushButton(tr("Remove"))
        self.verify_button = QPushButton(tr("Check Files"))
        self.download_button = QPushButton(tr("Download"))
        self.cancel_button = QPushButton(icon("cancel"), tr("Cancel"))
        self.close_button = QPushButton(tr("Close"))
        self.progress = QProgressBar()
        self.state = QLabel()
        self.setWindowTitle(tr("Models"))
        self._describe()
        self._lay_out()
        self._connect()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self._models.refresh()
        super().showEvent(event)

    def done(self, result: int) -> None:
        """Close; an offer that was not taken up is gone, a download goes on."""
        if self._models.phase is Phase.OFFERED:
            self._models.cancel()
        super().done(result)

    @property
    def selected(self) -> ModelRow | None:
        """The model the buttons act on."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def select(self, name: str) -> None:
        """Select the row of that name, if there is one."""
        for number, row in enumerate(self._shown):
            if row.name == name:
                self.table.selectRow(number)

    def refresh(self) -> None:
        """Show the models as they are now."""
        now = self._models
        self._fill(now.rows)
        self._fill_names(now.names)
        phase = now.phase
        self.progress.setVisible(phase in (Phase.ASKING, Phase.BUSY))
        # Asking has no end in sight: the bar only shows that something goes on.
        self.progress.setRange(0, 0 if phase is Phase.ASKING else _PROGRESS_STEPS)
        self.progress.setValue(round(_PROGRESS_STEPS * now.fraction))
        self.download_button.setVisible(phase is Phase.OFFERED)
        self.cancel_button.setVisible(phase is not Phase.IDLE)
        self.close_button.setVisible(phase is not Phase.OFFERED)
        question = " " + tr("Download it?") if phase is Phase.OFFERED else ""
        self.state.setText(now.text + question)
        role = QPalette.ColorRole.WindowText if question or now.is_trouble else None
        self.state.setForegroundRole(role or QPalette.ColorRole.PlaceholderText)
        if phase is Phase.OFFERED and not self.download_button.isDefault():
            self.download_button.setDefault(True)
            self.download_button.setFocus()
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        row = self.selected
        idle = self._models.phase is Phase.IDLE
        fetchable = idle and row is not None and row.name != BUNDLED
        self.fetch_button.setEnabled(fetchable)
        self.file_button.setEnabled(fetchable)
        self.use_button.setEnabled(idle and row is not None and row.installed and not row.in_use)
        self.remove_button.setEnabled(fetchable and row is not None and row.installed)
        self.verify_button.setEnabled(idle)

    def _fill(self, rows: tuple[ModelRow, ...]) -> None:
        if rows == self._shown:
            return
        selected = self.selected
        self._shown = rows
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(_cells(row)):
                item = QTableWidgetItem(text)
                if column in _RIGHT_COLUMNS:
                    item.setTextAlignment(_RIGHT)
                if column == _NAME_COLUMN:
                    item.setToolTip(_tip(row))
                font = item.font()
                font.setBold(row.in_use)
                item.setFont(font)
                self.table.setItem(number, column, item)
        self.select(selected.name if selected else self._models.in_use)

    def _fill_names(self, names: tuple[str, ...]) -> None:
        if self.other_box.count() != len(names):
            text = self.other_box.currentText()
            self.other_box.clear()
            self.other_box.addItems(names)
            self.other_box.setEditText(text)

    def _add(self) -> None:
        name = self.other_box.currentText().strip()
        if name and self._models.add(name):
            self.select(name)
            self.other_box.setEditText("")

    def _fetch(self) -> None:
        if self.selected is not None:
            self._models.ask(self.selected.name)

    def _from_file(self) -> None:
        row = self.selected
        path = self._choose_file()
        if row is not None and path is not None:
            self._models.import_file(row.name, path)

    def _use(self) -> None:
        if self.selected is not None:
            self._models.use(self.selected.name)

    def _remove(self) -> None:
        if self.selected is not None:
            self._models.remove(self.selected.name)

    def _ask_for_file(self) -> Path | None:
        kind = ";;".join((tr("Weights (*.safetensors)"), tr("All files (*)")))
        name, _ = QFileDialog.getOpenFileName(self, tr("Weights of the Model"), "", kind)
        return Path(name) if name else None

    def _connect(self) -> None:
        self._models.changed.connect(self.refresh)
        self.table.itemSelectionChanged.connect(self._refresh_buttons)
        self.add_button.clicked.connect(self._add)
        self.other_box.lineEdit().returnPressed.connect(self._add)
        self.fetch_button.clicked.connect(self._fetch)
        self.file_button.clicked.connect(self._from_file)
        self.use_button.clicked.connect(self._use)
        self.remove_button.clicked.connect(self._remove)
        self.verify_button.clicked.connect(self._models.verify)
        self.download_button.clicked.connect(self._models.accept)
        self.cancel_button.clicked.connect(self._models.cancel)
        self.close_button.clicked.connect(self.accept)

    def _describe(self) -> None:
        self.fetch_button.setToolTip(tr("Ask the hub for size and licence of the selected model"))
        self.file_button.setToolTip(tr("Take the selected model's weights from a safetensors file"))
        self.use_button.setToolTip(tr("Look at drawings and photos with the selected model"))
        self.remove_button.setToolTip(tr("Delete the selected model's file"))
        self.verify_button.setToolTip(tr("Hash all files again and compare"))
        self.add_button.setToolTip(tr("Show this model in the table"))
        self.other_box.setEditable(True)
        self.other_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.other_box.setAccessibleName(tr("Another model of open_clip"))
        self.other_box.lineEdit().setPlaceholderText(tr("Another model, MODEL/TAG"))
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(tr("Progress"))
        self.state.setWordWrap(True)
        self.state.setAccessibleName(tr("State"))
        completer = self.other_box.completer()
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)

    def _lay_out(self) -> None:
        explanation = QLabel(EXPLANATION)
        explanation.setWordWrap(True)
        explanation.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        other = QHBoxLayout()
        other.addWidget(self.other_box, 1)
        other.addWidget(self.add_button)
        actions = QHBoxLayout()
        for button in (self.use_button, self.fetch_button, self.file_button):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.verify_button)
        actions.addWidget(self.remove_button)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        end = QHBoxLayout()
        end.addWidget(self.state, 1)
        for button in (self.download_button, self.cancel_button, self.close_button):
            end.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(explanation)
        column.addWidget(self.table, 1)
        column.addLayout(other)
        column.addLayout(actions)
        column.addWidget(self.progress)
        column.addLayout(end)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Return in the name field means Add, not a button
        self.resize(900, 460)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(COLUMNS))
    table.setHorizontalHeaderLabels(COLUMNS)
    table.setAccessibleName(tr("Models"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setStyleSheet(_CELL_PADDING)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    for column in range(len(COLUMNS)):
        alignment = _RIGHT if column in _RIGHT_COLUMNS else _LEFT
        table.horizontalHeaderItem(column).setTextAlignment(alignment)
    return table


def _cells(row: ModelRow) -> tuple[str, ...]:
    """What the columns say of a model."""
    size = QLocale().formattedDataSize(row.size_bytes, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
    if not row.size_bytes:
        size = ""
    elif not row.installed:
        size = tr("about {size}").format(size=size)
    state = tr("in use") if row.in_use else tr("installed") if row.installed else tr("not fetched")
    speed = "" if row.ms_per_image is None else f"{row.ms_per_image:.0f} ms"
    return (row.name, state, size, speed, row.licence, row.purpose)


def _tip(row: ModelRow) -> str:
    lines = [row.name]
    if row.origin:
        lines.append(tr("From: {origin}").format(origin=row.origin))
    if row.sha256:
        lines.append(f"SHA-256: {row.sha256}")
    return "\n".join(lines)
