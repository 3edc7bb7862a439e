"""A small picture of a drawing, made in a moment: for file managers, recovery and the history."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageColor, ImageDraw

from app.document.drawing import Drawing
from app.document.stacking import painted_sheets
from app.document.stroke import Stroke

THUMBNAIL_PX = 256
_FINER = 3
"""Painted so many times larger without antialiasing, then averaged."""
_MOST_POINTS = 200
"""Of one stroke: more are not to be seen."""


def thumbnail(drawing: Drawing, side_px: int = THUMBNAIL_PX) -> Image.Image:
    """The page as an RGB image, its longer side `side_px`; width does not follow the pressure."""
    scale = side_px / max(drawing.width_px, drawing.height_px)
    width, height = (max(1, round(side * scale)) for side in (drawing.width_px, drawing.height_px))
    image = Image.new("RGB", (width * _FINER, height * _FINER), "#ffffff")
    draw = ImageDraw.Draw(image, "RGBA")
    for sheet in painted_sheets(drawing):
        for stroke_id in sheet.ids:
            _draw(draw, drawing.strokes[stroke_id], scale * _FINER, sheet.layer.opacity)
    return image.reduce(_FINER)


def thumbnail_png(drawing: Drawing, side_px: int = THUMBNAIL_PX) -> bytes:
    """`thumbnail` as the content of a PNG file."""
    content = io.BytesIO()
    thumbnail(drawing, side_px).save(content, "PNG")
    return content.getvalue()


def _draw(draw: ImageDraw.ImageDraw, stroke: Stroke, scale: float, opacity: float) -> None:
    # Nothing can be wider than the image, and Pillow takes its time with what is.
    widest_px = float(max(draw.im.size))
    width_px = min(max(float(stroke.local_widths_px().mean()) * scale, 1.0), widest_px)
    # A line thinner than a pixel is paler instead.
    thinness = min(float(stroke.width_px) * scale, 1.0)
    alpha = 255 * stroke.opacity * opacity
    ink = (*ImageColor.getrgb(stroke.colour)[:3], round(alpha * thinness**0.5))
    step = -(-len(stroke.xy) // _MOST_POINTS)
    ends = np.concatenate([stroke.xy[::step], stroke.xy[-1:]])
    # Far outside of the image there is nothing to paint, and Pillow's numbers end.
    reach = 4 * max(draw.im.size)
    places = np.clip(ends * scale, -reach, reach)
    if stroke.fill is not None and len(places) > 2:
        ground = (*ImageColor.getrgb(stroke.fill)[:3], round(alpha))
        draw.polygon(places.ravel().tolist(), fill=ground)
    if len(stroke.xy) == 1 or not np.ptp(places, axis=0).any():
        x, y = places[0].tolist()
        half = width_px / 2
        draw.ellipse((x - half, y - half, x + half, y + half), fill=ink)
    else:
        draw.line(places.ravel().tolist(), fill=ink, width=round(width_px), joint="curve")
