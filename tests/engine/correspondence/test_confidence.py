"""Confidence: low where there and back leads elsewhere, and outside of what is drawn."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from sklearn.linear_model import LogisticRegression

from engine.correspondence.confidence import (
    Calibration,
    confidences,
    enclosed_by_ink,
    enclosed_cells,
)
from engine.correspondence.flow import GRID
from engine.correspondence.thin_plate import cell_centres
from engine.training.correspondence_calibration import fit_logistic

PLAIN = Calibration((-1.5, 0.0, 8.0, -10.0), (-1.5, 0.0, 8.0, -10.0))


def ring() -> torch.Tensor:
    """A (1, 3, 256, 256) drawing of an outline with a gap."""
    y, x = np.mgrid[:256, :256]
    radius = np.hypot(x - 128, y - 128)
    ink = (abs(radius - 70) < 2) & ~((y < 128) & (abs(x - 128) < 12))
    return torch.from_numpy(np.where(ink, 0.0, 1.0)).float().expand(1, 3, -1, -1)


def test_the_inside_of_an_outline_is_enclosed():
    enclosed = enclosed_by_ink(ring())
    centre = GRID // 2
    assert float(enclosed[centre, centre]) > 0.85
    assert float(enclosed[1, 1]) < 0.4
    assert float(enclosed[1, centre]) < 0.6
    assert float(enclosed[centre, int(GRID * (128 + 70) / 256)]) == 1.0


def test_enclosed_counts_directions():
    ink = torch.zeros(1, 1, GRID, GRID)
    assert float(enclosed_cells(ink).max()) == 0
    ink[..., 16] = 1  # an upright line: from beside it, about half of the directions meet it
    share = float(enclosed_cells(ink)[16, 6])
    assert 0.25 < share < 0.55


def still() -> torch.Tensor:
    return cell_centres(GRID).float().view(GRID, GRID, 2)


def test_confidence_falls_where_there_and_back_differ():
    backward = still()
    backward[:, GRID // 2 :] += 0.3
    ones, alike = torch.ones(GRID, GRID), torch.ones(GRID, GRID)
    there, back = confidences(still(), backward, (alike, alike), ones, PLAIN)
    assert float(there[:, : GRID // 2 - 1].min()) > 0.9
    assert float(there[:, GRID // 2 + 1 :].max()) < 0.5
    assert there.shape == back.shape == (GRID, GRID)


def test_places_that_lead_beside_the_drawing_have_low_confidence():
    enclosed = enclosed_by_ink(ring())
    alike = torch.ones(GRID, GRID)
    there, back = confidences(still(), still(), (alike, alike), enclosed, PLAIN)
    for each in (there, back):
        assert float(each[GRID // 2, GRID // 2]) > 0.9
        assert float(each[1, 1]) < 0.6


def test_the_logistic_fit_is_scikit_learns():
    random = np.random.default_rng(0)
    facts = random.normal(size=(4000, 3)) * (1, 5, 0.1) + (0, 2, 1)
    chance = 1 / (1 + np.exp(-(facts @ (1.5, -0.4, 8.0) - 7)))
    right = random.random(4000) < chance
    found = fit_logistic(torch.from_numpy(facts).float(), torch.from_numpy(right)).numpy()
    other = LogisticRegression(C=1e4, max_iter=2000).fit(facts, right)
    assert found[:3] == pytest.approx(other.coef_[0], rel=0.05)
    assert found[3] == pytest.approx(other.intercept_[0], rel=0.05)
