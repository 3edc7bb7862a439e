"""What the menu does with the selected strokes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.document.document import Document
from app.document.selection import Selection
from app.tools.arrange import Edit, Order, duplicated, ordered, restyled

DUPLICATE_SHIFT_PX = 12.0

_ORDER_TEXTS = {
    Order.RAISE: "Raise",
    Order.LOWER: "Lower",
    Order.TOP: "Raise to top",
    Order.BOTTOM: "Lower to bottom",
}


class SelectionEdits(QObject):
    """Each edit is one undoable step; without selected strokes nothing happens."""

    changed = Signal()
    """Other strokes are selected, or they look different."""

    def __init__(
        self, document: Document, selection: Selection, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.selection = selection
        self._unsubscribe = selection.subscribe(lambda _: self.changed.emit())

    def select_all(self) -> None:
        """Every stroke."""
        self.selection.select(range(len(self._document.drawing.strokes)))

    def select_none(self) -> None:
        """No stroke."""
        self.selection.clear()

    def delete(self) -> None:
        """Remove the selected strokes."""
        self._delete("Delete")

    def duplicate(self) -> None:
        """Draw copies beside the selected strokes and select them."""
        ids = self.selection.ids
        if ids:
            shift_px = DUPLICATE_SHIFT_PX
            edit = duplicated(self._document.drawing, ids, shift_px, shift_px)
            self._apply(edit, self._text("Duplicate"))

    def order(self, order: Order) -> None:
        """Move the selected strokes in the drawing order."""
        ids = self.selection.ids
        if ids:
            self._apply(
                ordered(self._document.drawing, ids, order), self._text(_ORDER_TEXTS[order])
            )

    def restyle(
        self,
        width_px: float | None = None,
        colour: str | None = None,
        opacity: float | None = None,
    ) -> None:
        """Give the selected strokes another style; what is None stays."""
        ids = self.selection.ids
        if ids:
            drawing = restyled(self._document.drawing, ids, width_px, colour, opacity)
            self._document.apply(drawing, self._text("Restyle"))

    def release(self) -> None:
        """No longer follow the selection."""
        self._unsubscribe()

    def _delete(self, verb: str) -> None:
        ids = self.selection.ids
        if ids:
            self._document.apply(self._document.drawing.without(ids), self._text(verb))

    def _apply(self, edit: Edit, text: str) -> None:
        drawing, ids = edit
        self._document.apply(drawing, text)
        self.selection.select(ids)

    def _text(self, verb: str) -> str:
        number = len(self.selection.ids)
        return f"{verb} stroke" if number == 1 else f"{verb} {number} strokes"
