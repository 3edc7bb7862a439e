"""The page of the Redraw dock that reckons with drawings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.canvas.line_picture import line_picture
from app.icons import icon, picture_icon
from app.panels.blending import Place, slot_of_strokes, slot_of_symbol
from app.panels.redraw_parts import Redraw
from app.panels.redraw_sources import SourceKind
from app.panels.small_parts import muted_label, show_text
from app.translation import tr

PICTURE_PX = 58
_EMPTY_PX = 18
_SENTENCE = tr(
    "Fill A and B, and the slider goes from one to the other; with C, the model draws A − B + C."
)

_SLOT_STYLE = """
QToolButton { border: 1px solid palette(mid); border-radius: 3px; background: palette(base); }
QToolButton:hover, QToolButton:focus { border-color: palette(highlight); }
QToolButton::menu-indicator { image: none; }
"""


class BlendPage(QWidget):
    """Shows a `BlendSession` and passes the user's wishes on to it."""

    def __init__(self, redraw: Redraw, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._redraw = redraw
        self._blend = redraw.blend
        self.explanation = muted_label(_SENTENCE)
        self.slots = {place: QToolButton() for place in Place}
        self.sum_button = QPushButton(icon("start"), "")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.state = muted_label("")
        self._set_up()
        self._lay_out()
        self.sum_button.clicked.connect(self._blend.combine)
        self.slider.valueChanged.connect(self._blend.go_to)
        self._blend.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the session as it is now."""
        blend = self._blend
        for place, button in self.slots.items():
            slot = blend.slots.get(place)
            if slot is None:
                button.setIcon(icon("add"))
                button.setIconSize(QSize(_EMPTY_PX, _EMPTY_PX))
                words = tr("Fill {place}").format(place=place.value)
            else:
                button.setIconSize(QSize(PICTURE_PX, PICTURE_PX))
                button.setIcon(picture_icon(line_picture(slot.lines, PICTURE_PX)))
                words = f"{place.value}: {slot.name}"
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.sum_button.setText(tr("Draw {sum}").format(sum=blend.sum or "A − B + C"))
        self.sum_button.setEnabled(blend.can_combine and not blend.combining)
        self.slider.setEnabled(blend.steps > 1)
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(blend.steps - 1, 1))
        self.slider.setValue(blend.at)
        self.slider.blockSignals(False)
        show_text(self.state, self._state())

    def menu_of(self, place: Place) -> QMenu:
        """What a slot can be filled with."""
        menu = self.slots[place].menu()
        menu.clear()
        for kind, text in (
            (SourceKind.SELECTION, tr("Selected Strokes")),
            (SourceKind.DRAWING, tr("Whole Drawing")),
        ):
            action = menu.addAction(text, self._filler(place, kind, text))
            action.setEnabled(kind in self._redraw.sources.kinds)
        symbols = self._redraw.symbols.book.symbols
        if symbols:
            menu.addSection(tr("Symbols"))
        for symbol in symbols:
            fill = partial(self._blend.fill, place, slot_of_symbol(symbol))
            menu.addAction(symbol.name.replace("&", "&&"), fill)
        menu.addSeparator()
        empty = menu.addAction(tr("Empty It"), lambda: self._blend.fill(place, None))
        empty.setEnabled(place in self._blend.slots)
        return menu

    def _filler(self, place: Place, kind: SourceKind, text: str) -> Callable[[], None]:
        def fill() -> None:
            chosen = self._redraw.sources.chosen(kind)
            if chosen is not None:
                self._blend.fill(place, slot_of_strokes(chosen, text))

        return fill

    def _state(self) -> str:
        blend = self._blend
        filled = blend.slots.keys() >= {Place.A, Place.B}
        if filled and not blend.steps:
            return tr("On the way from A to B…")
        return ""

    def _set_up(self) -> None:
        for place, button in self.slots.items():
            button.setFixedSize(PICTURE_PX + 10, PICTURE_PX + 10)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setStyleSheet(_SLOT_STYLE)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            menu = QMenu(self)
            button.setMenu(menu)
            menu.aboutToShow.connect(lambda place=place: self.menu_of(place))
        self.sum_button.setToolTip(tr("Have the model draw the sum; each time otherwise"))
        self.slider.setAccessibleName(tr("From A to B"))
        self.slider.setToolTip(tr("From A to B"))
        self.state.setAccessibleName(tr("State of the blend"))

    def _lay_out(self) -> None:
        slots = QHBoxLayout()
        slots.setSpacing(4)
        signs = {Place.A: "", Place.B: "−", Place.C: "+"}
        for place, button in self.slots.items():
            if signs[place]:
                sign = QLabel(signs[place])
                sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
                slots.addWidget(sign, 1)
            under = QVBoxLayout()
            under.setSpacing(2)
            name = QLabel(place.value)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            under.addWidget(button)
            under.addWidget(name)
            slots.addLayout(under)
        way = QHBoxLayout()
        way.setSpacing(8)
        way.addWidget(QLabel(Place.A.value))
        way.addWidget(self.slider, 1)
        way.addWidget(QLabel(Place.B.value))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        column.addWidget(self.explanation)
        column.addLayout(slots)
        column.addWidget(self.sum_button)
        column.addLayout(way)
        column.addWidget(self.state)
        column.addStretch(1)
