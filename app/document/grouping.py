"""Groups: strokes that are selected and moved as one. From one drawing to the next.

A stroke names its group (`Stroke.group`), as it names its layer: an edit that knows nothing of
groups leaves each stroke in its own. A group may reach over layers; groups within groups there are
none, so grouping takes strokes out of the groups they were in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.document.drawing import Drawing
from app.document.stroke import NO_GROUP, Stroke


def with_their_groups(drawing: Drawing, ids: Iterable[int]) -> frozenset[int]:
    """These strokes and all others of their groups."""
    chosen = frozenset(ids)
    groups = {drawing.strokes[i].group for i in chosen} - {NO_GROUP}
    if not groups:
        return chosen
    return chosen | {i for i, stroke in enumerate(drawing.strokes) if stroke.group in groups}


def grouped(drawing: Drawing, ids: Iterable[int]) -> Drawing:
    """With these strokes in one new group; `drawing` if they are all of one already.

    Raises:
        IndexError: if the drawing has no such stroke.
        InputError: if one of them is on a locked layer.
    """
    chosen = sorted(set(ids))
    groups = {drawing.strokes[i].group for i in chosen}
    if len(chosen) < 2 or (len(groups) == 1 and groups != {NO_GROUP}):
        return drawing
    number = _free_group(drawing.strokes)
    return drawing.replacing({i: drawing.strokes[i].in_group(number) for i in chosen})


def ungrouped(drawing: Drawing, ids: Iterable[int]) -> Drawing:
    """With these strokes in no group; `drawing` if they are in none.

    Raises:
        IndexError: if the drawing has no such stroke.
        InputError: if one of them is on a locked layer.
    """
    members = [i for i in ids if drawing.strokes[i].group != NO_GROUP]
    return drawing.replacing({i: drawing.strokes[i].in_group(NO_GROUP) for i in members})


def in_groups_of_their_own(drawing: Drawing, strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes that are to come into a drawing, their groups not those that are there."""
    groups = sorted({stroke.group for stroke in strokes} - {NO_GROUP})
    first = _free_group(drawing.strokes) if groups else NO_GROUP
    number_of = {group: first + i for i, group in enumerate(groups)}
    return [stroke.in_group(number_of.get(stroke.group, NO_GROUP)) for stroke in strokes]


def _free_group(strokes: Iterable[Stroke]) -> int:
    return max((stroke.group for stroke in strokes), default=NO_GROUP) + 1
