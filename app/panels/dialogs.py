"""Questions that must be answered before the program goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from app.document.export import Export, ExportOptions
from app.document.guides import Guide
from app.document.native_format import SUFFIX as NATIVE_SUFFIX
from app.translation import tr
from engine.retrieval.messages import SharedCollection

DRAWINGS = tr("Drawings (*.svg *{suffix})").format(suffix=NATIVE_SUFFIX)
DRAWING_KINDS = ((tr("SVG drawings"), ".svg"), (tr("Strokewise documents"), NATIVE_SUFFIX))
SYMBOLS = (tr("Symbols"), ".json")
ALL_FILES = tr("All files (*)")
PHOTOS = tr("Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)")


class UnsavedAnswer(Enum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Dialogs(Protocol):
    """Who asks. None means that the user changed their mind."""

    def ask_drawing_to_open(self, folder: Path) -> Path | None:
        """A drawing to open."""

    def ask_photo_to_open(self, folder: Path) -> Path | None:
        """A photo to open."""

    def ask_photos_to_open(self, folder: Path) -> list[Path]:
        """Any number of photos."""

    def ask_drawing_to_save(self, suggestion: Path) -> Path | None:
        """Where to save the drawing."""

    def ask_export(
        self, suggestion: Path, page: tuple[float, float], has_references: bool = False
    ) -> Export | None:
        """In which form to write a page of this size (px), and where to; any suffix is a hint."""

    def ask_page(self, page: tuple[float, float]) -> tuple[float, float] | None:
        """Width and height of a new page in px; `page` is that of now."""

    def ask_guide(self, guide: Guide, most_px: float) -> float | None:
        """Where a guide is to lie, px from the page's edge; `most_px` is the page's other edge."""

    def ask_folder_of_photos(self, folder: Path) -> Path | None:
        """A folder of photos to index."""

    def ask_symbols_to_open(self, folder: Path) -> Path | None:
        """A file of symbols to import."""

    def ask_symbols_to_save(self, suggestion: Path) -> Path | None:
        """Where to export the symbols."""

    def ask_shared_collection(self, now: SharedCollection | None) -> SharedCollection | None:
        """A shared collection to search; `now` is searched already."""

    def ask_about_unsaved(self, name: str) -> UnsavedAnswer:
        """Whether to save the changes of the document `name`."""


class WindowDialogs:
    """The platform's own dialogs, over the window `parent`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent
        self._export = Export(Path(".png"), ExportOptions())
        """The last one, to begin the next one with."""

    def ask_drawing_to_open(self, folder: Path) -> Path | None:
        filters = f"{DRAWINGS};;{ALL_FILES}"
        name, _ = QFileDialog.getOpenFileName(self.parent, tr("Open Drawing"), str(folder), filters)
        return Path(name) if name else None

    def ask_photo_to_open(self, folder: Path) -> Path | None:
        filters = f"{PHOTOS};;{ALL_FILES}"
        name, _ = QFileDialog.getOpenFileName(self.parent, tr("Open Photo"), str(folder), filters)
        return Path(name) if name else None

    def ask_photos_to_open(self, folder: Path) -> list[Path]:
        filters = f"{PHOTOS};;{ALL_FILES}"
        names, _ = QFileDialog.getOpenFileNames(
            self.parent, tr("Add Pictures"), str(folder), filters
        )
        return [Path(name) for name in names]

    def ask_drawing_to_save(self, suggestion: Path) -> Path | None:
        return self._ask_to_save(tr("Save Drawing"), suggestion, DRAWING_KINDS)

    def ask_export(
        self, suggestion: Path, page: tuple[float, float], has_references: bool = False
    ) -> Export | None:
        from app.panels.export_dialog import FORMATS, ExportDialog

        last = self._export
        dialog = ExportDialog(
            page, last.path.suffix, last.options, self.parent, has_references=has_references
        )
        accepted, suffix, options = dialog.exec(), dialog.suffix, dialog.options
        references = dialog.with_references
        dialog.deleteLater()
        if not accepted:
            return None
        kinds = [(name, each) for each, name, _ in FORMATS if each == suffix]
        path = self._ask_to_save(tr("Export"), suggestion.with_suffix(suffix), kinds)
        if path is None:
            return None
        self._export = Export(path, options)
        return replace(self._export, references=references)

    def ask_page(self, page: tuple[float, float]) -> tuple[float, float] | None:
        from app.panels.page_dialog import PageDialog

        dialog = PageDialog(page, self.parent)
        accepted, chosen = dialog.exec(), dialog.page
        dialog.deleteLater()
        return chosen if accepted else None

    def ask_guide(self, guide: Guide, most_px: float) -> float | None:
        text = tr("Px from the upper edge:") if guide.is_level else tr("Px from the left edge:")
        at_px, accepted = QInputDialog.getDouble(
            self.parent, tr("Place of the Guide"), text, guide.at_px, 0.0, most_px, 3
        )
        return at_px if accepted else None

    def ask_folder_of_photos(self, folder: Path) -> Path | None:
        name = QFileDialog.getExistingDirectory(
            self.parent, tr("Add Folder of Photos"), str(folder)
        )
        return Path(name) if name else None

    def ask_symbols_to_open(self, folder: Path) -> Path | None:
        filters = f"{SYMBOLS[0]} (*{SYMBOLS[1]});;{ALL_FILES}"
        title = tr("Import Symbols")
        name, _ = QFileDialog.getOpenFileName(self.parent, title, str(folder), filters)
        return Path(name) if name else None

    def ask_symbols_to_save(self, suggestion: Path) -> Path | None:
        return self._ask_to_save(tr("Export Symbols"), suggestion, (SYMBOLS,))

    def ask_shared_collection(self, now: SharedCollection | None) -> SharedCollection | None:
        from app.panels.shared_dialog import SharedDialog

        dialog = SharedDialog(now, self.parent)
        accepted, chosen = dialog.exec(), dialog.collection
        dialog.deleteLater()
        return chosen if accepted else None

    def ask_about_unsaved(self, name: str) -> UnsavedAnswer:
        box = QMessageBox(self.parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Unsaved Changes"))
        box.setText(tr("Save the changes to {name}?").format(name=name))
        box.setInformativeText(tr("They are lost if you do not save them."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: UnsavedAnswer.SAVE, buttons.Discard: UnsavedAnswer.DISCARD}
        answer = answers.get(buttons(box.exec()), UnsavedAnswer.CANCEL)
        box.deleteLater()
        return answer

    def _ask_to_save(
        self, title: str, suggestion: Path, kinds: Sequence[tuple[str, str]]
    ) -> Path | None:
        suffix_of = {f"{name} (*{suffix})": suffix for name, suffix in kinds}
        dialog = QFileDialog(self.parent, title, str(suggestion), ";;".join(suffix_of))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog then also asks about overwriting the name with the suffix.
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(suffix_of[kind][1:]))
        first = next((k for k, s in suffix_of.items() if s == suggestion.suffix.lower()), None)
        first = first or next(iter(suffix_of))
        dialog.selectNameFilter(first)
        dialog.setDefaultSuffix(suffix_of[first][1:])
        dialog.selectFile(suggestion.name)
        accepted = dialog.exec()
        names = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(names[0]) if accepted and names else None
