"""The program without its window: what the widgets show and act on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from app.bridge.engine_bridge import EngineBridge
from app.document.selection import Selection
from app.errors import Report, Reporter
from app.incoming import Incoming
from app.panels.abstraction import AbstractionSession
from app.panels.assist import AssistSession
from app.panels.assist_target import TargetChoice, TargetKind
from app.panels.cleaning import CleaningSession
from app.panels.dialogs import Dialogs
from app.panels.engine_state import EngineState
from app.panels.fragile import FragileSession
from app.panels.kept_references import KeptReferences
from app.panels.layers import Layers
from app.panels.message_bar import Answer, Message, MessageKind
from app.panels.models import Models
from app.panels.photo_library import PhotoLibrary
from app.panels.photo_loader import PhotoLoader
from app.panels.photo_search import PhotoSearch
from app.panels.recovery_offer import RecoveryOffer
from app.panels.reference import ReferencePhoto
from app.panels.reference_board import ReferenceBoard
from app.panels.shared_photos import SharedPhotos
from app.selection_edits import SelectionEdits
from app.session import Session
from app.settings import (
    ABSTRACT_STROKES,
    LAST_FOLDER,
    REDRAW_GHOST,
    REFERENCE_OPACITY_PERCENT,
    Settings,
)
from app.tool_settings import ToolSettings
from app.tools.toolbox import Toolbox
from app.translation import tr
from engine.context import Handler
from engine.errors import InputError
from engine.registry import HANDLERS
from engine.retrieval.messages import default_library
from engine.warmup import WarmUpPayload

if TYPE_CHECKING:
    from app.canvas.view import CanvasView
    from app.panels.match_parts import Match
    from app.panels.redraw_parts import Redraw

SYMBOLS_FILE = "symbols.json"
"""In the folder of states, and the name that is offered for exports."""


class Program(QObject):
    """Owns the document's session, the tools, the photo and the way to the engine.

    Args:
        dialogs: asks the user.
        state_folder: for journals, and for the symbols that the user teaches.
        handlers: the engine's; see `EngineBridge`.
    """

    message = Signal(object)
    """A `Message`."""

    _reported = Signal(object)

    def __init__(
        self,
        settings: Settings,
        reporter: Reporter,
        dialogs: Dialogs,
        state_folder: Path,
        handlers: Mapping[str, Handler | str] = HANDLERS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.dialogs = dialogs
        self.toolbox = Toolbox()
        self.tool_settings = ToolSettings(settings, self.toolbox, self)
        self.bridge = EngineBridge(reporter, handlers, parent=self)
        self.engine = EngineState(self.bridge, self)
        self.models = Models(self.bridge, self)
        self.session = Session(dialogs, settings, state_folder, self)
        self.recovery = RecoveryOffer(self.session, self)
        self.selection = Selection(self.session.document)
        self.selection_edits = SelectionEdits(self.session.document, self.selection, self)
        self.layers = Layers(self.session.document, self)
        self._loader = PhotoLoader(self)
        self.reference = ReferencePhoto(self.session.document, self._loader, self)
        self._board_loader = PhotoLoader(self)
        self.references = ReferenceBoard(
            self.session.document,
            self._board_loader,
            self.reference,
            lambda: settings.get(REFERENCE_OPACITY_PERCENT) / 100,
            self,
        )
        self.session.pictures_on_page = lambda: self.references.on_page
        self._kept_references = KeptReferences(self.session.document, self.references, self)
        self.abstraction = AbstractionSession(
            self.bridge,
            self.session.document,
            self.selection,
            self.reference,
            settings,
            self,
        )
        self.abstraction.encoder = self.models.in_use
        self.photos = PhotoLibrary(self.bridge, default_library(), self)
        self.shared_photos = SharedPhotos(self.bridge, settings, self)
        self.photo_search = PhotoSearch(
            self.bridge, self.session.document, self.photos, self.shared_photos, parent=self
        )
        for each in (self.photos, self.shared_photos, self.photo_search):
            each.encoder = self.models.in_use
        document = self.session.document
        self.bridge.watch_revision(lambda: document.revision)
        self.target = TargetChoice(self.reference, settings, self)
        self.target.encoder = self.models.in_use
        self.assist = AssistSession(self.bridge, document, self.target, settings, self)
        self.cleaning = CleaningSession(self.bridge, document, self.assist, self)
        self.fragile = FragileSession(self.bridge, document, self.assist, self)
        self._reporter = reporter
        self._match: Match | None = None
        self._state_folder = state_folder
        self._redraw: Redraw | None = None
        self._incoming = Incoming(
            self.session.open_path, self.abstraction.open_photo, self.abstraction.open_image
        )
        self.models.in_use_changed.connect(self._change_encoder)
        self.recovery.message.connect(self.message.emit)
        self.recovery.broke.connect(reporter.report)
        self._loader.broke.connect(reporter.report)
        self.session.trouble.connect(self._say_trouble)
        self._board_loader.broke.connect(reporter.report)
        self.selection_edits.trouble.connect(self._say_trouble)
        self.layers.trouble.connect(self._say_trouble)
        self.reference.trouble.connect(self._say_trouble)
        self.references.trouble.connect(self._say_trouble)
        self.photos.trouble.connect(self._say_trouble)
        self.photo_search.trouble.connect(self._say_trouble)
        for each in (self.abstraction, self.assist, self.cleaning, self.fragile):
            each.trouble.connect(self._say_trouble)
        self.cleaning.notice.connect(self._say)
        self.session.done.connect(self._say)
        self.session.changed_on_disk.connect(self._ask_about_disk)
        for worker in (self.session.worker, self.session.export_worker):
            worker.broke.connect(reporter.report)
        # Reports come on any thread; the signal brings them to this one.
        self._reported.connect(self._show_report)
        self._end_reports = reporter.subscribe(self._reported.emit)

    def match_on(self, canvas: CanvasView) -> Match:
        """What matches the drawing with the reference photo; made for a canvas, once."""
        from app.panels.match_parts import Match

        if self._match is None:
            self._match = match = Match(
                self.bridge,
                self.session.document,
                self.selection,
                self.reference,
                self.photos,
                self.settings,
                canvas,
                self,
            )
            match.use_encoder(self.models.in_use)
            for each in (match.session, match.warp, match.shown):
                each.trouble.connect(self._say_trouble)
            match.shown.notice.connect(self._say)
            match.worker.broke.connect(self._reporter.report)
        return self._match

    @property
    def wants_redraw(self) -> bool:
        """Whether `redraw_on` has something to do before anybody asks for it."""
        has_symbols = (self._state_folder / SYMBOLS_FILE).exists()
        return self.settings.get(REDRAW_GHOST) or has_symbols

    def redraw_on(self, canvas: CanvasView) -> Redraw:
        """What draws again, goes on, blends and knows symbols; made for a canvas, once."""
        from app.panels.redraw_parts import Redraw

        if self._redraw is None:
            self._redraw = redraw = Redraw(
                self.bridge,
                self.session.document,
                self.selection_edits,
                self.reference,
                self.tool_settings,
                self.settings,
                self._state_folder / SYMBOLS_FILE,
                canvas,
                self,
            )
            redraw.trouble.connect(self._say_trouble)
            redraw.symbols.notice.connect(self._say)
            redraw.symbols.deleted.connect(self._say_deleted)
            redraw.symbols.worker.broke.connect(self._reporter.report)
        return self._redraw

    def start_engine(self) -> None:
        """Start the engine thread and have it load; after the window is shown."""
        self.bridge.start()
        self.engine.warm_up(WarmUpPayload(self.models.in_use))
        self.photos.open()
        self.shared_photos.open()

    def offer_recovery(self) -> None:
        """Ask about the newest work that a killed program left behind, if any."""
        self.recovery.offer()

    def open_path(self, path: Path) -> None:
        """Open a drawing, or begin to sketch a photo."""
        self._incoming.open_path(path)

    def take(self, mime: QMimeData) -> bool:
        """Open what is dropped; returns whether there was something."""
        return self._incoming.take(mime)

    def paste(self, mime: QMimeData | None) -> None:
        """Draw the strokes or open what is on the clipboard, or say that there is nothing."""
        if mime is None or not (self.selection_edits.paste(mime) or self._incoming.take(mime)):
            self._say(tr("There is no picture on the clipboard."))

    def choose_photo(self) -> None:
        """Ask for a photo and begin to sketch it."""
        path = self._ask_photo()
        if path is not None:
            self.abstraction.open_photo(path)

    def choose_reference_photo(self) -> None:
        """Ask for a photo for the models to look at; nothing is sketched."""
        path = self._ask_photo()
        if path is not None:
            self.reference.load(path)

    def ask_symbols_to_import(self) -> Path | None:
        """Ask for a file of symbols."""
        folder = Path(self.settings.get(LAST_FOLDER) or Path.home())
        return self.dialogs.ask_symbols_to_open(folder)

    def ask_symbols_to_export(self) -> Path | None:
        """Ask where to write the symbols."""
        folder = Path(self.settings.get(LAST_FOLDER) or Path.home())
        return self.dialogs.ask_symbols_to_save(folder / SYMBOLS_FILE)

    def explain_by(self, path: Path) -> None:
        """Lay a photo on the page and tint the strokes by what they do for its likeness."""
        self.target.choose(TargetKind.PHOTO)
        self.assist.set_tinting(True)
        self.reference.load(path)

    def ask_folder_of_photos(self) -> Path | None:
        """Ask for a folder for the photo library."""
        folder = Path(self.settings.get(LAST_FOLDER) or Path.home())
        return self.dialogs.ask_folder_of_photos(folder)

    def choose_shared_photos(self) -> None:
        """Ask for a shared collection and search it in place of the own photos."""
        chosen = self.dialogs.ask_shared_collection(self.shared_photos.collection)
        if chosen is not None:
            self.shared_photos.use(chosen)

    def choose_references(self) -> None:
        """Ask for pictures to draw from."""
        folder = Path(self.settings.get(LAST_FOLDER) or Path.home())
        paths = self.dialogs.ask_photos_to_open(folder)
        if paths:
            self.settings.set(LAST_FOLDER, str(paths[0].absolute().parent))
            self.references.add_paths(paths)

    def save_settings(self) -> None:
        """Write the settings now; says so if they cannot be."""
        try:
            self.settings.save()
        except InputError as error:
            self._say_trouble(str(error))

    def close(self) -> bool:
        """End, after asking about unsaved changes; returns False if the user stays."""
        if not self.session.close():
            return False
        self.settings.set(ABSTRACT_STROKES, self.abstraction.strokes)
        self._end_reports()
        self.assist.close()
        if self._match is not None:
            self._match.close()
        if self._redraw is not None:
            self._redraw.close()
        self.abstraction.close()
        self.recovery.shutdown()
        self._loader.shutdown()
        self.photo_search.shutdown()
        self.photos.shutdown()
        self._board_loader.shutdown()
        self.bridge.shutdown()
        return True

    def _ask_photo(self) -> Path | None:
        folder = Path(self.settings.get(LAST_FOLDER) or Path.home())
        path = self.dialogs.ask_photo_to_open(folder)
        if path is not None:
            self.settings.set(LAST_FOLDER, str(path.absolute().parent))
        return path

    def _change_encoder(self, name: str) -> None:
        self.abstraction.encoder = name
        self.target.encoder = name
        self.engine.warm_up(WarmUpPayload(name))
        self.photo_search.encoder = name
        self.photos.use_encoder(name)
        if self._match is not None:
            self._match.use_encoder(name)
        self.shared_photos.use_encoder(name)

    def _ask_about_disk(self) -> None:
        answers = (
            Answer(tr("Reload"), self.session.reload),
            Answer(tr("Keep Mine"), self.session.keep_mine),
        )
        text = tr("Another program changed {name}.").format(name=self.session.document.name)
        self.message.emit(Message(text, MessageKind.TROUBLE, answers))

    def _say_deleted(self, name: str) -> None:
        assert self._redraw is not None
        answers = (Answer(tr("Bring It Back"), self._redraw.symbols.restore),)
        text = tr("The symbol {name} is forgotten.").format(name=name)
        self.message.emit(Message(text, MessageKind.NOTICE, answers))

    def _say(self, text: str) -> None:
        self.message.emit(Message(text, MessageKind.NOTICE))

    def _say_trouble(self, text: str) -> None:
        self.message.emit(Message(text, MessageKind.TROUBLE))

    def _show_report(self, report: Report) -> None:
        self._say_trouble(report.sentence)
