"""A picture, or a region of one, as the 28 x 28 line drawing that the model sees."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch.nn.functional import avg_pool2d, max_pool2d

from engine.abstraction.xdog import xdog_edges
from engine.errors import InputError
from engine.sketchembed.canvas import INK_SIDE, SIDE_PX, Frame
from engine.sketchembed.messages import Reading
from engine.strokes import Bounds

_DETAIL = 4
_FINE_PX = _DETAIL * SIDE_PX
"""Lines are thinned and brought to one strength at this size before the last reduction."""
_WORKING_PX = 448
_EDGES_PX = 96
"""Photos are looked at this small: edges of details would only be clutter at 28 px."""
_EDGE_SIGMA_PX = 1.6
_EDGE_EPSILON = -0.01
"""Of XDoG, chosen by eye on scikit-image's photos: contours stay, texture goes."""
_SPECK_PX = 14
"""At `_EDGES_PX`: connected edges of fewer px are left out."""
_EVEN = 32
"""Grey levels that the background may vary by, and that ink must differ from it at least."""
_PAPER_SHARE = 0.7
_INK = 0.3
_THICK_PX = 15
"""At `_FINE_PX`: what is broader is a filled area, of which the outline is drawn."""
_LINE_STRENGTH = 0.9
MIN_REGION_PX = 4


