"""The drawing and the photo as square canvases, and where those squares lie on each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from engine.abstraction.framing import Framing
from engine.attribution.framing import LINE_WIDTH, MARGIN, frame_strokes, ink_frame
from engine.correspondence.flow import Square
from engine.errors import InputError
from engine.photo import Photo
from engine.strokes import Bounds, FloatArray

_INK = 200
"""Grey values below are ink."""
_EVEN = 3.0
"""Standard deviation of grey values up to which a photo shows nothing."""
_FOR_GREY = np.array([0.299, 0.587, 0.114], np.float32)


def photo_canvas(photo: Photo, side: int) -> tuple[torch.Tensor, Square]:
    """The photo set into a square on white, (1, 3, side, side) in [0, 1], and that square.

    Raises:
        InputError: the photo is of one colour.
    """
    height, width, _ = photo.rgb.shape
    framing = Framing(width, height, side)
    canvas = framing.to_canvas(photo.rgb)
    left, top, right, bottom = framing.box
    seen = canvas[0, :, top:bottom, left:right]
    if float((seen * 255).std((1, 2), correction=0).max()) < _EVEN:
        raise InputError("The photo is of one even colour: there is nothing on it to find.")
    corner = framing.to_photo(np.zeros(2))
    extent = framing.to_photo(np.full(2, side)) - corner
    return canvas, Square(*corner.tolist(), *extent.tolist())


def strokes_canvas(
    strokes: Sequence[FloatArray], frame: Bounds | None, side: int
) -> tuple[torch.Tensor, Square]:
    """Strokes in black on white, (1, 3, side, side) in [0, 1], and the square of the page.

    Args:
        strokes: (N, 2) polylines in px of the page.
        frame: see `CorrespondPayload`.
        side: of the canvas in px.

    Raises:
        InputError: there are none, a point is not a number, or all of them lie outside the frame.
    """
    framed = frame_strokes(strokes, frame)
    square = Square.around(frame if frame is not None else ink_frame(strokes))
    canvas = _drawn(framed.lines, side)
    if not bool((canvas < _INK / 255).any()):
        raise InputError("None of the drawing lies where the photo is.")
    return canvas, square


def _drawn(lines: Sequence[FloatArray], side: int) -> torch.Tensor:
    """(1, 3, side, side) of lines on the unit square: drawn at twice the size and averaged.

    Nothing is differentiated here, so Pillow draws: a few ms, where stamps take a hundred.
    """
    large = 2 * side
    image = Image.new("L", (large, large), 255)
    pen = ImageDraw.Draw(image)
    width = round(LINE_WIDTH * large)
    for line in lines:
        path = [tuple(point) for point in (line * large).tolist()]
        pen.line(path if len(path) > 1 else path * 2, 0, width, "curve")
        # The ends are round, and so is a dot, of which `line` draws nothing.
        for x, y in (path[0], path[-1]):
            pen.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), 0)
    grey = torch.from_numpy(np.array(image.reduce(2), np.float32) / 255)
    return grey.expand(1, 3, -1, -1).contiguous()


def image_canvas(
    image: NDArray[np.uint8], frame: Bounds | None, side: int
) -> tuple[torch.Tensor, Square]:
    """As `strokes_canvas`, for the (H, W, 3) uint8 image of a drawing.

    Raises:
        InputError: it is blank where it is to be looked at.
    """
    grey = image.astype(np.float32) @ _FOR_GREY
    if frame is None:
        rows, columns = np.nonzero(grey < _INK)
        if not len(rows):
            raise InputError("The sketch is blank: draw something first.")
        x0, x1 = columns.min().item(), columns.max().item() + 1
        y0, y1 = rows.min().item(), rows.max().item() + 1
        reach = max(x1 - x0, y1 - y0) * MARGIN / (1 - 2 * MARGIN)
        frame = (x0 - reach, y0 - reach, x1 + reach, y1 + reach)
    square = Square.around(frame)
    cut = _cut(Image.fromarray(image), square, side)
    if not bool((cut @ _FOR_GREY < _INK).any()):
        raise InputError("The sketch is blank: draw something first.")
    canvas = torch.from_numpy(cut / 255).permute(2, 0, 1)[None]
    return canvas.contiguous(), square


def _cut(image: Image.Image, square: Square, side: int) -> NDArray[np.float32]:
    """(side, side, 3) float32 of the square part of an image on endless white paper."""
    scale = side / square.width
    x0, y0 = max(square.left, 0.0), max(square.top, 0.0)
    x1 = min(square.left + square.width, image.width)
    y1 = min(square.top + square.height, image.height)
    paper = Image.new("RGB", (side, side), "white")
    size = max(round((x1 - x0) * scale), 1), max(round((y1 - y0) * scale), 1)
    if x1 > x0 and y1 > y0:
        place = round((x0 - square.left) * scale), round((y0 - square.top) * scale)
        paper.paste(image.resize(size, Image.Resampling.BICUBIC, (x0, y0, x1, y1)), place)
    return np.asarray(paper, np.float32)
