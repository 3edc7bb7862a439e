"""Reference pictures and the document they belong to: native files keep them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.panels.reference_board import ReferenceBoard


class KeptReferences(QObject):
    """Tells the document of the pictures on the board, and the board of those of a file.

    Pictures that were put on the board while the document was in no native file stay when another
    drawing is opened; those of a native file go with it. GUI thread.
    """

    def __init__(
        self, document: Document, board: ReferenceBoard, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._board = board
        self._known = document.photos
        self._are_in_file = False
        self._unsubscribe = document.subscribe(self._on_document)
        board.changed.connect(self._on_board)

    def _on_document(self, change: Change) -> None:
        document = self._document
        if change.kind is ChangeKind.LOAD and not document.photos and not self._are_in_file:
            self._on_board()
        elif document.photos is not self._known:
            self._known = document.photos
            self._board.show_photos(document.photos)
        if change.kind in (ChangeKind.LOAD, ChangeKind.SAVE):
            self._are_in_file = document.is_native

    def _on_board(self) -> None:
        photos = self._board.photos
        if photos is not None and photos != self._document.photos:
            self._known = self._document.photos = photos
