"""The Photos dock: photos of the user's own that look like the drawing, while it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.icons import icon
from app.panels.photo_library import Phase, PhotoLibrary
from app.panels.photo_search import PhotoSearch
from app.panels.photo_strip import PhotoStrip
from app.panels.reliability import RELIABILITY_TIP
from app.panels.shared_photos import SharedPhotos
from app.translation import tr
from engine.retrieval.messages import Found, Hit

EMPTY_SENTENCE = tr(
    "Add a folder of photos, and those that look like your drawing appear here while you draw."
)
DRAW_SENTENCE = tr("Draw something: photos that look like it appear here.")
NOTHING_SENTENCE = tr("No photo was found here.")
ALL_PHOTOS = tr("All photos")
_PROGRESS_STEPS = 1000
_FAULTS_SHOWN = 20


class PhotosPanel(QWidget):
    """Shows a `PhotoLibrary`, or the `SharedPhotos` in its place, and the hits of a search.

    What the user wishes is passed on.

    Args:
        ask_folder: asks the user for a folder of photos.
        choose_shared: lets the user choose a shared collection.
        use_photo: makes a file the reference photo.
        explain: as `use_photo`, and shows which strokes pulled it up; None if nothing can.
    """

    def __init__(
        self,
        library: PhotoLibrary,
        shared: SharedPhotos,
        search: PhotoSearch,
        ask_folder: Callable[[], Path | None],
        choose_shared: Callable[[], object],
        use_photo: Callable[[Path], object],
        explain: Callable[[Path], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._shared = shared
        self._search = search
        self._ask_folder = ask_folder
        self._choose_shared = choose_shared
        self._use_photo = use_photo
        self._explain = explain
        self.explanation = _muted_label(EMPTY_SENTENCE)
        self.add_button = QPushButton(icon("open"), tr("Add Folder…"))
        self.shared_button = QPushButton(tr("Shared Collection…"))
        self.folders_button = QToolButton()
        self.place_box = QComboBox()
        self.words = QLineEdit()
        self.strip = PhotoStrip()
        self.hint = _muted_label("")
        self.back_button = QPushButton(icon("undo"), tr("Back to the Drawing"))
        self.progress = QProgressBar()
        self.state = _muted_label("")
        self.reliability = _muted_label("")
        self.reliability.setToolTip(RELIABILITY_TIP)
        self.pause_button = QToolButton()
        self.again_button = QPushButton(icon("start"), tr("Try Again"))
        self._welcome = QWidget()
        self._controls = QWidget()
        self._describe()
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the library as it is now."""
        now = self._library
        is_shared = self._shared.collection is not None
        is_empty = now.is_empty and now.phase is Phase.IDLE and not is_shared
        is_indexing = now.phase is Phase.INDEXING
        self._welcome.setVisible(is_empty)
        self._controls.setVisible(not is_empty)
        self.progress.setVisible(is_indexing)
        self.progress.setValue(round(_PROGRESS_STEPS * now.fraction))
        self.pause_button.setVisible(now.phase is not Phase.IDLE)
        self.pause_button.setText(tr("Pause") if is_indexing else tr("Go On"))
        self.pause_button.setIcon(icon("cancel" if is_indexing else "start"))
        self.again_button.setVisible(is_shared and self._shared.has_failed)
        self.words.setVisible((self._shared if is_shared else now).understands_words)
        self._show_state()
        self._show_places()
        self.back_button.setVisible(self._search.like is not None)

    def show_found(self, found: Found) -> None:
        """Show the hits of a search."""
        self.strip.show_hits(found.hits)
        self.strip.setVisible(bool(found.hits))
        self.hint.setVisible(not found.hits)
        asked = found.encoder != ""
        self.hint.setText(NOTHING_SENTENCE if asked else DRAW_SENTENCE)

    def show_reliability(self, text: str) -> None:
        """How far the strokes' order agrees with what the model looked at; "" for nothing."""
        self.reliability.setText(text)
        self.reliability.setVisible(bool(text))

    def _show_state(self) -> None:
        if self._shared.collection is not None:
            self.state.setText(self._shared.text)
            self.state.setToolTip(str(self._shared.collection))
            return
        faults = self._library.faults
        text = self._library.text
        if faults and self._library.phase is Phase.IDLE:
            text = tr("{rstrip}; {count} could not be read.").format(
                rstrip=text.rstrip("."), count=len(faults)
            )
        self.state.setText(text)
        lines = [f"{fault.path}: {fault.reason}" for fault in faults[:_FAULTS_SHOWN]]
        if len(faults) > _FAULTS_SHOWN:
            lines.append(tr("and {count} more").format(count=len(faults) - _FAULTS_SHOWN))
        self.state.setToolTip("\n".join(lines))

    def _show_places(self) -> None:
        """Every folder with photos, and those above them that the user added."""
        if self._shared.collection is not None:
            places = [row.path for row in self._shared.places]
        else:
            rows = (row.path for row in self._library.places)
            places = sorted({*rows, *self._library.folders})
        wanted = [(ALL_PHOTOS, None), *((self._name_of(each), each) for each in places)]
        shown = [
            (self.place_box.itemText(i), self.place_box.itemData(i))
            for i in range(self.place_box.count())
        ]
        if shown == wanted:
            return
        self.place_box.blockSignals(True)
        self.place_box.clear()
        for name, path in wanted:
            self.place_box.addItem(name, path)
        paths = [path for _, path in wanted]
        within = self._search.within
        self.place_box.setCurrentIndex(paths.index(within) if within in paths else 0)
        self.place_box.blockSignals(False)
        if within not in paths:
            self._search.set_within(None)

    def _name_of(self, place: Path) -> str:
        if self._shared.collection is not None:
            return str(place)
        for folder in self._library.folders:
            if place.is_relative_to(folder):
                return str(place.relative_to(folder.parent))
        return str(place)

    def _add_folder(self) -> None:
        folder = self._ask_folder()
        if folder is not None:
            self._library.add_folder(folder)

    def _fill_folders_menu(self) -> None:
        menu = self.folders_button.menu()
        menu.clear()
        menu.addAction(icon("open"), tr("Add Folder…"), self._add_folder)
        menu.addAction(tr("Look for Changes"), self._library.update)
        menu.addSeparator()
        for folder in self._library.folders:
            menu.addAction(
                tr("Forget {folder}").format(folder=folder),
                lambda folder=folder: self._library.remove_folder(folder),
            )
        menu.addSeparator()
        menu.addAction(tr("Shared Collection…"), self._choose_shared)
        if self._shared.collection is not None:
            menu.addAction(tr("Back to My Photos"), lambda: self._shared.use(None))

    def _open(self, hit: Hit) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(hit.path)))

    def _toggle_pause(self) -> None:
        if self._library.phase is Phase.INDEXING:
            self._library.pause()
        else:
            self._library.resume()

    def _describe(self) -> None:
        self.add_button.setToolTip(tr("Choose a folder; its photos are indexed in the background"))
        self.shared_button.setToolTip(tr("Search the photos that your studio shares"))
        self.again_button.setToolTip(tr("Ask the shared collection once more"))
        self.folders_button.setIcon(icon("open"))
        self.folders_button.setToolTip(tr("Folders of photos"))
        self.folders_button.setAccessibleName(tr("Folders of photos"))
        self.folders_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.folders_button.setMenu(QMenu(self))
        self.place_box.setToolTip(tr("Search in this folder only"))
        self.place_box.setAccessibleName(tr("Folder to search in"))
        self.place_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for bar in (
            self.place_box.view().verticalScrollBar(),
            self.place_box.view().horizontalScrollBar(),
        ):
            bar.setAccessibleName(tr("Scroll the folders"))
        self.words.setPlaceholderText(tr("Narrow by words"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(tr("Words"))
        for button in self.words.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the words"))
            button.setToolTip(tr("Clear the words"))
        self.back_button.setToolTip(tr("Search by the drawing again"))
        self.progress.setRange(0, _PROGRESS_STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(tr("Progress of the indexing"))
        self.pause_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.pause_button.setToolTip(tr("What is indexed stays, and can be searched meanwhile"))
        self.strip.can_explain = self._explain is not None
        self.strip.hide()
        self.reliability.hide()
        self.hint.setText(DRAW_SENTENCE)

    def _lay_out(self) -> None:
        welcome = QVBoxLayout(self._welcome)
        welcome.setContentsMargins(0, 0, 0, 0)
        welcome.setSpacing(10)
        welcome.addWidget(self.explanation)
        welcome.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        welcome.addWidget(self.shared_button, 0, Qt.AlignmentFlag.AlignLeft)
        welcome.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.place_box, 1)
        top.addWidget(self.folders_button)
        bottom = QHBoxLayout()
        bottom.setSpacing(6)
        bottom.addWidget(self.state, 1)
        bottom.addWidget(self.pause_button)
        controls = QVBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(8)
        controls.addLayout(top)
        controls.addWidget(self.words)
        controls.addWidget(self.back_button)
        controls.addWidget(self.hint)
        controls.addWidget(self.strip, 1)
        controls.addWidget(self.reliability)
        controls.addWidget(self.progress)
        controls.addLayout(bottom)
        controls.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        controls.addStretch(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(10)
        outer.addWidget(self._welcome)
        outer.addWidget(self._controls)
        self.setMinimumWidth(250)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add_folder)
        self.shared_button.clicked.connect(self._choose_shared)
        self.again_button.clicked.connect(self._shared.open)
        self.folders_button.menu().aboutToShow.connect(self._fill_folders_menu)
        self.place_box.currentIndexChanged.connect(
            lambda row: self._search.set_within(self.place_box.itemData(row))
        )
        self.words.textChanged.connect(self._search.set_words)
        self.back_button.clicked.connect(lambda: self._search.more_like(None))
        self.pause_button.clicked.connect(self._toggle_pause)
        self.strip.chosen.connect(lambda hit: self._use_photo(hit.path))
        self.strip.opened.connect(self._open)
        self.strip.more_wanted.connect(self._search.more_like)
        if self._explain is not None:
            explain = self._explain
            self.strip.explained.connect(lambda hit: explain(hit.path))
        self._library.changed.connect(self.refresh)
        self._shared.changed.connect(self.refresh)
        self._search.changed.connect(self.refresh)
        self._search.found.connect(self.show_found)


def _muted_label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
