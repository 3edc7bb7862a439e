"""All jobs of the engine that the user waits for, each with its progress and a cancel button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from app.icons import icon
from app.panels.engine_state import EngineState, JobState
from app.panels.popup import Popup
from app.translation import tr

WIDTH_PX = 340
_STEPS = 1000


class JobsPopup(Popup):
    """Follows the engine; closes when nothing is left to wait for."""

    def __init__(self, engine: EngineState, parent: QWidget) -> None:
        super().__init__(parent)
        self._engine = engine
        self.rows: dict[str, JobRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 10, 12)
        self._column.setSpacing(12)
        self.setWindowTitle(tr("Jobs of the Engine"))
        self.setFixedWidth(WIDTH_PX)
        engine.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the jobs as they are now."""
        jobs = {job.kind: job for job in self._engine.jobs}
        for kind in self.rows.keys() - jobs.keys():
            row = self.rows.pop(kind)
            self._column.removeWidget(row)
            row.deleteLater()
        for kind, job in jobs.items():
            if kind not in self.rows:
                self.rows[kind] = JobRow(job, self._engine)
                self._column.addWidget(self.rows[kind])
            self.rows[kind].refresh(job)
        if self.isVisible():
            if self.rows:
                self._place()
            else:
                self.accept()

    def open_above(self, button: QWidget) -> None:
        """Show it above a button of the status bar."""
        self._anchor = button.mapToGlobal(QPoint(button.width(), -6))
        if self.rows:
            self._place()
            self.show_active(next(iter(self.rows.values())).cancel_button)

    def _place(self) -> None:
        self.adjustSize()
        self.move(self._anchor - QPoint(self.width(), self.height()))


class JobRow(QWidget):
    """One job."""

    def __init__(self, job: JobState, engine: EngineState) -> None:
        super().__init__()
        name = QLabel(job.name)
        self.text = QLabel()
        self.text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(tr("Progress: {name}").format(name=job.name))
        self.cancel_button = QToolButton()
        self.cancel_button.setIcon(icon("close"))
        self.cancel_button.setIconSize(QSize(12, 12))
        self.cancel_button.setAutoRaise(True)
        self.cancel_button.setToolTip(tr("Cancel: {name}").format(name=job.name))
        self.cancel_button.setAccessibleName(tr("Cancel: {name}").format(name=job.name))
        self.cancel_button.clicked.connect(lambda: engine.cancel(job.kind))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.cancel_button, 0, 1, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.progress, 1, 0)
        grid.addWidget(self.text, 2, 0)
        grid.setColumnStretch(0, 1)

    def refresh(self, job: JobState) -> None:
        """Show how far the job is."""
        self.progress.setValue(round(_STEPS * job.fraction))
        self.text.setText(job.text or tr("Waits for its turn"))
