"""The open document: a drawing with its history, its file and those who watch it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.document.change import Change, ChangeKind
from app.document.drawing import Drawing
from app.document.history import History
from app.document.svg_read import open_svg
from app.document.svg_write import write_svg

Listener = Callable[[Change], None]

UNTITLED = "Untitled"


class Document:
    """What the window edits. One thread; listeners are called before the change returns.

    Whatever fails with `InputError` leaves the document as it was.
    """

    def __init__(self, drawing: Drawing | None = None) -> None:
        """A new document without a file, with an empty page unless `drawing` is given."""
        self._history = History(Drawing() if drawing is None else drawing)
        self._path: Path | None = None
        self._name = UNTITLED
        self._saved: Drawing | None = self._history.current
        self._listeners: list[Listener] = []

    @property
    def path(self) -> Path | None:
        """The file that holds all of it, apart from unsaved changes; None if there is none yet."""
        return self._path

    @property
    def history(self) -> History:
        """Its states; change them through `apply`, `undo` and `redo` only."""
        return self._history

    @property
    def drawing(self) -> Drawing:
        """The drawing as it is now."""
        return self._history.current

    @property
    def revision(self) -> int:
        """Grows with every change of the drawing, whatever the way; see `History.revision`."""
        return self._history.revision

    @property
    def dirty(self) -> bool:
        """Whether the drawing is another object than the one last saved, opened or begun with.

        Undoing back to the saved state makes the document clean again.
        """
        return self._history.current is not self._saved

    @property
    def name(self) -> str:
        """The file's name; without a file `UNTITLED`, or a name for the file to come."""
        return self._name

    @property
    def title(self) -> str:
        """The name, with a star while there are unsaved changes."""
        return f"{self.name}*" if self.dirty else self.name

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns the function that ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def apply(self, drawing: Drawing, text: str) -> bool:
        """Commit one gesture: `drawing` becomes the current state, `text` names the undo step.

        Returns:
            Whether anything changed; the current object itself makes no undo step.
        """
        old = self.drawing
        return self._history.push(drawing, text) and self._tell(old, ChangeKind.EDIT)

    def undo(self) -> bool:
        """Take back the last gesture, if any. Returns whether the drawing changed."""
        old = self.drawing
        return self._history.undo() and self._tell(old, ChangeKind.EDIT)

    def redo(self) -> bool:
        """Bring back the gesture last undone, if any. Returns whether the drawing changed."""
        old = self.drawing
        return self._history.redo() and self._tell(old, ChangeKind.EDIT)

    def go_to(self, place: int) -> bool:
        """To another state of the history; see `History.go_to`."""
        old = self.drawing
        return self._history.go_to(place) and self._tell(old, ChangeKind.EDIT)

    def new(self, drawing: Drawing | None = None) -> None:
        """Begin again without a file, with an empty page unless `drawing` is given."""
        self._load(Drawing() if drawing is None else drawing, None, UNTITLED, saved=True)

    def open(self, path: str | Path) -> None:
        """Replace all by the drawing of an SVG file; the history begins there.

        Another program's file gives the document its name but does not become `path`, so that
        the first save asks where to: over the original, it would lose what is not a stroke.

        Raises:
            InputError: if the file cannot be read as a drawing; nothing has changed then.
        """
        file = Path(path)
        opened = open_svg(file)
        place = (file, file.name) if opened.is_own else (None, file.stem)
        self._load(opened.drawing, *place, saved=True)

    def restore(self, drawing: Drawing, path: str | Path | None) -> None:
        """Replace all by recovered work that is not in the file `path` yet."""
        file = None if path is None else Path(path)
        self._load(drawing, file, UNTITLED if file is None else file.name, saved=False)

    def save(self, path: str | Path | None = None) -> None:
        """Write an SVG file atomically; it becomes the document's file.

        Args:
            path: by default the document's own.

        Raises:
            InputError: if the file cannot be written; the old one is intact then, and the
                document still dirty.
            ValueError: without a path for a document that has none.
        """
        target = self._path if path is None else Path(path)
        if target is None:
            raise ValueError("an untitled document needs a path to be saved to")
        write_svg(target, self.drawing)
        self._path = target
        self._name = target.name
        self._saved = self.drawing
        self._tell(self.drawing, ChangeKind.SAVE)

    def _load(self, drawing: Drawing, path: Path | None, name: str, *, saved: bool) -> None:
        old = self.drawing
        self._history.reset(drawing)
        self._path = path
        self._name = name
        self._saved = drawing if saved else None
        self._tell(old, ChangeKind.LOAD)

    def _tell(self, old: Drawing, kind: ChangeKind) -> bool:
        change = Change(old, self.drawing, kind)
        for listener in tuple(self._listeners):
            listener(change)
        return True
