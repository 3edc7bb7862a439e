"""Quick, Draw! drawings as images, and any drawing framed the way the category head expects."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from PIL import Image, ImageDraw

from engine.attribution.framing import LINE_WIDTH, MARGIN
from engine.errors import InputError

_INK = 200
"""Grey values below are ink."""
_T = TypeVar("_T")


def read_quickdraw(path: Path) -> Iterator[tuple[str, list[Any]]]:
    """(word, drawing) of each line of an .ndjson or .ndjson.gz file, in order.

    Raises:
        InputError: the file is missing or a line is not such a record.
    """
    count = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for line in lines:
                record = json.loads(line)
                yield record["word"], record["drawing"]
                count += 1
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror or error}).") from error
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"Line {count + 1} of {path} is not a Quick, Draw! drawing.") from error


def first_strokes(drawing: Sequence[_T], share: float) -> Sequence[_T]:
    """What is there of a drawing after a share (0 to 1) of its strokes, rounded up."""
    return drawing[: max(1, math.ceil(share * len(drawing) - 1e-9))]


def rasterise_drawing(
    drawing: Iterable[Any], size: int, width: float = LINE_WIDTH, margin: float = MARGIN
) -> np.ndarray:
    """Strokes [[xs, ys, ...], ...] as black lines on white, centred, filling all but a margin.

    Drawn at twice the size and averaged, so that lines are antialiased.

    Args:
        drawing: coordinates of any range, y down.
        size: side of the image in px.
        width: of the line, as a fraction of the side.
        margin: white border, as a fraction of the side.

    Returns:
        (size, size) uint8.
    """
    strokes = [np.stack([np.asarray(s[0], float), np.asarray(s[1], float)], 1) for s in drawing]
    if not strokes:
        return np.full((size, size), 255, np.uint8)
    points = np.concatenate(strokes)
    low, high = points.min(0), points.max(0)
    side = 2 * size
    scale = side * (1 - 2 * margin) / max(float((high - low).max()), 1.0)
    shift = side / 2 - scale * (low + high) / 2
    image = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(image)
    for stroke in strokes:
        path = [tuple(p) for p in (stroke * scale + shift).tolist()]
        pen.line(path if len(path) > 1 else path * 2, 0, round(side * width), joint="curve")
    return np.asarray(image.reduce(2))


def frame_drawing(pixels: np.ndarray, size: int) -> np.ndarray:
    """Crop a drawing to its ink and set it in the middle of a square with the usual margin.

    Args:
        pixels: (H, W) uint8, dark on white.
        size: side of the result in px.

    Returns:
        (size, size) uint8; white if there is no ink.
    """
    rows, columns = np.nonzero(pixels < _INK)
    if not len(rows):
        return np.full((size, size), 255, np.uint8)
    ink = pixels[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    scale = size * (1 - 2 * MARGIN) / max(ink.shape)
    height, width = (max(1, round(side * scale)) for side in ink.shape)
    small = Image.fromarray(ink).resize((width, height), Image.Resampling.BOX)
    square = Image.new("L", (size, size), 255)
    square.paste(small, ((size - width) // 2, (size - height) // 2))
    return np.asarray(square)
