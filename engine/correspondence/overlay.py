"""A picture of a correspondence: drawing, photo under the flow, and photo warped to the drawing."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.correspondence.flow import Square
from engine.correspondence.messages import Correspondence
from engine.correspondence.warping import cut_out, flow_grid, photo_to_drawing
from engine.strokes import FloatArray

SIDE_PX = 480
_GAP_PX = 12
_SURE, _UNSURE = np.array([0, 150, 136]), np.array([200, 200, 200])


def overlay_picture(
    found: Correspondence,
    photo: NDArray[np.uint8],
    lines: Sequence[FloatArray] = (),
    image: NDArray[np.uint8] | None = None,
    points: FloatArray | None = None,
    side_px: int = SIDE_PX,
) -> Image.Image:
    """Three squares: the drawing, the photo under the flow, the photo warped to the drawing.

    Lines of the flow are grey where the match is not sure. Points have the same colour on both.

    Args:
        found: what to show.
        photo: (H, W, 3) uint8.
        lines: the drawing's strokes, in its px; or
        image: (H, W, 3) uint8 of the drawing.
        points: (N, 2) in px of the drawing.
        side_px: of each square.
    """
    sheet = Image.new("RGB", (3 * side_px + 2 * _GAP_PX, side_px), (235, 235, 235))
    drawing = _drawing(found, lines, image, side_px)
    matched = _picture(photo, found.photo_square, side_px)
    on_sketch, on_photo = flow_grid(found)
    for line, match in zip(on_sketch, on_photo, strict=True):
        sure = match.confidence
        _stroke(drawing, found.sketch_square.to_unit(line) * side_px, sure)
        _stroke(matched, found.photo_square.to_unit(match.points) * side_px, sure)
    if points is not None and len(points):
        there = found.to_photo(points)
        _dots(drawing, found.sketch_square.to_unit(points) * side_px)
        _dots(matched, found.photo_square.to_unit(there.points) * side_px, there.confidence)
    warped = Image.fromarray(photo_to_drawing(found, photo, side_px).at(1.0))
    _ink_over(warped, found, lines, image, side_px)
    sheet.paste(drawing, (0, 0))
    sheet.paste(matched, (side_px + _GAP_PX, 0))
    sheet.paste(warped, (2 * (side_px + _GAP_PX), 0), warped)
    return sheet


def _drawing(
    found: Correspondence,
    lines: Sequence[FloatArray],
    image: NDArray[np.uint8] | None,
    side_px: int,
) -> Image.Image:
    if image is not None:
        return _picture(image, found.sketch_square, side_px)
    paper = Image.new("RGB", (side_px, side_px), "white")
    _draw_lines(paper, found, lines, side_px)
    return paper


def _ink_over(
    warped: Image.Image,
    found: Correspondence,
    lines: Sequence[FloatArray],
    image: NDArray[np.uint8] | None,
    side_px: int,
) -> None:
    """The drawing's ink over the warped photo."""
    drawing = _drawing(found, lines, image, side_px).convert("L")
    warped.paste((20, 20, 20, 255), (0, 0), drawing.point(lambda grey: 255 - grey))


def _draw_lines(
    paper: Image.Image, found: Correspondence, lines: Sequence[FloatArray], side_px: int
) -> None:
    pen = ImageDraw.Draw(paper)
    for line in lines:
        path = [tuple(each) for each in (found.sketch_square.to_unit(line) * side_px).tolist()]
        pen.line(path if len(path) > 1 else path * 2, "black", max(side_px // 120, 1), "curve")


def _picture(pixels: NDArray[np.uint8], square: Square, side_px: int) -> Image.Image:
    paper = Image.new("RGBA", (side_px, side_px), "white")
    return Image.alpha_composite(paper, cut_out(pixels, square, side_px)).convert("RGB")


def _stroke(picture: Image.Image, path: FloatArray, sure: FloatArray) -> None:
    pen = ImageDraw.Draw(picture)
    for start, end, share in zip(path[:-1], path[1:], (sure[:-1] + sure[1:]) / 2, strict=True):
        colour = _UNSURE + share * (_SURE - _UNSURE)
        pen.line([tuple(start), tuple(end)], tuple(colour.astype(int).tolist()), 1)


def _dots(picture: Image.Image, places: FloatArray, sure: FloatArray | None = None) -> None:
    """Each point in its own colour; not filled where the match is not sure."""
    pen = ImageDraw.Draw(picture)
    for number, (x, y) in enumerate(places.tolist()):
        red, green, blue = colorsys.hsv_to_rgb(number / len(places), 0.9, 0.9)
        colour = (round(255 * red), round(255 * green), round(255 * blue))
        filled = sure is None or sure[number] >= 0.5
        box = (x - 5, y - 5, x + 5, y + 5)
        pen.ellipse(box, fill=colour if filled else None, outline=colour, width=2)
