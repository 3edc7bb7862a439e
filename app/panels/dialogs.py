"""Questions that must be answered before the program goes on."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

DRAWINGS = "Drawings (*.svg)"
PICTURES = "PNG pictures (*.png)"
PHOTOS = "Photos (*.jpg *.jpeg *.png *.webp *.gif *.bmp)"


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

    def ask_picture_to_save(self, suggestion: Path) -> Path | None:
        """Where to write a picture of the drawing."""

    def ask_folder_of_photos(self, folder: Path) -> Path | None:
        """A folder of photos to index."""

    def ask_about_unsaved(self, name: str) -> UnsavedAnswer:
        """Whether to save the changes of the document `name`."""


class WindowDialogs:
    """The platform's own dialogs, over the window `parent`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent

    def ask_drawing_to_open(self, folder: Path) -> Path | None:
        filters = f"{DRAWINGS};;All files (*)"
        name, _ = QFileDialog.getOpenFileName(self.parent, "Open Drawing", str(folder), filters)
        return Path(name) if name else None

    def ask_photo_to_open(self, folder: Path) -> Path | None:
        filters = f"{PHOTOS};;All files (*)"
        name, _ = QFileDialog.getOpenFileName(self.parent, "Open Photo", str(folder), filters)
        return Path(name) if name else None

    def ask_photos_to_open(self, folder: Path) -> list[Path]:
        filters = f"{PHOTOS};;All files (*)"
        names, _ = QFileDialog.getOpenFileNames(self.parent, "Add Pictures", str(folder), filters)
        return [Path(name) for name in names]

    def ask_drawing_to_save(self, suggestion: Path) -> Path | None:
        return self._ask_to_save("Save Drawing", suggestion, DRAWINGS, ".svg")

    def ask_picture_to_save(self, suggestion: Path) -> Path | None:
        return self._ask_to_save("Export PNG", suggestion, PICTURES, ".png")

    def ask_folder_of_photos(self, folder: Path) -> Path | None:
        name = QFileDialog.getExistingDirectory(self.parent, "Add Folder of Photos", str(folder))
        return Path(name) if name else None

    def ask_about_unsaved(self, name: str) -> UnsavedAnswer:
        box = QMessageBox(self.parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Unsaved Changes")
        box.setText(f"Save the changes to {name}?")
        box.setInformativeText("They are lost if you do not save them.")
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answers = {buttons.Save: UnsavedAnswer.SAVE, buttons.Discard: UnsavedAnswer.DISCARD}
        answer = answers.get(buttons(box.exec()), UnsavedAnswer.CANCEL)
        box.deleteLater()
        return answer

    def _ask_to_save(self, title: str, suggestion: Path, filters: str, suffix: str) -> Path | None:
        dialog = QFileDialog(self.parent, title, str(suggestion), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog then also asks about overwriting the name with the suffix.
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(suggestion.name)
        accepted = dialog.exec()
        names = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(names[0]) if accepted and names else None
