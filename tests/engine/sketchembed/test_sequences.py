"""Drawings to movements and back."""

from __future__ import annotations

import numpy as np
import pytest

from engine.sketchembed.messages import MAX_POINTS
from engine.sketchembed.sequences import OFFSET_UNIT, from_rows, simplified, to_rows


def test_movements_start_in_the_middle() -> None:
    lines = [np.array([[0.2, 0.9], [0.5, 0.5]]), np.array([[0.8, 0.5]])]
    rows = to_rows(lines)
    expected = [
        [-0.3 / OFFSET_UNIT, 0.4 / OFFSET_UNIT, 1, 0, 0],
        [0.3 / OFFSET_UNIT, -0.4 / OFFSET_UNIT, 0, 1, 0],
        [0.3 / OFFSET_UNIT, 0.0, 0, 1, 0],
        [0, 0, 0, 0, 1],
    ]
    assert rows == pytest.approx(np.array(expected))
    for line, again in zip(lines, from_rows(rows), strict=True):
        assert again == pytest.approx(line)


def test_long_drawings_are_simplified_until_they_fit() -> None:
    turn = np.linspace(0, 40 * np.pi, 3000)
    spiral = 0.5 + (0.4 * turn / turn[-1])[:, None] * np.stack([np.cos(turn), np.sin(turn)], 1)
    kept = simplified([spiral])
    assert len(kept) == 1
    assert 2 <= len(kept[0]) <= MAX_POINTS
    assert kept[0][0].tolist() == spiral[0].tolist()
    assert kept[0][-1].tolist() == spiral[-1].tolist()


def test_of_too_many_strokes_the_shortest_go() -> None:
    strokes = [np.array([[0.0, i / 100], [(i + 1) / 100, i / 100]]) for i in range(50)]
    kept = simplified(strokes, 20)
    assert [line[1, 0] for line in kept] == pytest.approx([(i + 1) / 100 for i in range(40, 50)])
