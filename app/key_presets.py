"""Sets of shortcuts: the program's own and those of other drawing programs. Qt-free.

A preset names only what differs from the table of commands; `None` takes the keys away. What a
preset gives to one command, no other keeps from the table. Keys are Qt's portable texts.
"""

from __future__ import annotations

from collections.abc import Mapping

Preset = Mapping[str, str | None]

OWN = "strokewise"

KRITA: Preset = {
    "tool.pen": "B",
    "tool.eraser": "E",
    "tool.line": "V",
    "tool.select": "T",  # the move tool
    "tool.lasso": None,
    "tool.hand": None,  # the space bar only
    "tool.smoothing": None,
    "edit.select_none": "Ctrl+Shift+A",
    "layer.add": "Ins",
    "layer.merge": "Ctrl+E",
    "layer.above": "PgUp",
    "layer.below": "PgDown",
    "view.zoom_in": "Ctrl++; +",
    "view.zoom_out": "Ctrl+-; -",
    "view.actual_size": "1",
    "view.fit": "2",
    "view.canvas_only": "Tab",
    "view.docks": None,
    "view.full_screen": "Ctrl+Shift+F",
    "edit.redo": "Ctrl+Shift+Z",
    "help.palette": "Ctrl+Return",
    "photo.start": "Ctrl+Alt+Return",
    "edit.preferences": None,
}

INKSCAPE: Preset = {
    "tool.pen": "C; Ctrl+F6",  # calligraphy: as wide as the pressure
    "tool.pencil": "P; F6",
    "tool.line": "B; Shift+F6",  # Bézier curves and straight lines
    "tool.select": "S; F1",
    "tool.eraser": "Shift+E",
    "tool.eraser-part": "E",
    "tool.hand": None,  # the space bar only
    "view.zoom_in": "+; =; Ctrl++",
    "view.zoom_out": "-; Ctrl+-",
    "view.actual_size": "1",
    "view.fit": "5",
    "view.docks": "F12",
    "view.canvas_only": "Shift+F11",
    "view.full_screen": "F11",
    "view.next_part": "Alt+F6",
    "view.previous_part": "Alt+Shift+F6",
    "help.contents": "Ctrl+F1",
    "edit.redo": "Ctrl+Shift+Z; Ctrl+Y",
    "edit.preferences": "Ctrl+Shift+P",
    "help.palette": "?",
    "file.export": "Ctrl+Shift+E",
    "file.open_photo": "Ctrl+I",
}

PRESETS: Mapping[str, Preset] = {OWN: {}, "krita": KRITA, "inkscape": INKSCAPE}
