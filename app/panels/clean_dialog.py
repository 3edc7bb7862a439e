"""Before and after a cleaning, side by side."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from app.canvas.ghost_view import GhostView, PreviewView
from app.icons import icon
from app.panels.cleaning import CleaningSession, CleanPreview
from app.translation import tr
from engine.attribution.messages import MAX_DELTA, Estimator, Method

JUDGES = {
    Estimator.LEARNED: tr("Experience with drawings"),
    Estimator.SAMPLED: tr("Leaving out several"),
    Estimator.REMOVAL: tr("Leaving out one by one"),
    Estimator.VIEWS: tr("Gradient, several views"),
    Estimator.GRADIENT: tr("Gradient, as in the paper"),
}
HINT = tr(
    "Dashed parts would go. Click one to bring it back, again to let it go; "
    "or use the arrow keys and the space bar."
)


class CleanDialog(QDialog):
    """Shows the preview of a `CleaningSession`; gone with it.

    Args:
        preview: the session's, there when the dialog is made.
    """

    def __init__(
        self, cleaning: CleaningSession, preview: CleanPreview, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cleaning = cleaning
        box = preview.before.bounds()
        self.before = PreviewView(preview.before, box)
        self.after = GhostView(preview.after, box, preview.ghost_strokes())
        self.judge_box = QComboBox()
        self.delta_box = QDoubleSpinBox()
        self.gumbel_box = QCheckBox(tr("At random"))
        self.again_button = QPushButton(tr("Again"))
        self._preview = preview
        self.before_words = QLabel()
        self.after_words = QLabel()
        self.keep_button = QPushButton(icon("keep"), tr("Keep"))
        self.cancel_button = QPushButton(icon("close"), tr("Cancel"))
        self.setWindowTitle(tr("Clean My Sketch"))
        self._describe()
        self._lay_out()
        self.after.toggled.connect(cleaning.toggle)
        self.judge_box.activated.connect(
            lambda _: cleaning.set_estimator(Estimator(self.judge_box.currentData()))
        )
        self.delta_box.valueChanged.connect(lambda value: cleaning.set_delta(round(value, 2)))
        self.gumbel_box.toggled.connect(cleaning.set_gumbel)
        self.again_button.clicked.connect(cleaning.draw_again)
        self.keep_button.clicked.connect(cleaning.keep)
        self.cancel_button.clicked.connect(self.close)
        cleaning.changed.connect(self.refresh)
        cleaning.ended.connect(self._end)
        self.refresh()

    def refresh(self) -> None:
        """Show the preview as it is now."""
        preview = self._cleaning.preview
        if preview is None:
            return
        if preview is not self._preview:
            self._preview = preview
            self.after.show_ghosts_of(preview.ghost_strokes())
        self.after.show_drawing(preview.after)
        self.after.show_restored(preview.restored)
        self._show_choices()
        self.before_words.setText(
            tr("<b>Before</b>: {words_before}").format(words_before=self._cleaning.words_before)
        )
        self.after_words.setText(
            tr("<b>After</b>: {words_after}").format(words_after=self._cleaning.words_after)
        )
        gone = len(preview.ghosts) - len(preview.restored)
        self.keep_button.setEnabled(gone > 0 and not self._cleaning.is_looking)
        self.after.setAccessibleDescription(
            tr("{gone} of {count} parts would go").format(gone=gone, count=len(preview.ghosts))
        )

    def reject(self) -> None:
        # Escape; closing cancels the cleaning.
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._cleaning.cancel()
        self.before.release()
        self.after.release()
        super().closeEvent(event)

    def _show_choices(self) -> None:
        cleaning = self._cleaning
        self.judge_box.setCurrentIndex(self.judge_box.findData(cleaning.estimator.value))
        with QSignalBlocker(self.delta_box), QSignalBlocker(self.gumbel_box):
            if not self.delta_box.hasFocus() or not cleaning.is_looking:
                self.delta_box.setValue(cleaning.delta)
            self.gumbel_box.setChecked(cleaning.gumbel)
        self.again_button.setEnabled(cleaning.gumbel and not cleaning.is_looking)

    def _end(self) -> None:
        self._cleaning.changed.disconnect(self.refresh)
        self._cleaning.ended.disconnect(self._end)
        self.close()
        self.deleteLater()

    def _describe(self) -> None:
        self.before.setAccessibleName(tr("The sketch before"))
        self.after.setAccessibleName(tr("The sketch after"))
        for estimator, text in JUDGES.items():
            if estimator is not Estimator.LEARNED or self._cleaning.method is Method.SLA:
                self.judge_box.addItem(text, estimator.value)
        self.judge_box.setAccessibleName(tr("Judged by"))
        self.judge_box.setToolTip(tr("How it is found out what does not belong"))
        self.delta_box.setRange(0, MAX_DELTA)
        self.delta_box.setSingleStep(0.05)
        self.delta_box.setAccessibleName(tr("Caution"))
        self.delta_box.setToolTip(tr("The larger, the less goes (Delta in the paper)"))
        self.gumbel_box.setToolTip(tr("Draw what goes, instead of by a threshold (Gumbel-softmax)"))
        self.again_button.setToolTip(tr("Draw anew"))
        self.keep_button.setToolTip(tr("Leave the dashed parts out of the drawing"))
        self.cancel_button.setToolTip(tr("Leave the drawing as it is"))
        self.keep_button.setDefault(True)

    def _lay_out(self) -> None:
        hint = QLabel(HINT)
        hint.setWordWrap(True)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        buttons = QHBoxLayout()
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignBottom)
        buttons.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignBottom)
        choices = QHBoxLayout()
        for text, box in ((tr("&Judged by"), self.judge_box), (tr("Ca&ution"), self.delta_box)):
            label = QLabel(text)
            label.setBuddy(box)
            choices.addWidget(label)
            choices.addWidget(box)
            choices.addSpacing(12)
        choices.addWidget(self.gumbel_box)
        choices.addWidget(self.again_button)
        choices.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setSpacing(10)
        grid.addWidget(self.before_words, 0, 0)
        grid.addWidget(self.after_words, 0, 1)
        grid.addWidget(self.before, 1, 0)
        grid.addWidget(self.after, 1, 1)
        grid.addLayout(choices, 2, 0, 1, 2)
        grid.addLayout(buttons, 3, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.resize(820, 480)
