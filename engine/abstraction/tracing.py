"""Strokes along the photo's contours: where a search starts instead of at short random curves.

The paper starts with short curves at salient edges and lets the optimiser find out which way an
edge runs (CLIPasso sec. 3.3). Contours tell at once: the zero crossings of a difference of
Gaussians (Marr and Hildreth 1980) are followed, cut into pieces that a single Bezier curve can
follow, and those n pieces are taken that together cover most of the strong contours (greedily,
which is within 1 - 1/e of the best cover: Nemhauser, Wolsey and Fisher 1978).
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from math import comb

import numpy as np
import torch
from contourpy import contour_generator
from numpy.typing import NDArray
from torch.nn.functional import grid_sample

from engine.abstraction.xdog import gaussian_blur, luminance

Array = NDArray[np.float64]

SIGMAS_PX = (2.0, 3.0, 1.4)
"""Of the narrower Gaussian, for one start after the other: each scale has other contours. This
and the lengths below are for a canvas of `_CANVAS_PX`, and scaled to others."""
_CANVAS_PX = 224
_SIGMA_RATIO = 1.6
_SAMPLES = 24
"""Points by which a piece is known."""
_LENGTHS_PX = (10.0, 16.0, 24.0, 36.0, 54.0, 80.0, 120.0, 170.0)
_STRIDE = 0.25
"""From one piece of a contour to the next, as a part of their length."""
_REACH_PX = 5.0
_MISFIT_PX = 1.2
"""Root mean square distance from its contour at which a curve is worth 1 / e of a perfect one."""
_STRONG = 0.98
"""Quantile of the edge strengths from which on a contour is worth all it can be."""
_OUTLINE_SIGMA_PX = 2.0
_OUTLINE_LEVEL = 0.5
_WORTHLESS = 0.02
"""Pieces worth less than this part of the best are dropped."""


@dataclass(frozen=True, eq=False)
class Pieces:
    """P pieces of contours, each of which one stroke could follow.

    Attributes:
        points: (P, M, 2) px of the canvas, evenly along each piece.
        gains: (P, M) what it is worth to cover each point: px of a strong contour.
    """

    points: Array
    gains: Array


@dataclass(frozen=True, eq=False)
class Contours:
    """The contours of a photo on its canvas of S px.

    Attributes:
        canvas: (1, 3, S, S) the photo, background and all, on the CPU.
        worth: (S, S) in [0, 1]: how much of the subject is in each place.
        outline_inside: (S, S) 1 where the outline of `worth` is a contour by itself, else 0.
    """

    canvas: torch.Tensor
    worth: torch.Tensor
    outline_inside: torch.Tensor

    def strokes(
        self,
        count: int,
        points: int = 4,
        sigma_px: float = SIGMAS_PX[0],
        weights: torch.Tensor | None = None,
        beside: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """(m, points, 2) Beziers in px, at most `count`: fewer where contours run out.

        Args:
            count: n.
            points: control points of each, 2 to 4.
            sigma_px: the scale of the contours, on a canvas of 224 px.
            weights: (S, S) not negative, by which their worth is multiplied; no stroke leads
                through a place where it is 0.
            beside: (N, 2) points in px that are covered already.
        """
        side = self.worth.shape[0]
        unit_px = side / _CANVAS_PX
        pieces = contour_pieces(self, sigma_px * unit_px)
        gains = pieces.gains
        if weights is not None:
            sampled = _sampled(weights, pieces.points)
            gains = gains * sampled * (sampled > 0).all(1, keepdims=True)
        controls, misfits = fit_beziers(pieces.points, points)
        gains = gains * np.exp(-np.square(misfits / (_MISFIT_PX * unit_px)))[:, None]
        covered = None if beside is None else beside.double().cpu().numpy()
        chosen = cover(pieces.points, gains, count, side, _REACH_PX * unit_px, covered)
        return torch.from_numpy(controls[chosen]).float()


def contour_pieces(contours: Contours, sigma_px: float) -> Pieces:
    """Pieces of all lengths of all contours at one scale, but for those worth hardly anything."""
    narrow = gaussian_blur(contours.canvas, sigma_px)
    grey = luminance(contours.canvas)
    difference = gaussian_blur(grey, sigma_px) - gaussian_blur(grey, _SIGMA_RATIO * sigma_px)
    slopes = torch.cat(torch.gradient(narrow[0], dim=(1, 2)))
    strength = slopes.square().sum(0).sqrt() * contours.worth
    strong = strength.flatten().kthvalue(int(_STRONG * strength.numel())).values
    worth = (strength / strong.clamp(min=1e-6)).clamp(max=1)
    lengths = np.array(_LENGTHS_PX) * contours.worth.shape[0] / _CANVAS_PX
    found = [_pieces_of(difference[0, 0], 0.0, worth, lengths)]
    if contours.outline_inside.any():
        outline = gaussian_blur(contours.worth[None, None], _OUTLINE_SIGMA_PX)[0, 0]
        worth = contours.worth.clamp(min=_OUTLINE_LEVEL) * contours.outline_inside
        found.append(_pieces_of(outline, _OUTLINE_LEVEL, worth, lengths))
    points = np.concatenate([each.points for each in found])
    gains = np.concatenate([each.gains for each in found])
    total = gains.sum(1)
    good = total > _WORTHLESS * total.max(initial=0.0)
    return Pieces(points[good], gains[good])


def cover(
    points: Array, gains: Array, count: int, side: int, reach_px: float, covered: Array | None
) -> list[int]:
    """Positions of at most `count` of P pieces, each the best after those before it.

    The worth of a piece only falls as others are taken, so only pieces whose worth as it was last
    known is the highest need be looked at again (Minoux 1978).

    Args:
        points: (P, M, 2) px.
        gains: (P, M) of each point if nothing covers it.
        count: n.
        side: of the canvas in px.
        reach_px: how far around a stroke it is no use to draw another: standard deviation of a
            Gaussian.
        covered: (N, 2) px where there are strokes already.
    """
    left = np.ones((side, side))
    # Points of long lines lie close together; one in each pixel says as much.
    for point in () if covered is None else np.unique(covered.astype(np.intp), axis=0) + 0.5:
        _take_away(left, point, reach_px)
    cells = np.clip(points.astype(np.intp), 0, side - 1)

    def worth(nth: int) -> float:
        column, row = cells[nth].T
        return float(gains[nth] @ left[row, column])

    queue = [(-worth(nth), nth) for nth in range(len(points))]
    heapq.heapify(queue)
    chosen: list[int] = []
    while queue and len(chosen) < count:
        known, nth = queue[0]
        now = -worth(nth)
        if now > known:  # less than was known: back into the queue
            heapq.heapreplace(queue, (now, nth))
            continue
        if now >= 0:
            break
        heapq.heappop(queue)
        chosen.append(nth)
        for point in points[nth]:
            _take_away(left, point, reach_px)
    return chosen


def fit_beziers(points: Array, degree_plus_one: int) -> tuple[Array, Array]:
    """Least squares Beziers through (P, M, 2) points taken as evenly spaced in the parameter.

    Returns:
        (P, k, 2) control points, and (P,) root mean square distances.
    """
    degree = degree_plus_one - 1
    t = np.linspace(0, 1, points.shape[1])
    basis = np.stack(
        [comb(degree, i) * t**i * (1 - t) ** (degree - i) for i in range(degree + 1)], 1
    )
    controls: Array = np.linalg.pinv(basis) @ points
    return controls, np.sqrt(np.square(basis @ controls - points).sum(2).mean(1))


def _pieces_of(image: torch.Tensor, level: float, worth: torch.Tensor, lengths: Array) -> Pieces:
    """Of the lines on which an (S, S) image is at a level."""
    lines = contour_generator(z=image.double().numpy()).lines(level)
    # A sample lies in the middle of its pixel.
    found = [piece for line in lines for piece in _windows(np.asarray(line) + 0.5, lengths)]
    points = np.concatenate(found) if found else np.zeros((0, _SAMPLES, 2))
    steps = np.linalg.norm(np.diff(points, axis=1), axis=2).mean(1)
    return Pieces(points, _sampled(worth, points) * steps[:, None])


def _windows(line: Array, lengths: Array) -> list[Array]:
    """(K, _SAMPLES, 2) for each length: pieces of one (N, 2) line, all around a closed one."""
    steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
    total = float(steps.sum())
    is_closed = bool((line[0] == line[-1]).all())
    if is_closed:
        line, steps = np.concatenate([line, line[1:]]), np.concatenate([steps, steps])
    along = np.concatenate([[0.0], steps.cumsum()])
    found = []
    for length in lengths:
        if length > total:
            break
        last = total if is_closed else total - length + 1e-9
        starts = np.arange(0.0, last, _STRIDE * length)
        places = starts[:, None] + np.linspace(0.0, length, _SAMPLES)
        found.append(np.stack([np.interp(places, along, line[:, axis]) for axis in (0, 1)], -1))
    return found


def _sampled(image: torch.Tensor, points: Array) -> Array:
    """(P, M) values of an (S, S) image at (P, M, 2) px."""
    grid = torch.from_numpy(points / image.shape[0] * 2 - 1).float()
    found: Array = grid_sample(image[None, None], grid[None], align_corners=False)[0, 0].numpy()
    return found


def _take_away(left: Array, point: Array, reach_px: float) -> None:
    """Lower what is left to cover of an (S, S) page around a point."""
    reach = int(3 * reach_px)
    column, row = (int(each) for each in point)
    top, start = max(row - reach, 0), max(column - reach, 0)
    part = left[top : max(row + reach + 1, 0), start : max(column + reach + 1, 0)]
    rows, columns = np.ogrid[top : top + part.shape[0], start : start + part.shape[1]]
    squared = np.square(columns + 0.5 - point[0]) + np.square(rows + 0.5 - point[1])
    np.minimum(part, -np.expm1(squared / (-2 * reach_px**2)), out=part)
