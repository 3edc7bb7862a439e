"""A drawing: a page and its strokes, immutable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.document.stroke import Stroke, to_grid_number
from engine.errors import InputError
from engine.strokes import Bounds

DEFAULT_WIDTH_PX = 1024.0
DEFAULT_HEIGHT_PX = 768.0
MAX_SIDE_PX = 100_000.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """The strokes in drawing order on a white page; the id of a stroke is its place, from 0.

    Strokes are shared with the drawings an edit was made from. The page's sides are rounded to
    1/1000 px.

    Raises:
        InputError: on a page without area or with a side over `MAX_SIDE_PX`.
    """

    strokes: tuple[Stroke, ...] = ()
    width_px: float = DEFAULT_WIDTH_PX
    height_px: float = DEFAULT_HEIGHT_PX

    def __post_init__(self) -> None:
        for name in ("width_px", "height_px"):
            side = to_grid_number(getattr(self, name))
            if not 0 < side <= MAX_SIDE_PX:
                raise InputError(f"A page cannot have a side of {side:g} px.")
            object.__setattr__(self, name, side)

    def adding(self, *strokes: Stroke) -> Drawing:
        """With `strokes` drawn on top."""
        return replace(self, strokes=(*self.strokes, *strokes))

    def without(self, ids: Iterable[int]) -> Drawing:
        """Without the strokes of these ids; `self` if there are none.

        Raises:
            IndexError: if the drawing has no such stroke.
        """
        gone = set(ids)
        if not gone:
            return self
        self._check_ids(gone)
        return replace(self, strokes=tuple(s for i, s in enumerate(self.strokes) if i not in gone))

    def replacing(self, strokes: Mapping[int, Stroke]) -> Drawing:
        """With other strokes in the places of these ids; `self` if there are none.

        Raises:
            IndexError: if the drawing has no such stroke.
        """
        if not strokes:
            return self
        self._check_ids(strokes)
        return replace(self, strokes=tuple(strokes.get(i, s) for i, s in enumerate(self.strokes)))

    def dividing(self, pieces: Mapping[int, Sequence[Stroke]]) -> Drawing:
        """With each of these strokes replaced by its pieces, none or several; `self` if none is.

        Raises:
            IndexError: if the drawing has no such stroke.
        """
        if not pieces:
            return self
        self._check_ids(pieces)
        strokes: list[Stroke] = []
        for i, stroke in enumerate(self.strokes):
            strokes.extend(pieces.get(i, (stroke,)))
        return replace(self, strokes=tuple(strokes))

    def reordered(self, order: Sequence[int]) -> Drawing:
        """With the stroke `order[i]` in place i; `self` if each stays where it is.

        Raises:
            ValueError: if `order` does not name every id once.
        """
        if sorted(order) != list(range(len(self.strokes))):
            raise ValueError("an order names every stroke once")
        if all(i == each for i, each in enumerate(order)):
            return self
        return replace(self, strokes=tuple(self.strokes[i] for i in order))

    def bounds(self) -> Bounds | None:
        """(x0, y0, x1, y1) of all ink in px, or None without strokes."""
        if not self.strokes:
            return None
        x0s, y0s, x1s, y1s = zip(*(stroke.bounds() for stroke in self.strokes), strict=True)
        return min(x0s), min(y0s), max(x1s), max(y1s)

    def _check_ids(self, ids: Iterable[int]) -> None:
        for stroke_id in ids:
            if not 0 <= stroke_id < len(self.strokes):
                raise IndexError(f"no stroke {stroke_id} in a drawing of {len(self.strokes)}")
