"""The Match dock: where the drawing's lines lie on the reference photo, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
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
from app.panels.match_legend import MatchLegend
from app.panels.match_parts import Match
from app.panels.match_view import MatchView
from app.panels.match_warp import Warped
from app.panels.picture_view import PictureView
from app.panels.words import percent
from app.translation import tr

EMPTY_SENTENCE = tr("Choose a photo and draw: each stroke is shown where it lies on the photo.")
DRAW_SENTENCE = tr("Draw: each stroke is shown where it lies on the photo.")
LOOKING_SENTENCE = tr("Looking…")
SHOW_TIP = tr("Find the photo of yours that fits best, and warp it to the drawing")
_WARPED = {Warped.PHOTO: tr("Photo to the drawing"), Warped.DRAWING: tr("Drawing to the photo")}
_STEPS = 100


class MatchPanel(QScrollArea):
    """Shows a `Match` and passes the user's wishes on to it.

    Args:
        choose_photo: asks the user for a reference photo.
    """

    def __init__(
        self, match: Match, choose_photo: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.match = match
        self.explanation = _muted_label(EMPTY_SENTENCE)
        self.open_button = _button(tr("Open Photo…"), "photo", tr("Choose a reference photo"))
        self.view = MatchView(match.session, match.warp, match.hover)
        self.legend = MatchLegend()
        self.state = _muted_label("")
        self.under_box = QCheckBox(tr("Photo &under the drawing"))
        self.grid_box = QCheckBox(tr("Flow as a &grid"))
        self.warped_box = QComboBox()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.pull_button = _button(
            "", "pull", tr("Move the strokes to where they lie on the photo")
        )
        self.show_button = _button(tr("Show It as a Photo"), "photo", SHOW_TIP)
        self.picture = PictureView()
        self.use_button = _button(tr("Use as Reference"), "keep", tr("Make it the reference photo"))
        self.away_button = _button(tr("Close"), "close", tr("Put the picture away"))
        self._controls = QWidget()
        self._answer = QWidget()
        self._describe()
        self._lay_out()
        self._connect(choose_photo)
        self.refresh()

    def refresh(self) -> None:
        """Show the match as it is now."""
        session, warp, reference = self.match.session, self.match.warp, self.match.reference
        has_photo = reference.photo is not None
        is_matched = session.matched is not None
        self.explanation.setVisible(not has_photo)
        self.open_button.setVisible(not has_photo)
        self._controls.setVisible(has_photo)
        self.state.setText(self._words())
        self.legend.setVisible(is_matched)
        self.under_box.setChecked(reference.is_shown)
        self.grid_box.setChecked(warp.grid_shown)
        self.grid_box.setEnabled(is_matched)
        self.warped_box.setCurrentIndex(list(_WARPED).index(warp.warped))
        self.slider.setValue(round(_STEPS * warp.amount))
        self.slider.setEnabled(is_matched)
        self.pull_button.setText(_pull_text(len(self.match.selection.ids)))
        self.pull_button.setEnabled(warp.can_pull)
        self._refresh_answer()

    def _words(self) -> str:
        session = self.match.session
        matched = session.matched
        if session.fault:
            return session.fault
        if session.is_empty:
            return DRAW_SENTENCE
        if matched is None:
            return LOOKING_SENTENCE
        return tr("Sure of {share} of the lines.").format(share=percent(matched.share_sure))

    def _refresh_answer(self) -> None:
        shown = self.match.shown
        self.show_button.setEnabled(not shown.is_busy)
        picture = shown.picture
        if picture is not None and self._answer.isHidden():
            self._bring_up_answer()
            # It makes the contents longer: its place is known once the scroll bar is.
            self.verticalScrollBar().rangeChanged.connect(
                self._bring_up_answer, Qt.ConnectionType.SingleShotConnection
            )
        self._answer.setVisible(picture is not None)
        self.picture.show_picture(picture, QRectF() if picture is None else QRectF(picture.rect()))

    def _bring_up_answer(self) -> None:
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self._answer))

    def _describe(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.state.setAccessibleName(tr("State of the match"))
        self.under_box.setToolTip(
            tr(
                "Lay the photo under the drawing and compare place by place; "
                "without it only shapes are compared, wherever you draw"
            )
        )
        self.grid_box.setToolTip(
            tr("Show an even grid on the drawing, and how it lies on the photo")
        )
        for value, text in _WARPED.items():
            self.warped_box.addItem(text, value)
        self.warped_box.setAccessibleName(tr("What is warped"))
        self.warped_box.setToolTip(tr("Warp the photo to the drawing, or the drawing to the photo"))
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setAccessibleName(tr("How far it is warped"))
        self.slider.setToolTip(tr("How far it is warped; nothing is changed until you pull"))
        self.picture.setAccessibleName(tr("The drawing as a photo"))

    def _lay_out(self) -> None:
        controls = QVBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(8)
        controls.addWidget(self.view, 1)
        controls.addWidget(self.legend)
        controls.addWidget(self.state)
        controls.addWidget(self.under_box)
        controls.addWidget(self.grid_box)
        controls.addWidget(self.warped_box)
        controls.addWidget(self.slider)
        controls.addWidget(self.pull_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.use_button, 1)
        buttons.addWidget(self.away_button)
        answer = QVBoxLayout(self._answer)
        answer.setContentsMargins(0, 0, 0, 0)
        answer.setSpacing(8)
        answer.addWidget(self.picture, 1)
        answer.addLayout(buttons)
        content = QWidget()
        outer = QVBoxLayout(content)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(8)
        outer.addWidget(self.explanation)
        outer.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._controls, 1)
        outer.addWidget(self.show_button)
        outer.addWidget(self._answer, 1)
        outer.addStretch(0)
        self.setWidget(content)

    def _connect(self, choose_photo: Callable[[], object]) -> None:
        match = self.match
        self.open_button.clicked.connect(lambda: choose_photo())
        self.view.hovered.connect(match.hover.over_photo)
        self.view.left.connect(match.hover.leave)
        self.under_box.toggled.connect(match.reference.set_shown)
        self.grid_box.toggled.connect(match.warp.set_grid_shown)
        self.warped_box.activated.connect(
            lambda _: match.warp.set_warped(Warped(self.warped_box.currentData()))
        )
        self.slider.valueChanged.connect(lambda value: match.warp.set_amount(value / _STEPS))
        self.pull_button.clicked.connect(match.warp.pull)
        self.show_button.clicked.connect(match.shown.start)
        self.use_button.clicked.connect(match.shown.use)
        self.away_button.clicked.connect(match.shown.put_away)
        match.warp.changed.connect(self.refresh)
        match.shown.changed.connect(self._refresh_answer)


def _pull_text(selected: int) -> str:
    if selected == 0:
        return tr("Pull Drawing to Photo")
    if selected == 1:
        return tr("Pull Stroke to Photo")
    return tr("Pull {number} Strokes to Photo").format(number=selected)


def _button(text: str, icon_name: str, tip: str) -> QPushButton:
    button = QPushButton(icon(icon_name), text)
    button.setToolTip(tip)
    return button


def _muted_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
