"""The table of commands: every menu entry, button and shortcut of the main window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QKeySequence

from app.actions import SEPARATOR, Command
from app.canvas.view import CanvasView
from app.guide_commands import GUIDE_MENU, guide_commands
from app.layer_commands import LAYER_MENU, layer_commands
from app.options import Option
from app.panels.abstraction import AbstractionSession
from app.panels.assist import AssistSession
from app.panels.cleaning import CleaningSession
from app.panels.fragile import FragileSession
from app.panels.guides import Guides
from app.panels.layers import Layers
from app.panels.match_dock import MatchDock
from app.redraw_commands import REDRAW_MENU, RedrawTargets, redraw_commands
from app.selection_edits import SelectionEdits
from app.session import Session
from app.settings import GRID_SHOWN, GRID_SNAPS, MIRROR_LEFT_RIGHT, MIRROR_TOP_BOTTOM
from app.tools.arrange import Order
from app.tools.toolbox import ToolId
from app.translation import tr

Key = QKeySequence.StandardKey


@dataclass(frozen=True)
class Targets:
    """Whom the commands act on."""

    session: Session
    selection: SelectionEdits
    canvas: CanvasView
    abstraction: AbstractionSession
    layers: Layers
    guides: Guides
    assist: AssistSession
    cleaning: CleaningSession
    fragile: FragileSession
    match: MatchDock
    is_flow_shown: bool
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
        Command("file.new", tr("&New"), session.new, Key.New, "new"),
        Command("file.new_page", tr("New Pa&ge…"), session.new_page, "Ctrl+Alt+N"),
        Command("file.open", tr("&Open…"), session.open, Key.Open, "open"),
        Command("file.open_photo", tr("Open &Photo…"), to.open_photo, "Ctrl+Shift+O", "photo"),
        Command("file.save", tr("&Save"), session.save, Key.Save, "save"),
        Command("file.save_as", tr("Save &As…"), session.save_as, "Ctrl+Shift+S"),
        Command("file.export", tr("&Export…"), session.export, "Ctrl+E", "export"),
        Command("file.quit", tr("&Quit"), to.quit, "Ctrl+Q"),
        Command("edit.undo", tr("&Undo"), session.undo, Key.Undo, "undo"),
        Command("edit.redo", tr("&Redo"), session.redo, Key.Redo, "redo"),
        Command("edit.paste", tr("&Paste"), to.paste, Key.Paste),
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
                (ToolId.PEN, tr("Pen"), "B", tr("Pen: draw")),
                (ToolId.PENCIL, tr("Pencil"), "P", tr("Pencil: broad when the stylus is tilted")),
                (ToolId.MARKER, tr("Marker"), "M", tr("Marker: broad and see-through")),
                (
                    ToolId.LINE,
                    tr("Line"),
                    "U",
                    tr("Straight line; Shift turns it in steps of 15 degrees"),
                ),
                (ToolId.ERASER, tr("Eraser"), "E", tr("Eraser: remove the strokes you touch")),
                (
                    ToolId.PARTIAL_ERASER,
                    tr("Partial Eraser"),
                    "Shift+E",
                    tr("Partial eraser: remove the ink you pass over"),
                ),
                (ToolId.SELECT, tr("Select"), "V", tr("Select: click strokes or draw a rectangle")),
                (ToolId.LASSO, tr("Lasso"), "L", tr("Lasso: draw around the strokes to select")),
                (
                    ToolId.FILL,
                    tr("Fill"),
                    "G",
                    tr("Fill: cover the inside of a closed stroke with ink"),
                ),
                (
                    ToolId.TEXT,
                    tr("Text"),
                    "Shift+T",
                    tr("Text: letters as strokes along their outlines"),
                ),
                (
                    ToolId.PICK,
                    tr("Eyedropper"),
                    "I",
                    tr("Eyedropper: take a colour; or hold Alt while drawing"),
                ),
                (ToolId.HAND, tr("Hand"), "H", tr("Hand: move the page; or hold the space bar")),
            )
        ),
        Command(
            "tool.smoothing",
            tr("&Smooth Strokes"),
            to.set_smoothing,
            "Shift+S",
            "smooth",
            tr("Smooth strokes while drawing"),
            checked=to.smoothing,
        ),
        *layer_commands(to.layers, to.selection),
        *(
            Command(f"tool.{name}", text, partial(to.set_option, option), icon=icon, checked=False)
            for name, text, option, icon in (
                ("mirror_left_right", tr("&Mirror Left and Right"), MIRROR_LEFT_RIGHT, "symmetry"),
                ("mirror_top_bottom", tr("Mirror &Top and Bottom"), MIRROR_TOP_BOTTOM, ""),
            )
        ),
        Command(
            "view.grid",
            tr("&Grid"),
            partial(to.set_option, GRID_SHOWN),
            "Ctrl+'",
            "grid",
            checked=False,
        ),
        Command(
            "view.snap", tr("&Keep to Grid"), partial(to.set_option, GRID_SNAPS), checked=False
        ),
        *guide_commands(to.guides, to.set_option),
        Command(
            "engine.models", tr("&Models…"), to.show_models, tip=tr("Models: choose the encoder")
        ),
        Command("view.zoom_in", tr("Zoom &In"), canvas.zoom_in, Key.ZoomIn, "zoom-in"),
        Command("view.zoom_out", tr("Zoom &Out"), canvas.zoom_out, Key.ZoomOut, "zoom-out"),
        Command("view.actual_size", "&100 %", lambda: canvas.zoom_to(1.0), "Ctrl+1"),
        Command("view.fit", tr("&Fit Page"), canvas.fit_page, "Ctrl+0", "fit"),
        Command("photo.start", tr("&Start Sketch"), abstraction.start, "Ctrl+Return", "start"),
        Command("photo.cancel", tr("&Cancel Sketch"), abstraction.cancel, "Ctrl+.", "cancel"),
        Command("photo.keep", tr("&Keep Sketch"), abstraction.keep, "Ctrl+Shift+Return", "keep"),
        Command(
            "assist.tint",
            tr("&Tint Strokes"),
            to.assist.set_tinting,
            "T",
            tip=tr("Tint strokes by what they say"),
            checked=to.assist.tinting,
        ),
        Command("assist.clean", tr("&Clean My Sketch…"), to.cleaning.start, "Ctrl+L", "clean"),
        Command(
            "assist.fragile", tr("What It &Hangs On"), to.fragile.start, "Ctrl+Shift+L", "fragile"
        ),
        Command(
            "match.pull",
            tr("P&ull to Photo"),
            to.match.pull,
            "Ctrl+M",
            "pull",
            tip=tr("Move the selected strokes, or all, to where they lie on the photo"),
        ),
        Command(
            "match.grid",
            tr("Show &Flow to the Photo"),
            to.match.show_flow,
            tip=tr("Show as a grid how the drawing lies on the photo"),
            checked=to.is_flow_shown,
        ),
        Command(
            "match.show",
            tr("Show It as a Phot&o"),
            to.match.show_as_photo,
            "Ctrl+Alt+M",
            tip=tr("Find the photo that fits the drawing best, and warp it to the drawing"),
        ),
        *redraw_commands(to.redraw),
        Command("help.about", tr("&About Strokewise"), to.about),
    )


def _selection_commands(selection: SelectionEdits) -> tuple[Command, ...]:
    return (
        Command("edit.cut", tr("Cu&t"), selection.cut, Key.Cut),
        Command("edit.copy", tr("&Copy"), selection.copy, Key.Copy),
        Command("edit.duplicate", tr("&Duplicate"), selection.duplicate, "Ctrl+D", "duplicate"),
        Command("edit.delete", tr("De&lete"), selection.delete, Key.Delete, "delete"),
        Command("edit.group", tr("&Group"), selection.group, "Ctrl+G"),
        Command("edit.ungroup", tr("Ung&roup"), selection.ungroup, "Ctrl+Shift+G"),
        Command("edit.select_all", tr("Select &All"), selection.select_all, Key.SelectAll),
        Command("edit.select_none", tr("Select &None"), selection.select_none, "Ctrl+Shift+A"),
        *(
            Command(f"edit.{order.value}", text, lambda order=order: selection.order(order), key)
            for order, text, key in (
                (Order.RAISE, tr("&Raise"), "PgUp"),
                (Order.LOWER, tr("L&ower"), "PgDown"),
                (Order.TOP, tr("Raise to To&p"), "Home"),
                (Order.BOTTOM, tr("Lower to &Bottom"), "End"),
            )
        ),
    )


ON_SELECTION = (
    "edit.cut",
    "edit.copy",
    "edit.duplicate",
    "edit.delete",
    "edit.group",
    "edit.ungroup",
    "layer.take",
    "edit.select_none",
    "edit.raise",
    "edit.lower",
    "edit.top",
    "edit.bottom",
)
"""Commands that need selected strokes."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        tr("&File"),
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
        tr("&Edit"),
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
            "edit.group",
            "edit.ungroup",
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
        tr("&View"),
        (
            "view.zoom_in",
            "view.zoom_out",
            "view.actual_size",
            "view.fit",
            SEPARATOR,
            "view.grid",
            "view.snap",
            SEPARATOR,
            *GUIDE_MENU,
            SEPARATOR,
            "view.full_screen",
            "view.canvas_only",
            "view.next_part",
            "view.previous_part",
            SEPARATOR,
            "view.docks",
        ),
    ),
    (tr("&Layer"), LAYER_MENU),
    (
        tr("&Tools"),
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
        tr("&Photo"),
        (
            "file.open_photo",
            SEPARATOR,
            "photo.start",
            "photo.cancel",
            "photo.keep",
            SEPARATOR,
            "match.pull",
            "match.grid",
            "match.show",
            SEPARATOR,
            "references.add",
            "references.shown",
            "references.at_25",
            "references.at_50",
        ),
    ),
    (tr("&Assist"), ("assist.tint", SEPARATOR, "assist.clean", "assist.fragile")),
    (tr("&Redraw"), REDRAW_MENU),
    (
        tr("&Help"),
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
