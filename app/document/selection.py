"""Which strokes are selected. Qt-free; any part of the program may watch it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.stroke import Stroke

Listener = Callable[[frozenset[int]], None]


class Selection:
    """Ids of strokes of the document's current drawing; follows what happens to them.

    After an edit, undo or redo a selected stroke stays selected under its new id, one that was
    replaced in its place (restyled, moved) as well. Strokes deleted while selected are selected
    again when an undo brings them back. Listeners get the ids whenever these, or the strokes
    they stand for, have changed. Strokes on locked or hidden layers are never selected. One thread.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ids: frozenset[int] = frozenset()
        self._lost: tuple[Stroke, ...] = ()
        self._listeners: list[Listener] = []
        self._unsubscribe = document.subscribe(self._follow)

    @property
    def ids(self) -> frozenset[int]:
        """The selected strokes of the current drawing."""
        return self._ids

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The selected strokes in drawing order."""
        strokes = self._document.drawing.strokes
        return tuple(strokes[i] for i in sorted(self._ids))

    def select(self, ids: Iterable[int]) -> None:
        """These are selected from now on, as far as their layers can be edited, no others.

        Raises:
            IndexError: if the drawing has no such stroke.
        """
        chosen = frozenset(ids)
        number = len(self._document.drawing.strokes)
        if any(not 0 <= i < number for i in chosen):
            raise IndexError(f"a selection of strokes that a drawing of {number} does not have")
        chosen = self._editable(chosen)
        self._lost = ()
        if chosen != self._ids:
            self._ids = chosen
            self._tell()

    def clear(self) -> None:
        """Nothing is selected from now on."""
        self.select(())

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the ids after every change; returns the function that ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def release(self) -> None:
        """No longer follow the document."""
        self._unsubscribe()

    def _follow(self, change: Change) -> None:
        if change.kind is ChangeKind.SAVE or not (self._ids or self._lost):
            return
        if change.kind is ChangeKind.LOAD:
            ids: frozenset[int] = frozenset()
            self._lost = ()
        else:
            ids = self._editable(self._kept(change))
        if ids or self._ids:
            self._ids = ids
            self._tell()

    def _editable(self, ids: frozenset[int]) -> frozenset[int]:
        drawing = self._document.drawing
        fixed = {layer.id for layer in drawing.layers if not layer.editable}
        if not fixed:
            return ids
        return frozenset(i for i in ids if drawing.strokes[i].layer not in fixed)

    def _kept(self, change: Change) -> frozenset[int]:
        old, new = change.old.strokes, change.new.strokes
        places = {id(stroke): i for i, stroke in enumerate(new)}
        if not self._ids:
            back = [places.get(id(stroke)) for stroke in self._lost]
            return frozenset(i for i in back if i is not None)
        known = {id(stroke) for stroke in old}
        kept, gone = set(), []
        for i in sorted(self._ids):
            place = places.get(id(old[i]))
            if place is not None:
                kept.add(place)
            elif len(old) == len(new) and id(new[i]) not in known:
                kept.add(i)
            else:
                gone.append(old[i])
        self._lost = () if kept else tuple(gone)
        return frozenset(kept)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self._ids)
