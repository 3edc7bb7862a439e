"""Does the embedding go by outline or by texture? Cue conflict, after Geirhos et al. (2019).

A stimulus has the texture of one photo, its patches shuffled so that no shape is left, and over it
the outline of a photo of another category. The embedding decides for the category whose mean photo
lies more nearly in the same direction, seen from the mean of all photos; the shape bias is the
share of decisions for the outline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

_PATCHES_PER_SIDE = 6
_INK = 20
_Embed = Callable[[np.ndarray], np.ndarray]


def cue_conflict(
    texture: np.ndarray, outline: np.ndarray, random: np.random.Generator
) -> np.ndarray:
    """(S, S, 3) uint8: the shuffled patches of a photo under the contours of another.

    Args:
        texture: (S, S, 3) uint8, S divisible by 6.
        outline: (S, S) label map of `contour_pieces`, drawn in near black three px wide.
        random: shuffles the patches.
    """
    n = _PATCHES_PER_SIDE
    side = texture.shape[0] // n
    tiles = texture.reshape(n, side, n, side, 3).swapaxes(1, 2).reshape(n * n, side, side, 3)
    tiles = tiles[random.permutation(n * n)].reshape(n, n, side, side, 3)
    stimulus = tiles.swapaxes(1, 2).reshape(texture.shape).copy()
    padded = np.pad(outline > 0, 1)
    size = len(outline)
    shifts = [padded[i : i + size, j : j + size] for i in range(3) for j in range(3)]
    stimulus[np.logical_or.reduce(shifts)] = _INK
    return stimulus


def shape_bias(
    embed: _Embed,
    photos: np.ndarray,
    outlines: np.ndarray,
    category: Sequence[str],
    count: int = 300,
    seed: int = 0,
) -> float:
    """Share of cue-conflict stimuli that the embedding takes for the outline's category.

    Args:
        embed: (N, S, S, 3) uint8 photos to (N, D) unit vectors.
        photos: (N, S, S, 3) uint8.
        outlines: (N, S, S) label maps of `contour_pieces`.
        category: of each photo.
        count: how many stimuli.
        seed: chooses them.
    """
    random = np.random.default_rng(seed)
    names = np.asarray(category)
    embedded = embed(photos)
    centre = embedded.mean(0)
    directions = {}
    for name in sorted(set(category)):
        away = embedded[names == name].mean(0) - centre
        directions[name] = away / np.linalg.norm(away)
    textures = random.integers(len(photos), size=count)
    shapes = np.array([random.choice(np.flatnonzero(names != names[t])) for t in textures])
    stimuli = np.stack(
        [
            cue_conflict(photos[t], outlines[s], random)
            for t, s in zip(textures, shapes, strict=True)
        ]
    )
    away = embed(stimuli) - centre
    to_shape, to_texture = (
        (away * np.stack([directions[names[i]] for i in rows])).sum(1)
        for rows in (shapes, textures)
    )
    return float((to_shape > to_texture).mean())
