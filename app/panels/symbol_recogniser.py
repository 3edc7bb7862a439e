"""Which symbol was just drawn, and its clean version in the place of that."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app.bridge.engine_bridge import EngineBridge
from app.document.change import Change, ChangeKind, common_ends
from app.document.document import Document
from app.document.stroke import Stroke
from app.panels.going_on import are_near, joined
from app.panels.redraw_sources import style_of, styled, with_others_in_place
from app.panels.symbols import Symbols
from app.panels.words import percent
from app.settings import SYMBOLS_GESTURES, SYMBOLS_RECOGNISE, Settings
from app.translation import tr
from engine.errors import InputError
from engine.sketchembed.messages import RecognisePayload, Recognition
from engine.sketchembed.symbol_book import Example
from engine.strokes import Bounds, FloatArray, bounds
from engine.types import Failure, Priority, Result

KIND = "symbols.recognise"
TOGETHER_S = 3.0
"""Strokes of one symbol follow each other as quickly as this."""
GESTURE_AFTER_MS = 700
"""How long the pen must have been up before a symbol is put in the place of what was drawn."""
MAX_STROKES = 16


class SymbolRecogniser(QObject):
    """Looks at what was just drawn after each stroke. GUI thread.

    What belongs together is what was drawn in one go, stroke near stroke. The latest question
    wins; nothing is asked as long as no symbol has been taught.

    Args:
        clock: s, grows.
    """

    changed = Signal()
    """Something else was just drawn, or it is known now what it is."""
    said = Signal(str)
    """What it looks like, for a while."""
    trouble = Signal(str)
    """One sentence for the user."""

    def __init__(
        self,
        bridge: EngineBridge,
        document: Document,
        symbols: Symbols,
        settings: Settings,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._document = document
        self._symbols = symbols
        self._settings = settings
        self._clock = clock
        self._just_drawn: tuple[Stroke, ...] = ()
        self._box: Bounds | None = None
        self._drawn_s = 0.0
        self._pen_is_down = False
        self._is_new = False
        self._is_gesture = False
        self._recognition: Recognition | None = None
        self._timer = QTimer(self, singleShot=True, interval=GESTURE_AFTER_MS)
        self._timer.timeout.connect(self.use)
        bridge.finished.connect(self._on_finished)
        bridge.failed.connect(self._on_failed)
        symbols.changed.connect(self._on_book)
        self._unsubscribe = document.subscribe(self._on_change)

    @property
    def just_drawn(self) -> tuple[Stroke, ...]:
        """The strokes drawn in one go at the end of the drawing."""
        return self._just_drawn

    @property
    def recognition(self) -> Recognition | None:
        """What they are; None as long as it is not known."""
        return self._recognition

    @property
    def name(self) -> str:
        """Of the symbol that was drawn; "" if it is none."""
        return (self._recognition and self._recognition.name) or ""

    @property
    def text(self) -> str:
        """What was drawn, in words; "" as long as it is not known."""
        if self._recognition is None:
            return ""
        if not self.name:
            return tr("Looks like none of the symbols.")
        probability = percent(self._recognition.probability)
        return tr("Looks like: {name}, {probability}").format(
            name=self.name, probability=probability
        )

    @property
    def wanted(self) -> bool:
        """Whether symbols are recognised as they are drawn."""
        return self._settings.get(SYMBOLS_RECOGNISE)

    @property
    def gestures(self) -> bool:
        """Whether a symbol takes the place of what was drawn by itself."""
        return self._settings.get(SYMBOLS_GESTURES)

    def set_wanted(self, wanted: bool) -> None:
        """See `wanted`."""
        self._settings.set(SYMBOLS_RECOGNISE, wanted)
        self._is_gesture = False
        self._forget_answer()
        self._ask()
        self.changed.emit()

    def set_gestures(self, gestures: bool) -> None:
        """See `gestures`."""
        self._settings.set(SYMBOLS_GESTURES, gestures)
        self.changed.emit()

    # --- The pen -------------------------------------------------------------------------------

    def on_pen_down(self) -> None:
        """A gesture begins."""
        self._pen_is_down, self._is_new = True, False
        self._timer.stop()

    def on_pen_up(self) -> None:
        """A gesture has ended."""
        self._pen_is_down = False
        if self._is_new:
            self._is_gesture = True
            self._ask()

    def use(self) -> None:
        """Put the clean version of the symbol in the place of what was drawn; one undoable step."""
        self._timer.stop()
        name, drawn = self.name, self._just_drawn
        box = bounds([stroke.xy for stroke in drawn])
        if not name or box is None or self._pen_is_down:
            return
        clean = placed(self._symbols.book.get(name).clean, box)
        drawing = self._document.drawing
        end = len(drawing.strokes)
        ids = frozenset(range(end - len(drawn), end))
        try:
            drawing = with_others_in_place(drawing, ids, styled(clean, style_of(drawn[0])))
        except InputError as error:
            self.trouble.emit(str(error))
            return
        self._document.apply(drawing, tr("Symbol {name}").format(name=name))

    def close(self) -> None:
        """Ask nothing more."""
        self._timer.stop()
        self._unsubscribe()

    # --- What was drawn ------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        if change.kind not in (ChangeKind.EDIT, ChangeKind.LOAD):
            return
        old, new = change.old.strokes, change.new.strokes
        is_growth = len(new) > len(old) and common_ends(old, new)[0] == len(old)
        if change.kind is ChangeKind.EDIT and self._pen_is_down and is_growth:
            self._add(new[len(old) :])
        elif not self._is_still_there(new):
            self._just_drawn, self._box = (), None
            self._forget_answer()
            self.changed.emit()

    def _add(self, strokes: tuple[Stroke, ...]) -> None:
        now_s = self._clock()
        box = strokes[0].bounds()
        for stroke in strokes[1:]:
            box = joined(box, stroke.bounds())
        if (
            self._box is not None
            and now_s - self._drawn_s <= TOGETHER_S
            and len(self._just_drawn) + len(strokes) <= MAX_STROKES
            and are_near(self._box, box)
        ):
            self._just_drawn = (*self._just_drawn, *strokes)
            self._box = joined(self._box, box)
        else:
            self._just_drawn, self._box = strokes, box
        self._drawn_s, self._is_new = now_s, True
        self._forget_answer()
        self.changed.emit()

    def _is_still_there(self, strokes: tuple[Stroke, ...]) -> bool:
        count = len(self._just_drawn)
        last = strokes[len(strokes) - count :]
        return len(last) == count and all(
            one is other for one, other in zip(last, self._just_drawn, strict=True)
        )

    # --- Asking and hearing --------------------------------------------------------------------

    def _ask(self) -> None:
        book = self._symbols.book
        if not (self.wanted and self._just_drawn and book.symbols):
            return
        lines = tuple(stroke.xy for stroke in self._just_drawn)
        revision = self._document.revision
        self._bridge.submit(KIND, RecognisePayload(lines, book), revision, Priority.LIVE)

    def _forget_answer(self) -> None:
        self._timer.stop()
        self._recognition = None
        self._bridge.cancel(KIND)

    def _on_book(self) -> None:
        """What was drawn may be something else by the new book, but stays as it is."""
        self._is_gesture = False
        self._forget_answer()
        self._ask()
        self.changed.emit()

    def _on_finished(self, result: Result) -> None:
        if result.kind != KIND:
            return
        self._recognition = result.value
        if self.name:
            self.said.emit(self.text)
            if self.gestures and self._is_gesture and not self._pen_is_down:
                self._timer.start()
        self.changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        if failure.kind == KIND and failure.sentence and not failure.is_bug:
            self.trouble.emit(failure.sentence)


def placed(example: Example, box: Bounds) -> tuple[FloatArray, ...]:
    """A symbol, as large as `box` (px) is long and in its middle."""
    x0, y0, x1, y1 = box
    side = max(x1 - x0, y1 - y0)
    middle = np.array([x0 + x1, y0 + y1]) / 2
    return tuple((line - 0.5) * side + middle for line in example)
