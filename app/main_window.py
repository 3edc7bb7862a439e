"""The main window: composes canvas, bars and docks. What they do is theirs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

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
from app.panels.abstraction import Phase
from app.panels.assist_panel import AssistPanel
from app.panels.assist_target import TargetKind
from app.panels.earlier_saves import EarlierSavesMenu
from app.panels.guides import Guides
from app.panels.layers_panel import LayersPanel
from app.panels.match_dock import MatchDock
from app.panels.message_bar import Answer, Message, MessageBar, MessageKind
from app.panels.recent_menu import RecentMenu
from app.panels.redraw_in_window import RedrawInWindow
from app.panels.reference_board import Place
from app.panels.reference_mover import ReferenceMover
from app.panels.references_overlay import ReferencesOverlay
from app.panels.second_windows import SecondWindows
from app.panels.status import StatusBar
from app.panels.tool_options import ToolOptions
from app.panels.window_layout import WindowLayout
from app.pen_first import PenFirst
from app.program import Program
from app.settings import MATCH_GRID, TOUR_OFFERED, WINDOW_GEOMETRY, WINDOW_STATE
from app.shortcuts import Shortcuts, keys_text
from app.tools.select import SelectTool
from app.tools.toolbox import Eraser, ToolId
from app.translation import tr
from app.window_commands import WindowTargets, window_commands

if TYPE_CHECKING:
    from app.panels.abstract_panel import AbstractPanel
    from app.panels.history_panel import HistoryPanel
    from app.panels.photos_panel import PhotosPanel
    from app.panels.redraw_panel import RedrawPanel
    from app.panels.references_panel import ReferencesPanel
    from app.panels.tour import Step

MODEL_DOCKS = "models"
DRAWING_DOCKS = "drawing"
"""Groups of docks that lie on each other, see `WindowLayout.add_dock`."""
DOCK_WIDTH_PX = 270
MENU_TITLES = {each: title.replace("&", "") for title, ids in MENUS for each in ids}
"""By the commands' ids, which menu they are in."""
ABOUT = tr(
    "<h3>Strokewise {version}</h3><p>A drawing program that sees what you draw.</p>"
    "<p>Open source under the Apache License 2.0.</p>"
)


