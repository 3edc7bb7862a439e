"""The reference pictures of a document: kept in its file, and back when it is opened."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.native_format import SUFFIX, Photo
from app.panels.reference_board import WHOLE, Kept, Place, Reference, ReferenceBoard
from engine.strokes import Bounds

SETTINGS_KEY = "references"
"""Of the document's settings: a list, beside its photos, of {"place", "crop"}."""
NOTE_AFTER_MS = 1000
"""The document hears of changes when they come to rest: each begins its journal anew."""


class ReferenceKeeper(QObject):
    """Keeps the document's photos in step with the board. GUI thread.

    Pictures that are in a document's file go when another one is opened; others stay for it.
    A picture whose file is missing is kept in the document as it was.

    Args:
        embeds: whether copies of the pictures go into the file; asked each time.
    """

    def __init__(
        self,
        board: ReferenceBoard,
        document: Document,
        embeds: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._document = document
        self._embeds = embeds
        self._lost: list[tuple[Photo, dict[str, Any]]] = []
        self._timer = QTimer(self, singleShot=True, interval=NOTE_AFTER_MS)
        self._timer.timeout.connect(self.note)
        self._unsubscribe = document.subscribe(self._on_change)
        board.items_changed.connect(self._timer.start)
        board.lost.connect(self._on_lost)

    def note(self) -> None:
        """Tell the document what the board holds; before it is saved, and after changes."""
        self._timer.stop()
        if self._board.loading:
            return  # the document has them already
        rows = [(self._photo(item), _row(item)) for item in self._board.own_items]
        rows += self._lost
        photos = tuple(photo for photo, _ in rows)
        settings = dict(self._document.settings)
        settings.pop(SETTINGS_KEY, None)
        if rows:
            settings[SETTINGS_KEY] = [row for _, row in rows]
        self._document.settings = settings
        if photos != self._document.photos:
            self._document.photos = photos

    def release(self) -> None:
        """No longer follow the document."""
        self._unsubscribe()
        self._timer.stop()

    def _on_change(self, change: Change) -> None:
        path = self._document.path
        if change.kind is ChangeKind.SAVE and path is not None and path.suffix.lower() == SUFFIX:
            self._board.adopt()
        if change.kind is ChangeKind.LOAD:
            self._timer.stop()
            # The document's settings come just after its photos.
            QTimer.singleShot(0, self, self._take)

    def _take(self) -> None:
        """Show the pictures that came with the document."""
        self._lost = []
        self._board.drop_kept()
        rows = self._document.settings.get(SETTINGS_KEY)
        rows = rows if isinstance(rows, list) else []
        for number, photo in enumerate(self._document.photos):
            row = rows[number] if number < len(rows) and isinstance(rows[number], dict) else {}
            self._board.add_kept(Kept(photo, _place(row, photo), _crop(row)))

    def _on_lost(self, kept: Kept) -> None:
        self._lost.append((kept.photo, {"place": kept.place.value, "crop": list(kept.crop)}))

    def _photo(self, item: Reference) -> Photo:
        content = item.copy if self._embeds() or item.path is None else None
        return Photo(
            f"{Path(item.name).stem}.jpg" if content is not None else item.name,
            content,
            "" if item.path is None else str(item.path.absolute()),
            item.box,
            item.opacity,
            item.place is not Place.DOCK,
            item.locked,
        )


def _row(item: Reference) -> dict[str, Any]:
    return {"place": item.place.value, "crop": list(item.crop)}


def _place(row: dict[str, Any], photo: Photo) -> Place:
    places = {place.value: place for place in Place}
    place = row.get("place")
    if isinstance(place, str) and place in places:
        return places[place]
    return Place.UNDER if photo.visible else Place.DOCK


def _crop(row: dict[str, Any]) -> Bounds:
    values = row.get("crop")
    if (
        isinstance(values, list)
        and len(values) == 4
        and all(isinstance(each, int | float) and math.isfinite(each) for each in values)
    ):
        left, top, right, bottom = (float(each) for each in values)
        if 0 <= left < right <= 1 and 0 <= top < bottom <= 1:
            return left, top, right, bottom
    return WHOLE
