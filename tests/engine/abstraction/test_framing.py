"""Photos on the square canvas and strokes back on the photo."""

from __future__ import annotations

import numpy as np
import pytest

from engine.abstraction.framing import Framing


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ((224, 224), (0, 0, 224, 224)),
        ((448, 224), (0, 56, 224, 168)),
        ((100, 400), (84, 0, 140, 224)),
        ((20, 30), (37, 0, 186, 224)),
    ],
)
def test_long_side_fills_the_canvas_and_the_rest_is_white(
    size: tuple[int, int], box: tuple[int, int, int, int]
) -> None:
    framing = Framing(*size, 224)
    assert framing.box == box
    canvas = framing.to_canvas(np.zeros((size[1], size[0], 3), np.uint8))
    left, top, right, bottom = box
    assert canvas.shape == (1, 3, 224, 224)
    assert (canvas[..., top:bottom, left:right] == 0).all()
    assert canvas.sum() == 3 * (224 * 224 - (right - left) * (bottom - top))


def test_canvas_points_come_back_to_photo_pixels() -> None:
    framing = Framing(640, 480, 224)
    left, top, right, bottom = framing.box
    corners = np.array([[left, top], [right, bottom], [(left + right) / 2, (top + bottom) / 2]])
    expected = [[0, 0], [640, 480], [320, 240]]
    assert np.allclose(framing.to_photo(corners.astype(float)), expected)
