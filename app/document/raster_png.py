"""Drawings to antialiased images: round caps and joins, width by pressure, opacity per stroke."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from app.document.atomic import write_atomically
from app.document.drawing import Drawing
from app.document.ink_coverage import stroke_coverage
from app.document.stroke import Stroke
from engine.errors import InputError
from engine.strokes import FloatArray, sample_beziers

MAX_PIXELS = 100_000_000


def drawing_to_image(
    drawing: Drawing, scale: float = 1.0, background: str = "#ffffff"
) -> Image.Image:
    """The page as an RGB image.

    Args:
        drawing: what to paint, in drawing order.
        scale: image px per document px.
        background: "#rrggbb" of the paper.

    Raises:
        InputError: if the image would have more than `MAX_PIXELS`, or no size.
    """
    if not (np.isfinite(scale) and scale > 0):
        raise InputError("The scale of an image must be a positive number.")
    width = max(1, round(drawing.width_px * scale))
    height = max(1, round(drawing.height_px * scale))
    if width * height > MAX_PIXELS:
        raise InputError(
            f"An image of {width} x {height} px is too large; "
            f"it may have {MAX_PIXELS // 1_000_000} megapixels."
        )
    image = Image.new("RGB", (width, height), background)
    for stroke in drawing.strokes:
        _paint(image, stroke, scale)
    return image


def write_png(path: str | Path, drawing: Drawing, scale: float = 1.0) -> None:
    """Write `drawing_to_image` as a PNG file, atomically.

    Raises:
        InputError: if the image would be too large, or the file cannot be written.
    """
    content = io.BytesIO()
    drawing_to_image(drawing, scale).save(content, "PNG")
    write_atomically(path, content.getvalue())


def _paint(image: Image.Image, stroke: Stroke, scale: float) -> None:
    places, radii = _line(stroke, scale)
    parts = list(stroke_coverage(places, radii, image.size))
    if not parts:
        return
    left, top = min(x for x, _, _ in parts), min(y for _, y, _ in parts)
    right = max(x + part.shape[1] for x, _, part in parts)
    bottom = max(y + part.shape[0] for _, y, part in parts)
    alpha = np.zeros((bottom - top, right - left), dtype=np.uint8)
    for x, y, part in parts:
        height, width = part.shape
        window = alpha[y - top : y - top + height, x - left : x - left + width]
        values = np.rint(part * (255 * stroke.opacity)).astype(np.uint8)
        np.maximum(window, values, out=window)
    image.paste(stroke.colour, (left, top, right, bottom), Image.fromarray(alpha))


def _line(stroke: Stroke, scale: float) -> tuple[FloatArray, FloatArray]:
    """(N, 2) places and (N,) radii of a stroke in image px."""
    if stroke.beziers is not None and scale > 1:
        places = sample_beziers(stroke.beziers, 1 / scale) * scale
        return places, np.full(len(places), 0.5 * stroke.width_px * scale)
    return stroke.xy * scale, 0.5 * scale * stroke.local_widths_px()
