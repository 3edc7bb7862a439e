"""The main window: composes canvas, bars and docks. What they do is theirs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QMessageBox,
    QSizePolicy,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.canvas.page_view import OverlayPlace
from app.canvas.view import CanvasView
from app.commands import MENUS, ON_SELECTION, TOOL_BAR, TOOL_BAR_END, ZOOM_MENU, Targets, commands
from app.errors import version
from app.incoming import Incoming
from app.input.smoothing import Smoothing
from app.live_settings import follow_settings
from app.panels.abstract_panel import AbstractPanel
from app.panels.command_palette import CommandPalette
from app.panels.earlier_saves import EarlierSavesMenu
from app.panels.layers_panel import LayersPanel
from app.panels.message_bar import MessageBar, MessageKind
from app.panels.models_dialog import ModelsDialog
from app.panels.preferences import PreferencesDialog
from app.panels.status import StatusBar
from app.panels.tool_options import ToolOptions
from app.panels.window_layout import WindowLayout
from app.program import Message, Program
from app.settings import WINDOW_GEOMETRY, WINDOW_STATE
from app.shortcuts import Shortcuts
from app.tools.select import SelectTool
from app.tools.toolbox import Eraser, ToolId
from app.window_commands import WindowTargets, window_commands

MODEL_DOCKS = "models"
DRAWING_DOCKS = "drawing"
"""Groups of docks that lie on each other, see `WindowLayout.add_dock`."""
MENU_TITLES = {each: title.replace("&", "") for title, ids in MENUS for each in ids}
"""By the commands' ids, which menu they are in."""
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
        self.canvas = CanvasView(session.document, toolbox.pen, toolbox.eraser, program.selection)
        self.canvas.add_overlay(program.reference.overlay, OverlayPlace.UNDER_INK)
        self.canvas.add_overlay(program.abstraction.sketch_overlay, OverlayPlace.OVER_INK)
        self.message_bar = MessageBar()
        self.abstract_panel = AbstractPanel(program.abstraction, program.choose_photo)
        self.layout_of_window = WindowLayout(self, self.canvas)
        self.abstract_dock = self._dock("Abstract", self.abstract_panel, MODEL_DOCKS)
        self.actions_by_id = Actions(
            (*commands(self._targets()), *window_commands(self._window_targets())),
            self,
            self.canvas,
        )
        layers_panel = LayersPanel(program.layers, self.actions_by_id)
        self.layers_dock = self._dock("Layers", layers_panel, DRAWING_DOCKS)
        self.shortcuts = Shortcuts(self.actions_by_id, program.settings, parent=self)
        # Made when they are asked for, so that the first window need not wait for them.
        self.models_dialog: ModelsDialog | None = None
        self.preferences: PreferencesDialog | None = None
        self.palette_dialog: CommandPalette | None = None
        self.tool_options = ToolOptions(program.tool_settings, program.selection_edits, self)
        self.tool_options.use(toolbox.pen)
        self.pen_options = self.tool_options.bar
        self.earlier_saves = EarlierSavesMenu(session, self)
        self.zoom_menu = QMenu(self)
        self.actions_by_id.fill(self.zoom_menu, ZOOM_MENU)
        self.status_bar = StatusBar(program.engine, self.zoom_menu)
        self._compose()
        self._connect()
        self._restore_layout()
        self._refresh()
        self._refresh_photo_actions()
        self._refresh_selection_actions()
        self.canvas.setFocus()

    def _targets(self) -> Targets:
        program = self._program
        return Targets(
            session=program.session,
            selection=program.selection_edits,
            canvas=self.canvas,
            abstraction=program.abstraction,
            layers=program.layers,
            choose_tool=self._choose_tool,
            set_option=program.settings.set,
            set_smoothing=program.tool_settings.set_smooth,
            smoothing=program.tool_settings.ink.smoothing is not Smoothing.OFF,
            open_photo=program.choose_photo,
            paste=self._paste,
            show_models=self._show_models,
            quit=self.close,
            about=self._about,
        )

    def _window_targets(self) -> WindowTargets:
        return WindowTargets(
            layout=self.layout_of_window,
            show_preferences=self.show_preferences,
            show_palette=self.show_palette,
        )

    def _compose(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.canvas, 1)
        self.setCentralWidget(centre)
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
        )
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.layout_of_window.raise_first()
        self.tool_bar = self._tool_bar()
        self.addToolBar(self.tool_bar)
        self.actions_by_id.fill_menu_bar(self.menuBar(), MENUS)
        file_menu = self.actions_by_id.menu("&File")
        file_menu.insertMenu(self.actions_by_id["file.export"], self.earlier_saves)
        view = self.actions_by_id.menu("&View")
        for dock in self.layout_of_window.docks:
            view.addAction(dock.toggleViewAction())
        self.status_bar.setObjectName("status")
        self.setStatusBar(self.status_bar)
        self.setAcceptDrops(True)
        self.resize(1280, 860)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar("Tools")
        bar.setObjectName("tools")
        bar.setMovable(False)
        self.actions_by_id.fill(bar, TOOL_BAR)
        bar.addWidget(self.pen_options)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(spacer)
        self.actions_by_id.fill(bar, TOOL_BAR_END)
        for button in bar.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return bar

    def _dock(self, title: str, content: QWidget, group: str) -> QDockWidget:
        return self.layout_of_window.add_dock(title, content, group)

    def _connect(self) -> None:
        program = self._program
        program.session.changed.connect(self._refresh)
        program.message.connect(self._show_message)
        program.selection_edits.changed.connect(self._refresh_selection_actions)
        program.selection_edits.placed.connect(self._choose_select_tool)
        program.abstraction.changed.connect(self._refresh_photo_actions)
        program.tool_settings.changed.connect(self._refresh_tool)
        self.canvas.colour_picked.connect(program.tool_settings.set_colour)
        self.canvas.text_asked.connect(self.tool_options.ask_text)
        layout, actions = self.layout_of_window, self.actions_by_id
        layout.docks_shown.connect(actions["view.docks"].setChecked)
        layout.canvas_only_changed.connect(self._on_canvas_only)
        self._end_following = follow_settings(program, self)
        self.canvas.refused.connect(
            lambda text: self.message_bar.show_message(text, MessageKind.NOTICE)
        )
        self.canvas.zoomed.connect(self.status_bar.show_zoom)
        self.status_bar.show_zoom(self.canvas.viewport.scale)

    def _show_models(self) -> None:
        if self.models_dialog is None:
            self.models_dialog = ModelsDialog(self._program.models, parent=self)
        self.models_dialog.show()
        self.models_dialog.activateWindow()

    def show_preferences(self) -> None:
        """Open the preferences."""
        if self.preferences is None:
            program = self._program
            self.preferences = PreferencesDialog(
                program.settings, self.shortcuts, program.save_settings, MENU_TITLES, self
            )
        self.preferences.show()
        self.preferences.activateWindow()

    def show_palette(self) -> None:
        """Open the command palette."""
        if self.palette_dialog is None:
            self.palette_dialog = CommandPalette(
                self.actions_by_id, self._program.settings, MENU_TITLES, self
            )
        self.palette_dialog.open_over(self)

    def _on_canvas_only(self, only: bool) -> None:
        if only:
            keys = self.actions_by_id["view.canvas_only"].shortcut()
            text = keys.toString(QKeySequence.SequenceFormat.NativeText)
            back = f"{text} brings the bars back." if text else "The window's bars are hidden."
            self.message_bar.show_message(back, MessageKind.NOTICE)

    def _choose_tool(self, tool_id: ToolId) -> None:
        tool = self._program.toolbox[tool_id]
        if isinstance(tool, Eraser):
            # The eraser end of a pen erases as was last chosen.
            self.canvas.eraser = tool
        self.canvas.tool = tool
        for kind, ink_tool in self._program.toolbox.ink.items():
            if tool is ink_tool:
                self._program.tool_settings.use(kind)
        self.tool_options.use(tool)

    def _refresh_tool(self) -> None:
        smooth = self._program.tool_settings.ink.smoothing is not Smoothing.OFF
        self.actions_by_id["tool.smoothing"].setChecked(smooth)
        self.canvas.refresh_pointer()

    def _choose_select_tool(self) -> None:
        if not isinstance(self.canvas.tool, SelectTool):
            self.actions_by_id["tool.select"].trigger()

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

    def _refresh_selection_actions(self) -> None:
        for each in ON_SELECTION:
            self.actions_by_id[each].setEnabled(bool(self._program.selection.ids))

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
            self.shortcuts.release()
            self._end_following()
            event.accept()
        else:
            event.ignore()

    def _save_layout(self) -> None:
        settings = self._program.settings
        settings.set(WINDOW_GEOMETRY, self.layout_of_window.geometry().toBase64().toStdString())
        settings.set(WINDOW_STATE, self.layout_of_window.state().toBase64().toStdString())

    def _restore_layout(self) -> None:
        settings = self._program.settings
        geometry = QByteArray.fromBase64(settings.get(WINDOW_GEOMETRY).encode())
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        state = QByteArray.fromBase64(settings.get(WINDOW_STATE).encode())
        if not state.isEmpty():
            self.restoreState(state)
