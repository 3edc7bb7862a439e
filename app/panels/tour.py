"""A tour of the window in five steps, on a sample drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.svg_read import read_svg
from app.translation import tr

CARD_WIDTH_PX = 330
_GAP_PX = 12
_SHADE = QColor(0, 0, 0, 90)


@dataclass(frozen=True)
class Step:
    """One stop.

    Attributes:
        title, text: for the card.
        target: the part of the window it is about; asked when the step is shown.
    """

    title: str
    text: str
    target: Callable[[], QWidget]


class Tour(QObject):
    """Shows one step after the other over the window, which can be used meanwhile.

    On an untouched, empty document the sample drawing is laid; when the tour ends and nothing was
    drawn, the page is empty again. GUI thread.
    """

    ended = Signal()

    def __init__(self, window: QMainWindow, document: Document, steps: Sequence[Step]) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._steps = steps
        self._at = -1
        self._sample: Drawing | None = None
        self.spotlight = Spotlight(window)
        self.card = TourCard(window)
        self.card.next_button.clicked.connect(self.go_on)
        self.card.back_button.clicked.connect(self.go_back)
        self.card.skip_button.clicked.connect(self.end)
        self.card.dismissed.connect(self.end)

    @property
    def at(self) -> int:
        """The step that is shown, from 0; -1 if none is."""
        return self._at

    def start(self) -> None:
        """From the first step."""
        if self._at < 0:
            self._lay_sample()
            self._window.installEventFilter(self)
        self._show(0)

    def go_on(self) -> None:
        """To the next step; after the last one it ends."""
        if self._at + 1 < len(self._steps):
            self._show(self._at + 1)
        else:
            self.end()

    def go_back(self) -> None:
        """To the step before."""
        self._show(max(self._at - 1, 0))

    def end(self) -> None:
        """Away with it."""
        if self._at < 0:
            return
        self._at = -1
        self._window.removeEventFilter(self)
        self.spotlight.hide()
        self.card.hide()
        if self._sample is not None and self._document.drawing is self._sample:
            self._document.new()
        self._sample = None
        self.ended.emit()

    def release(self) -> None:
        """Throw its widgets away; it cannot be started again."""
        self.spotlight.deleteLater()
        self.card.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def _lay_sample(self) -> None:
        document = self._document
        if document.path is None and not document.dirty and not document.drawing.strokes:
            self._sample = sample_drawing()
            document.new(self._sample)

    def _show(self, at: int) -> None:
        self._at = at
        step = self._steps[at]
        self.card.show_step(step, at, len(self._steps))
        self._place()
        self.spotlight.show()
        self.spotlight.raise_()
        self.card.show()
        self.card.raise_()
        self.card.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        if self._at < 0:
            return
        target = self._steps[self._at].target()
        place = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        self.spotlight.show_at(place)
        self.card.place_beside(place)


class Spotlight(QWidget):
    """Darkens the window but for one part. Lets the mouse through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._place = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, place: QRect) -> None:
        """Leave this part of the window light."""
        self._place = place
        self.setGeometry(self.parentWidget().rect())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QPainterPath()
        shade.addRect(self.rect())
        light = QPainterPath()
        light.addRoundedRect(self._place.intersected(self.rect()), 6, 6)
        painter.fillPath(shade.subtracted(light), _SHADE)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawPath(light)
        painter.end()


class TourCard(QFrame):
    """What a step says, and the way on."""

    dismissed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._title = QLabel()
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._title.setFont(font)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._count = QLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.skip_button = QPushButton(tr("Skip"))
        self.back_button = QPushButton(tr("Back"))
        self.next_button = QPushButton(tr("Next"))
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self.skip_button, self.back_button, self.next_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(row)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setFixedWidth(CARD_WIDTH_PX)
        self.setAccessibleName(tr("Tour"))
        self.hide()

    @property
    def text(self) -> str:
        """What the step says."""
        return self._text.text()

    def show_step(self, step: Step, at: int, count: int) -> None:
        """Show a step, number `at` from 0 of `count`."""
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._count.setText(tr("{at} of {count}").format(at=at + 1, count=count))
        self.back_button.setEnabled(at > 0)
        is_last = at + 1 == count
        self.next_button.setText(tr("Done") if is_last else tr("Next"))
        self.skip_button.setVisible(not is_last)
        self.setAccessibleDescription(f"{step.title}. {step.text}")
        self.adjustSize()

    def place_beside(self, place: QRect) -> None:
        """Next to a part of the window; in its lower corner if it leaves no room."""
        self.adjustSize()
        room = self.parentWidget().rect().adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
        size = self.size()
        spots = (
            QPoint(place.left() - size.width() - _GAP_PX, place.top()),
            QPoint(place.right() + _GAP_PX, place.top()),
            QPoint(place.left(), place.bottom() + _GAP_PX),
            QPoint(place.right() - size.width(), place.top() - size.height() - _GAP_PX),
        )
        inside = place.bottomLeft() + QPoint(2 * _GAP_PX, -size.height() - 2 * _GAP_PX)
        kept = [_kept_in(room, QRect(spot, size)) for spot in spots]
        beside = [rect for rect in kept if not rect.intersects(place)]
        self.move(beside[0].topLeft() if beside else inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            (focus if isinstance(focus, QPushButton) else self.next_button).click()
        else:
            super().keyPressEvent(event)


def _kept_in(room: QRect, rect: QRect) -> QRect:
    """Moved as little as needed to lie in `room`."""
    x = min(max(rect.x(), room.left()), room.right() - rect.width())
    y = min(max(rect.y(), room.top()), room.bottom() - rect.height())
    return QRect(QPoint(x, y), rect.size())


def sample_drawing(name: str = "sailing_boat") -> Drawing:
    """A bundled drawing."""
    with resources.as_file(resources.files("resources") / "samples" / f"{name}.svg") as path:
        return read_svg(Path(path))
