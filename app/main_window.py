"""The main window: composes canvas, bars and docks. What they do is theirs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QMessageBox,
    QSizePolicy,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.canvas.page_view import OverlayPlace
from app.canvas.view import CanvasView
from app.commands import MENUS, TOOL_BAR, TOOL_BAR_END, ZOOM_MENU, Targets, commands
from app.errors import version
from app.incoming import Incoming
from app.input.smoothing import Smoothing
from app.panels.abstract_panel import AbstractPanel
from app.panels.message_bar import MessageBar
from app.panels.models_dialog import ModelsDialog
from app.panels.pen_options import PenOptions
from app.panels.photos_panel import PhotosPanel
from app.panels.status import StatusBar
from app.program import Message, Program
from app.settings import WINDOW_GEOMETRY, WINDOW_STATE
from app.tools.toolbox import ToolId

ICON_SIZE = QSize(20, 20)
ABOUT = (
    "<h3>Strokewise {version}</h3><p>A drawing program that sees what you draw.</p>"
    "<p>Open source under the Apache License 2.0.</p>"
)


class MainWindow(QMainWindow):
    """Shows a `Program`. Closing the window ends the program."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        session, toolbox = program.session, program.toolbox
        self.canvas = CanvasView(session.document, toolbox.pen, toolbox.eraser)
        self.canvas.add_overlay(program.reference.overlay, OverlayPlace.UNDER_INK)
        self.canvas.add_overlay(program.abstraction.sketch_overlay, OverlayPlace.OVER_INK)
        self.message_bar = MessageBar()
        self.abstract_panel = AbstractPanel(program.abstraction, program.choose_photo)
        self.abstract_dock = self._dock("Abstract", self.abstract_panel)
        self.photos_panel = PhotosPanel(
            program.photos,
            program.photo_search,
            program.ask_folder_of_photos,
            program.reference.load,
        )
        self.photos_dock = self._dock("Photos", self.photos_panel)
        self.actions_by_id = Actions(commands(self._targets()), self)
        self.models_dialog: ModelsDialog | None = None
        """Made when it is asked for, so that the first window need not wait for it."""
        self.pen_options = PenOptions(toolbox.pen.style)
        self.zoom_menu = QMenu(self)
        self.actions_by_id.fill(self.zoom_menu, ZOOM_MENU)
        self.status_bar = StatusBar(program.engine, self.zoom_menu)
        self._compose()
        self._connect()
        self._restore_layout()
        self._refresh()
        self._refresh_photo_actions()
        self.canvas.setFocus()

    def _targets(self) -> Targets:
        program = self._program
        return Targets(
            session=program.session,
            canvas=self.canvas,
            abstraction=program.abstraction,
            choose_tool=self._choose_tool,
            set_smoothing=program.set_smoothing,
            smoothing=program.toolbox.pen.smoothing is not Smoothing.OFF,
            open_photo=program.choose_photo,
            paste=self._paste,
            show_models=self._show_models,
            quit=self.close,
            about=self._about,
        )

    def _compose(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.canvas, 1)
        self.setCentralWidget(centre)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.abstract_dock)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.photos_dock)
        self.resizeDocks(
            [self.abstract_dock, self.photos_dock], [300, 460], Qt.Orientation.Vertical
        )
        self.addToolBar(self._tool_bar())
        self.actions_by_id.fill_menu_bar(self.menuBar(), MENUS)
        self.actions_by_id.menu("&View").addAction(self.abstract_dock.toggleViewAction())
        self.actions_by_id.menu("&View").addAction(self.photos_dock.toggleViewAction())
        self.setStatusBar(self.status_bar)
        self.setAcceptDrops(True)
        self.resize(1280, 860)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar("Tools")
        bar.setObjectName("tools")
        bar.setIconSize(ICON_SIZE)
        bar.setMovable(False)
        self.actions_by_id.fill(bar, TOOL_BAR)
        bar.addWidget(self.pen_options)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self.actions_by_id.fill(bar, TOOL_BAR_END)
        return bar

    def _dock(self, title: str, content: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(title.lower())
        dock.setWidget(content)
        return dock

    def _connect(self) -> None:
        program = self._program
        program.session.changed.connect(self._refresh)
        program.message.connect(self._show_message)
        program.abstraction.changed.connect(self._refresh_photo_actions)
        program.photo_search.live = self.canvas.live_places
        self.canvas.inking.connect(program.photo_search.inking)
        self.pen_options.changed.connect(program.set_pen_style)
        self.canvas.zoomed.connect(self.status_bar.show_zoom)
        self.status_bar.show_zoom(self.canvas.viewport.scale)

    def _show_models(self) -> None:
        if self.models_dialog is None:
            self.models_dialog = ModelsDialog(self._program.models, parent=self)
        self.models_dialog.show()
        self.models_dialog.activateWindow()

    def _choose_tool(self, tool: ToolId) -> None:
        self.canvas.tool = self._program.toolbox[tool]

    def _refresh(self) -> None:
        document = self._program.session.document
        history = document.history
        self.setWindowTitle(f"{document.name}[*] - Strokewise")
        self.setWindowModified(document.dirty)
        self.actions_by_id.set_step("edit.undo", "&Undo", history.undo_text, history.can_undo)
        self.actions_by_id.set_step("edit.redo", "&Redo", history.redo_text, history.can_redo)

    def _refresh_photo_actions(self) -> None:
        abstraction = self._program.abstraction
        self.actions_by_id["photo.start"].setEnabled(abstraction.can_start)
        self.actions_by_id["photo.cancel"].setEnabled(abstraction.can_cancel)
        self.actions_by_id["photo.keep"].setEnabled(abstraction.can_keep)

    def _show_message(self, message: Message) -> None:
        self.message_bar.show_message(message.text, message.kind, message.answers)

    def _paste(self) -> None:
        self._program.paste(QGuiApplication.clipboard().mimeData())

    def _about(self) -> None:
        QMessageBox.about(self, "About Strokewise", ABOUT.format(version=version()))

    # --- Drag and drop, closing ----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if Incoming.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._program.take(event.mimeData()):
            event.acceptProposedAction()
            self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.canvas.cancel_gesture()
        self._save_layout()
        if self._program.close():
            self.canvas.release()
            event.accept()
        else:
            event.ignore()

    def _save_layout(self) -> None:
        settings = self._program.settings
        settings.set(WINDOW_GEOMETRY, self.saveGeometry().toBase64().toStdString())
        settings.set(WINDOW_STATE, self.saveState().toBase64().toStdString())

    def _restore_layout(self) -> None:
        settings = self._program.settings
        geometry = QByteArray.fromBase64(settings.get(WINDOW_GEOMETRY).encode())
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        state = QByteArray.fromBase64(settings.get(WINDOW_STATE).encode())
        if not state.isEmpty():
            self.restoreState(state)
