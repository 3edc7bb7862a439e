"""The Abstract dock: a photo becomes a sketch of as few strokes as you choose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.abstract_parts import LookPart, PlayPart, SubjectPart
from app.panels.abstraction import MIN_STROKES, AbstractionSession, Phase
from app.panels.sketch_view import SketchView
from app.panels.small_parts import muted_label, show_text
from app.settings import Settings
from app.translation import tr
from engine.abstraction.messages import MAX_STROKES, RUNGS

EMPTY_SENTENCE = tr(
    "Drop or paste a photo, and it becomes a sketch of as few strokes as you choose."
)
_PROGRESS_STEPS = 1000


class AbstractPanel(QScrollArea):
    """Shows an `AbstractionSession` and passes the user's wishes on to it.

    Args:
        choose_photo: asks the user for a photo.
    """

    def __init__(
        self,
        abstraction: AbstractionSession,
        settings: Settings,
        choose_photo: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._abstraction = abstraction
        self.explanation = muted_label(EMPTY_SENTENCE)
        self.open_button = _button(tr("Open Photo…"), "photo", tr("Choose a photo to sketch"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.number = QSpinBox()
        self.rungs = muted_label("")
        self.fewest_button = _button(
            tr("Fewest"), "down", tr("As few strokes as keep it recognisable")
        )
        self.progress = QProgressBar()
        self.state = muted_label("")
        self.start_button = _button(tr("Start"), "start", tr("Sketch the photo anew"))
        self.cancel_button = _button(
            tr("Cancel"), "cancel", tr("Stop here; the best sketch so far stays")
        )
        self.keep_button = _button(tr("Keep"), "keep", tr("Add these strokes to the drawing"))
        self.view = SketchView(abstraction)
        self.subject = SubjectPart(abstraction, self.view, self.edit_mask)
        self.play = PlayPart(abstraction.on_page, settings)
        self.look = LookPart(settings)
        self.photo_box = QCheckBox(tr("Show photo"))
        self.remove_button = _button(tr("Remove Photo"), "close", tr("Away with photo and preview"))
        self._name = QLabel()
        self._controls = QWidget()
        self._set_up_strokes()
        self._set_up_progress()
        self._lay_out()
        self.open_button.clicked.connect(lambda: choose_photo())
        self.fewest_button.clicked.connect(abstraction.choose_fewest)
        self.start_button.clicked.connect(abstraction.start)
        self.cancel_button.clicked.connect(abstraction.cancel)
        self.keep_button.clicked.connect(abstraction.keep)
        self.remove_button.clicked.connect(abstraction.remove_photo)
        self.photo_box.toggled.connect(abstraction.set_photo_shown)
        abstraction.changed.connect(self.refresh)
        self.refresh()

    def release(self) -> None:
        """No longer follow the settings; before the panel is thrown away."""
        self.look.release()

    def refresh(self) -> None:
        """Show the abstraction as it is now."""
        now = self._abstraction
        is_empty = now.phase is Phase.EMPTY
        is_busy = now.phase in (Phase.LOADING, Phase.RUNNING)
        self.explanation.setVisible(is_empty)
        self.open_button.setVisible(is_empty)
        self._controls.setVisible(not is_empty)
        self.slider.setValue(now.strokes)
        self.number.setValue(now.strokes)
        self.fewest_button.setEnabled(now.can_choose_fewest)
        show_text(self.rungs, self._rungs_text())
        self.progress.setValue(round(_PROGRESS_STEPS * now.fraction))
        self.progress.setVisible(is_busy)
        self.state.setText(now.text)
        self.start_button.setVisible(not is_busy)
        self.start_button.setEnabled(now.can_start)
        self.cancel_button.setVisible(is_busy)
        self.keep_button.setEnabled(now.can_keep)
        self.photo_box.setChecked(now.photo_shown)
        self.view.refresh()
        self.subject.refresh()
        self.play.refresh()
        self._show_name("" if now.photo is None else now.photo.name)

    def edit_mask(self) -> None:
        """Have the user correct what of the photo is sketched."""
        from app.panels.mask_dialog import MaskDialog

        photo = self._abstraction.photo
        if photo is not None:
            dialog = MaskDialog(self._abstraction.subject, photo.image, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _rungs_text(self) -> str:
        """Which numbers of strokes are there at once."""
        sketching = self._abstraction.sketching
        ready = ", ".join(map(str, sketching.rungs))
        if self._abstraction.waits_for_fewest:
            return tr("Looking for the fewest that will do; ready: {numbers}").format(numbers=ready)
        if sketching.ladder.climbing and ready:
            return tr("Ready at once: {numbers}; more to come").format(numbers=ready)
        return tr("Ready at once: {numbers}").format(numbers=ready) if ready else ""

    def _show_name(self, name: str) -> None:
        room = self._name.width()
        metrics = QFontMetrics(self._name.font())
        self._name.setText(metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, max(room, 120)))
        self._name.setToolTip(name)

    def _set_up_strokes(self) -> None:
        for control in (self.slider, self.number):
            control.setRange(MIN_STROKES, MAX_STROKES)
            control.setToolTip(tr("How many strokes the sketch has"))
            control.setAccessibleName(tr("Number of strokes"))
            control.valueChanged.connect(self._abstraction.set_strokes)
        self.slider.setPageStep(4)
        self.number.setKeyboardTracking(False)
        self.rungs.setToolTip(
            tr("Sketches of {numbers} strokes are worked out in the background").format(
                numbers=", ".join(map(str, RUNGS))
            )
        )

    def _set_up_progress(self) -> None:
        self.progress.setRange(0, _PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(tr("Progress of the sketch"))
        self.state.setAccessibleName(tr("State of the sketch"))

    def _lay_out(self) -> None:
        # Bars and buttons come and go; the dock keeps its width and its rows their place.
        for widget in (self.progress, self.cancel_button, self.start_button):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(widget is self.progress)
            widget.setSizePolicy(policy)
        strokes_label = QLabel(tr("&Strokes"))
        strokes_label.setBuddy(self.slider)
        strokes, rungs, photo = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        strokes.addWidget(strokes_label)
        strokes.addWidget(self.slider, 1)
        strokes.addWidget(self.number)
        rungs.addWidget(self.rungs, 1)
        rungs.addStretch(0)
        rungs.addWidget(self.fewest_button)
        photo.addWidget(self.photo_box)
        photo.addStretch(1)
        photo.addWidget(self.remove_button)
        buttons = QGridLayout()
        buttons.addWidget(self.start_button, 0, 0)
        buttons.addWidget(self.cancel_button, 0, 0)
        buttons.addWidget(self.keep_button, 0, 1)
        buttons.setColumnStretch(0, 1)
        buttons.setColumnStretch(1, 1)
        for layout in (strokes, rungs, photo, buttons):
            layout.setSpacing(8)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        controls = QVBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(10)
        for part in (
            self._name,
            self.view,
            strokes,
            rungs,
            buttons,
            self.progress,
            self.state,
            self.play,
            self.subject,
            self.look,
            photo,
        ):
            if isinstance(part, QWidget):
                controls.addWidget(part)
            else:
                controls.addLayout(part)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(10)
        outer.addWidget(self.explanation)
        outer.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._controls)
        outer.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(250)


def _button(text: str, icon_name: str, tip: str) -> QPushButton:
    button = QPushButton(icon(icon_name), text)
    button.setToolTip(tip)
    return button
