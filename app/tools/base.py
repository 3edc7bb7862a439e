"""What every tool is: samples in, effects out.

A tool never touches the canvas or the document. It answers each event with effects, which the
canvas shows or commits; so it can be driven by a test without a window.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias

from app.document.drawing import Drawing
from app.document.samples import PenSample
from app.tools.stroke_index import StrokeIndex
from engine.errors import InputError


@dataclass(frozen=True, slots=True)
class InkStyle:
    """How new ink looks: nominal width in document px, colour "#rrggbb", opacity 0 to 1."""

    width_px: float = 3.0
    colour: str = "#000000"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What a tool may look at during one event.

    Attributes:
        drawing: the committed drawing.
        index: its strokes, indexed for hit tests.
        scale: view px per document px.
    """

    drawing: Drawing
    index: StrokeIndex
    scale: float = 1.0


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
class Refuse:
    """Nothing comes of the gesture; `text` says why in a sentence."""

    text: str


Effect: TypeAlias = BeginInk | ExtendInk | EndInk | Ghost | Commit | Scroll | Refuse


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
