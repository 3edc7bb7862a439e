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
    "tool.hand": None,  # the space bar only
    "tool.smoothing": None,
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
    "file.export_png": None,
    "edit.preferences": None,
}

INKSCAPE: Preset = {
    "tool.pen": "P; F6",
    "tool.eraser": "Shift+E",
    "tool.hand": None,  # the space bar only
    "view.zoom_in": "+; =; Ctrl++",
    "view.zoom_out": "-; Ctrl+-",
    "view.actual_size": "1",
    "view.fit": "5",
    "view.docks": "F12",
    "view.canvas_only": "Shift+F11",
    "view.full_screen": "F11",
    "view.next_part": "Ctrl+F6",
    "view.previous_part": "Ctrl+Shift+F6",
    "edit.redo": "Ctrl+Shift+Z; Ctrl+Y",
    "edit.preferences": "Ctrl+Shift+P",
    "help.palette": "?",
    "file.export_png": "Ctrl+Shift+E",
    "file.open_photo": "Ctrl+I",
}

PRESETS: Mapping[str, Preset] = {OWN: {}, "krita": KRITA, "inkscape": INKSCAPE}
