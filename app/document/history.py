"""Undo and redo: a line of drawings, one per gesture, that share their strokes."""

from __future__ import annotations

from app.document.drawing import Drawing

DEFAULT_LIMIT = 1000


class History:
    """The states of a document and the place in them.

    Drawings are immutable and share their strokes, so a state costs one tuple of references and
    an undo is a step of an index; there are no inverse commands.
    """

    def __init__(self, drawing: Drawing, limit: int = DEFAULT_LIMIT) -> None:
        """Start at `drawing`; keep up to `limit` >= 1 undo steps, then forget the oldest."""
        if limit < 1:
            raise ValueError("a history needs room for one step")
        self._limit = limit
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

    def push(self, drawing: Drawing, text: str) -> bool:
        """Make `drawing` the current state and forget what was undone.

        A gesture that changed nothing (`drawing` is the current object) makes no entry.

        Returns:
            Whether `current` changed.
        """
        if drawing is self.current:
            return False
        del self._states[self._place + 1 :]
        del self._texts[self._place + 1 :]
        self._states.append(drawing)
        self._texts.append(text)
        excess = len(self._states) - 1 - self._limit
        if excess > 0:
            del self._states[:excess]
            del self._texts[:excess]
        return self._go(len(self._states) - 1)

    def amend(self, drawing: Drawing) -> bool:
        """Put `drawing` in the place of the current state: no step of its own.

        Returns:
            Whether `current` changed.
        """
        if drawing is self.current:
            return False
        self._states[self._place] = drawing
        return self._go(self._place)

    def undo(self) -> bool:
        """One state back, if there is one. Returns whether `current` changed."""
        return self.can_undo and self._go(self._place - 1)

    def redo(self) -> bool:
        """One state forward again, if one was undone. Returns whether `current` changed."""
        return self.can_redo and self._go(self._place + 1)

    def reset(self, drawing: Drawing) -> None:
        """Start again at `drawing` without states before; the revision still grows."""
        self._states = [drawing]
        self._texts = [""]
        self._go(0)

    def _go(self, place: int) -> bool:
        self._place = place
        self._revision += 1
        return True
