"""Which tool gets a gesture: the chosen one, the hand, or the eraser at the pen's other end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.document.samples import PenSample
from app.input.pen_end import PenEnd
from app.tools.base import Effect, Holds, Hovers, PointerShape, Scene, Tool, makes_ink


class Device(Enum):
    """Where events come from; a gesture belongs to one device."""

    MOUSE = "mouse"
    TABLET = "tablet"
    TOUCH = "touch"


@dataclass(frozen=True, slots=True)
class _Gesture:
    device: Device
    end: PenEnd
    tool: Tool


class Gestures:
    """One gesture at a time, from its pen-down to its pen-up or cancel, with one tool.

    Args:
        tool: the tool chosen by the user; may be set at any time, counts from the next gesture.
        hand: moves the page, for the middle button and while `hand_held`.
        eraser: for the eraser end of a pen; may be set as well.
        picker: takes a colour: for a button of that meaning, and with Alt instead of a tool that
            draws.
    """

    def __init__(self, tool: Tool, hand: Tool, eraser: Tool, picker: Tool | None = None) -> None:
        self.tool = tool
        self._picker = picker
        self.eraser = eraser
        self.hand_held = False
        self._hand = hand
        self._hovering_end = PenEnd.TIP
        self._gesture: _Gesture | None = None

    @property
    def active(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    @property
    def pointer(self) -> PointerShape:
        """How the pointer looks now."""
        if self._gesture is not None:
            return self._gesture.tool.pointer
        return (self._tool_for(self._hovering_end) or self.tool).pointer

    def hover(self, end: PenEnd, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """The pointer is over the canvas with this end down; nothing during a gesture."""
        self._hovering_end = end
        tool = self._tool_for(end)
        if self._gesture is None and isinstance(tool, Hovers):
            return tool.hover(sample, scene)
        return ()

    def down(
        self, device: Device, end: PenEnd, sample: PenSample, scene: Scene
    ) -> tuple[Effect, ...]:
        """A button or the pen goes down; ignored during another gesture."""
        tool = self._tool_for(end)
        if end is PenEnd.TIP and scene.keys.alt and makes_ink(tool):
            tool = self._picker or tool
        if self._gesture is not None or tool is None:
            return ()
        self._gesture = _Gesture(device, end, tool)
        return tool.down(sample, scene)

    def move(self, device: Device, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """The pointer moves; nothing unless its gesture is under way."""
        gesture = self._gesture
        if gesture is None or gesture.device is not device:
            return ()
        return gesture.tool.move(sample, scene)

    def up(
        self, device: Device, end: PenEnd, sample: PenSample, scene: Scene
    ) -> tuple[Effect, ...]:
        """A button or the pen comes up; only the one that began the gesture ends it."""
        gesture = self._gesture
        if gesture is None or (gesture.device, gesture.end) != (device, end):
            return ()
        self._gesture = None
        return gesture.tool.up(sample, scene)

    def hold(self, scene: Scene) -> tuple[Effect, ...]:
        """The pen has been held still for a while; nothing unless a gesture is under way."""
        tool = None if self._gesture is None else self._gesture.tool
        return tool.hold(scene) if isinstance(tool, Holds) else ()

    def let_go(self) -> tuple[Effect, ...] | None:
        """Take back what a hold did, with the gesture going on; None if there is nothing."""
        tool = None if self._gesture is None else self._gesture.tool
        return tool.let_go() if isinstance(tool, Holds) else None

    def cancel(self) -> tuple[Effect, ...]:
        """The gesture under way, if any, never was."""
        gesture, self._gesture = self._gesture, None
        return () if gesture is None else gesture.tool.cancel()

    def _tool_for(self, end: PenEnd) -> Tool | None:
        match end:
            case PenEnd.TIP:
                return self._hand if self.hand_held else self.tool
            case PenEnd.ERASER:
                return self.eraser
            case PenEnd.MIDDLE:
                return self._hand
            case PenEnd.PICK:
                return self._picker
            case PenEnd.NONE:
                return None
