"""Guides: lines across the page to draw along. Part of the drawing, but of no picture of it.

Changes are from one drawing to the next, to be committed with `Document.apply`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from app.document.stroke import to_grid_number

if TYPE_CHECKING:
    from app.document.drawing import Drawing

MAX_GUIDES = 200
"""In one drawing."""


class Guide(NamedTuple):
    """A line from one edge of the page to the other.

    Attributes:
        is_level: it lies at this y; an upright one stands at this x.
        at_px: from the page's upper or left edge.
    """

    is_level: bool
    at_px: float

    @property
    def axis(self) -> int:
        """Which coordinate it fixes: 0 for x, 1 for y."""
        return int(self.is_level)


def tidy(guides: tuple[Guide, ...]) -> tuple[Guide, ...]:
    """The guides on the grid of 1/1000 px.

    Raises:
        ValueError: if one lies nowhere.
    """
    if not all(math.isfinite(each.at_px) for each in guides):
        raise ValueError("a guide needs a place")
    return tuple(Guide(bool(level), to_grid_number(at_px)) for level, at_px in guides)


def with_guide(drawing: Drawing, guide: Guide) -> Drawing:
    """With one more guide, the last one.

    Raises:
        InputError: if there are too many.
    """
    return replace(drawing, guides=(*drawing.guides, guide))


def with_guide_at(drawing: Drawing, number: int, at_px: float) -> Drawing:
    """With a guide, counted from 0, elsewhere; without it if that is beyond the page.

    Raises:
        IndexError: if there is no such guide.
    """
    guide = Guide(drawing.guides[number].is_level, at_px)
    if not is_on_page(drawing, guide):
        return without_guide(drawing, number)
    guides = tidy((*drawing.guides[:number], guide, *drawing.guides[number + 1 :]))
    return drawing if guides == drawing.guides else replace(drawing, guides=guides)


def without_guide(drawing: Drawing, number: int) -> Drawing:
    """Without a guide, counted from 0.

    Raises:
        IndexError: if there is no such guide.
    """
    others = list(drawing.guides)
    del others[number]
    return replace(drawing, guides=tuple(others))


def without_guides(drawing: Drawing) -> Drawing:
    """Without any; `drawing` if there are none."""
    return replace(drawing, guides=()) if drawing.guides else drawing


def is_on_page(drawing: Drawing, guide: Guide) -> bool:
    """Whether it can be seen."""
    return 0 <= guide.at_px <= length_across(drawing, guide)


def length_across(drawing: Drawing, guide: Guide) -> float:
    """The side of the page (px) along which a guide can be moved."""
    return drawing.height_px if guide.is_level else drawing.width_px
