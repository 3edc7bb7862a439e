"""The windows beside the main one: made when they are asked for, one of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from app.program import Program

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.panels.clean_dialog import CleanDialog
    from app.panels.command_palette import CommandPalette
    from app.panels.help_window import HelpWindow
    from app.panels.models_dialog import ModelsDialog
    from app.panels.preferences import PreferencesDialog
    from app.panels.tour import Tour


class SecondWindows:
    """Imports and makes each when it is shown for the first time: the first window need not wait.

    Args:
        menu_titles: by a command's id, the menu it is in.
    """

    def __init__(self, window: MainWindow, program: Program, menu_titles: dict[str, str]) -> None:
        self._window = window
        self._program = program
        self._menu_titles = menu_titles
        self.models: ModelsDialog | None = None
        self.preferences: PreferencesDialog | None = None
        self.palette: CommandPalette | None = None
        self.help: HelpWindow | None = None
        self.tour: Tour | None = None
        self.clean: CleanDialog | None = None
        """While there is a cleaned sketch to look at."""

    def show_models(self) -> None:
        """The models, and getting more."""
        from app.panels.models_dialog import ModelsDialog

        if self.models is None:
            self.models = ModelsDialog(self._program.models, parent=self._window)
        _bring_up(self.models)

    def show_cleaning(self) -> None:
        """The sketch before and after a cleaning that is ready."""
        from app.panels.clean_dialog import CleanDialog

        cleaning = self._program.cleaning
        assert cleaning.preview is not None
        self.clean = dialog = CleanDialog(cleaning, cleaning.preview, self._window)
        dialog.destroyed.connect(lambda: self._forget_cleaning(dialog))
        _bring_up(dialog)

    def _forget_cleaning(self, dialog: CleanDialog) -> None:
        # By the time one is destroyed, there may be another.
        if self.clean is dialog:
            self.clean = None

    def show_preferences(self) -> None:
        """Settings and shortcuts."""
        from app.panels.preferences import PreferencesDialog

        if self.preferences is None:
            self.preferences = PreferencesDialog(
                self._program.settings,
                self._window.shortcuts,
                self._program.save_settings,
                self._menu_titles,
                self._window,
            )
        _bring_up(self.preferences)

    def show_palette(self) -> None:
        """Every command, found by a few letters."""
        from app.panels.command_palette import CommandPalette

        if self.palette is None:
            self.palette = CommandPalette(
                self._window.actions_by_id, self._program.settings, self._menu_titles, self._window
            )
        self.palette.open_over(self._window)

    def show_help(self) -> None:
        """The guide and all keys."""
        from app.panels.help_window import HelpWindow

        if self.help is None:
            self.help = HelpWindow(self._window.shortcuts, self._menu_titles, self._window)
        _bring_up(self.help)

    def start_tour(self) -> None:
        """Go through the window's parts, from the first."""
        from app.panels.tour import Tour

        if self.tour is not None:
            self.tour.end()
            self.tour.release()
        self.tour = Tour(self._window, self._program.session.document, self._window.tour_steps())
        self._window.layout_of_window.set_canvas_only(False)
        self.tour.start()


def _bring_up(dialog: QDialog) -> None:
    dialog.show()
    dialog.activateWindow()
