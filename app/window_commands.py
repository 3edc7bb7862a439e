"""The commands that act on the window itself: what is shown, preferences, help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.actions import Command
from app.panels.window_layout import WindowLayout


@dataclass(frozen=True)
class WindowTargets:
    """Whom the commands act on."""

    layout: WindowLayout
    show_preferences: Callable[[], object]
    show_palette: Callable[[], object]


def window_commands(to: WindowTargets) -> tuple[Command, ...]:
    """All of them."""
    layout = to.layout
    return (
        Command("edit.preferences", "Pre&ferences…", to.show_preferences, "Ctrl+,", "settings"),
        Command(
            "view.docks",
            "Show &Docks",
            layout.show_docks,
            "Tab",
            tip="Show the docks, or hide them all",
            checked=True,
        ),
        Command(
            "view.canvas_only",
            "&Canvas Only",
            layout.set_canvas_only,
            "Shift+F11",
            tip="Hide everything but the canvas",
            checked=False,
        ),
        Command("view.full_screen", "F&ull Screen", layout.set_full_screen, "F11", checked=False),
        Command(
            "view.next_part",
            "&Next Part of the Window",
            lambda: layout.go_to_part(1),
            "F6",
            tip="Go on to the next part: canvas, tool bar, docks, status bar",
        ),
        Command(
            "view.previous_part",
            "&Previous Part of the Window",
            lambda: layout.go_to_part(-1),
            "Shift+F6",
            tip="Go back to the previous part of the window",
        ),
        Command(
            "help.palette",
            "&Find Command…",
            to.show_palette,
            "Ctrl+K",
            tip="Find a command by a few letters of its name",
        ),
    )
