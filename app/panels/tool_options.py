"""The options in the tool bar, kept in step with the tool in use and the selection."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.canvas.text_strokes import text_strokes
from app.panels.ink_panel import InkPanel
from app.panels.pen_options import PenOptions
from app.panels.text_dialog import TextDialog
from app.selection_edits import SelectionEdits
from app.tool_settings import ToolSettings
from app.tools.base import InkStyle, Tool, makes_ink
from app.tools.eyedropper import Eyedropper
from app.tools.pen import PenTool
from app.tools.select import SelectTool
from app.tools.toolbox import Eraser
from app.translation import tr


class ToolOptions(QObject):
    """With an ink tool the bar edits that kind of ink; with a select tool, the selected strokes;
    with an eraser, its reach.
    """

    def __init__(
        self, settings: ToolSettings, edits: SelectionEdits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._edits = edits
        self._tool: Tool | None = None
        self.text_dialog: TextDialog | None = None
        """Made when it is asked for."""
        self.bar = PenOptions(settings.ink.style, self._make_panel)
        self.bar.changed.connect(self._set_style)
        self.bar.radius_changed.connect(settings.set_eraser_radius)
        settings.changed.connect(self._refresh)
        edits.changed.connect(self._refresh)

    def use(self, tool: Tool) -> None:
        """The user chose another tool."""
        self._tool = tool
        self._refresh()

    @property
    def _restyles(self) -> bool:
        return isinstance(self._tool, SelectTool)

    def _refresh(self) -> None:
        is_eraser = isinstance(self._tool, Eraser)
        selected = self._edits.selection.strokes if self._restyles else ()
        is_ink = isinstance(self._tool, PenTool)
        has_style = bool(selected) or makes_ink(self._tool) or isinstance(self._tool, Eyedropper)
        self.bar.show_parts(style=has_style, radius=is_eraser, ink=is_ink)
        self.bar.show_radius(self._settings.eraser_radius_px)
        if selected:
            first = selected[0]
            self.bar.show_style(InkStyle(first.width_px, first.colour, first.opacity))
        else:
            self.bar.show_style(self._settings.ink.style)

    def _set_style(self, style: InkStyle) -> None:
        if not self._restyles:
            self._settings.set_style(style)
            return
        strokes = self._edits.selection.strokes
        if not strokes:
            return
        # Only what the user changed; the bar showed the first stroke's style.
        first = strokes[0]
        self._edits.restyle(
            style.width_px if style.width_px != round(first.width_px, 1) else None,
            style.colour if style.colour != first.colour else None,
            style.opacity if style.opacity != round(first.opacity, 2) else None,
        )

    def ask_text(self, x: float, y: float) -> None:
        """Ask for a text and draw it at this place, document px."""
        if self.text_dialog is None:
            self.text_dialog = TextDialog(self.bar.window())
            self.text_dialog.accepted.connect(self._place_text)
        self.text_dialog.ask(x, y)

    def _place_text(self) -> None:
        dialog = self.text_dialog
        assert dialog is not None
        style = self._settings.ink.style
        strokes = text_strokes(dialog.text, dialog.letter_font, *dialog.place, style)
        self._edits.place(strokes, tr("Write text"))

    def _make_panel(self) -> InkPanel:
        return InkPanel(self._settings.kind, self._settings.settings)
