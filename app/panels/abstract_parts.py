"""Parts of the Abstract dock: what is sketched, playing the sketch, and how it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.options import Option
from app.panels.abstraction import AbstractionSession, Around
from app.panels.option_editors import make_editor
from app.panels.sketch_on_page import SketchOnPage
from app.panels.sketch_view import SketchView
from app.settings import (
    ABSTRACT_COLOUR,
    ABSTRACT_HAND_DRAWN,
    ABSTRACT_SPEED_PX,
    ABSTRACT_WIDTH_PERCENT,
    Settings,
)
from app.translation import tr

_AROUND = {
    Around.NOTHING: tr("Nothing"),
    Around.DRAWING: tr("My strokes"),
    Around.SELECTION: tr("Selected strokes"),
}


class SubjectPart(QWidget):
    """What of the photo is sketched, what is made anew and what is left alone.

    Args:
        view: where strokes are chosen.
        edit_mask: has the user correct the mask.
    """

    def __init__(
        self,
        abstraction: AbstractionSession,
        view: SketchView,
        edit_mask: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._abstraction = abstraction
        self._view = view
        self.mask_button = _small_button(
            tr("Subject…"), "select", tr("See and correct what of the photo is sketched")
        )
        self.scene_box = QCheckBox(tr("&Whole scene"))
        self.scene_box.setToolTip(tr("Sketch the background too"))
        self.reroll_button = _small_button(
            tr("Another Stroke"), "redo", tr("Make the chosen stroke anew; all others stay")
        )
        self.unlock_button = _small_button(
            tr("Unlock"), "unlock", tr("Let the strokes of the locked region change again")
        )
        self.around_box = QComboBox()
        for value, text in _AROUND.items():
            self.around_box.addItem(text, value)
        self.around_box.setAccessibleName(tr("Drawn around"))
        self.around_box.setToolTip(
            tr("Strokes of your drawing that stay; the next sketch goes with them")
        )
        self._lay_out()
        self.mask_button.clicked.connect(lambda: edit_mask())
        self.scene_box.toggled.connect(abstraction.subject.set_whole_scene)
        self.reroll_button.clicked.connect(self._reroll)
        self.unlock_button.clicked.connect(lambda: abstraction.set_region(None))
        self.around_box.activated.connect(
            lambda _: abstraction.set_around(self.around_box.currentData())
        )
        view.reroll_asked.connect(self._reroll)
        view.chosen_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the session as it is now."""
        now = self._abstraction
        self.mask_button.setEnabled(now.subject.is_settled)
        self.scene_box.setChecked(now.subject.whole_scene)
        self.reroll_button.setEnabled(now.can_reroll and self._view.chosen is not None)
        self.unlock_button.setVisible(now.region is not None)
        self.around_box.setCurrentIndex(list(_AROUND).index(now.around))

    def _reroll(self) -> None:
        if self._view.chosen is not None:
            self._abstraction.reroll(self._view.chosen)

    def _lay_out(self) -> None:
        around_label = QLabel(tr("Draw &around"))
        around_label.setBuddy(self.around_box)
        strokes, subject, around = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        strokes.addWidget(self.reroll_button)
        strokes.addStretch(1)
        strokes.addWidget(self.unlock_button)
        subject.addWidget(self.mask_button)
        subject.addStretch(1)
        subject.addWidget(self.scene_box)
        around.addWidget(around_label)
        around.addWidget(self.around_box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in (strokes, subject, around):
            row.setSpacing(8)
            column.addLayout(row)


class PlayPart(QWidget):
    """Plays the sketch on the canvas, so that one can draw along."""

    def __init__(
        self, on_page: SketchOnPage, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._on_page = on_page
        self.play_button = _tool_button("start", tr("Play"))
        self.back_button = _tool_button("step-back", tr("One stroke back"))
        self.next_button = _tool_button("step-next", tr("The next stroke, then rest"))
        self.stop_button = _tool_button("close", tr("Show the whole sketch again"))
        self.speed = QSlider(Qt.Orientation.Horizontal)
        self.state = QLabel()
        self.speed.setRange(25, 1000)
        self.speed.setAccessibleName(tr("Speed of the pen"))
        self.speed.setToolTip(tr("How fast the pen goes"))
        self.speed.setValue(settings.get(ABSTRACT_SPEED_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for each in (self.play_button, self.back_button, self.next_button):
            row.addWidget(each)
        row.addWidget(self.speed, 1)
        row.addWidget(self.state)
        row.addWidget(self.stop_button)
        self.play_button.clicked.connect(on_page.play)
        self.back_button.clicked.connect(lambda: on_page.step(-1))
        self.next_button.clicked.connect(lambda: on_page.step(1))
        self.stop_button.clicked.connect(on_page.playback.stop)
        self.speed.valueChanged.connect(lambda value: settings.set(ABSTRACT_SPEED_PX, value))
        on_page.playback.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the playback as it is now."""
        playback = self._on_page.playback
        self.setEnabled(playback.is_on or self._on_page.sketch is not None)
        playing = playback.playing
        self.play_button.setIcon(icon("pause" if playing else "start"))
        text = tr("Pause") if playing else tr("Play: watch it being drawn, or draw along")
        self.play_button.setToolTip(text)
        self.play_button.setAccessibleName(text)
        self.back_button.setEnabled(playback.is_on)
        self.stop_button.setVisible(playback.is_on)
        self.state.setVisible(playback.is_on)
        self.state.setText(f"{playback.stroke}/{playback.strokes}")


class LookPart(QWidget):
    """Width, colour and hand of the strokes; where they lie stays the same."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unwatch: list[Callable[[], None]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.width_box = self._editor(ABSTRACT_WIDTH_PERCENT, settings)
        self.colour_button = self._editor(ABSTRACT_COLOUR, settings)
        self.hand_box = self._editor(ABSTRACT_HAND_DRAWN, settings)
        assert isinstance(self.hand_box, QCheckBox)
        self.hand_box.setText(tr("&Hand-drawn"))
        self.width_box.setMinimumWidth(72)
        for each in (self.width_box, self.colour_button, self.hand_box):
            row.addWidget(each)
        row.addStretch(1)

    def release(self) -> None:
        """No longer follow the settings."""
        for unwatch in self._unwatch:
            unwatch()

    def _editor(self, option: Option[Any], settings: Settings) -> QWidget:
        editor, show = make_editor(option, lambda value: settings.set(option, value))
        editor.setAccessibleName(option.text)
        editor.setToolTip(option.explanation or option.text)
        show(settings.get(option))
        self._unwatch.append(settings.watch(option, show))
        return editor


def _small_button(text: str, icon_name: str, tip: str) -> QPushButton:
    button = QPushButton(icon(icon_name), text)
    button.setToolTip(tip)
    return button


def _tool_button(icon_name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    return button
