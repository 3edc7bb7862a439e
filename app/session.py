"""The open document with its file and its journal: new, open, save, export, close."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.change import Change, ChangeKind
from app.document.document import Document
from app.document.journal import Journal
from app.document.recovery import Recoverable, list_recoverable
from app.panels.dialogs import Dialogs, UnsavedAnswer
from app.recent import RecentFiles
from app.settings import LAST_FOLDER, Settings
from engine.errors import InputError

JOURNAL_FOLDER = "journals"


class Session(QObject):
    """Everything that can become of the one open document. GUI thread.

    Every method that may fail for reasons of the input says so through `trouble` and returns
    False; the document is intact then.

    Args:
        dialogs: asks the user for paths and about unsaved changes.
        state_folder: holds the journals of unsaved work.
    """

    changed = Signal()
    """Name, dirty mark or undo steps may be others."""
    trouble = Signal(str)
    """One sentence for the user."""
    done = Signal(str)
    """Something the user asked for is done; one sentence."""

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
        """Open a drawing, after asking about unsaved changes."""
        return self._may_go() and self._try(lambda: self._open(path))

    def save(self) -> bool:
        """Save to the document's file, or ask for one."""
        if self.document.path is None:
            return self.save_as()
        return self._try(self.document.save)

    def save_as(self) -> bool:
        """Ask for a file and save to it."""
        suggestion = self.document.path or self._folder() / f"{self.document.name}.svg"
        path = self._dialogs.ask_drawing_to_save(suggestion)
        return path is not None and self._try(lambda: self._save_as(path))

    def export_png(self) -> bool:
        """Ask for a file and write a picture of the page to it."""
        stem = (self.document.path or self._folder() / self.document.name).with_suffix(".png")
        path = self._dialogs.ask_picture_to_save(stem)
        return path is not None and self._try(lambda: self._export_png(path))

    def close(self) -> bool:
        """End with the document, after asking about unsaved changes; its journal goes."""
        if not self._may_go():
            return False
        self._unsubscribe()
        self._journal.close()
        return True

    def recoverable(self) -> list[Recoverable]:
        """Work that a killed program left behind, newest first."""
        return list_recoverable(self._journal_folder)

    def restore(self, work: Recoverable) -> bool:
        """Open such work in place of the current document, as unsaved changes."""
        return self._may_go() and self._try(lambda: self._restore(work))

    def _open(self, path: Path) -> None:
        self.document.open(path)
        self._remember_folder(path)

    def _save_as(self, path: Path) -> None:
        self.document.save(path)
        self._remember_folder(path)

    def _export_png(self, path: Path) -> None:
        # Pillow is loaded when it is needed, not on the way to the first window.
        from app.document.raster_png import write_png

        write_png(path, self.document.drawing)
        self._remember_folder(path)
        self.done.emit(f"Exported {path.name}.")

    def _restore(self, work: Recoverable) -> None:
        self.document.restore(work.drawing(), work.document)
        # The new journal holds it by now.
        work.discard()

    def _may_go(self) -> bool:
        """Whether the current drawing is saved, or the user does without it."""
        if not self.document.dirty:
            return True
        match self._dialogs.ask_about_unsaved(self.document.name):
            case UnsavedAnswer.SAVE:
                return self.save()
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
        if change.kind is not ChangeKind.EDIT and self.document.path is not None:
            self.recent.add(self.document.path)
        self.changed.emit()
