"""Undo and redo: a line of drawings, one per gesture, that share their strokes."""

from __future__ import annotations

from app.document.drawing import Drawing

DEFAULT_LIMIT = 100_000
DEFAULT_REFERENCES = 8_000_000
"""64 MB: eight thousand steps of a drawing of a thousand strokes, 800 of one of ten thousand."""
KEPT_STEPS = 50
"""As many steps back stay possible however large the drawing is."""


class History:
    """The states of a document and the place in them.

    Drawings are immutable and share their strokes, so a state costs one tuple of references and
    an undo is a step of an index; there are no inverse commands. What bounds the number of states
    is the memory of those tuples.
    """

    def __init__(
        self,
        drawing: Drawing,
        limit: int = DEFAULT_LIMIT,
        references: int = DEFAULT_REFERENCES,
    ) -> None:
        """Start at `drawing`.

        Args:
            limit: keep up to this many undo steps, >= 1, then forget the oldest.
            references: forget the oldest as well while the states together refer to more strokes
                than this, but keep `KEPT_STEPS`.
        """
        if limit < 1:
            raise ValueError("a history needs room for one step")
        self._limit = limit
        self._references = references
        self._used = len(drawing.strokes)
        self._forgotten = 0
        self._states: list[Drawing] = [drawing]
        self._texts: list[str] = [""]
        self._place = 0
        self._revision = 0

    @property
    def current(self) -> Drawing:
        """The drawing as it is now."""
        return self._states[self._place]

    @property
    def revision(self) -> int:
        """A number that grows with every change of `current`, also on undo."""
        return self._revision

    @property
    def can_undo(self) -> bool:
        """Whether there is a state before this one."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone state."""
        return self._place + 1 < len(self._states)

    @property
    def undo_text(self) -> str:
        """What `undo` would take back, as given to `push`; empty if nothing."""
        return self._texts[self._place] if self.can_undo else ""

    @property
    def redo_text(self) -> str:
        """What `redo` would bring back; empty if nothing."""
        return self._texts[self._place + 1] if self.can_redo else ""

    @property
    def place(self) -> int:
        """Which of `states` is the current one."""
        return self._place

    @property
    def forgotten(self) -> int:
        """How many states there were before the first of `states`."""
        return self._forgotten

    @property
    def states(self) -> tuple[tuple[Drawing, str], ...]:
        """All states, undone ones too, each with the text of the step that led to it."""
        return tuple(zip(self._states, self._texts, strict=True))

    def push(self, drawing: Drawing, text: str) -> bool:
        """Make `drawing` the current state and forget what was undone.

        A gesture that changed nothing (`drawing` is the current object) makes no entry.

        Returns:
            Whether `current` changed.
        """
        if drawing is self.current:
            return False
        self._used -= sum(len(state.strokes) for state in self._states[self._place + 1 :])
        del self._states[self._place + 1 :]
        del self._texts[self._place + 1 :]
        self._states.append(drawing)
        self._texts.append(text)
        self._used += len(drawing.strokes)
        self._forget()
        return self._go(len(self._states) - 1)

    def amend(self, drawing: Drawing) -> bool:
        """Put `drawing` in the place of the current state: no step of its own.

        Returns:
            Whether `current` changed.
        """
        if drawing is self.current:
            return False
        self._used += len(drawing.strokes) - len(self.current.strokes)
        self._states[self._place] = drawing
        return self._go(self._place)

    def undo(self) -> bool:
        """One state back, if there is one. Returns whether `current` changed."""
        return self.can_undo and self._go(self._place - 1)

    def redo(self) -> bool:
        """One state forward again, if one was undone. Returns whether `current` changed."""
        return self.can_redo and self._go(self._place + 1)

    def go_to(self, place: int) -> bool:
        """To the state at `place`, however many steps away. Returns whether `current` changed.

        Raises:
            IndexError: there is no such state.
        """
        if not 0 <= place < len(self._states):
            raise IndexError(f"no state {place} of {len(self._states)}")
        return place != self._place and self._go(place)

    def reset(self, drawing: Drawing) -> None:
        """Start again at `drawing` without states before; the revision still grows."""
        self._states = [drawing]
        self._texts = [""]
        self._used = len(drawing.strokes)
        self._forgotten = 0
        self._go(0)

    def _forget(self) -> None:
        """Drop the oldest states that there is no room for."""
        excess = max(0, len(self._states) - 1 - self._limit)
        used = self._used - sum(len(state.strokes) for state in self._states[:excess])
        while used > self._references and len(self._states) - 1 - excess > KEPT_STEPS:
            used -= len(self._states[excess].strokes)
            excess += 1
        del self._states[:excess]
        del self._texts[:excess]
        self._used = used
        self._forgotten += excess

    def _go(self, place: int) -> bool:
        self._place = place
        self._revision += 1
        return True
