from __future__ import annotations

import numpy as np

from engine.training.shape_bias import cue_conflict, shape_bias

SIZE = 48
COLOURS = {"red": (200, 40, 40), "blue": (40, 40, 200)}


def data() -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Red photos whose outline is a horizontal line, blue ones with a vertical line."""
    photos, outlines, names = [], [], []
    for name, colour in COLOURS.items():
        for k in range(4):
            outline = np.zeros((SIZE, SIZE), np.uint8)
            if name == "red":
                outline[20 + k, 8:40] = 1
            else:
                outline[8:40, 20 + k] = 1
            photo = np.full((SIZE, SIZE, 3), colour, np.uint8)
            photo[outline > 0] = 0
            photos.append(photo)
            outlines.append(outline)
            names.append(name)
    return np.stack(photos), np.stack(outlines), names


def by_colour(images: np.ndarray) -> np.ndarray:
    mean = images.reshape(len(images), -1, 3).mean(1)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def by_lines(images: np.ndarray) -> np.ndarray:
    dark = (images.max(-1) < 30).astype(float)
    lines = np.stack([dark.sum(2).max(1), dark.sum(1).max(1)], 1) + 1e-6
    return lines / np.linalg.norm(lines, axis=1, keepdims=True)


def test_a_colour_embedding_has_no_shape_bias_and_a_line_embedding_has_all() -> None:
    assert shape_bias(by_colour, *data(), count=40) == 0.0
    assert shape_bias(by_lines, *data(), count=40) == 1.0


def test_a_stimulus_keeps_the_textures_pixels_and_the_others_outline() -> None:
    random = np.random.default_rng(0)
    texture = random.integers(60, 255, (SIZE, SIZE, 3), np.uint8)
    outline = np.zeros((SIZE, SIZE), np.uint8)
    stimulus = cue_conflict(texture, outline, random)
    assert not np.array_equal(stimulus, texture)
    np.testing.assert_array_equal(
        np.sort(stimulus.reshape(-1, 3), 0), np.sort(texture.reshape(-1, 3), 0)
    )
    outline[10, 10:30] = 7
    stimulus = cue_conflict(texture, outline, random)
    assert (stimulus[9:12, 9:31] == 20).all()
    assert (stimulus == 20).all(-1).sum() == 3 * 22
