"""A page with very many strokes, and a photo, both made up."""

from __future__ import annotations

import numpy as np

from app.document.drawing import Drawing
from app.document.stroke import Stroke

STROKES = 10_000
POINTS = 50


def full_page(strokes: int = STROKES) -> Drawing:
    """Wavy strokes of 50 points all over a page, the same ones every time."""
    random = np.random.default_rng(0)
    starts = random.uniform([0, 0], [1024, 768], (strokes, 1, 2))
    heading = np.cumsum(random.normal(0, 0.3, (strokes, POINTS)), axis=1)
    heading += random.uniform(0, 2 * np.pi, (strokes, 1))
    walks = starts + np.cumsum(np.stack([np.cos(heading), np.sin(heading)], -1) * 1.5, axis=1)
    return Drawing(tuple(Stroke.from_polyline(walk, width_px=2) for walk in walks))


def photo(side_px: int = 320) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """(side, side, 3): a few shaded balls on a table, with edges and soft shades as photos have."""
    random = np.random.default_rng(1)
    y, x = np.mgrid[0:side_px, 0:side_px] / side_px
    image = np.stack([0.75 - 0.3 * y, 0.7 - 0.25 * y, 0.6 - 0.1 * y], axis=2)
    for _ in range(6):
        cx, cy, radius = random.uniform([0.2, 0.3, 0.08], [0.8, 0.8, 0.2])
        colour = random.uniform(0.2, 0.9, 3)
        height2 = 1 - ((x - cx) ** 2 + (y - cy) ** 2) / radius**2
        inside = height2 > 0
        light = np.sqrt(np.maximum(height2, 0)) * 0.7 + 0.3 * (1 - (x - cx + y - cy) / radius)
        image[inside] = (light[..., None] * colour)[inside]
    noise = random.normal(0, 0.02, image.shape)
    return (255 * np.clip(image + noise, 0, 1)).astype(np.uint8)
