"""The commands that act on the window itself: what is shown, preferences, help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.actions import Command
from app.panels.reference_board import ReferenceBoard
from app.panels.window_layout import WindowLayout
from app.translation import tr


@dataclass(frozen=True)
class WindowTargets:
    """Whom the commands act on."""

    layout: WindowLayout
    show_preferences: Callable[[], object]
    show_palette: Callable[[], object]
    references: ReferenceBoard
    add_references: Callable[[], object]
    show_help: Callable[[], object]
    start_tour: Callable[[], object]


def window_commands(to: WindowTargets) -> tuple[Command, ...]:
    """All of them."""
    layout, board = to.layout, to.references

    def toggle_opacity(percent: int) -> None:
        if board.selected is not None:
            board.toggle_opacity(board.selected, percent / 100)

    return (
        Command("edit.preferences", tr("Pre&ferences…"), to.show_preferences, "Ctrl+,", "settings"),
        Command(
            "view.docks",
            tr("Show &Docks"),
            layout.show_docks,
            "Tab",
            tip=tr("Show the docks, or hide them all"),
            checked=True,
        ),
        Command(
            "view.canvas_only",
            tr("&Canvas Only"),
            layout.set_canvas_only,
            "Shift+F11",
            tip=tr("Hide everything but the canvas"),
            checked=False,
        ),
        Command(
            "view.full_screen", tr("F&ull Screen"), layout.set_full_screen, "F11", checked=False
        ),
        Command(
            "view.next_part",
            tr("&Next Part of the Window"),
            lambda: layout.go_to_part(1),
            "F6",
            tip=tr("Go on to the next part: canvas, tool bar, docks, status bar"),
        ),
        Command(
            "view.previous_part",
            tr("&Previous Part of the Window"),
            lambda: layout.go_to_part(-1),
            "Shift+F6",
            tip=tr("Go back to the previous part of the window"),
        ),
        Command(
            "references.add",
            tr("Add &Reference Pictures…"),
            to.add_references,
            "Ctrl+Alt+O",
            tip=tr("Add pictures to draw from"),
        ),
        Command(
            "references.shown",
            tr("Show Reference &Pictures"),
            board.set_shown,
            "Shift+R",
            tip=tr("Show the reference pictures on the page"),
            checked=True,
        ),
        *(
            Command(
                f"references.at_{percent}",
                tr("Reference at &{percent} %").format(percent=percent),
                lambda percent=percent: toggle_opacity(percent),
                keys,
                tip=tr(
                    "Show the selected reference picture at {percent} %; again: as before"
                ).format(percent=percent),
            )
            for percent, keys in ((25, "Ctrl+Alt+1"), (50, "Ctrl+Alt+2"))
        ),
        Command(
            "help.palette",
            tr("&Find Command…"),
            to.show_palette,
            "Ctrl+K",
            tip=tr("Find a command by a few letters of its name"),
        ),
        Command("help.contents", tr("Strokewise &Help"), to.show_help, "F1"),
        Command("help.tour", tr("&Tour of the Window"), to.start_tour),
    )
