"""The select tools: choose strokes by a click, a rectangle or a lasso; move, scale, turn them."""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum

import numpy as np

from app.document.drawing import Drawing
from app.document.grouping import with_their_groups
from app.document.samples import PenSample
from app.tools.arrange import transformed
from app.tools.base import (
    Carry,
    Commit,
    Effect,
    Ghost,
    Guiding,
    Hint,
    Keys,
    PointerShape,
    Scene,
    Select,
)
from app.tools.guide_drag import DRAG_AFTER_PX, GuideDrag, guide_at, pointer_at
from app.tools.region import strokes_in
from app.tools.select_frame import Frame, Handle, frame_of, movement, pointer_of
from app.tools.snapping import shift_of
from app.translation import tr
from engine.strokes import FloatArray

CLICK_REACH_PX = 5.0
"""How near to a stroke a click must be, in view px."""
DOUBLE_CLICK_S = 0.4

Place = tuple[float, float]


class Region(Enum):
    """The shape that is drawn around strokes."""

    RECTANGLE = "rectangle"
    LASSO = "lasso"


class SelectTool:
    """A gesture on a handle scales or turns, on a selected stroke or in the frame moves; a click
    on a stroke selects it and its group, with Shift adds or removes them; a drag from an empty
    place selects what is in the region. Guides are behind the strokes: see `GuideDrag`.

    What is dragged is committed at pen-up as one edit. Until then it is shown carried, and the
    committed strokes as ghosts.
    """

    def __init__(self, region: Region) -> None:
        self.region = region
        self._drag: _Drag | GuideDrag | None = None
        self._guide_click: tuple[int, float] | None = None
        self._hovering = PointerShape.ARROW

    @property
    def pointer(self) -> PointerShape:
        return self._hovering if self._drag is None else self._drag.pointer

    @property
    def active(self) -> bool:
        return self._drag is not None

    def hover(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        """Show by the pointer what a press here would do."""
        frame = frame_of(scene)
        handle = None if frame is None else frame.handle_at(sample.x, sample.y)
        if handle is not None:
            self._hovering = pointer_of(handle)
        elif (guide := self._free_guide(sample, scene)) is not None:
            self._hovering = pointer_at(scene.guides[guide])
        elif frame is not None and frame.contains(sample.x, sample.y):
            self._hovering = PointerShape.MOVE
        elif self.region is Region.LASSO:
            self._hovering = PointerShape.CROSS
        else:
            self._hovering = PointerShape.ARROW
        return ()

    def down(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        dropped = self.cancel()
        place = (sample.x, sample.y)
        frame = frame_of(scene)
        handle = None if frame is None else frame.handle_at(*place)
        touched = stroke_at(place, scene)
        if frame is not None and handle is not None:
            rule = _by_handle(frame, handle)
            self._drag = _Affine(place, scene, pointer_of(handle), rule, touched)
            return dropped
        if touched is not None:
            chosen = scene.selected
            if touched not in chosen:
                members = with_their_groups(scene.drawing, [touched])
                chosen = frozenset([*(chosen if scene.keys.shift else ()), *members])
            self._drag = _Affine(place, scene, PointerShape.MOVE, _by_move, touched)
            return (*dropped, Select(chosen)) if chosen != scene.selected else dropped
        guide = guide_at(place, scene)
        if guide is not None:
            return (*dropped, *self._down_on_guide(guide, sample, scene))
        if frame is not None and frame.contains(*place) and not scene.keys.shift:
            self._drag = _Affine(place, scene, PointerShape.MOVE, _by_move)
        else:
            self._drag = _Band(place, scene, self.region)
        return dropped

    def move(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        if self._drag is None:
            return ()
        return self._drag.to((sample.x, sample.y), scene)

    def up(self, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        drag = self._drag
        if drag is None:
            return ()
        shown = drag.to((sample.x, sample.y), scene)
        if isinstance(drag, GuideDrag) and drag.dragged:
            self._guide_click = None
        self._drag = None
        return (*shown, *drag.end(scene))

    def cancel(self) -> tuple[Effect, ...]:
        drag, self._drag = self._drag, None
        return () if drag is None else drag.clear()

    def _free_guide(self, sample: PenSample, scene: Scene) -> int | None:
        """The guide that a press here would take: no stroke lies over it."""
        place = (sample.x, sample.y)
        guide = guide_at(place, scene)
        return guide if guide is not None and stroke_at(place, scene) is None else None

    def _down_on_guide(self, number: int, sample: PenSample, scene: Scene) -> tuple[Effect, ...]:
        last, self._guide_click = self._guide_click, (number, sample.t_s)
        again = last is not None and last[0] == number and sample.t_s - last[1] < DOUBLE_CLICK_S
        self._drag = GuideDrag((sample.x, sample.y), scene, number, again=again)
        return (Select(frozenset()), Guiding(number))


def stroke_at(place: Place, scene: Scene) -> int | None:
    """The topmost stroke within reach of a place."""
    hit = scene.index.touched_by(place, place, CLICK_REACH_PX / scene.scale)
    return int(hit[-1]) if len(hit) else None


class _Drag:
    """A gesture from its first place on."""

    pointer = PointerShape.CROSS

    def __init__(self, start: Place) -> None:
        self.start = start
        self.dragged = False

    def to(self, place: Place, scene: Scene) -> tuple[Effect, ...]:
        """The pointer is here now."""
        way = math.hypot(place[0] - self.start[0], place[1] - self.start[1])
        self.dragged = self.dragged or way * scene.scale > DRAG_AFTER_PX
        return self.show(place, scene) if self.dragged else ()

    def show(self, place: Place, scene: Scene) -> tuple[Effect, ...]:
        """What is seen while dragging."""
        raise NotImplementedError

    def end(self, scene: Scene) -> tuple[Effect, ...]:
        """The pointer is up."""
        raise NotImplementedError

    def clear(self) -> tuple[Effect, ...]:
        """Nothing of the gesture is seen any more."""
        raise NotImplementedError


class _Band(_Drag):
    """A rectangle or lasso is being drawn."""

    def __init__(self, start: Place, scene: Scene, region: Region) -> None:
        super().__init__(start)
        self._lasso = region is Region.LASSO
        self._kept = scene.selected if scene.keys.shift else frozenset[int]()
        self._way = [start]

    def show(self, place: Place, scene: Scene) -> tuple[Effect, ...]:  # noqa: ARG002
        self._way.append(place)
        polygon = self._polygon()
        return (Hint((np.concatenate([polygon, polygon[:1]]),)),)

    def end(self, scene: Scene) -> tuple[Effect, ...]:
        found: list[int] = []
        if self.dragged:
            found = strokes_in(scene.index, scene.drawing.strokes, self._polygon())
        ids = frozenset([*self._kept, *with_their_groups(scene.drawing, found)])
        return (*self.clear(), Select(ids)) if ids != scene.selected else self.clear()

    def clear(self) -> tuple[Effect, ...]:
        return (Hint(),) if self.dragged else ()

    def _polygon(self) -> FloatArray:
        if self._lasso:
            return np.array(self._way)
        (x0, y0), (x1, y1) = self.start, self._way[-1]
        return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])


Rule = Callable[[Place, Place, Keys], FloatArray]
"""From the places where the drag began and is now to a (2, 3) affine."""


class _Affine(_Drag):
    """The selected strokes are moved, scaled or turned.

    Args:
        touched: the stroke the gesture began on, if any; a click without a drag is about it.
    """

    def __init__(
        self,
        start: Place,
        scene: Scene,
        pointer: PointerShape,
        rule: Rule,
        touched: int | None = None,
    ) -> None:
        super().__init__(start)
        self.pointer = pointer
        self._rule = rule
        self._touched = touched
        self._selected_before = scene.selected
        self._drawing: Drawing | None = None
        self._affine: FloatArray | None = None

    def show(self, place: Place, scene: Scene) -> tuple[Effect, ...]:
        self._affine = self._rule(self.start, place, scene.keys)
        if self._rule is _by_move:
            self._affine = _on_lines(self._affine, scene)
        # The canvas forgets ghosts when the drawing changes under the gesture (say, an undo).
        anew = scene.drawing is not self._drawing
        self._drawing = scene.drawing
        return (*((Ghost(scene.selected),) if anew else ()), Carry(self._affine))

    def end(self, scene: Scene) -> tuple[Effect, ...]:
        if self._affine is None:
            return self._click(scene)
        if not scene.selected:
            return self.clear()
        drawing = transformed(scene.drawing, scene.selected, self._affine)
        return (*self.clear(), Commit(drawing, self._text(len(scene.selected))))

    def clear(self) -> tuple[Effect, ...]:
        return (Carry(None), Ghost(frozenset())) if self._affine is not None else ()

    def _text(self, number: int) -> str:
        verb = tr("Move") if self._rule is _by_move else tr("Transform")
        if self.pointer is PointerShape.ROTATE:
            verb = tr("Rotate")
        return (
            tr("{verb} stroke").format(verb=verb)
            if number == 1
            else tr("{verb} {number} strokes").format(verb=verb, number=number)
        )

    def _click(self, scene: Scene) -> tuple[Effect, ...]:
        """Down and up in the same place: a choice among what is selected."""
        if self._touched is None:
            return (Select(frozenset()),) if self._rule is _by_move else ()
        ids = with_their_groups(scene.drawing, [self._touched])
        if scene.keys.shift:
            was_selected = self._touched in self._selected_before
            ids = scene.selected - ids if was_selected else scene.selected | ids
        return (Select(ids),) if ids != scene.selected else ()


def _on_lines(affine: FloatArray, scene: Scene) -> FloatArray:
    """A move that brings an edge of what is selected to a line, if one is near."""
    if not scene.selected or (scene.snap_px is None and not scene.keeps_to_guides):
        return affine
    strokes = [scene.drawing.strokes[i].xy for i in scene.selected]
    low = np.min([xy.min(axis=0) for xy in strokes], axis=0) + affine[:, 2]
    high = np.max([xy.max(axis=0) for xy in strokes], axis=0) + affine[:, 2]
    on_lines = affine.copy()
    # An axis that Shift has locked stays so.
    on_lines[:, 2] += np.where(affine[:, 2], shift_of(low, high, scene), 0.0)
    return on_lines


def _by_move(start: Place, place: Place, keys: Keys) -> FloatArray:
    return movement(place[0] - start[0], place[1] - start[1], keys)


def _by_handle(frame: Frame, handle: Handle) -> Rule:
    if handle is Handle.ROTATE:
        return frame.rotation

    def scaling(start: Place, place: Place, keys: Keys) -> FloatArray:
        return frame.scaling(handle, place[0] - start[0], place[1] - start[1], keys)

    return scaling
