"""The status bar: what the engine does and where, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QStatusBar, QToolButton, QWidget

from app.icons import icon
from app.panels.engine_state import EngineState
from app.panels.jobs_popup import JobsPopup
from app.translation import tr

_PROGRESS_STEPS = 1000
NOTICE_MS = 8000


class StatusBar(QStatusBar):
    """The job asked for last with progress and cancel, the engine's encoder and device, the zoom.

    A click on the job lists them all.

    Args:
        zoom_menu: opened by a click on the zoom.
    """

    def __init__(
        self,
        engine: EngineState,
        zoom_menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._zoom_menu = zoom_menu
        self.jobs = JobsPopup(engine, self)
        self.jobs_button = QToolButton()
        self.jobs_button.setAutoRaise(True)
        self.jobs_button.setToolTip(tr("What the engine is doing"))
        self.jobs_button.setAccessibleName(tr("Jobs of the engine"))
        self.job_progress = QProgressBar()
        self.job_progress.setRange(0, _PROGRESS_STEPS)
        self.job_progress.setTextVisible(False)
        self.job_progress.setFixedSize(110, 6)
        self.job_progress.setAccessibleName(tr("Progress of the engine"))
        self.cancel_button = QToolButton()
        self.cancel_button.setIcon(icon("close"))
        self.cancel_button.setIconSize(QSize(12, 12))
        self.cancel_button.setAutoRaise(True)
        self.cancel_button.setToolTip(tr("Cancel"))
        self.cancel_button.setAccessibleName(tr("Cancel the engine's job"))
        self.engine_label = QLabel()
        self.engine_label.setToolTip(tr("Encoder and device of the engine"))
        self.zoom_button = QToolButton()
        self.zoom_button.setAutoRaise(True)
        self.zoom_button.setToolTip(tr("Zoom"))
        self.zoom_button.setAccessibleName(tr("Zoom"))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 4, 0)
        for widget in (
            self.jobs_button,
            self.job_progress,
            self.cancel_button,
            self.engine_label,
            self.zoom_button,
        ):
            self.addPermanentWidget(widget)
        self.cancel_button.clicked.connect(self._cancel)
        self.jobs_button.clicked.connect(lambda: self.jobs.open_above(self.jobs_button))
        self.zoom_button.clicked.connect(self._open_zoom_menu)
        engine.changed.connect(self.refresh)
        engine.notice.connect(self.show_notice)
        self.refresh()

    def show_zoom(self, scale: float) -> None:
        """Show a scale in view px per document px."""
        self.zoom_button.setText(f"{scale * 100:.0f} %")

    def show_notice(self, text: str) -> None:
        """Show a line for a while."""
        self.showMessage(text, NOTICE_MS)

    def _cancel(self) -> None:
        if self._engine.job is not None:
            self._engine.cancel(self._engine.job.kind)

    def _open_zoom_menu(self) -> None:
        corner = self.zoom_button.mapToGlobal(self.zoom_button.rect().topRight())
        size = self._zoom_menu.sizeHint()
        self._zoom_menu.popup(corner - QPoint(size.width(), size.height()))

    def refresh(self) -> None:
        """Show the engine as it is now."""
        job = self._engine.job
        for widget in (self.jobs_button, self.job_progress, self.cancel_button):
            widget.setVisible(job is not None)
        if job is not None:
            others = len(self._engine.jobs) - 1
            self.jobs_button.setText(
                tr("{name} and {others} more").format(name=job.name, others=others)
                if others
                else job.name
            )
            self.cancel_button.setToolTip(tr("Cancel: {name}").format(name=job.name))
            self.job_progress.setValue(round(_PROGRESS_STEPS * job.fraction))
        self.engine_label.setText(self._engine.text)
