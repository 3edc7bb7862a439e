"""Filled shapes of other programs' SVG as filled strokes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from app.document.stroke import Stroke
from app.document.svg_clip import ClipShape
from engine.strokes import FloatArray


def joined(outlines: Sequence[FloatArray], style: Stroke, even_odd: bool) -> Stroke:
    """One line round several closed (N, 2) outlines, in the style of a stroke.

    The way from one to the next is gone forth and back, so it encloses nothing, and the winding
    number of a place is the sum of those of the outlines. Holes by the even-odd rule are turned
    round where they need it for the winding rule.
    """
    if even_odd:
        outlines = [_turned(each, outlines) for each in outlines]
    home = outlines[0][:1]
    ways = [part for each in outlines for part in (each, each[:1], home)]
    return Stroke.from_polyline(
        np.concatenate(ways), style.width_px, style.colour, style.opacity
    ).on_layer(style.layer)


def _turned(outline: FloatArray, outlines: Sequence[FloatArray]) -> FloatArray:
    """Clockwise if an even number of the others lie around it, else counter-clockwise."""
    others = [each for each in outlines if each is not outline]
    around = sum(ClipShape.of_outlines([each], True).covers(outline[:1])[0] for each in others)
    following = np.roll(outline, -1, axis=0)
    area = (outline[:, 0] * following[:, 1] - following[:, 0] * outline[:, 1]).sum()
    return outline if (area > 0) == (around % 2 == 0) else outline[::-1]
