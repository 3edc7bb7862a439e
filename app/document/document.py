"""The open document: a drawing with its history, its file and those who watch it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from app.document.atomic import write_atomically
from app.document.change import Change, ChangeKind
from app.document.drawing import Drawing
from app.document.files import OpenedFile, drawing_bytes, open_drawing
from app.document.history import History
from app.document.layering import with_active
from app.document.native_format import SUFFIX as NATIVE_SUFFIX
from app.document.native_format import NativeContent, Photo
from app.translation import tr

Listener = Callable[[Change], None]

UNTITLED = tr("Untitled")


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
        self._photos: tuple[Photo, ...] = ()
        self._saved_photos: tuple[Photo, ...] = ()
        self._settings: Mapping[str, Any] = {}
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
    def is_native(self) -> bool:
        """Whether its file is a native one."""
        return self._path is not None and self._path.suffix.lower() == NATIVE_SUFFIX

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Reference photos that belong to the document; native files keep them."""
        return self._photos

    @photos.setter
    def photos(self, photos: tuple[Photo, ...]) -> None:
        self._photos = photos
        self._tell(self.drawing, ChangeKind.PHOTOS)

    @property
    def settings(self) -> Mapping[str, Any]:
        """Of the document, JSON values by name; native files keep them. No reason to save."""
        return self._settings

    @settings.setter
    def settings(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings

    @property
    def content(self) -> NativeContent:
        """All of it as it is now; immutable, to be written by whatever thread."""
        return NativeContent(self.drawing, self._photos, dict(self._settings))

    @property
    def dirty(self) -> bool:
        """Whether the drawing is another object than the one last saved, opened or begun with.

        Undoing back to the saved state makes the document clean again. Photos count only where
        the document's file can hold them.
        """
        if self._history.current is not self._saved:
            return True
        return self.is_native and self._photos != self._saved_photos

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

    def amend(self, drawing: Drawing) -> bool:
        """Go on with the last gesture: `drawing` takes the place of what it made so far.

        A drag of a slider is applied once and then amended, so that it is one undo step.

        Returns:
            Whether anything changed.
        """
        old = self.drawing
        return self._history.amend(drawing) and self._tell(old, ChangeKind.EDIT)

    def choose_layer(self, layer_id: int) -> bool:
        """Draw on this layer from now on. No undo step, and nothing to ask about at the end.

        Returns:
            Whether anything changed.

        Raises:
            KeyError: if there is no such layer.
        """
        chosen = with_active(self.drawing, layer_id)
        if not self.dirty:
            self._saved = chosen
        return self.amend(chosen)

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
        """Replace all by what is in a drawing's file; the history begins there.

        Raises:
            InputError: if the file cannot be read as a drawing; nothing has changed then.
        """
        self.take(path, open_drawing(path))

    def take(self, path: str | Path, opened: OpenedFile) -> None:
        """`open` of a file that was read already, maybe on another thread.

        Another program's file gives the document its name but does not become `path`, so that
        the first save asks where to: over the original, it would lose what is not a stroke.
        """
        file = Path(path)
        place = (file, file.name) if opened.is_own else (None, file.stem)
        self._load(opened.drawing, *place, saved=True, photos=opened.photos)
        self._settings = opened.settings

    def restore(
        self, drawing: Drawing, path: str | Path | None, photos: tuple[Photo, ...] = ()
    ) -> None:
        """Replace all by recovered work that is not in the file `path` yet."""
        file = None if path is None else Path(path)
        name = UNTITLED if file is None else file.name
        self._load(drawing, file, name, saved=False, photos=photos)

    def reload(self, opened: OpenedFile) -> None:
        """Take over what another program made of the document's file; one undo step.

        Raises:
            ValueError: if the document has no file.
        """
        if self._path is None:
            raise ValueError("an untitled document has no file to reload")
        self.apply(opened.drawing, tr("Reload"))
        self._photos = opened.photos
        self.mark_saved(self._path, self.content)

    def mark_unsaved(self) -> None:
        """The document's file does not hold it any more: it was changed or removed by others."""
        self._saved = None
        self._tell(self.drawing, ChangeKind.SAVE)

    def save(self, path: str | Path | None = None) -> None:
        """Write the file atomically; it becomes the document's file.

        Args:
            path: by default the document's own; its name says whether native or SVG.

        Raises:
            InputError: if the file cannot be written; the old one is intact then, and the
                document still dirty.
            ValueError: without a path for a document that has none.
        """
        target = self._path if path is None else Path(path)
        if target is None:
            raise ValueError("an untitled document needs a path to be saved to")
        content = self.content
        write_atomically(target, drawing_bytes(target, content))
        self.mark_saved(target, content)

    def mark_saved(self, path: Path, content: NativeContent) -> None:
        """`content` is in the file `path` now, which becomes the document's file.

        What was done since `content` was taken is still unsaved.
        """
        self._path = path
        self._name = path.name
        self._saved = content.drawing
        self._saved_photos = content.photos
        self._tell(self.drawing, ChangeKind.SAVE)

    def _load(
        self,
        drawing: Drawing,
        path: Path | None,
        name: str,
        *,
        saved: bool,
        photos: tuple[Photo, ...] = (),
    ) -> None:
        old = self.drawing
        self._history.reset(drawing)
        self._path = path
        self._name = name
        self._saved = drawing if saved else None
        self._photos = self._saved_photos = photos
        self._settings = {}
        self._tell(old, ChangeKind.LOAD)

    def _tell(self, old: Drawing, kind: ChangeKind) -> bool:
        change = Change(old, self.drawing, kind)
        for listener in tuple(self._listeners):
            listener(change)
        return True
