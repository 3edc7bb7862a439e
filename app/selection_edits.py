"""What the menu does with the selected strokes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.document.clipboard import SVG_MIME_TYPE, strokes_from_svg_text, strokes_to_svg_text
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.grouping import grouped, ungrouped
from app.document.layering import with_strokes_on
from app.document.selection import Selection
from app.document.stroke import Stroke
from app.tools.arrange import Edit, Order, added, duplicated, ordered, restyled
from app.translation import tr
from engine.errors import InputError

DUPLICATE_SHIFT_PX = 12.0

_ORDER_TEXTS = {
    Order.RAISE: tr("Raise"),
    Order.LOWER: tr("Lower"),
    Order.TOP: tr("Raise to top"),
    Order.BOTTOM: tr("Lower to bottom"),
}


class SelectionEdits(QObject):
    """Each edit is one undoable step; without selected strokes nothing happens."""

    changed = Signal()
    """Other strokes are selected, or they look different."""
    placed = Signal()
    """New strokes were put on the page, selected, to be moved where they belong."""
    trouble = Signal(str)
    """A sentence: why something could not be done."""

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
        self._delete(tr("Delete"))

    def copy(self) -> None:
        """Put the selected strokes on the clipboard, as SVG."""
        strokes = self.selection.strokes
        if not strokes:
            return
        page = self._document.drawing
        text = strokes_to_svg_text(strokes, page.width_px, page.height_px)
        mime = QMimeData()
        mime.setData(SVG_MIME_TYPE, text.encode())
        mime.setText(text)
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Move the selected strokes to the clipboard."""
        self.copy()
        self._delete(tr("Cut"))

    def paste(self, mime: QMimeData) -> bool:
        """Draw the strokes of an SVG on the clipboard and select them.

        Returns:
            Whether there was an SVG, good or bad.
        """
        svg = svg_text_of(mime)
        if svg is None:
            return False
        try:
            strokes = strokes_from_svg_text(svg)
        except InputError as error:
            self.trouble.emit(str(error))
            return True
        number = len(strokes)
        self.place(
            strokes,
            tr("Paste stroke")
            if number == 1
            else tr("Paste {number} strokes").format(number=number),
        )
        return True

    def place(self, strokes: Sequence[Stroke], text: str) -> None:
        """Draw strokes on the active layer and select them; `text` names the step."""
        if strokes and self._apply(lambda: added(self._document.drawing, strokes), text):
            self.placed.emit()

    def duplicate(self) -> None:
        """Draw copies beside the selected strokes and select them."""
        ids = self.selection.ids
        if not ids:
            return
        shift_px, drawing = DUPLICATE_SHIFT_PX, self._document.drawing
        if self._apply(
            lambda: duplicated(drawing, ids, shift_px, shift_px), self._text(tr("Duplicate"))
        ):
            self.placed.emit()

    def order(self, order: Order) -> None:
        """Move the selected strokes in the drawing order."""
        ids, drawing = self.selection.ids, self._document.drawing
        if ids:
            self._apply(lambda: ordered(drawing, ids, order), self._text(_ORDER_TEXTS[order]))

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
            self._document.apply(drawing, self._text(tr("Restyle")))

    def group(self) -> None:
        """Make one group of the selected strokes."""
        self._regroup(grouped, tr("Group"))

    def ungroup(self) -> None:
        """Dissolve the groups of the selected strokes."""
        self._regroup(ungrouped, tr("Ungroup"))

    def _regroup(self, edit: Callable[[Drawing, frozenset[int]], Drawing], verb: str) -> None:
        ids, drawing = self.selection.ids, self._document.drawing
        if ids:
            self._apply(lambda: (edit(drawing, ids), ids), self._text(verb))

    def to_active_layer(self) -> None:
        """Move the selected strokes to the layer that is drawn on."""
        ids, drawing = self.selection.ids, self._document.drawing
        if ids:
            self._apply(
                lambda: (with_strokes_on(drawing, ids, drawing.active), ids),
                self._text(tr("Move to layer")),
            )

    def release(self) -> None:
        """No longer follow the selection."""
        self._unsubscribe()

    def _delete(self, verb: str) -> None:
        ids = self.selection.ids
        if ids:
            self._document.apply(self._document.drawing.without(ids), self._text(verb))

    def _apply(self, make: Callable[[], Edit], text: str) -> bool:
        """Commit an edit; if a layer does not allow it, say so."""
        try:
            drawing, ids = make()
        except InputError as error:
            self.trouble.emit(str(error))
            return False
        self._document.apply(drawing, text)
        self.selection.select(ids)
        return True

    def _text(self, verb: str) -> str:
        number = len(self.selection.ids)
        return (
            tr("{verb} stroke").format(verb=verb)
            if number == 1
            else tr("{verb} {number} strokes").format(verb=verb, number=number)
        )


def svg_text_of(mime: QMimeData) -> str | bytes | None:
    """The SVG that is on the clipboard or dropped; None if there is none."""
    if mime.hasFormat(SVG_MIME_TYPE):
        return bytes(mime.data(SVG_MIME_TYPE).data())
    text = mime.text() if mime.hasText() else ""
    start = text.lstrip()[:4096].lower()
    is_svg = start.startswith(("<svg", "<?xml", "<!doctype svg")) and "<svg" in start
    return text if is_svg else None
