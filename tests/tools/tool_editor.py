"""A synthetic pointer that drives a tool without a window."""

from __future__ import annotations

from app.document.document import Document
from app.document.drawing import Drawing
from app.document.guides import Guide
from app.document.samples import PenSample
from app.document.selection import Selection
from app.document.stroke import Stroke
from app.tools.base import (
    NO_KEYS,
    AskGuide,
    BeginInk,
    Carry,
    Commit,
    Effect,
    EndInk,
    ExtendInk,
    Ghost,
    Guiding,
    Hint,
    Hovers,
    Instead,
    Keys,
    Scene,
    Scroll,
    Select,
    Tool,
)
from app.tools.stroke_index import StrokeIndex
from engine.strokes import FloatArray


class ToolEditor:
    """Plays the canvas: sends samples to a tool and performs its effects on a document.

    Attributes:
        live: what the live stroke shows, final ink and tail; None without a live stroke.
        ghosts: ids of strokes shown as about to go.
        scrolled: the view's way so far, document px.
        selection: the selected strokes.
        carried: the affine the selected strokes are shown under; None if they are not.
        instead: what is shown in the places of committed strokes.
        hints: helper lines that are shown.
        keys: held from now on.
        mirrors: of new strokes, from now on.
        keeps_to_guides: from now on; all guides are seen.
        guide: the number of the chosen one, and what is shown in its place.
        asked: the numbers of guides whose places were asked for.
    """

    def __init__(self, tool: Tool, drawing: Drawing | None = None, scale: float = 1.0) -> None:
        self.tool = tool
        self.document = Document(drawing)
        self.scale = scale
        self.live: list[PenSample] | None = None
        self.final: list[PenSample] = []
        self.ghosts: frozenset[int] = frozenset()
        self.scrolled = (0.0, 0.0)
        self.selection = Selection(self.document)
        self.carried: FloatArray | None = None
        self.instead: dict[int, tuple[Stroke, ...]] = {}
        self.hints: tuple[FloatArray, ...] = ()
        self.keys: Keys = NO_KEYS
        self.snap_px: float | None = None
        self.mirrors: tuple[FloatArray, ...] = ()
        self.keeps_to_guides = True
        self.guide: tuple[int | None, Guide | None] = (None, None)
        self.asked: list[int] = []
        self.effects: list[Effect] = []
        self._index = StrokeIndex()
        self._t_s = 0.0

    def down(self, x: float, y: float, pressure: float = 0.5) -> ToolEditor:
        return self._perform(self.tool.down(self._sample(x, y, pressure), self._scene()))

    def move(self, *places: tuple[float, float], pressure: float = 0.5) -> ToolEditor:
        for x, y in places:
            self._perform(self.tool.move(self._sample(x, y, pressure), self._scene()))
        return self

    def up(self, x: float, y: float, pressure: float = 0.5) -> ToolEditor:
        return self._perform(self.tool.up(self._sample(x, y, pressure), self._scene()))

    def drag(self, *places: tuple[float, float]) -> ToolEditor:
        """Down at the first place, up at the last."""
        return self.down(*places[0]).move(*places[1:]).up(*places[-1])

    def click(self, x: float, y: float) -> ToolEditor:
        return self.down(x, y).up(x, y)

    def hover(self, x: float, y: float) -> ToolEditor:
        assert isinstance(self.tool, Hovers)
        return self._perform(self.tool.hover(self._sample(x, y, 0.0), self._scene()))

    def cancel(self) -> ToolEditor:
        return self._perform(self.tool.cancel())

    def _sample(self, x: float, y: float, pressure: float) -> PenSample:
        self._t_s += 0.008
        return PenSample(x, y, pressure, t_s=self._t_s)

    def _scene(self) -> Scene:
        drawing, ids = self.document.drawing, self.selection.ids
        self._index.follow(drawing.strokes, drawing.layers)
        return Scene(
            drawing,
            self._index,
            self.scale,
            self.keys,
            ids,
            self.mirrors,
            self.snap_px,
            drawing.guides,
            self.keeps_to_guides,
        )

    def _perform(self, effects: tuple[Effect, ...]) -> ToolEditor:
        for effect in effects:
            self.effects.append(effect)
            match effect:
                case BeginInk():
                    self.live, self.final = [], []
                case ExtendInk(added, tail):
                    assert self.live is not None, "ink without a live stroke"
                    self.final += added
                    self.live = [*self.final, *tail]
                case EndInk():
                    self.live = None
                case Ghost(ids):
                    assert all(0 <= i < len(self.document.drawing.strokes) for i in ids)
                    self.ghosts = ids
                case Commit(drawing, text):
                    self.document.apply(drawing, text)
                case Select(ids):
                    self.selection.select(ids)
                case Carry(affine):
                    self.carried = affine
                case Instead(strokes):
                    self.instead = dict(strokes)
                case Hint(lines):
                    self.hints = lines
                case Scroll(dx_px, dy_px):
                    self.scrolled = (self.scrolled[0] + dx_px, self.scrolled[1] + dy_px)
                case _:
                    self._guide(effect)
        return self

    def _guide(self, effect: Effect) -> None:
        match effect:
            case Guiding(number, instead):
                self.guide = (number, instead)
            case AskGuide(number):
                self.asked.append(number)
