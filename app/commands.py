"""The table of commands: every menu entry, button and shortcut of the main window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from app.actions import SEPARATOR, Command
from app.canvas.view import CanvasView
from app.panels.abstraction import AbstractionSession
from app.panels.assist import AssistSession
from app.panels.cleaning import CleaningSession
from app.panels.fragile import FragileSession
from app.session import Session
from app.tools.toolbox import ToolId

Key = QKeySequence.StandardKey


@dataclass(frozen=True)
class Targets:
    """Whom the commands act on."""

    session: Session
    canvas: CanvasView
    abstraction: AbstractionSession
    assist: AssistSession
    cleaning: CleaningSession
    fragile: FragileSession
    choose_tool: Callable[[ToolId], object]
    set_smoothing: Callable[[bool], object]
    smoothing: bool
    open_photo: Callable[[], object]
    paste: Callable[[], object]
    show_models: Callable[[], object]
    quit: Callable[[], object]
    about: Callable[[], object]


def commands(to: Targets) -> tuple[Command, ...]:
    """All commands."""
    session, canvas, abstraction = to.session, to.canvas, to.abstraction
    return (
        Command("file.new", "&New", session.new, Key.New, "new"),
        Command("file.open", "&Open…", session.open, Key.Open, "open"),
        Command("file.open_photo", "Open &Photo…", to.open_photo, "Ctrl+Shift+O", "photo"),
        Command("file.save", "&Save", session.save, Key.Save, "save"),
        Command("file.save_as", "Save &As…", session.save_as, "Ctrl+Shift+S"),
        Command("file.export_png", "&Export PNG…", session.export_png, "Ctrl+E", "export"),
        Command("file.quit", "&Quit", to.quit, "Ctrl+Q"),
        Command("edit.undo", "&Undo", session.undo, Key.Undo, "undo"),
        Command("edit.redo", "&Redo", session.redo, Key.Redo, "redo"),
        Command("edit.paste", "&Paste", to.paste, Key.Paste),
        *(
            Command(
                f"tool.{tool.value}",
                f"&{name}",
                lambda chosen, tool=tool: to.choose_tool(tool) if chosen else None,
                key,
                tool.value,
                tip,
                checked=tool is ToolId.PEN,
                group="tool",
            )
            for tool, name, key, tip in (
                (ToolId.PEN, "Pen", "B", "Pen: draw"),
                (ToolId.ERASER, "Eraser", "E", "Eraser: remove the strokes you touch"),
                (ToolId.HAND, "Hand", "H", "Hand: move the page; or hold the space bar"),
            )
        ),
        Command(
            "tool.smoothing",
            "&Smooth Strokes",
            to.set_smoothing,
            "Shift+S",
            "smooth",
            "Smooth strokes while drawing",
            checked=to.smoothing,
        ),
        Command("engine.models", "&Models…", to.show_models, tip="Models: choose the encoder"),
        Command("view.zoom_in", "Zoom &In", canvas.zoom_in, Key.ZoomIn, "zoom-in"),
        Command("view.zoom_out", "Zoom &Out", canvas.zoom_out, Key.ZoomOut, "zoom-out"),
        Command("view.actual_size", "&100 %", lambda: canvas.zoom_to(1.0), "Ctrl+1"),
        Command("view.fit", "&Fit Page", canvas.fit_page, "Ctrl+0", "fit"),
        Command("photo.start", "&Start Sketch", abstraction.start, "Ctrl+Return", "start"),
        Command("photo.cancel", "&Cancel Sketch", abstraction.cancel, "Ctrl+.", "cancel"),
        Command("photo.keep", "&Keep Sketch", abstraction.keep, "Ctrl+Shift+Return", "keep"),
        Command(
            "assist.tint",
            "&Tint Strokes",
            to.assist.set_tinting,
            "T",
            tip="Tint strokes by what they say",
            checked=to.assist.tinting,
        ),
        Command("assist.clean", "&Clean My Sketch…", to.cleaning.start, "Ctrl+L", "clean"),
        Command("assist.fragile", "What It &Hangs On", to.fragile.start, "Ctrl+Shift+L", "fragile"),
        Command("help.about", "&About Strokewise", to.about),
    )


MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&File",
        (
            "file.new",
            "file.open",
            SEPARATOR,
            "file.save",
            "file.save_as",
            "file.export_png",
            SEPARATOR,
            "file.quit",
        ),
    ),
    (
        "&Edit",
        ("edit.undo", "edit.redo", SEPARATOR, "edit.paste", SEPARATOR, "edit.preferences"),
    ),
    (
        "&View",
        (
            "view.zoom_in",
            "view.zoom_out",
            "view.actual_size",
            "view.fit",
            SEPARATOR,
            "view.full_screen",
            "view.canvas_only",
            "view.next_part",
            "view.previous_part",
            SEPARATOR,
            "view.docks",
        ),
    ),
    (
        "&Tools",
        (
            "tool.pen",
            "tool.eraser",
            "tool.hand",
            SEPARATOR,
            "tool.smoothing",
            SEPARATOR,
            "engine.models",
        ),
    ),
    (
        "&Photo",
        (
            "file.open_photo",
            SEPARATOR,
            "photo.start",
            "photo.cancel",
            "photo.keep",
            SEPARATOR,
            "references.add",
            "references.shown",
            "references.at_25",
            "references.at_50",
        ),
    ),
    ("&Assist", ("assist.tint", SEPARATOR, "assist.clean", "assist.fragile")),
    (
        "&Help",
        ("help.contents", "help.tour", "help.palette", SEPARATOR, "help.about"),
    ),
)

ZOOM_MENU = ("view.zoom_in", "view.zoom_out", "view.actual_size", "view.fit")

TOOL_BAR = (
    "file.new",
    "file.open",
    "file.save",
    SEPARATOR,
    "edit.undo",
    "edit.redo",
    SEPARATOR,
    "tool.pen",
    "tool.eraser",
    "tool.hand",
    SEPARATOR,
    "tool.smoothing",
)
"""The pen's options follow, then `TOOL_BAR_END` at the other end."""

TOOL_BAR_END = ("file.open_photo", "file.export_png")
