"""Which strokes of another program's SVG are a group.

A <g> among other things is a group, all that is in it together, as groups within groups there are
none here (see `app.document.grouping`). It is none if it has a single stroke, holds layers or
groups of our own, or is all there is in a file without layers: such a <g> only hands its transform
or its paint down, and the things in it count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.document.stroke import NO_GROUP, Stroke


@dataclass(frozen=True, slots=True)
class Thing:
    """A shape, a <g> or a layer.

    Attributes:
        strokes: of a shape, or of a layer with its groups; none of a <g>.
        parts: what is in a <g>.
        is_sheet: a layer, or a <g> that holds one or a group of our own: no group.
        own: its number, if it is a group of a file that was ours; the pieces of one group share it.
    """

    strokes: tuple[Stroke, ...] = ()
    parts: tuple[Thing, ...] = ()
    is_sheet: bool = False
    own: int = NO_GROUP

    def all_strokes(self) -> Iterator[Stroke]:
        """Its strokes and those of its parts, in drawing order."""
        yield from self.strokes
        for part in self.parts:
            yield from part.all_strokes()

    def is_seen(self) -> bool:
        """Whether there are any."""
        return next(self.all_strokes(), None) is not None


def g_of(parts: Iterable[Thing], own: int = NO_GROUP) -> Thing:
    """A <g> that is no layer."""
    parts = tuple(parts)
    is_sheet = own == NO_GROUP and any(part.is_sheet or part.own for part in parts)
    return Thing(parts=parts, is_sheet=is_sheet, own=own)


class GroupNumbers:
    """Gives every group of a file a number of its own."""

    def __init__(self) -> None:
        self._last = NO_GROUP
        self._of_own: dict[int, int] = {}

    def grouped(self, things: Iterable[Thing]) -> Iterator[Stroke]:
        """The strokes of things that lie beside each other, in their groups."""
        for thing in things:
            strokes = tuple(thing.all_strokes())
            if thing.is_sheet:
                yield from thing.strokes
                yield from self.grouped(thing.parts)
            elif thing.parts and (len(strokes) > 1 or thing.own):
                number = self._number(thing.own)
                yield from (stroke.in_group(number) for stroke in strokes)
            else:
                yield from strokes

    def of_file(self, thing: Thing) -> Iterator[Stroke]:
        """The strokes of a whole file, given as its outermost <g>."""
        seen = [thing]
        while len(seen) == 1 and seen[0].parts and not seen[0].own:
            seen = [part for part in seen[0].parts if part.is_seen()]
        yield from self.grouped(seen)

    def _number(self, own: int) -> int:
        if own not in self._of_own or own == NO_GROUP:
            self._last += 1
            self._of_own[own] = self._last
        return self._of_own[own]
