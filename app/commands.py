"""The table of commands: every menu entry, button and shortcut of the main window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QKeySequence

from app.actions import SEPARATOR, Command
from app.canvas.view import CanvasView
from app.layer_commands import LAYER_MENU, layer_commands
from app.options import Option
from app.panels.abstraction import AbstractionSession
from app.panels.assist import AssistSession
from app.panels.cleaning import CleaningSession
from app.panels.fragile import FragileSession
from app.panels.layers import Layers
from app.redraw_commands import REDRAW_MENU, RedrawTargets, redraw_commands
from app.selection_edits import SelectionEdits
from app.session import Session
from app.settings import GRID_SHOWN, MIRROR_LEFT_RIGHT, MIRROR_TOP_BOTTOM
from app.tools.arrange import Order
from app.tools.toolbox import ToolId

Key = QKeySequence.StandardKey


@dataclass(frozen=True)
class Targets:
    """Whom the commands act on."""

    session: Session
    selection: SelectionEdits
    canvas: CanvasView
    abstraction: AbstractionSession
    layers: Layers
    assist: AssistSession
    cleaning: CleaningSession
    fragile: FragileSession
    redraw: RedrawTargets
    choose_tool: Callable[[ToolId], object]
    set_option: Callable[[Option[bool], bool], object]
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
        Command("file.new_page", "New Pa&ge…", session.new_page, "Ctrl+Alt+N"),
        Command("file.open", "&Open…", session.open, Key.Open, "open"),
        Command("file.open_photo", "Open &Photo…", to.open_photo, "Ctrl+Shift+O", "photo"),
        Command("file.save", "&Save", session.save, Key.Save, "save"),
        Command("file.save_as", "Save &As…", session.save_as, "Ctrl+Shift+S"),
        Command("file.export", "&Export…", session.export, "Ctrl+E", "export"),
        Command("file.quit", "&Quit", to.quit, "Ctrl+Q"),
        Command("edit.undo", "&Undo", session.undo, Key.Undo, "undo"),
        Command("edit.redo", "&Redo", session.redo, Key.Redo, "redo"),
        Command("edit.paste", "&Paste", to.paste, Key.Paste),
        *_selection_commands(to.selection),
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
                (ToolId.PENCIL, "Pencil", "P", "Pencil: broad when the stylus is tilted"),
                (ToolId.MARKER, "Marker", "M", "Marker: broad and see-through"),
                (ToolId.LINE, "Line", "U", "Straight line; Shift turns it in steps of 15 degrees"),
                (ToolId.ERASER, "Eraser", "E", "Eraser: remove the strokes you touch"),
                (
                    ToolId.PARTIAL_ERASER,
                    "Partial Eraser",
                    "Shift+E",
                    "Partial eraser: remove the ink you pass over",
                ),
                (ToolId.SELECT, "Select", "V", "Select: click strokes or draw a rectangle"),
                (ToolId.LASSO, "Lasso", "L", "Lasso: draw around the strokes to select"),
                (ToolId.FILL, "Fill", "G", "Fill: cover the inside of a closed stroke with ink"),
                (ToolId.TEXT, "Text", "Shift+T", "Text: letters as strokes along their outlines"),
                (
                    ToolId.PICK,
                    "Eyedropper",
                    "I",
                    "Eyedropper: take a colour; or hold Alt while drawing",
                ),
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
        *layer_commands(to.layers),
        *(
            Command(f"tool.{name}", text, partial(to.set_option, option), icon=icon, checked=False)
            for name, text, option, icon in (
                ("mirror_left_right", "&Mirror Left and Right", MIRROR_LEFT_RIGHT, "symmetry"),
                ("mirror_top_bottom", "Mirror &Top and Bottom", MIRROR_TOP_BOTTOM, ""),
            )
        ),
        Command(
            "view.grid",
            "&Grid",
            partial(to.set_option, GRID_SHOWN),
            "Ctrl+'",
            "grid",
            checked=False,
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
        *redraw_commands(to.redraw),
        Command("help.about", "&About Strokewise", to.about),
    )


def _selection_commands(selection: SelectionEdits) -> tuple[Command, ...]:
    return (
        Command("edit.cut", "Cu&t", selection.cut, Key.Cut),
        Command("edit.copy", "&Copy", selection.copy, Key.Copy),
        Command("edit.duplicate", "&Duplicate", selection.duplicate, "Ctrl+D", "duplicate"),
        Command("edit.delete", "De&lete", selection.delete, Key.Delete, "delete"),
        Command("edit.select_all", "Select &All", selection.select_all, Key.SelectAll),
        Command("edit.select_none", "Select &None", selection.select_none, "Ctrl+Shift+A"),
        *(
            Command(f"edit.{order.value}", text, lambda order=order: selection.order(order), key)
            for order, text, key in (
                (Order.RAISE, "&Raise", "PgUp"),
                (Order.LOWER, "L&ower", "PgDown"),
                (Order.TOP, "Raise to To&p", "Home"),
                (Order.BOTTOM, "Lower to &Bottom", "End"),
            )
        ),
    )


ON_SELECTION = (
    "edit.cut",
    "edit.copy",
    "edit.duplicate",
    "edit.delete",
    "edit.select_none",
    "edit.raise",
    "edit.lower",
    "edit.top",
    "edit.bottom",
)
"""Commands that need selected strokes."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&File",
        (
            "file.new",
            "file.new_page",
            "file.open",
            SEPARATOR,
            "file.save",
            "file.save_as",
            "file.export",
            SEPARATOR,
            "file.quit",
        ),
    ),
    (
        "&Edit",
        (
            "edit.undo",
            "edit.redo",
            SEPARATOR,
            "edit.cut",
            "edit.copy",
            "edit.paste",
            "edit.duplicate",
            "edit.delete",
            SEPARATOR,
            "edit.select_all",
            "edit.select_none",
            SEPARATOR,
            "edit.top",
            "edit.raise",
            "edit.lower",
            "edit.bottom",
            SEPARATOR,
            "edit.preferences",
        ),
    ),
    (
        "&View",
        (
            "view.zoom_in",
            "view.zoom_out",
            "view.actual_size",
            "view.fit",
            SEPARATOR,
            "view.grid",
            "view.full_screen",
            "view.canvas_only",
            "view.next_part",
            "view.previous_part",
            SEPARATOR,
            "view.docks",
        ),
    ),
    ("&Layer", LAYER_MENU),
    (
        "&Tools",
        (
            "tool.pen",
            "tool.pencil",
            "tool.marker",
            "tool.line",
            "tool.eraser",
            "tool.eraser-part",
            "tool.select",
            "tool.lasso",
            "tool.fill",
            "tool.text",
            "tool.pick",
            "tool.hand",
            SEPARATOR,
            "tool.smoothing",
            "tool.mirror_left_right",
            "tool.mirror_top_bottom",
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
    ("&Redraw", REDRAW_MENU),
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
    "tool.pencil",
    "tool.marker",
    "tool.line",
    "tool.eraser",
    "tool.eraser-part",
    "tool.select",
    "tool.lasso",
    "tool.fill",
    "tool.text",
    "tool.pick",
    "tool.hand",
    SEPARATOR,
    "tool.smoothing",
)
"""The pen's options follow, then `TOOL_BAR_END` at the other end."""

TOOL_BAR_END = ("file.open_photo", "file.export")
