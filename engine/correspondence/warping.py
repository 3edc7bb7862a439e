"""What a correspondence is good for: warped pictures, pulled strokes, a grid that shows the flow.

Free of torch and quick enough for a slider (256 px: some milliseconds); any thread.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image

from engine.correspondence.flow import Flow, Matches, Square, cell_centres
from engine.correspondence.messages import Correspondence
from engine.strokes import Bounds, FloatArray

DEFAULT_SIDE_PX = 256
_MESH = 16
"""Facets along each side of a warped picture; bilinear within."""


class WarpedPicture:
    """A picture that can be warped along a flow as far as a slider says.

    Args:
        pixels: (H, W, 3) or (H, W, 4) uint8 of the picture that is warped.
        square: the part of it that was looked at.
        flow: from the unit square of the other picture to that of this one.
        side_px: of the result.
    """

    def __init__(
        self,
        pixels: NDArray[np.uint8],
        square: Square,
        flow: Flow,
        side_px: int = DEFAULT_SIDE_PX,
    ) -> None:
        self.side_px = side_px
        self._picture = cut_out(pixels, square, side_px)
        along = np.linspace(0.0, 1.0, _MESH + 1)
        self._corners = np.stack(np.meshgrid(along, along), -1)
        places = flow(self._corners.reshape(-1, 2)).points
        self._moves = places.reshape(self._corners.shape) - self._corners
        edges = np.round(along * side_px).astype(int).tolist()
        spans = list(itertools.pairwise(edges))
        self._boxes = [(x0, y0, x1, y1) for y0, y1 in spans for x0, x1 in spans]

    def at(self, t: float) -> NDArray[np.uint8]:
        """(S, S, 4) uint8: the picture as it is at t = 0, laid out like the other one at t = 1.

        To be laid over this picture's square at t = 0 and over the other's at t = 1. Transparent
        where there is nothing of the picture.
        """
        corners = (self._corners + t * self._moves) * self.side_px
        north_west, north_east = corners[:-1, :-1], corners[:-1, 1:]
        south_west, south_east = corners[1:, :-1], corners[1:, 1:]
        quads = np.concatenate([north_west, south_west, south_east, north_east], 2).reshape(-1, 8)
        warped = self._picture.transform(
            self._picture.size,
            Image.Transform.MESH,
            list(zip(self._boxes, quads.tolist(), strict=True)),
            Image.Resampling.BILINEAR,
        )
        return np.asarray(warped)


def photo_to_drawing(
    found: Correspondence, rgb: NDArray[np.uint8], side_px: int = DEFAULT_SIDE_PX
) -> WarpedPicture:
    """The photo, to be warped to the drawing.

    Args:
        found: the correspondence with it.
        rgb: (H, W, 3) uint8 of that photo.
        side_px: of the result.
    """
    return WarpedPicture(rgb, found.photo_square, found.forward, side_px)


def drawing_to_photo(
    found: Correspondence, rgb: NDArray[np.uint8], side_px: int = DEFAULT_SIDE_PX
) -> WarpedPicture:
    """An image of the drawing, whose px are those of the sketch, to be warped to the photo."""
    return WarpedPicture(rgb, found.sketch_square, found.backward, side_px)


def pull_points(
    found: Correspondence,
    points: ArrayLike,
    fraction: float,
    photo_on_page: Bounds | None = None,
) -> FloatArray:
    """Points of the drawing, moved along the flow.

    Args:
        found: a correspondence of strokes, whose px are those of the page.
        points: (N, 2) in px of the page.
        fraction: 0 leaves them, 1 moves them all the way.
        photo_on_page: (x0, y0, x1, y1) where the whole photo lies on the page, in px: points are
            pulled to their places there. None: the photo lies elsewhere, and the drawing keeps
            its place, size and turn; only its proportions follow the photo's.

    Returns:
        (N, 2).
    """
    start = np.asarray(points, np.float64).reshape(-1, 2)
    target = found.to_photo(start).points
    if photo_on_page is None:
        target = _similarity(found)(target)
    else:
        x0, y0, x1, y1 = photo_on_page
        scale = np.array([x1 - x0, y1 - y0]) / found.photo_size
        target = target * scale + (x0, y0)
    return np.asarray(start + fraction * (target - start), np.float64)


def flow_grid(
    found: Correspondence, lines: int = 9, points: int = 33
) -> tuple[list[FloatArray], list[Matches]]:
    """An even grid on the drawing and the same lines on the photo, to show the flow.

    Args:
        found: what to show.
        lines: in each direction.
        points: of each line.

    Returns:
        2 * `lines` polylines (`points`, 2) in px of the sketch, first the level ones from the top,
        then the upright ones from the left; and the same on the photo with confidences.
    """
    across, along = np.linspace(0, 1, lines), np.linspace(0, 1, points)
    level = [np.stack([along, np.full(points, y)], 1) for y in across]
    upright = [line[:, ::-1] for line in level]
    on_sketch = [found.sketch_square.to_px(line) for line in level + upright]
    return on_sketch, [found.to_photo(line) for line in on_sketch]


def mean_confidence(found: Correspondence, strokes: Sequence[FloatArray]) -> float:
    """How sure the match of a drawing's ink is, in [0, 1]; 0 without ink."""
    points = [np.asarray(line, np.float64).reshape(-1, 2) for line in strokes]
    if not sum(map(len, points)):
        return 0.0
    return float(found.to_photo(np.concatenate(points)).confidence.mean())


class _Similarity:
    """x -> x @ matrix + shift."""

    def __init__(self, matrix: FloatArray, shift: FloatArray) -> None:
        self._matrix = matrix
        self._shift = shift

    def __call__(self, points: FloatArray) -> FloatArray:
        return np.asarray(points @ self._matrix + self._shift, np.float64)


def _similarity(found: Correspondence) -> _Similarity:
    """From px of the photo to px of the sketch: scale, turn and shift that fit the flow best.

    Least squares (Umeyama 1991) over the flow's cells, weighted by their confidence.
    """
    centres = found.sketch_square.to_px(cell_centres(len(found.forward.targets)).reshape(-1, 2))
    places, confidence = found.to_photo(centres)
    weights = confidence + 1e-6
    weights /= weights.sum()
    from_mean, to_mean = weights @ places, weights @ centres
    source, target = places - from_mean, centres - to_mean
    u, spread, vt = np.linalg.svd((source * weights[:, None]).T @ target)
    sign = np.array([1.0, np.sign(np.linalg.det(u @ vt)) or 1.0])
    variance = max(float(weights @ (source**2).sum(1)), 1e-9)
    matrix = (u * sign) @ vt * (float((spread * sign).sum()) / variance)
    return _Similarity(matrix, to_mean - from_mean @ matrix)


def cut_out(pixels: NDArray[np.uint8], square: Square, side_px: int) -> Image.Image:
    """The square of a picture at (side_px, side_px), transparent beyond the picture's edge."""
    image = Image.fromarray(pixels)
    x0, y0 = max(square.left, 0.0), max(square.top, 0.0)
    x1 = min(square.left + square.width, image.width)
    y1 = min(square.top + square.height, image.height)
    result = Image.new("RGBA", (side_px, side_px))
    scale = side_px / square.width, side_px / square.height
    left, right = (round((x - square.left) * scale[0]) for x in (x0, x1))
    top, bottom = (round((y - square.top) * scale[1]) for y in (y0, y1))
    if right > left and bottom > top:
        size, box = (right - left, bottom - top), (x0, y0, x1, y1)
        small = image.resize(size, Image.Resampling.BILINEAR, box, reducing_gap=3.0)
        result.paste(small, (left, top))
    return result
