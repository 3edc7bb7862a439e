"""The tools there are, and which one is chosen."""

from __future__ import annotations

from enum import Enum

from app.tools.base import Tool
from app.tools.eyedropper import Eyedropper
from app.tools.fill import FillTool
from app.tools.hand import HandTool
from app.tools.ink_options import DEFAULT_INK, InkKind
from app.tools.line import LineTool
from app.tools.partial_eraser import PartialEraser
from app.tools.pen import PenTool
from app.tools.select import Region, SelectTool
from app.tools.stroke_eraser import StrokeEraser
from app.tools.text import TextTool

Eraser = StrokeEraser | PartialEraser


class ToolId(Enum):
    """Names of the tools."""

    PEN = "pen"
    PENCIL = "pencil"
    MARKER = "marker"
    ERASER = "eraser"
    PARTIAL_ERASER = "eraser-part"
    SELECT = "select"
    LASSO = "lasso"
    LINE = "line"
    FILL = "fill"
    TEXT = "text"
    PICK = "pick"
    HAND = "hand"


class Toolbox:
    """One of each tool, with its options."""

    def __init__(self) -> None:
        self.ink = {kind: PenTool(options=DEFAULT_INK[kind]) for kind in InkKind}
        self.kind = InkKind.PEN
        """The kind of ink last chosen; lines and shapes are drawn with it too."""
        self.eraser = StrokeEraser()
        self.partial_eraser = PartialEraser()
        self._tools: dict[ToolId, Tool] = {
            **{ToolId(kind.value): tool for kind, tool in self.ink.items()},
            ToolId.ERASER: self.eraser,
            ToolId.PARTIAL_ERASER: self.partial_eraser,
            ToolId.SELECT: SelectTool(Region.RECTANGLE),
            ToolId.LASSO: SelectTool(Region.LASSO),
            ToolId.LINE: LineTool(lambda: self.ink[self.kind].style),
            ToolId.FILL: FillTool(lambda: self.ink[self.kind].style),
            ToolId.TEXT: TextTool(),
            ToolId.PICK: Eyedropper(),
            ToolId.HAND: HandTool(),
        }

    @property
    def pen(self) -> PenTool:
        """The first kind of ink."""
        return self.ink[InkKind.PEN]

    def __getitem__(self, tool: ToolId) -> Tool:
        return self._tools[tool]
