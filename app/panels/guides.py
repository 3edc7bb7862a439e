"""The guides of the open document: what the menu and a double click do, one undo step for each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.canvas.view import CanvasView
from app.document.document import Document
from app.document.guides import Guide, length_across, with_guide, with_guide_at, without_guides
from app.settings import GUIDES_SHOWN, Settings
from app.translation import tr
from engine.errors import InputError

BESIDE_PX = 16.0
"""How far a new guide lies from one that is there already, document px."""

AskPlace = Callable[[Guide, float], float | None]
"""Asks where a guide is to lie: from the guide as it is and the most there may be, px."""


class Guides(QObject):
    """Acts on a document shown by a canvas. GUI thread."""

    added = Signal()
    """There is a new one, to be dragged where it belongs."""
    trouble = Signal(str)
    """Something could not be done; one sentence."""

    def __init__(
        self,
        document: Document,
        canvas: CanvasView,
        settings: Settings,
        ask: AskPlace,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._canvas = canvas
        self._settings = settings
        self._ask = ask
        canvas.guide_asked.connect(self.ask_place)

    def add(self, is_level: bool) -> None:
        """A guide through the middle of what is in sight, chosen."""
        self._settings.set(GUIDES_SHOWN, True)
        drawing, canvas = self._document.drawing, self._canvas
        middle = canvas.viewport.to_document(canvas.width() / 2, canvas.height() / 2)
        most = length_across(drawing, Guide(is_level, 0.0))
        at_px = float(round(min(max(middle[int(is_level)], 0.0), most)))
        while Guide(is_level, at_px) in drawing.guides and at_px + BESIDE_PX <= most:
            at_px += BESIDE_PX
        try:
            changed = with_guide(drawing, Guide(is_level, at_px))
        except InputError as error:
            self.trouble.emit(str(error))
            return
        self._document.apply(changed, tr("Add guide"))
        canvas.selection.clear()
        canvas.guide_lines.choose(len(changed.guides) - 1)
        self.added.emit()

    def ask_place(self, number: int) -> None:
        """Ask where exactly a guide is to lie, and put it there."""
        drawing = self._document.drawing
        guide = drawing.guides[number]
        at_px = self._ask(guide, length_across(drawing, guide))
        if at_px is not None and self._document.drawing is drawing:
            self._document.apply(with_guide_at(drawing, number, at_px), tr("Move guide"))

    def clear(self) -> None:
        """Remove all."""
        self._document.apply(without_guides(self._document.drawing), tr("Remove all guides"))
