"""Edits of selected strokes: from a drawing and ids to the next drawing and the ids there.

Ids that follow are those of the same strokes after the edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum

from app.document.drawing import Drawing
from app.document.grouping import in_groups_of_their_own
from app.document.stroke import Stroke
from engine.strokes import FloatArray

Edit = tuple[Drawing, frozenset[int]]
"""The next drawing and the selected ids in it."""


class Order(Enum):
    """Where selected strokes go in the drawing order."""

    RAISE = "raise"
    LOWER = "lower"
    TOP = "top"
    BOTTOM = "bottom"


def transformed(drawing: Drawing, ids: Iterable[int], affine: FloatArray) -> Drawing:
    """With these strokes under a (2, 3) affine."""
    return drawing.replacing({i: drawing.strokes[i].transformed(affine) for i in ids})


def restyled(
    drawing: Drawing,
    ids: Iterable[int],
    width_px: float | None = None,
    colour: str | None = None,
    opacity: float | None = None,
) -> Drawing:
    """With another style of these strokes; what is None stays. `drawing` if nothing changes."""
    strokes = {i: drawing.strokes[i].with_style(width_px, colour, opacity) for i in ids}
    return drawing.replacing({i: s for i, s in strokes.items() if s != drawing.strokes[i]})


def duplicated(drawing: Drawing, ids: Iterable[int], dx_px: float, dy_px: float) -> Edit:
    """With copies of these strokes on top, moved; the copies are selected."""
    shift = ((1.0, 0.0, dx_px), (0.0, 1.0, dy_px))
    return added(drawing, [drawing.strokes[i].transformed(shift) for i in sorted(ids)])


def added(drawing: Drawing, strokes: Sequence[Stroke]) -> Edit:
    """With strokes on top, selected; their groups are not those that are there."""
    strokes = in_groups_of_their_own(drawing, strokes)
    first = len(drawing.strokes)
    return drawing.adding(*strokes), frozenset(range(first, first + len(strokes)))


def ordered(drawing: Drawing, ids: frozenset[int], order: Order) -> Edit:
    """With these strokes elsewhere in the drawing order of their layers.

    Among themselves they keep their order.
    """
    place = list(range(len(drawing.strokes)))
    for layer in {drawing.strokes[i].layer for i in ids}:
        own = [i for i, stroke in enumerate(drawing.strokes) if stroke.layer == layer]
        for i, each in zip(own, _ordered(own, ids, order), strict=True):
            place[i] = each
    return drawing.reordered(place), frozenset(i for i, each in enumerate(place) if each in ids)


def _ordered(own: list[int], ids: frozenset[int], order: Order) -> list[int]:
    """The ids of one layer in their new order."""
    chosen = [i for i in own if i in ids]
    others = [i for i in own if i not in ids]
    match order:
        case Order.TOP:
            return [*others, *chosen]
        case Order.BOTTOM:
            return [*chosen, *others]
        case Order.RAISE:
            return _stepped(own, ids)
        case Order.LOWER:
            return _stepped(own[::-1], ids)[::-1]


def _stepped(order: list[int], ids: frozenset[int]) -> list[int]:
    """Each of `ids` one place towards the end, unless all behind it are of `ids` as well."""
    stepped = list(order)
    for i in range(len(stepped) - 2, -1, -1):
        if stepped[i] in ids and stepped[i + 1] not in ids:
            stepped[i], stepped[i + 1] = stepped[i + 1], stepped[i]
    return stepped