def read_picture(
    rgb: NDArray[np.uint8], region: Bounds | None, reading: Reading
) -> tuple[torch.Tensor, Frame]:
    """Ink (1, 28, 28) float32 in [0, 1], and the square of the picture that it shows.

    A line drawing is framed by its ink, a photo as it is. Any size will do.

    Raises:
        InputError: the region is not in the picture, or there is nothing in it.
    """
    grey, left, top = _cropped(rgb, region)
    shrink = max(1, -(-max(grey.shape) // _WORKING_PX))
    background = float(np.median(_border(grey)))
    contrast = np.abs(grey.astype(np.float32) - background)
    if reading is Reading.AUTO:
        is_drawing = (contrast < _EVEN).mean() >= _PAPER_SHARE
        reading = Reading.LINES if is_drawing else Reading.EDGES
    if reading is Reading.LINES:
        ink = _reduced(contrast / max(float(contrast.max()), _EVEN), shrink)
        scale = float(shrink)
    else:
        ink, scale = _edges(grey)
    if not (ink > _INK).any():
        raise InputError("There is nothing to draw in this picture: it is even all over.")
    if reading is Reading.LINES:
        frame = Frame.around(_middle_box(ink > _INK))
    else:
        frame = Frame.around((0.0, 0.0, float(ink.shape[1]), float(ink.shape[0])), 0.95)
    image = _onto_canvas(ink, frame)
    placed = Frame(left + frame.x * scale, top + frame.y * scale, frame.side * scale)
    return image, placed


def _cropped(rgb: NDArray[np.uint8], region: Bounds | None) -> tuple[NDArray[np.uint8], int, int]:
    """Grey values of the region, and its left and top in px of the picture."""
    height, width = rgb.shape[:2]
    x0, y0, x1, y1 = (0.0, 0.0, float(width), float(height)) if region is None else region
    left, top = max(int(np.floor(x0)), 0), max(int(np.floor(y0)), 0)
    right, bottom = min(int(np.ceil(x1)), width), min(int(np.ceil(y1)), height)
    if right - left < MIN_REGION_PX or bottom - top < MIN_REGION_PX:
        raise InputError("This region of the picture is too small, or lies outside of it.")
    part = Image.fromarray(np.ascontiguousarray(rgb[top:bottom, left:right])).convert("L")
    return np.asarray(part), left, top


def _border(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])


def _reduced(ink: NDArray[np.float32], factor: int) -> NDArray[np.float32]:
    """Smaller by a whole factor; the strongest ink counts, so that thin lines stay lines."""
    image = torch.from_numpy(ink)[None, None]
    small: NDArray[np.float32] = max_pool2d(image, factor, ceil_mode=True)[0, 0].numpy()
    return small


def _edges(grey: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
    """XDoG edges at `_EDGES_PX`, and how many px of the picture one px of them is."""
    scale = max(grey.shape) / _EDGES_PX
    size = [max(round(side / scale), MIN_REGION_PX * 2) for side in grey.shape]
    small = Image.fromarray(grey).resize((size[1], size[0]), Image.Resampling.BOX)
    image = torch.from_numpy(np.asarray(small, np.float32) / 255)[None, None]
    spread = float(image.max() - image.min())
    if spread * 255 >= _EVEN:
        image = (image - image.min()) / spread
    edges = xdog_edges(image, _EDGE_SIGMA_PX, _EDGE_EPSILON)
    kept = _without_specks(edges > _INK)
    found: NDArray[np.float32] = (edges * kept if kept.any() else edges)[0, 0].numpy()
    return found, scale


def _middle_box(mask: NDArray[np.bool_]) -> Bounds:
    """Bounds of the lines' middles: half a line's width within those of the ink."""
    rows, columns = np.nonzero(mask)
    inner = mask[1:-1, 1:-1] & mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:]
    edge = max(len(rows) - int(inner.sum()), 1)
    # A line has two edges. Of a filled area an outline is drawn, `_THICK_PX` / 2 broad.
    extent = max(int(np.ptp(rows)), int(np.ptp(columns))) + 1
    width = min(2 * len(rows) / edge - 0.5, _THICK_PX / 2 * extent / (INK_SIDE * _FINE_PX))
    inset = min(width, float(np.ptp(rows)) + 1, float(np.ptp(columns)) + 1) / 2
    x0, y0 = columns.min() + inset, rows.min() + inset
    x1, y1 = columns.max() + 1 - inset, rows.max() + 1 - inset
    return float(x0), float(y0), float(x1), float(y1)


def _onto_canvas(ink: NDArray[np.float32], frame: Frame) -> torch.Tensor:
    """(1, 28, 28): resampled, filled areas outlined, lines of one strength."""
    source = Image.fromarray(ink).transform(
        (_FINE_PX * 2, _FINE_PX * 2),
        Image.Transform.EXTENT,
        frame.box,
        Image.Resampling.BILINEAR,
    )
    image = torch.from_numpy(np.array(source, np.float32))[None, None].clamp(0, 1)
    # Where a px of the picture is small, sampling could step over a line.
    image = max_pool2d(image, 2) if frame.side > 2 * _FINE_PX else avg_pool2d(image, 2)
    ink_there = (image > _INK).float()
    thick = _eroded(ink_there, _THICK_PX)
    lines = max_pool2d(_thinned(ink_there - thick), 3, stride=1, padding=1)
    image = avg_pool2d(lines, _DETAIL)
    peaks = image[(image == max_pool2d(image, 3, stride=1, padding=1)) & (image > 0.05)]
    if len(peaks):
        image = image / max(float(peaks.median()), 0.05) * _LINE_STRENGTH
    return image[0].clamp(0, 1)


def _eroded(mask: torch.Tensor, size: int) -> torch.Tensor:
    """What is left of (1, 1, H, W) truth values, as 0 and 1, where all in a square around are 1."""
    return -max_pool2d(-mask, size, stride=1, padding=size // 2)


def _thinned(mask: torch.Tensor) -> torch.Tensor:
    """Middle lines of areas at most `_THICK_PX` broad: Lantuéjoul's morphological skeleton."""
    skeleton = torch.zeros_like(mask)
    for _ in range(_THICK_PX // 2 + 1):
        eroded = _eroded(mask, 3)
        opened = max_pool2d(eroded, 3, stride=1, padding=1)
        skeleton = torch.maximum(skeleton, mask - opened)
        mask = eroded
    return skeleton


def _without_specks(mask: torch.Tensor) -> torch.Tensor:
    """(1, 1, H, W) truth values without the connected parts of fewer than `_SPECK_PX` px."""
    number = torch.arange(1, mask.numel() + 1, dtype=torch.float32).reshape(mask.shape) * mask
    while True:  # the highest number of a part spreads over all of it
        spread = max_pool2d(number, 3, stride=1, padding=1) * mask
        if torch.equal(spread, number):
            break
        number = spread
    part = number.long()
    size = torch.bincount(part.ravel())
    return mask & (size[part] >= _SPECK_PX)
