"""The window's side of drawing again: made when first wanted, its commands kept in step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.program import Program
from app.redraw_commands import RedrawTargets
from app.settings import REDRAW_GHOST, SYMBOLS_GESTURES, SYMBOLS_RECOGNISE
from app.shortcuts import keys_text

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.panels.redraw_parts import Redraw


class RedrawInWindow:
    """What the main window needs of `Redraw`, before and after that is made.

    Args:
        window: whose canvas, dock and commands these are.
    """

    def __init__(self, window: MainWindow, program: Program) -> None:
        self._window = window
        self._program = program
        self._made: Redraw | None = None

    def targets(self) -> RedrawTargets:
        """For the table of commands."""
        settings = self._program.settings
        return RedrawTargets(
            parts=self.parts,
            start=self._start,
            ghost=settings.get(REDRAW_GHOST),
            recognise=settings.get(SYMBOLS_RECOGNISE),
            gestures=settings.get(SYMBOLS_GESTURES),
        )

    def begin(self) -> None:
        """The window is composed: what works without the dock begins now, if it is wanted."""
        for each in _NEED_SOMETHING:
            self._window.actions_by_id[each].setEnabled(False)
        if self._program.wants_redraw:
            self.parts()

    def parts(self) -> Redraw:
        """Made now, if they were never wanted."""
        if self._made is None:
            self._made = redraw = self._program.redraw_on(self._window.canvas)
            redraw.recogniser.said.connect(self._window.status_bar.show_notice)
            for signal in (
                redraw.session.changed,
                redraw.preview.changed,
                redraw.going_on.changed,
                redraw.recogniser.changed,
            ):
                signal.connect(self._refresh)
            self._refresh()
        return self._made

    def panel(self) -> QWidget:
        """What is in the dock."""
        from app.panels.redraw_panel import RedrawPanel

        program = self._program
        return RedrawPanel(
            self.parts(),
            program.choose_reference_photo,
            program.ask_symbols_to_import,
            program.ask_symbols_to_export,
            lambda command_id: keys_text(self._window.shortcuts.keys(command_id)[:1]),
        )

    def _start(self) -> None:
        window = self._window
        window.layout_of_window.bring_up(window.redraw_dock)
        self.parts().session.start()

    def _refresh(self) -> None:
        assert self._made is not None
        redraw, actions = self._made, self._window.actions_by_id
        preview, going_on, recogniser = redraw.preview, redraw.going_on, redraw.recogniser
        has_preview = preview.proposal is not None
        possible: dict[str, bool] = {
            "redraw.again": redraw.session.can_start and bool(redraw.session.variants),
            "redraw.play": has_preview,
            "redraw.keep": has_preview,
            "redraw.replace": bool(preview.replaced_ids),
            "redraw.drop": has_preview,
            "redraw.accept": bool(going_on.ghosts),
            "redraw.next": len(going_on.ghosts) > 1,
            "symbols.use": bool(recogniser.name),
        }
        for each, is_possible in possible.items():
            actions[each].setEnabled(is_possible)
        actions["redraw.ghost"].setChecked(going_on.wanted)
        actions["symbols.recognise"].setChecked(recogniser.wanted)
        actions["symbols.gestures"].setChecked(recogniser.gestures)
        actions["symbols.gestures"].setEnabled(recogniser.wanted)


_NEED_SOMETHING = (
    "redraw.again",
    "redraw.play",
    "redraw.keep",
    "redraw.replace",
    "redraw.drop",
    "redraw.accept",
    "redraw.next",
    "symbols.use",
)
"""Commands for which there is nothing at the start."""
