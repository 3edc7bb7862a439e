"""Beziers through the model's points."""

from __future__ import annotations

import numpy as np
import pytest

from engine.sketchembed.smoothing import smooth_chain
from engine.strokes import sample_beziers


def test_it_is_connected_and_meets_every_point() -> None:
    line = np.array([[0, 0], [10, 2], [20, -3], [25, 10], [5, 12]], np.float64)
    chain = smooth_chain(line)
    assert chain.shape == (4, 4, 2)
    assert chain[:, 0].tolist() == line[:-1].tolist()
    assert chain[:, 3].tolist() == line[1:].tolist()


def test_an_octagon_becomes_nearly_a_circle() -> None:
    turn = np.linspace(0, 2 * np.pi, 9)
    octagon = 100 * np.stack([np.cos(turn), np.sin(turn)], 1)
    inner = sample_beziers(smooth_chain(octagon)[1:-1], 1.0)
    assert np.hypot(*inner.T) == pytest.approx(100, abs=1.5)
    assert np.hypot(*(octagon[:-1] + octagon[1:]).T / 2).min() < 93


def test_corners_stay() -> None:
    square = np.array([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]], np.float64)
    sampled = sample_beziers(smooth_chain(square), 0.5)
    on_edge = (np.abs(sampled) < 1e-9) | (np.abs(sampled - 10) < 1e-9)
    assert on_edge.any(axis=1).all()


def test_dots_and_repeated_points() -> None:
    assert smooth_chain([[3, 4]]).tolist() == [[[3, 4]] * 4]
    assert smooth_chain([[3, 4], [3, 4]]).tolist() == [[[3, 4]] * 4]
    assert smooth_chain([[0, 0], [0, 0], [5, 0], [5, 0]]).shape == (1, 4, 2)
