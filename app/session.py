"""The open document with its file and its journal: new, open, save, export, close."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.backup import Backup, list_backups
from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.drawing import Drawing
from app.document.export import check_name, export_drawing
from app.document.files import OpenedFile, is_large, open_drawing, save_document
from app.document.journal import Journal
from app.document.native_format import SUFFIX as NATIVE_SUFFIX
from app.document.native_format import Photo
from app.document.recovery import Recoverable, list_recoverable
from app.file_watch import FileWatch
from app.file_worker import FileWorker
from app.panels.dialogs import Dialogs, UnsavedAnswer
from app.panels.reference_board import Reference
from app.panels.reference_export import export_with_references
from app.recent import RecentFiles
from app.settings import EMBED_PHOTOS, LAST_FOLDER, Settings
from app.translation import tr
from engine.errors import InputError

JOURNAL_FOLDER = "journals"
BACKUP_FOLDER = "backups"
LARGE_FILE_BYTES = 500_000
"""Of SVG: some 350 strokes of 50 points, read in 30 ms."""


class Session(QObject):
    """Everything that can become of the one open document. GUI thread.

    Every method that may fail for reasons of the input says so through `trouble` and returns
    False; the document is intact then.

    Args:
        dialogs: asks the user for paths and about unsaved changes.
        state_folder: holds the journals of unsaved work and the last saves of every file.
    """

    changed = Signal()
    """Name, dirty mark or undo steps may be others."""
    trouble = Signal(str)
    """One sentence for the user."""
    done = Signal(str)
    """Something the user asked for is done; one sentence."""
    changed_on_disk = Signal()
    """Another program wrote the document's file: `reload` or `keep_mine`."""

    def __init__(
        self,
        dialogs: Dialogs,
        settings: Settings,
        state_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = Document()
        self.recent = RecentFiles(settings)
        self._dialogs = dialogs
        self._settings = settings
        self._journal_folder = state_folder / JOURNAL_FOLDER
        self._journal = Journal(self._journal_folder, on_error=self.trouble.emit)
        self._journal.follow(self.document)
        self._backup_folder = state_folder / BACKUP_FOLDER
        self.pictures_on_page: Callable[[], tuple[Reference, ...]] = tuple
        """The reference pictures seen on the page; the program knows them."""
        self.worker = FileWorker(self)
        """Of the document's own file: leaving the document waits for it."""
        self.export_worker = FileWorker(self)
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.changed_on_disk)
        self._watch.removed.connect(self._on_removal)
        self._unsubscribe = self.document.subscribe(self._on_change)

    def undo(self) -> None:
        """Take back the last gesture."""
        self.document.undo()

    def redo(self) -> None:
        """Bring back what was undone."""
        self.document.redo()

    def new(self) -> bool:
        """Begin with an empty page, after asking about unsaved changes."""
        if not self._may_go():
            return False
        self.document.new()
        return True

    def open(self) -> bool:
        """Ask for a drawing and open it."""
        path = self._dialogs.ask_drawing_to_open(self._folder())
        return path is not None and self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a drawing, after asking about unsaved changes. A large file comes in a while."""
        if not self._may_go():
            return False
        if not _is_large_file(path):
            return self._try(lambda: self._take(path, open_drawing(path)))
        self._open_beside(path)
        return True

    def new_page(self) -> bool:
        """Ask for the size of a page and begin with it, after asking about unsaved changes."""
        drawing = self.document.drawing
        page = self._dialogs.ask_page((drawing.width_px, drawing.height_px))
        if page is None or not self._may_go():
            return False
        self.document.new(Drawing((), *page))
        return True

    def save(self) -> bool:
        """Save to the document's file, or ask for one. A large drawing is saved in a while."""
        if self.document.path is None:
            return self.save_as()
        return self._save(self.document.path)

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        suffix = NATIVE_SUFFIX if self.document.photos else ".svg"
        suggestion = self.document.path or self._folder() / f"{self.document.name}{suffix}"
        path = self._dialogs.ask_drawing_to_save(suggestion)
        return path is not None and self._save(path)

    def export(self) -> bool:
        """Ask for a form and a file, and write the page to it in a while."""
        drawing = self.document.drawing
        stem = self.document.path or self._folder() / f"{self.document.name}.png"
        pictures = self.pictures_on_page()
        page = (drawing.width_px, drawing.height_px)
        export = self._dialogs.ask_export(stem, page, bool(pictures))
        if export is None or not self._try(lambda: check_name(export.path)):
            return False

        def write() -> None:
            if export.references:
                export_with_references(export.path, drawing, export.options, pictures)
            else:
                export_drawing(export.path, drawing, export.options)

        self.export_worker.submit(
            write,
            lambda: self._exported(export.path),
            self.trouble.emit,
        )
        return True

    def backups(self) -> list[Backup]:
        """What the document's file held before its last saves, newest first."""
        path = self.document.path
        return [] if path is None else list_backups(self._backup_folder, path)

    def open_backup(self, backup: Backup) -> bool:
        """Go back to such a content, as unsaved changes, after asking about those of now."""
        return self._may_go() and self._try(lambda: self._open_backup(backup))

    def reload(self) -> bool:
        """Take over what another program made of the file; one undo step."""
        return self._try(self._reload)

    def keep_mine(self) -> None:
        """Go on with the drawing as it is here; the next save replaces the file."""
        self.document.mark_unsaved()

    def close(self) -> bool:
        """End with the document, after asking about unsaved changes; its journal goes."""
        if not self._may_go():
            return False
        self._unsubscribe()
        self._journal.close()
        self._watch.watch(None)
        self.worker.shutdown()
        self.export_worker.shutdown()
        return True

    def recoverable(self) -> list[Recoverable]:
        """Work that a killed program left behind, newest first."""
        return list_recoverable(self._journal_folder)

    def restore(self, work: Recoverable) -> bool:
        """Open such work in place of the current document, as unsaved changes."""
        return self._may_go() and self._try(lambda: self._restore(work))

    def _open_beside(self, path: Path) -> None:
        """Read a file beside the GUI thread; whoever drew meanwhile is asked again."""
        revision = self.document.revision
        read: list[OpenedFile] = []

        def opened() -> None:
            if self.document.revision == revision or self._may_leave():
                self._take(path, read[0])

        self.done.emit(tr("Opening {name}…").format(name=path.name))
        self.worker.submit(lambda: read.append(open_drawing(path)), opened, self.trouble.emit)

    def _take(self, path: Path, opened: OpenedFile) -> None:
        self.document.take(path, opened)
        self._remember_folder(path)
        if opened.losses:
            self.done.emit(
                tr("{name} is open, but without {losses}.").format(
                    name=path.name, losses=opened.losses
                )
            )

    def _save(self, path: Path) -> bool:
        content, embed_photos = self.document.content, self._settings.get(EMBED_PHOTOS)

        def write() -> None:
            save_document(path, content, self._backup_folder, embed_photos=embed_photos)

        def written() -> None:
            self.document.mark_saved(path, content)
            self._remember_folder(path)

        if is_large(content.drawing) or content.photos:
            self.worker.submit(write, written, self.trouble.emit)
            return True
        return self._try(write) and self._try(written)

    def _exported(self, path: Path) -> None:
        self._remember_folder(path)
        self.done.emit(tr("Exported {name}.").format(name=path.name))

    def _open_backup(self, backup: Backup) -> None:
        opened = open_drawing(backup.path)
        self.document.restore(opened.drawing, self.document.path, opened.photos)

    def _reload(self) -> None:
        if self.document.path is not None:
            self.document.reload(open_drawing(self.document.path))

    def _restore(self, work: Recoverable) -> None:
        # Reference photos are not in the journal; those of the file are better than none.
        photos: tuple[Photo, ...] = ()
        if work.document is not None:
            with contextlib.suppress(InputError):
                photos = open_drawing(work.document).photos
        self.document.restore(work.drawing(), work.document, photos)
        # The new journal holds it by now.
        work.discard()

    def _may_go(self) -> bool:
        """Whether the current drawing is saved, or the user does without it."""
        self.worker.finish()
        return self._may_leave()

    def _may_leave(self) -> bool:
        if not self.document.dirty:
            return True
        match self._dialogs.ask_about_unsaved(self.document.name):
            case UnsavedAnswer.SAVE:
                saved = self.save()
                self.worker.finish()
                return saved and not self.document.dirty
            case UnsavedAnswer.DISCARD:
                return True
            case UnsavedAnswer.CANCEL:
                return False

    def _try(self, action: Callable[[], None]) -> bool:
        try:
            action()
        except InputError as error:
            self.trouble.emit(str(error))
            return False
        return True

    def _folder(self) -> Path:
        last = self._settings.get(LAST_FOLDER)
        return Path(last) if last and Path(last).is_dir() else Path.home()

    def _remember_folder(self, path: Path) -> None:
        self._settings.set(LAST_FOLDER, str(path.absolute().parent))

    def _on_change(self, change: Change) -> None:
        if change.kind in (ChangeKind.LOAD, ChangeKind.SAVE):
            self._watch.watch(self.document.path)
            if self.document.path is not None:
                self.recent.add(self.document.path)
        self.changed.emit()

    def _on_removal(self) -> None:
        self.document.mark_unsaved()
        self.trouble.emit(
            tr("{name} is gone from its folder; save it to keep it.").format(
                name=self.document.name
            )
        )


def _is_large_file(path: Path) -> bool:
    """Whether to read it takes so long that the window would stand still."""
    try:
        return path.stat().st_size > LARGE_FILE_BYTES
    except OSError:
        return False
