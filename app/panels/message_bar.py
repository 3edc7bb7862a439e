"""Messages above the canvas that never stop the hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.icons import icon
from app.translation import tr

NOTICE_MS = 6000
ICON_PX = 18


class MessageKind(Enum):
    """How much a message matters."""

    NOTICE = "info"
    """Good to know; goes by itself."""
    TROUBLE = "warning"
    """Something was not done; stays until it is closed."""


_TINTS = {MessageKind.NOTICE: QColor(70, 130, 210), MessageKind.TROUBLE: QColor(225, 140, 30)}
_TINT_SHARE = 0.16


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a message; a click closes the message and calls `call`."""

    text: str
    call: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """A line for the message bar."""

    text: str
    kind: MessageKind
    answers: Sequence[Answer] = ()


class MessageBar(QFrame):
    """One message at a time; a new one takes the place of the old. Hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = MessageKind.NOTICE
        self._icon = QLabel(self)
        self._picture = QLabel(self)
        self._picture.hide()
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answers: list[QPushButton] = []
        close = QToolButton(self)
        close.setIcon(icon("close"))
        close.setIconSize(QSize(14, 14))
        close.setAutoRaise(True)
        close.setToolTip(tr("Close"))
        close.setAccessibleName(tr("Close message"))
        close.clicked.connect(self.close_message)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._timer.timeout.connect(self.close_message)
        self.setAccessibleName(tr("Message"))
        self.hide()

    @property
    def text(self) -> str:
        """The message shown; empty if none."""
        return "" if self.isHidden() else self._text.text()

    @property
    def kind(self) -> MessageKind:
        """The kind of the last message."""
        return self._kind

    @property
    def closes_in_ms(self) -> int | None:
        """When the message goes by itself; None if it does not."""
        return self._timer.remainingTime() if self._timer.isActive() else None

    def show_message(self, text: str, kind: MessageKind, answers: Sequence[Answer] = ()) -> None:
        """Show a sentence; a notice without answers goes after a while."""
        self._timer.stop()
        self._kind = kind
        self._picture.hide()
        self._text.setText(text)
        self._icon.setPixmap(
            icon(kind.value).pixmap(QSize(ICON_PX, ICON_PX), self.devicePixelRatio())
        )
        self._show_answers(answers)
        self.setAccessibleDescription(text)
        self.show()
        if kind is MessageKind.NOTICE and not answers:
            self._timer.start()

    @property
    def has_picture(self) -> bool:
        """Whether the message shows a picture."""
        return not self._picture.isHidden()

    def show_picture(self, image: QImage) -> None:
        """Show a picture, made for two device px per px, beside the message."""
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(2)
        self._picture.setPixmap(pixmap)
        self._picture.show()

    def close_message(self) -> None:
        """Away with it."""
        self._timer.stop()
        self.hide()

    def answer(self, text: str) -> QPushButton:
        """The button with this text."""
        return next(button for button in self._answers if button.text() == text)

    def _show_answers(self, answers: Sequence[Answer]) -> None:
        for button in self._answers:
            self._row.removeWidget(button)
            button.deleteLater()
        self._answers = []
        for place, answer in enumerate(answers):
            button = QPushButton(answer.text, self)
            button.clicked.connect(self.close_message)
            button.clicked.connect(lambda _checked=False, call=answer.call: call())
            self._row.insertWidget(3 + place, button)
            self._answers.append(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.palette().color(QPalette.ColorRole.Window)
        tint = _TINTS[self._kind]
        painter.fillRect(event.rect(), _mixed(ground, tint, _TINT_SHARE))
        painter.fillRect(0, 0, 3, self.height(), tint)
        painter.fillRect(0, self.height() - 1, self.width(), 1, _mixed(ground, tint, 0.4))
        painter.end()


def _mixed(ground: QColor, tint: QColor, share: float) -> QColor:
    parts = zip(ground.getRgb()[:3], tint.getRgb()[:3], strict=True)
    return QColor(*(round((1 - share) * g + share * t) for g, t in parts))
