"""The page of the Redraw dock about how the drawing may go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.icons import icon
from app.panels.going_on import GoingOn
from app.panels.small_parts import muted_label, show_text
from app.translation import tr


class FinishPage(QWidget):
    """Shows a `GoingOn` and passes the user's wishes on to it.

    Args:
        keys: the keys of a command's id, for people; "" if it has none.
    """

    def __init__(
        self, going_on: GoingOn, keys: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._going_on = going_on
        self._keys = keys
        self.box = QCheckBox(tr("&Show how it may go on"))
        self.explanation = muted_label("")
        self.accept_button = QPushButton(icon("keep"), tr("Take It"))
        self.next_button = QPushButton(icon("reset"), tr("Another"))
        self.state = muted_label("")
        self.box.setToolTip(tr("A faint proposal on the page after each stroke"))
        self.accept_button.setToolTip(tr("Draw the proposed strokes"))
        self.next_button.setToolTip(tr("Show another way to go on"))
        self.state.setAccessibleName(tr("State of the proposal"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.accept_button, 1)
        buttons.addWidget(self.next_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        column.addWidget(self.box)
        column.addWidget(self.explanation)
        column.addLayout(buttons)
        column.addWidget(self.state)
        column.addStretch(1)
        self.box.toggled.connect(going_on.set_wanted)
        self.accept_button.clicked.connect(going_on.accept)
        self.next_button.clicked.connect(going_on.next)
        going_on.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the proposal as it is now."""
        now = self._going_on
        self.box.setChecked(now.wanted)
        self.explanation.setText(self._sentence())
        self.accept_button.setEnabled(bool(now.ghosts))
        self.next_button.setEnabled(len(now.ghosts) > 1)
        show_text(self.state, now.text)

    def _sentence(self) -> str:
        take, other = self._keys("redraw.accept"), self._keys("redraw.next")
        if not (take and other):
            return tr("Drawing on drops the proposal.")
        return tr("{take} takes the proposal, {other} shows another; drawing on drops it.").format(
            take=take, other=other
        )
