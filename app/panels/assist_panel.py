"""The Assist dock: what the drawing looks like, and which strokes say so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.assist import AssistSession
from app.panels.cleaning import CleaningSession
from app.panels.fragile import FragileSession
from app.panels.guess_bars import GuessBars
from app.panels.reliability import RELIABILITY_TIP, reliability_sentence
from app.panels.target_chooser import TargetChooser
from app.panels.tint_legend import TintLegend
from app.translation import tr
from engine.attribution.messages import Estimator, Method

EMPTY_SENTENCE = tr("Draw, and see what it looks like and which strokes help or hurt.")
_METHODS = {Method.SLA: tr("Whole strokes"), Method.PSLA: tr("Along the stroke")}
_ESTIMATORS = {
    Estimator.REMOVAL: tr("Removal"),
    Estimator.SAMPLED: tr("Removal of several (slow)"),
    Estimator.LEARNED: tr("Does it belong (learned)"),
    Estimator.VIEWS: tr("Gradient, several views"),
    Estimator.GRADIENT: tr("Gradient, as in the paper"),
}


class AssistPanel(QScrollArea):
    """Shows the sessions that look at the drawing and passes the user's wishes on to them."""

    def __init__(
        self,
        assist: AssistSession,
        cleaning: CleaningSession,
        fragile: FragileSession,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._assist, self._cleaning, self._fragile = assist, cleaning, fragile
        self.explanation = _muted_label(EMPTY_SENTENCE)
        self.guesses = GuessBars()
        self.tint_box = QCheckBox(tr("&Tint strokes"))
        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.legend = TintLegend()
        self.target = TargetChooser(assist.target, assist.need_categories)
        self.method_box = QComboBox()
        self.estimator_box = QComboBox()
        self.meaning = _muted_label("")
        self.reliability = _muted_label("")
        self.clean_button = QPushButton(icon("clean"), tr("Clean My Sketch…"))
        self.fragile_button = QPushButton(icon("fragile"), tr("What It Hangs On"))
        self.finding = _muted_label("")
        self._drawn = QWidget()
        self._set_up()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the sessions as they are now."""
        assist = self._assist
        self.explanation.setVisible(assist.is_empty)
        self._drawn.setVisible(not assist.is_empty)
        self.guesses.show_labels(assist.labels)
        self.tint_box.setChecked(assist.tinting)
        self.strength.setValue(round(100 * assist.strength))
        self.strength.setEnabled(assist.tinting)
        self.method_box.setCurrentIndex(list(_METHODS).index(assist.method))
        self.estimator_box.setCurrentIndex(list(_ESTIMATORS).index(assist.estimator))
        self.target.show_categories(assist.categories)
        _show_text(self.meaning, assist.fault or self._meaning())
        _show_text(
            self.reliability, reliability_sentence(assist.reliability) if assist.tinting else ""
        )
        self._refresh_jobs()

    def _refresh_jobs(self) -> None:
        self.clean_button.setEnabled(self._cleaning.can_start)
        self.fragile_button.setEnabled(self._fragile.can_start)
        _show_text(self.finding, self._fragile.sentence)

    def _meaning(self) -> str:
        scored_by = self._assist.scored_by
        if not (scored_by and self._assist.tinting):
            return ""
        return tr("Blue strokes make it more like {scored_by}, orange ones less.").format(
            scored_by=scored_by
        )

    def _set_up(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.strength.setRange(10, 100)
        self.strength.setAccessibleName(tr("Strength of the tints"))
        self.strength.setToolTip(tr("How much of the ink's own colour the tints hide"))
        self.tint_box.setToolTip(tr("Tint strokes by what they say"))
        for box, texts, name, tip in (
            (
                self.method_box,
                _METHODS,
                tr("What is scored"),
                tr("Score whole strokes, or along them"),
            ),
            (self.estimator_box, _ESTIMATORS, tr("Estimator"), tr("How scores are worked out")),
        ):
            for value, text in texts.items():
                box.addItem(text, value)
            box.setAccessibleName(name)
            box.setToolTip(tip)
            box.setMinimumContentsLength(12)
        self.clean_button.setToolTip(tr("See the sketch without the strokes that hurt"))
        self.fragile_button.setToolTip(tr("Find the short stroke that the first guess hangs on"))
        self.finding.setAccessibleName(tr("What the guess hangs on"))
        self.reliability.setAccessibleName(tr("Reliability"))
        self.reliability.setToolTip(RELIABILITY_TIP)

    def _lay_out(self) -> None:
        tint = QHBoxLayout()
        tint.setSpacing(8)
        tint.addWidget(self.tint_box)
        tint.addWidget(self.strength, 1)
        form = QFormLayout()
        form.setSpacing(6)
        form.addRow(tr("&Show"), self.method_box)
        form.addRow(tr("&Estimate by"), self.estimator_box)
        drawn = QVBoxLayout(self._drawn)
        drawn.setContentsMargins(0, 0, 0, 0)
        drawn.setSpacing(10)
        drawn.addWidget(self.guesses)
        drawn.addLayout(tint)
        drawn.addWidget(self.legend)
        drawn.addWidget(self.meaning)
        drawn.addWidget(self.reliability)
        drawn.addWidget(self.target)
        drawn.addLayout(form)
        drawn.addWidget(self.clean_button)
        drawn.addWidget(self.fragile_button)
        drawn.addWidget(self.finding)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.addWidget(self.explanation)
        outer.addWidget(self._drawn)
        outer.addStretch(1)
        self.setWidget(content)

    def _connect(self) -> None:
        assist = self._assist
        self.tint_box.toggled.connect(assist.set_tinting)
        self.strength.valueChanged.connect(lambda value: assist.set_strength(value / 100))
        self.method_box.activated.connect(
            lambda _: assist.set_method(Method(self.method_box.currentData()))
        )
        self.estimator_box.activated.connect(
            lambda _: assist.set_estimator(Estimator(self.estimator_box.currentData()))
        )
        self.clean_button.clicked.connect(self._cleaning.start)
        self.fragile_button.clicked.connect(self._fragile.start)
        assist.changed.connect(self.refresh)
        for session in (self._cleaning, self._fragile):
            session.changed.connect(self._refresh_jobs)


def _show_text(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _muted_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
