"""Eq. 6 against finite differences."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.attribution.estimators import PLAIN_SIDE_PX, on_paper
from engine.attribution.framing import frame_strokes
from engine.attribution.points import point_gradients, point_influence
from engine.attribution.targets import EmbeddingTarget
from engine.raster import render_line
from engine.strokes import FloatArray
from tests.engine.tiny_encoder import TinyEncoder


@pytest.fixture
def target(tiny: TinyEncoder) -> EmbeddingTarget:
    direction = torch.linspace(-1, 1, 8, dtype=torch.float64)
    return EmbeddingTarget(tiny, lambda embeddings: embeddings @ direction)


def test_gradients_are_finite_differences(face: tuple[FloatArray, ...], target: EmbeddingTarget):
    lines = frame_strokes(face).lines
    flat = torch.from_numpy(np.concatenate(lines)) * PLAIN_SIDE_PX
    down = np.ones(len(flat), bool)
    down[np.cumsum([len(line) for line in lines]) - 1] = False
    found = np.concatenate(point_gradients(lines, target))
    step = 1e-3
    for row in (0, 7, 25, 44, 60, len(flat) - 1):
        for axis in (0, 1):
            values = []
            for sign in (1, -1):
                moved = flat.clone()
                moved[row, axis] += sign * step
                image = render_line(moved, down, (PLAIN_SIDE_PX, PLAIN_SIDE_PX))
                values.append(float(target(on_paper(image))))
            expected = (values[0] - values[1]) / (2 * step) * PLAIN_SIDE_PX
            assert found[row, axis] == pytest.approx(
                expected, rel=0.02, abs=2e-3 * abs(found).max()
            )


def test_points_that_draw_nothing_matter_nothing(target: EmbeddingTarget):
    lines = [np.array([[0.2, 0.2]]), np.array([[0.8, 0.7]])]
    assert [each.tolist() for each in point_influence(lines, target)] == [[0.0], [0.0]]


def test_influence_is_the_length_of_the_gradient(
    face: tuple[FloatArray, ...], target: EmbeddingTarget
):
    lines = frame_strokes(face).lines
    gradients, influence = point_gradients(lines, target), point_influence(lines, target)
    assert [len(each) for each in influence] == [len(line) for line in lines]
    for gradient, length in zip(gradients, influence, strict=True):
        np.testing.assert_allclose(length**2, (gradient**2).sum(1))
