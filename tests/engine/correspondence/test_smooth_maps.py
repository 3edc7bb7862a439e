"""Thin plates and neighbours: against maps and matches that are known."""

from __future__ import annotations

import pytest
import torch

from engine.correspondence.features import affinity
from engine.correspondence.neighbours import match
from engine.correspondence.thin_plate import ThinPlate, cell_centres

GRID = 16


def test_a_plate_takes_the_values_at_its_knots():
    plate = ThinPlate(4)
    values = torch.rand(16, 2, dtype=torch.float64)
    torch.testing.assert_close(plate.basis(plate.centres) @ plate.through(values), values)


def test_affine_maps_bend_nothing_and_others_do():
    plate = ThinPlate(4)
    matrix = torch.tensor([[0.8, -0.3], [0.2, 1.1]], dtype=torch.float64)
    flat = plate.through(plate.centres @ matrix + 0.1)
    assert float((flat.T @ plate.penalty @ flat).abs().max()) < 1e-12
    places = torch.rand(20, 2, dtype=torch.float64)
    torch.testing.assert_close(plate.basis(places) @ flat, places @ matrix + 0.1)
    bent = plate.through(plate.centres**2)
    assert float((bent.T @ plate.penalty @ bent).diagonal().min()) > 1e-3


def test_between_knots_a_plate_bends_least():
    # Of all combinations that take the values, the natural spline has the least energy: adding a
    # function that vanishes at the knots of a coarse plate must not lower it.
    coarse, fine = ThinPlate(3), ThinPlate(6)
    values = torch.rand(9, 1, dtype=torch.float64)
    spline = coarse.through(values)
    energy = float(spline.T @ coarse.penalty @ spline)
    basis = fine.basis(coarse.centres)
    random = torch.randn(36, 1, dtype=torch.float64)
    other = random + torch.linalg.lstsq(basis, values - basis @ random).solution
    torch.testing.assert_close(basis @ other, values)
    assert float(other.T @ fine.penalty @ other) > energy


def descriptors_of(places: torch.Tensor, noise: float = 0.0) -> torch.Tensor:
    """(1, 64, G, G) unit vectors that are alike where (G * G, 2) places are close."""
    generator = torch.Generator().manual_seed(0)
    waves = torch.randn(2, 64, generator=generator, dtype=torch.float64) * 9
    phases = torch.rand(64, generator=generator, dtype=torch.float64) * 6.28
    maps = torch.cos(places @ waves + phases)
    maps = maps + noise * torch.randn(maps.shape, generator=generator, dtype=torch.float64)
    return torch.nn.functional.normalize(maps, dim=1).T.reshape(1, 64, GRID, GRID)


@pytest.mark.parametrize("noise", [0.0, 1.0])
def test_neighbours_find_a_smooth_map(noise):
    centres = cell_centres(GRID)
    truth = 0.5 + (centres - 0.5) @ torch.tensor([[0.8, 0.15], [-0.1, 0.75]]).double() + 0.04
    sketch, photo = descriptors_of(truth, noise), descriptors_of(centres)
    flow, agreed = match(affinity(sketch, photo)[0], GRID)
    error = (flow.double().view(-1, 2) - truth).norm(dim=1)
    assert float(error.max()) < 0.03
    assert flow.shape == (GRID, GRID, 2)
    assert float(agreed.min()) >= 0
    assert float(agreed.max()) <= 1


def test_wrong_votes_lose_their_say():
    centres = cell_centres(GRID)
    truth = 0.8 * centres + 0.1
    wrong = truth.clone()
    wrong[3::4] = torch.rand(
        len(wrong[3::4]), 2, generator=torch.Generator().manual_seed(1)
    ).double()
    flow, _ = match(affinity(descriptors_of(wrong), descriptors_of(centres))[0], GRID)
    assert float((flow.double().view(-1, 2) - truth).norm(dim=1).max()) < 0.05
