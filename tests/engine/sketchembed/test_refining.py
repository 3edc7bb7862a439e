"""Refining: nearer to the picture, and still the same strokes."""

from __future__ import annotations

import numpy as np
import torch

from engine.sketchembed.canvas import render
from engine.sketchembed.imitating import distances_to
from engine.sketchembed.refining import refine


def ring(x: float, y: float, radius: float) -> np.ndarray:
    turn = np.linspace(0, 2 * np.pi, 16)
    return np.stack([x + radius * np.cos(turn), y + radius * np.sin(turn)], 1)


def test_a_ring_moves_onto_the_ring_of_the_picture() -> None:
    wanted = [ring(0.5, 0.5, 0.35), np.array([[0.5, 0.5]])]
    image = render([wanted])
    begun = [ring(0.54, 0.47, 0.30), np.array([[0.52, 0.49]])]
    (moved,) = refine([begun], image, 40)
    assert [line.shape for line in moved] == [line.shape for line in begun]
    before, after = (distances_to(image, [lines])[0] for lines in (begun, moved))
    least = distances_to(image, [wanted])[0]
    assert least < after < before
    assert after - least < 0.3 * (before - least)
    radius = np.hypot(*(moved[0] - 0.5).T)
    assert np.abs(radius - 0.35).mean() < 0.5 * np.abs(np.hypot(*(begun[0] - 0.5).T) - 0.35).mean()


def test_empty_drawings_and_no_steps_change_nothing() -> None:
    image = render([[ring(0.5, 0.5, 0.3)]]).expand(2, 1, -1, -1)
    line = ring(0.4, 0.5, 0.3)
    untouched = refine([[line], []], image, 0)
    assert untouched[0][0].tolist() == line.tolist()
    moved = refine([[], [line]], image, 3)
    assert moved[0] == []
    assert moved[1][0].tolist() != line.tolist()


def test_what_is_refined_does_not_depend_on_what_is_beside_it() -> None:
    image = render([[ring(0.5, 0.5, 0.3)]])
    line, other = ring(0.45, 0.5, 0.3), ring(0.6, 0.5, 0.2)[:9]
    alone = refine([[line]], image, 10)[0][0]
    beside = refine([[line], [other]], image.expand(2, 1, -1, -1), 10)[0][0]
    assert torch.allclose(torch.from_numpy(alone), torch.from_numpy(beside), atol=1e-3)
