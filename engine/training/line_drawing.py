"""Line drawings made from photos: contours split into pieces that can be dropped like strokes."""

from __future__ import annotations

import numpy as np
from skimage.feature import canny
from skimage.measure import label

PIECES = 255
"""Most contour pieces of one photo; 0 in a label map is paper."""


def contour_pieces(photo: np.ndarray, sigma: float = 2.2, shortest_px: int = 14) -> np.ndarray:
    """Thin contours of a photo as a label map of stroke-like pieces.

    Canny's edges at a coarse scale (texture mostly goes), connected, cut at the lines of a
    4 x 4 grid so that one long outline can be dropped in part, short specks removed.

    Args:
        photo: (S, S, 3) uint8.
        sigma: of the Gaussian before the gradient, px.
        shortest_px: contours with fewer pixels are left out.

    Returns:
        (S, S) uint8: 0 paper, k > 0 the pixels of piece k (longest first).
    """
    grey = photo.astype(np.float64) @ (0.299, 0.587, 0.114) / 255
    edges = canny(grey, sigma, 0.72, 0.9, use_quantiles=True)  # type: ignore[no-untyped-call]
    contours = label(edges, connectivity=2)  # type: ignore[no-untyped-call]
    sizes = np.bincount(contours.ravel())
    sizes[0] = 0
    contours[sizes[contours] < shortest_px] = 0
    cell = -(-photo.shape[0] // 4)
    rows, columns = np.indices(contours.shape) // cell
    cut = np.where(contours > 0, contours * 16 + rows * 4 + columns, 0)
    names, lengths = np.unique(cut[cut > 0], return_counts=True)
    order = names[np.argsort(-lengths, kind="stable")][:PIECES]
    pieces = np.zeros(cut.max() + 1, np.uint8)
    pieces[order] = np.arange(1, len(order) + 1)
    return pieces[cut]
