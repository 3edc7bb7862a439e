"""The page of another program's SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from app.document.drawing import MAX_SIDE_PX, Drawing
from app.document.svg_flatten import pixels, view_box

MIN_SIDE_PX = 16.0
"""Pages smaller than this (say, a viewBox of 1 by 1) and larger than `MAX_SIDE_PX` are scaled, so
that neither the grid nor the bounds of coordinates harm them."""
SCALED_SIDE_PX = 1024.0


@dataclass(frozen=True)
class ForeignPage:
    """Attributes:
    view_box: x, y, width and height in the file's user units of what the page shows.
    """

    width_px: float
    height_px: float
    view_box: tuple[float, float, float, float]

    def attributes(self, aspect: str | None) -> dict[str, str]:
        """Of an <svg> of this size; `aspect` is its preserveAspectRatio, if it has one."""
        attributes = {
            "width": repr(self.width_px),
            "height": repr(self.height_px),
            "viewBox": " ".join(map(repr, self.view_box)),
        }
        return attributes if aspect is None else {**attributes, "preserveAspectRatio": aspect}


def page_of(root: Element) -> ForeignPage | None:
    """The page a file asks for; one missing side follows from the viewBox, as in browsers."""
    width, height = (_positive(pixels(root.get(side))) for side in ("width", "height"))
    box = view_box(root.get("viewBox"))
    if box is None:
        if width is None or height is None:
            return None
        box = (0.0, 0.0, width, height)
    if width is None:
        width = box[2] if height is None else height * box[2] / box[3]
    if height is None:
        height = width * box[3] / box[2]
    longest = max(width, height)
    scale = 1.0 if MIN_SIDE_PX <= longest <= MAX_SIDE_PX else SCALED_SIDE_PX / longest
    return ForeignPage(width * scale, height * scale, box)


def _positive(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) and value > 0 else None


def on_fitting_page(drawing: Drawing) -> Drawing:
    """The drawing on a page that is grown to the right and down until it holds the strokes."""
    bounds = drawing.bounds()
    if bounds is None:
        return drawing
    return replace(
        drawing,
        width_px=min(max(drawing.width_px, math.ceil(bounds[2])), MAX_SIDE_PX),
        height_px=min(max(drawing.height_px, math.ceil(bounds[3])), MAX_SIDE_PX),
    )
