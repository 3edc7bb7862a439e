"""What every tool is: samples in, effects out.

A tool never touches the canvas or the document. It answers each event with effects, which the
canvas shows or commits; so it can be driven by a test without a window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias, runtime_checkable

from app.document.drawing import Drawing
from app.document.guides import Guide
from app.document.samples import PenSample
from app.document.stroke import Stroke
from app.tools.stroke_index import StrokeIndex
from engine.errors import InputError
from engine.strokes import FloatArray


@dataclass(frozen=True, slots=True)
class InkStyle:
    """How new ink looks: nominal width in document px, colour "#rrggbb", opacity 0 to 1."""

    width_px: float = 3.0
    colour: str = "#000000"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that are held and change what a gesture means."""

    shift: bool = False
    alt: bool = False
    control: bool = False


NO_KEYS = Keys()


@dataclass(frozen=True, slots=True)
class Scene:
    """What a tool may look at during one event.

    Attributes:
        drawing: the committed drawing.
        index: its strokes, indexed for hit tests.
        scale: view px per document px.
        keys: held now.
        selected: ids of the selected strokes.
        mirrors: (2, 3) affines of the copies that a new stroke gets.
        snap_px: spacing of the grid that lines, shapes and moved strokes keep to; None for none.
        guides: those of the drawing that are seen: all, or none.
        keeps_to_guides: whether ink and moved strokes keep to them.
    """

    drawing: Drawing
    index: StrokeIndex
    scale: float = 1.0
    keys: Keys = NO_KEYS
    selected: frozenset[int] = frozenset()
    mirrors: tuple[FloatArray, ...] = ()
    snap_px: float | None = None
    guides: tuple[Guide, ...] = ()
    keeps_to_guides: bool = False


@dataclass(frozen=True, slots=True)
class BeginInk:
    """A live stroke begins."""

    style: InkStyle


@dataclass(frozen=True, slots=True)
class ExtendInk:
    """The live stroke grows by `added`, for good; `tail` replaces the last provisional end."""

    added: tuple[PenSample, ...]
    tail: tuple[PenSample, ...]


@dataclass(frozen=True, slots=True)
class EndInk:
    """The live stroke disappears: committed or dropped."""


@dataclass(frozen=True, slots=True)
class Ghost:
    """Show these strokes of the committed drawing, by id, as about to go; replaces the last."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Commit:
    """One undoable edit: `drawing` becomes the current one, `text` names the step."""

    drawing: Drawing
    text: str


@dataclass(frozen=True, slots=True)
class Scroll:
    """Move the view so that the page follows by this much, in document px."""

    dx_px: float
    dy_px: float


@dataclass(frozen=True, slots=True)
class Select:
    """These strokes of the current drawing, by id, are the selected ones."""

    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Carry:
    """Show the selected strokes once more, moved by `affine` ((2, 3)); None ends it."""

    affine: FloatArray | None


@dataclass(frozen=True, slots=True)
class Instead:
    """Show other strokes in the places of committed ones, by id; replaces the last."""

    strokes: Mapping[int, tuple[Stroke, ...]]


@dataclass(frozen=True, slots=True)
class Hint:
    """Show thin helper lines over the page, each (N, 2) document px; replaces the last."""

    lines: tuple[FloatArray, ...] = ()


@dataclass(frozen=True, slots=True)
class PickColour:
    """Draw in this colour, "#rrggbb", from now on."""

    colour: str


@dataclass(frozen=True, slots=True)
class PickSeen:
    """Draw in the colour that is seen at this place, document px, from now on."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class AskText:
    """Ask for a text that begins at this place, document px."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Guiding:
    """This guide of the drawing, by its number, is the chosen one; None for none.

    Attributes:
        instead: what is shown in its place while it is moved.
    """

    number: int | None
    instead: Guide | None = None


@dataclass(frozen=True, slots=True)
class AskGuide:
    """Ask where exactly a guide of the drawing, by its number, is to lie."""

    number: int


@dataclass(frozen=True, slots=True)
class Refuse:
    """Nothing comes of the gesture; `text` says why in a sentence."""

    text: str


Effect: TypeAlias = (
    BeginInk
    | ExtendInk
    | EndInk
    | Ghost
    | Commit
    | Scroll
    | Select
    | Carry
    | Instead
    | Hint
    | PickColour
    | PickSeen
    | AskText
    | Guiding
    | AskGuide
    | Refuse
)


def drawing_refused(scene: Scene) -> tuple[Refuse, ...]:
    """Why nothing can be drawn on the active layer (it is locked or hidden); empty if it can.

    For the `down` of every tool that draws.
    """
    try:
        scene.drawing.check_drawable()
    except InputError as error:
        return (Refuse(str(error)),)
    return ()


class PointerShape(Enum):
    """What the pointer looks like over the canvas."""

    CROSS = "cross"
    ERASER = "eraser"
    OPEN_HAND = "open hand"
    CLOSED_HAND = "closed hand"
    ARROW = "arrow"
    MOVE = "move"
    SIZE_EW = "size east west"
    SIZE_NS = "size north south"
    SIZE_NWSE = "size northwest southeast"
    SIZE_NESW = "size northeast southwest"
    ROTATE = "rotate"
    PICK = "pick"
    TEXT = "text"


class Tool(Protocol):
    """One gesture at a time: down, any number of moves, then up or cancel."""

    @property
    def pointer(self) -> PointerShape:
        """The pointer's shape now."""

    @property
    def active(self) -> bool:
        """Whether a gesture is under way."""

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """The pen touches the page."""

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """The pen moves on the page; nothing without a gesture."""

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """The pen leaves the page: the gesture counts."""

    def cancel(self) -> tuple[Effect, ...]:
        """The gesture never was."""


def makes_ink(tool: object) -> bool:
    """Whether a tool draws in the style of the ink in use: its class says `makes_ink = True`."""
    return getattr(tool, "makes_ink", False) is True


@runtime_checkable
class Hovers(Protocol):
    """A tool that looks at where the pointer is while no gesture is under way."""

    def hover(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """The pointer is over this place."""


@runtime_checkable
class Holds(Protocol):
    """A tool to which it means something that the pen is held still on the page."""

    def hold(self, scene: Scene) -> tuple[Effect, ...]:
        """The pen has been still for a while, in the middle of a gesture."""

    def let_go(self) -> tuple[Effect, ...] | None:
        """Take back what the hold did and go on with the gesture; None if it did nothing."""