class MainWindow(QMainWindow):
    """Shows a `Program`. Closing the window ends the program."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._program = program
        self._at_end: list[Callable[[], object]] = []
        session, toolbox = program.session, program.toolbox
        self.canvas = CanvasView(session.document, toolbox.pen, toolbox.eraser, program.selection)
        self.canvas.add_overlay(program.reference.overlay, OverlayPlace.UNDER_INK)
        self.guides = Guides(
            session.document, self.canvas, program.settings, program.dialogs.ask_guide, self
        )
        board = program.references
        self.reference_mover = ReferenceMover(board, self.canvas)
        self._reference_overlays = (
            (ReferencesOverlay(board, Place.UNDER), OverlayPlace.UNDER_INK),
            (ReferencesOverlay(board, Place.ON_TOP), OverlayPlace.OVER_INK),
            (self.reference_mover.frame, OverlayPlace.OVER_INK),
        )
        for overlay, place in self._reference_overlays:
            self.canvas.add_overlay(overlay, place)
        for each in program.abstraction.on_page.overlays:
            self.canvas.add_overlay(each, OverlayPlace.OVER_INK)
        self.canvas.add_overlay(program.fragile.mark_overlay, OverlayPlace.OVER_INK)
        self.canvas.set_tints(program.assist.tint_overlay)
        self.canvas.stroke_tip = program.assist.words_at
        self.message_bar = MessageBar()
        self.layout_of_window = WindowLayout(self, self.canvas)
        self.windows = SecondWindows(self, program, MENU_TITLES)
        self.assist_panel = AssistPanel(program.assist, program.cleaning, program.fragile)
        self.assist_dock = self._dock("assist", tr("Assist"), self.assist_panel, MODEL_DOCKS)
        self.abstract_dock = self._dock(
            "abstract", tr("Abstract"), self._make_abstract, MODEL_DOCKS
        )
        self.photos_dock = self._dock("photos", tr("Photos"), self._make_photos, MODEL_DOCKS)
        self.match = MatchDock(program, self.canvas, self.layout_of_window, MODEL_DOCKS)
        self.redraw = RedrawInWindow(self, program)
        self.redraw_dock = self._dock("redraw", tr("Redraw"), self.redraw.panel, MODEL_DOCKS)
        self.actions_by_id = Actions(
            (*commands(self._targets()), *window_commands(self._window_targets())),
            self,
            self.canvas,
        )
        self.layers_panel = LayersPanel(program.layers, self.actions_by_id)
        self.layers_dock = self._dock("layers", tr("Layers"), self.layers_panel, DRAWING_DOCKS)
        self.references_dock = self._dock(
            "references", tr("References"), self._make_references, DRAWING_DOCKS
        )
        self.history_dock = self._dock("history", tr("History"), self._make_history, DRAWING_DOCKS)
        self.shortcuts = Shortcuts(self.actions_by_id, program.settings, parent=self)
        self.tool_options = ToolOptions(program.tool_settings, program.selection_edits, self)
        self.tool_options.use(toolbox.pen)
        self.pen_options = self.tool_options.bar
        self.earlier_saves = EarlierSavesMenu(session, self)
        self._was_sketching = False
        self.zoom_menu = QMenu(self)
        self.actions_by_id.fill(self.zoom_menu, ZOOM_MENU)
        self.status_bar = StatusBar(program.engine, self.zoom_menu)
        self._compose()
        self._connect()
        self._restore_layout()
        self._refresh()
        self._refresh_photo_actions()
        self._refresh_selection_actions()
        self._refresh_assist_actions()
        self.match.follow_with(self.actions_by_id)
        self.redraw.begin()
        program.assist.set_active(not self.assist_dock.isHidden())
        self.canvas.setFocus()

    def _targets(self) -> Targets:
        program = self._program
        return Targets(
            session=program.session,
            selection=program.selection_edits,
            canvas=self.canvas,
            abstraction=program.abstraction,
            layers=program.layers,
            guides=self.guides,
            assist=program.assist,
            cleaning=program.cleaning,
            fragile=program.fragile,
            match=self.match,
            is_flow_shown=program.settings.get(MATCH_GRID),
            redraw=self.redraw.targets(),
            choose_tool=self._choose_tool,
            set_option=program.settings.set,
            set_smoothing=program.tool_settings.set_smooth,
            smoothing=program.tool_settings.ink.smoothing is not Smoothing.OFF,
            open_photo=program.choose_photo,
            paste=self._paste,
            show_models=self.windows.show_models,
            quit=self.close,
            about=self._about,
        )

    def _window_targets(self) -> WindowTargets:
        return WindowTargets(
            layout=self.layout_of_window,
            show_preferences=self.windows.show_preferences,
            show_palette=self.windows.show_palette,
            references=self._program.references,
            add_references=self._program.choose_references,
            show_help=self.windows.show_help,
            start_tour=self.windows.start_tour,
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
        self.recent_menu = RecentMenu(
            self._program.session.recent, self._program.session.open_path, self
        )
        self.actions_by_id.insert_menu(tr("&File"), "file.open", self.recent_menu)
        self.actions_by_id.insert_menu(tr("&File"), "file.save_as", self.earlier_saves)
        view = self.actions_by_id.menu(tr("&View"))
        for dock in self.layout_of_window.docks:
            view.addAction(dock.toggleViewAction())
        self.status_bar.setObjectName("status")
        self.setStatusBar(self.status_bar)
        self.setAcceptDrops(True)
        self.resize(1280, 860)
        # The dock of the models has more to show than those below it.
        groups = [self.assist_dock, self.references_dock]
        self.resizeDocks(groups, [550, 200], Qt.Orientation.Vertical)
        self.resizeDocks(groups, [DOCK_WIDTH_PX] * 2, Qt.Orientation.Horizontal)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(tr("Tools"))
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

    # --- Docks: those that are not seen at the start are made when they first are --------------

    def _dock(
        self, name: str, title: str, content: QWidget | Callable[[], QWidget], group: str
    ) -> QDockWidget:
        return self.layout_of_window.add_dock(name, title, content, group)

    @property
    def abstract_panel(self) -> AbstractPanel:
        """What is in the Abstract dock."""
        return cast("AbstractPanel", self.layout_of_window.content(self.abstract_dock))

    @property
    def photos_panel(self) -> PhotosPanel:
        """What is in the Photos dock."""
        return cast("PhotosPanel", self.layout_of_window.content(self.photos_dock))

    @property
    def redraw_panel(self) -> RedrawPanel:
        """What is in the Redraw dock."""
        return cast("RedrawPanel", self.layout_of_window.content(self.redraw_dock))

    @property
    def references_panel(self) -> ReferencesPanel:
        """What is in the References dock."""
        return cast("ReferencesPanel", self.layout_of_window.content(self.references_dock))

    @property
    def history_panel(self) -> HistoryPanel:
        """What is in the History dock."""
        return cast("HistoryPanel", self.layout_of_window.content(self.history_dock))

    def _make_abstract(self) -> QWidget:
        from app.panels.abstract_panel import AbstractPanel

        program = self._program
        panel = AbstractPanel(program.abstraction, program.settings, program.choose_photo)
        self._at_end.append(panel.release)
        return panel

    def _make_photos(self) -> QWidget:
        from app.panels.photos_panel import PhotosPanel
        from app.panels.reliability import reliability_sentence

        program = self._program
        panel = PhotosPanel(
            program.photos,
            program.shared_photos,
            program.photo_search,
            program.ask_folder_of_photos,
            program.choose_shared_photos,
            program.reference.load,
            self._explain_photo,
        )

        def refresh() -> None:
            """How far a search by this drawing can be trusted (sketch_explainability, 5.1)."""
            by_photo = program.target.kind is TargetKind.PHOTO
            correlation = program.assist.reliability if by_photo else None
            panel.show_reliability(reliability_sentence(correlation))

        program.assist.changed.connect(refresh)
        refresh()
        return panel

    def _make_references(self) -> QWidget:
        from app.panels.references_panel import ReferencesPanel

        program = self._program
        return ReferencesPanel(program.references, self.reference_mover, program.choose_references)

    def _make_history(self) -> QWidget:
        from app.panels.history_panel import HistoryPanel

        panel = HistoryPanel(self._program.session.document, self.canvas)
        self._at_end.append(panel.release)
        return panel

    def _connect(self) -> None:
        program = self._program
        program.session.changed.connect(self._refresh)
        program.message.connect(self._show_message)
        program.recovery.picture.connect(self.message_bar.show_picture)
        program.selection_edits.changed.connect(self._refresh_selection_actions)
        program.selection_edits.placed.connect(self._choose_select_tool)
        self.guides.added.connect(self._choose_select_tool)
        for trouble in (self.guides.trouble, self.canvas.refused):
            trouble.connect(lambda text: self.message_bar.show_message(text, MessageKind.NOTICE))
        program.abstraction.changed.connect(self._refresh_photo_actions)
        program.photo_search.live = lambda: self.canvas.live_xy
        # Put away or behind another dock, where nobody sees the photos, none are searched.
        self.photos_dock.visibilityChanged.connect(program.photo_search.set_active)
        self.canvas.live_changed.connect(program.photo_search.inking)
        program.tool_settings.changed.connect(self._refresh_tool)
        self.canvas.colour_picked.connect(program.tool_settings.set_colour)
        self.canvas.text_asked.connect(self.tool_options.ask_text)
        self._connect_assist()
        layout, actions = self.layout_of_window, self.actions_by_id
        layout.docks_shown.connect(actions["view.docks"].setChecked)
        layout.canvas_only_changed.connect(self._on_canvas_only)
        program.references.added.connect(self._show_references)
        self._at_end.append(follow_settings(program, self))
        document = program.session.document
        self._at_end.append(PenFirst(self.canvas, document, program.bridge.hold, self).release)
        self.canvas.zoomed.connect(self.status_bar.show_zoom)
        self.status_bar.show_zoom(self.canvas.viewport.scale)

    def _connect_assist(self) -> None:
        assist, cleaning = self._program.assist, self._program.cleaning
        assist.watch_live(lambda: self.canvas.live_xy)
        self.canvas.live_changed.connect(assist.on_live)
        self.canvas.gesture_ended.connect(assist.on_pen_lifted)
        # Behind another dock it is still at work; put away, it rests.
        self.assist_dock.toggleViewAction().toggled.connect(assist.set_active)
        for session in (assist, cleaning, self._program.fragile):
            session.changed.connect(self._refresh_assist_actions)
        cleaning.ready.connect(self.windows.show_cleaning)

    def _refresh_assist_actions(self) -> None:
        program = self._program
        self.actions_by_id["assist.tint"].setChecked(program.assist.tinting)
        self.actions_by_id["assist.clean"].setEnabled(program.cleaning.can_start)
        self.actions_by_id["assist.fragile"].setEnabled(program.fragile.can_start)

    def _explain_photo(self, path: Path) -> None:
        """Tint the strokes by how much they make the drawing resemble a photo."""
        self._program.explain_by(path)
        self.layout_of_window.bring_up(self.assist_dock)

    def offer_tour(self) -> None:
        """Offer the tour, once and only where nothing else is asked."""
        settings = self._program.settings
        if not settings.get(TOUR_OFFERED) and not self.message_bar.text:
            settings.set(TOUR_OFFERED, True)
            start = Answer(tr("Take the Tour"), self.windows.start_tour)
            text = tr("Welcome to Strokewise. A tour of five steps shows what is where.")
            answers = (start, Answer(tr("Not Now"), lambda: None))
            self.message_bar.show_message(text, MessageKind.NOTICE, answers)

    def tour_steps(self) -> tuple[Step, ...]:
        """The stops of a tour of this window, with the keys of now."""
        from app.panels.tour_steps import tour_steps

        return tour_steps(
            self.canvas,
            self.tool_bar,
            lambda: self.layout_of_window.bring_up(self.abstract_dock),
            lambda: self.layout_of_window.bring_up(self.references_dock),
            self.status_bar,
            lambda command_id: keys_text(self.shortcuts.keys(command_id)[:1]),
        )

    def _show_references(self) -> None:
        self.layout_of_window.bring_up(self.references_dock)

    def _on_canvas_only(self, only: bool) -> None:
        if only:
            keys = self.actions_by_id["view.canvas_only"].shortcut()
            text = keys.toString(QKeySequence.SequenceFormat.NativeText)
            back = (
                tr("{text} brings the bars back.").format(text=text)
                if text
                else tr("The window's bars are hidden.")
            )
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
        self.actions_by_id.set_step("edit.undo", tr("&Undo"), history.undo_text, history.can_undo)
        self.actions_by_id.set_step("edit.redo", tr("&Redo"), history.redo_text, history.can_redo)

    def _refresh_photo_actions(self) -> None:
        abstraction = self._program.abstraction
        # A sketch in the making is seen, whichever dock lies on it; but brought up only once.
        is_sketching = abstraction.phase is Phase.RUNNING
        if is_sketching and not self._was_sketching:
            self.abstract_dock.raise_()
        self._was_sketching = is_sketching
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
        QMessageBox.about(self, tr("About Strokewise"), ABOUT.format(version=version()))

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
            for end in (self.canvas.release, self.shortcuts.release, *self._at_end):
                end()
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
