"""The losses of the warp estimator against sums written out, and against maps that are known."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.correspondence.estimator import CELLS, STAGE_CHANNELS, Described, WarpEstimator
from engine.training.correspondence_batches import Batch
from engine.training.correspondence_losses import (
    TAU,
    _bilinear,
    centres_like,
    consistency_loss,
    flow_loss,
    matching_loss,
    return_loss,
    similarity_loss,
    there_and_back,
    warp_maps,
)
from engine.training.correspondence_objective import Objective, Settings, Similarity


def still(count: int = 1) -> torch.Tensor:
    return centres_like(torch.zeros(1, CELLS, CELLS, 2)).expand(count, -1, -1, -1)


def test_similarity_is_equations_four_to_six():
    torch.manual_seed(0)
    warped, target = torch.randn(1, 6, 3, 3), torch.randn(1, 6, 3, 3)

    def units(maps: torch.Tensor) -> np.ndarray:
        rows = maps[0].flatten(1).T.double().numpy()
        rows = rows - rows.mean(0)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    affinity = units(warped) @ units(target).T / TAU
    shifted = affinity - affinity.max(1, keepdims=True)
    logarithm = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    s = -np.diag(logarithm)
    peak = np.exp(logarithm).max(1)
    assert peak.max() - peak.min() > 1e-3, "weights of peaks that are all alike are rounding"
    w = (peak - peak.min()) / max(peak.max() - peak.min(), 1e-6)
    found = float(similarity_loss((warped,), (target,), weighted=False))
    assert found == pytest.approx(s.mean(), rel=1e-3)
    weighted = float(similarity_loss((warped,), (target,)))
    assert weighted == pytest.approx((w * s).mean(), rel=1e-2, abs=1e-2)


def test_the_right_warp_is_the_most_similar():
    maps = torch.randn(1, 12, CELLS, CELLS)
    shifted = warp_maps((maps,), still() + torch.tensor([2 / CELLS, 0.0]))
    back = warp_maps(shifted, still() - torch.tensor([2 / CELLS, 0.0]))
    right = similarity_loss(back, (maps,), weighted=False)
    assert float(right) < float(similarity_loss(shifted, (maps,), weighted=False)) / 3


def test_a_flow_and_its_inverse_are_consistent():
    shift = torch.tensor([0.1, -0.05])
    assert float(consistency_loss(still() + shift, still() - shift)) < 1e-6
    error = there_and_back(still() + shift, still()) - still()
    torch.testing.assert_close(error, shift.expand_as(error), atol=1e-6, rtol=0)


def test_flow_losses_are_distances_where_the_truth_is_known():
    weights = torch.zeros(1, CELLS, CELLS)
    weights[0, 4:8, 4:8] = 1
    truth = still() + torch.tensor([0.3, 0.0])
    wrong = truth + torch.tensor([0.0, 0.2])
    wrong[:, 12:] += 9  # where nothing is known
    found = flow_loss((wrong, wrong, wrong), truth, weights)
    assert float(found) == pytest.approx((1 + 0.5 + 0.25) * 0.2, abs=0.02)
    assert float(flow_loss((truth,), truth, weights)) == pytest.approx(0, abs=1e-6)
    # From the true place the way back is the negative shift.
    assert float(return_loss((still() - torch.tensor([0.3, 0.0]),), truth, weights)) < 1e-6


def test_bilinear_weights_sum_to_one_and_point_to_the_place():
    places = torch.rand(1, CELLS, CELLS, 2) * 0.8 + 0.1
    weights = _bilinear(places)
    torch.testing.assert_close(weights.sum(2), torch.ones(1, CELLS**2))
    centres = still().reshape(-1, 2)
    torch.testing.assert_close((weights @ centres)[0], places.reshape(-1, 2), atol=1e-5, rtol=0)


def test_matching_descriptors_cost_less():
    # A signature per cell; the key is the query, shifted by two cells.
    units = torch.nn.functional.normalize(torch.randn(1, 32, CELLS, CELLS), dim=1)
    nothing = torch.zeros(1, 1, CELLS, CELLS)
    query, key = Described(units, nothing), Described(units.roll(2, 3), nothing)
    weights = torch.ones(1, CELLS, CELLS)
    weights[:, :, -2:] = 0
    truth = still() + torch.tensor([2 / CELLS, 0.0])
    right = float(matching_loss(query, key, truth, weights))
    wrong = float(matching_loss(query, key, still(), weights))
    assert right < 0.1
    assert wrong > math.log(CELLS**2)


def batch(made: int = 2, real: int = 1) -> Batch:
    generator = torch.Generator().manual_seed(0)

    def maps() -> tuple[torch.Tensor, ...]:
        return tuple(
            torch.randn(made + real, c, s, s, generator=generator)
            for c, s in zip(STAGE_CHANNELS, (16, 16, 8), strict=True)
        )

    images = torch.rand(real, 3, 256, 256, generator=generator)
    return Batch(
        maps(), maps(), still(made).clone(), torch.ones(made, CELLS, CELLS), images, images
    )


@pytest.mark.parametrize(
    ("settings", "terms"),
    [
        (Settings(), {"flow", "matching", "similarity", "consistency"}),
        (Settings(supervised=False), {"similarity", "consistency"}),
        (Settings(supervised=False, similarity=Similarity.NONE), {"consistency"}),
        (Settings(supervised=False, consistency_weight=0.0), {"similarity"}),
        (Settings(layers=(1,)), {"flow", "matching", "similarity", "consistency"}),
    ],
)
def test_every_setting_has_its_terms(settings, terms):
    torch.manual_seed(0)
    net = WarpEstimator(settings.channels)
    found = Objective(settings)(net, batch())
    assert set(found) == terms
    assert all(bool(torch.isfinite(each)) for each in found.values())
    torch.stack(list(found.values())).sum().backward()
    assert net.voting.enter.weight.grad is not None


def test_the_weight_of_cells_matters_to_unsupervised_similarity():
    torch.manual_seed(0)
    net = WarpEstimator()
    plain = Objective(Settings(supervised=False, weighted=False))(net, batch())
    weighted = Objective(Settings(supervised=False))(net, batch())
    assert bool(weighted["similarity"] < plain["similarity"])
