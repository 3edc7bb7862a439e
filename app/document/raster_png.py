"""Drawings to antialiased images: round caps and joins, width by pressure, layers faded as one."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageColor

from app.document.atomic import write_atomically
from app.document.drawing import Drawing
from app.document.fill_coverage import fill_coverage
from app.document.ink_coverage import stroke_coverage
from app.document.stacking import painted_sheets
from app.document.stroke import Stroke
from app.translation import tr
from engine.errors import InputError
from engine.strokes import FloatArray, sample_beziers

Alpha = npt.NDArray[np.uint8]
"""(H, W)"""

MAX_PIXELS = 100_000_000
_BAND_ROWS = 256
"""Blended at a time, so that the arrays stay small."""


def drawing_to_image(
    drawing: Drawing, scale: float = 1.0, background: str | None = "#ffffff"
) -> Image.Image:
    """The page as an RGB image, or an RGBA one without a background.

    Args:
        drawing: what to paint; hidden layers are left out.
        scale: image px per document px.
        background: "#rrggbb" of the paper; None for a transparent one.

    Raises:
        InputError: if the image would have more than `MAX_PIXELS`, or no size.
    """
    size = image_size(drawing, scale)
    image = Image.new("RGB", size, background) if background else _glass(size)
    for sheet in painted_sheets(drawing):
        opaque = sheet.layer.opacity == 1
        ground = image if opaque else _glass(size)
        for stroke_id in sheet.ids:
            _paint(ground, drawing.strokes[stroke_id], scale)
        if not opaque:
            _lay(ground, image, sheet.layer.opacity)
    if background:
        return image
    return Image.frombuffer("RGBa", size, image.tobytes()).convert("RGBA")


def image_size(drawing: Drawing, scale: float) -> tuple[int, int]:
    """(width, height) of the page's image.

    Raises:
        InputError: as `drawing_to_image`.
    """
    if not (np.isfinite(scale) and scale > 0):
        raise InputError(tr("The scale of an image must be a positive number."))
    width = max(1, round(drawing.width_px * scale))
    height = max(1, round(drawing.height_px * scale))
    if width * height > MAX_PIXELS:
        raise InputError(
            tr(
                "An image of {width} x {height} px is too large; it may have {max_pixels} "
                "megapixels."
            ).format(width=width, height=height, max_pixels=MAX_PIXELS // 1000000)
        )
    return width, height


def drawing_to_png(
    drawing: Drawing, scale: float = 1.0, background: str | None = "#ffffff"
) -> bytes:
    """`drawing_to_image` as the content of a PNG file."""
    content = io.BytesIO()
    drawing_to_image(drawing, scale, background).save(content, "PNG")
    return content.getvalue()


def write_png(
    path: str | Path, drawing: Drawing, scale: float = 1.0, background: str | None = "#ffffff"
) -> None:
    """Write `drawing_to_image` as a PNG file, atomically.

    Raises:
        InputError: if the image would be too large, or the file cannot be written.
    """
    write_atomically(path, drawing_to_png(drawing, scale, background))


def _glass(size: tuple[int, int]) -> Image.Image:
    """Nothing, to paint on; the fourth channel is alpha, and the colours are premultiplied by it.

    Pillow must not know: into an image with alpha it pastes colours that are not premultiplied.
    """
    return Image.new("RGBX", size, (0, 0, 0, 0))


def _lay(glass: Image.Image, image: Image.Image, opacity: float) -> None:
    """Lay the painted glass, faded to `opacity`, over the image; both of the same size."""
    box = glass.getbbox()
    if box is None:
        return
    left, top, right, bottom = box
    channels = len(image.getbands())
    for y in range(top, bottom, _BAND_ROWS):
        part = (left, y, right, min(y + _BAND_ROWS, bottom))
        over = np.asarray(glass.crop(part), dtype=np.float32) * opacity
        under = np.asarray(image.crop(part), dtype=np.float32)
        mixed = over[..., :channels] + under * (1 - over[..., 3:] / 255)
        values = np.rint(mixed).astype(np.uint8)
        band = Image.frombytes(image.mode, (right - left, part[3] - y), values.tobytes())
        image.paste(band, part)


def _paint(image: Image.Image, stroke: Stroke, scale: float) -> None:
    places, radii = _line(stroke, scale)
    if stroke.fill is not None and (area := fill_coverage(places, image.size)) is not None:
        x, y, covered = area
        values = np.rint(covered * (255 * stroke.opacity)).astype(np.uint8)
        _ink(image, stroke.fill, (x, y), values)
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
    _ink(image, stroke.colour, (left, top), alpha)


def _ink(image: Image.Image, colour: str, corner: tuple[int, int], alpha: Alpha) -> None:
    ink = (*ImageColor.getrgb(colour)[:3], 255)[: len(image.getbands())]
    image.paste(ink, corner, Image.fromarray(alpha))


def _line(stroke: Stroke, scale: float) -> tuple[FloatArray, FloatArray]:
    """(N, 2) places and (N,) radii of a stroke in image px."""
    if stroke.beziers is not None and scale > 1:
        places = sample_beziers(stroke.beziers, 1 / scale) * scale
        return places, np.full(len(places), 0.5 * stroke.width_px * scale)
    return stroke.xy * scale, 0.5 * scale * stroke.local_widths_px()
