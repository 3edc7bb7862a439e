"""What a document tells its views after a change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import compress, count, islice
from operator import is_not

from app.document.drawing import Drawing
from app.document.stroke import Stroke


class ChangeKind(Enum):
    """Why the views are told."""

    EDIT = "edit"
    """The drawing was edited; also undo and redo."""
    LOAD = "load"
    """Another drawing took the place of this one."""
    SAVE = "save"
    """The drawing is the same; path and dirty mark may differ."""
    PHOTOS = "photos"
    """The drawing is the same; the document has other reference photos."""


@dataclass(frozen=True)
class Change:
    """From one drawing to the next.

    Attributes:
        old, new: the drawings; the same object after a save, and with other photos.
        kind: see `ChangeKind`.
    """

    old: Drawing
    new: Drawing
    kind: ChangeKind = ChangeKind.EDIT

    @property
    def page_changed(self) -> bool:
        """Whether the page has another size."""
        return (self.old.width_px, self.old.height_px) != (self.new.width_px, self.new.height_px)

    @property
    def guides_changed(self) -> bool:
        """Whether there are other guides, or they lie elsewhere."""
        return self.old.guides != self.new.guides

    @property
    def removed(self) -> tuple[Stroke, ...]:
        """Stroke objects of `old` whose ink must go, in drawing order."""
        return self._difference[0]

    @property
    def added(self) -> tuple[Stroke, ...]:
        """Stroke objects of `new` whose ink must come, in drawing order."""
        return self._difference[1]

    @property
    def restacked(self) -> frozenset[int]:
        """Ids of layers whose strokes look different as a whole: shown or hidden, faded or moved.

        Only layers that are there before and after; the strokes of others are among `removed` and
        `added`.
        """
        if self.old.layers == self.new.layers:
            return frozenset()
        looks = {layer.id: (layer.visible, layer.opacity) for layer in self.old.layers}
        kept = [layer for layer in self.new.layers if layer.id in looks]
        order = [layer.id for layer in kept]
        old_order = [layer.id for layer in self.old.layers if layer.id in set(order)]
        start, end = common_ends(old_order, order)
        moved = order[start : len(order) - end]
        faded = [each.id for each in kept if looks[each.id] != (each.visible, each.opacity)]
        return frozenset(moved + faded)

    @cached_property
    def _difference(self) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
        return difference(self.old.strokes, self.new.strokes)


def difference(
    old: tuple[Stroke, ...], new: tuple[Stroke, ...]
) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
    """(removed, added): by identity, what to erase from `old` and paint to come to `new`.

    Strokes that merely moved up or down in the drawing order count as removed and added, because
    what they cover changes.
    """
    if old is new:
        return (), ()
    start, end = common_ends(old, new)
    old_middle = old[start : len(old) - end]
    new_middle = new[start : len(new) - end]
    removed, old_kept = _split(old_middle, Counter(map(id, new_middle)))
    added, new_kept = _split(new_middle, Counter(map(id, old_middle)))
    if [id(stroke) for stroke in old_kept] != [id(stroke) for stroke in new_kept]:
        return old_middle, new_middle
    return removed, added


def common_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """(number at the start, number at the end) of the same objects, not overlapping."""
    global _last_ends
    last_old, last_new, ends = _last_ends
    if type(old) is type(new) is tuple and old is last_old and new is last_new:
        return ends
    shorter = min(len(old), len(new))
    start = _count_same(old, new, shorter)
    ends = start, _count_same(reversed(old), reversed(new), shorter - start)
    _last_ends = old, new, ends
    return ends


_last_ends: tuple[Sequence[object], Sequence[object], tuple[int, int]] = (), (), (0, 0)
"""What was compared last, and found: all who follow a drawing compare the same two tuples."""


def _count_same(one: Iterable[object], other: Iterable[object], most: int) -> int:
    """How many objects both begin with; without a loop in Python, for very large drawings."""
    return next(compress(count(), map(is_not, one, islice(other, most))), most)


def _split(
    strokes: tuple[Stroke, ...], others: Counter[int]
) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
    """(not among `others`, among them), each object matched as often as it is there."""
    alone: list[Stroke] = []
    matched: list[Stroke] = []
    for stroke in strokes:
        if others[id(stroke)] > 0:
            others[id(stroke)] -= 1
            matched.append(stroke)
        else:
            alone.append(stroke)
    return tuple(alone), tuple(matched)
