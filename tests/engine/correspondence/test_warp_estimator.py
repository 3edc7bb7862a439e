"""The estimator's parts against brute force, and its file against what it promises."""

from __future__ import annotations

import pytest
import torch

from engine.correspondence.estimator import (
    CELLS,
    PHOTO,
    SKETCH,
    STAGE_CHANNELS,
    Residual,
    Voting,
    WarpEstimator,
    _window,
    affinity_of,
    sample_at,
)
from engine.correspondence.matchers import NAME, choose_matching, load_warp
from engine.correspondence.messages import Matcher
from engine.correspondence.thin_plate import cell_centres
from engine.encoders.bundled import bundled_models, read_weights
from engine.errors import InputError
from tests.engine.tiny_encoder import TinyEncoder


def maps(count: int = 2) -> tuple[torch.Tensor, ...]:
    sides = (16, 16, 8)
    return tuple(torch.randn(count, c, s, s) for c, s in zip(STAGE_CHANNELS, sides, strict=True))


def test_affinity_is_every_dot_product():
    a, b = torch.randn(1, 5, 3, 3), torch.randn(1, 5, 3, 3)
    found = affinity_of(a, b)[0]
    for i in range(9):
        for j in range(9):
            expected = a[0, :, i // 3, i % 3] @ b[0, :, j // 3, j % 3]
            assert float(found[i, j]) == pytest.approx(float(expected), abs=1e-5)


def test_the_window_is_the_affinity_with_the_warped_key():
    # Eq. 3 warps the features; interpolating the affinity is the same, since it is linear in them.
    query, key = torch.randn(1, 6, CELLS, CELLS), torch.randn(1, 6, CELLS, CELLS)
    flow = cell_centres(CELLS).float().view(1, CELLS, CELLS, 2) * 0.3 + 0.35
    window = _window(affinity_of(query, key), flow)
    middle = window[:, window.shape[1] // 2]
    torch.testing.assert_close(middle, (sample_at(key, flow) * query).sum(1), atol=1e-4, rtol=1e-4)


def test_votes_that_agree_are_followed():
    voting = Voting()
    with torch.no_grad():
        voting.log_temperature.fill_(-5.0)
    # Key cell j is what query cell i shows where j lies two cells to the right of i.
    i = torch.arange(CELLS * CELLS)
    j = i - i % CELLS + (i % CELLS + 2).clamp(max=CELLS - 1)
    affinity = torch.nn.functional.one_hot(j, CELLS * CELLS).float()[None]
    with torch.no_grad():
        places = voting(affinity, torch.zeros(1, 96, CELLS, CELLS))[0]
    centres = cell_centres(CELLS).float().view(CELLS, CELLS, 2)
    moved = (places - centres)[:, : CELLS - 4]
    torch.testing.assert_close(
        moved[..., 0], torch.full_like(moved[..., 0], 2 / CELLS), atol=0.02, rtol=0
    )
    torch.testing.assert_close(moved[..., 1], torch.zeros_like(moved[..., 1]), atol=0.01, rtol=0)


def test_a_block_starts_by_changing_little_and_learns():
    block = Residual(8)
    flow = cell_centres(CELLS).float().view(1, CELLS, CELLS, 2)
    affinity = torch.randn(1, CELLS**2, CELLS**2)
    changed = block(flow, affinity, torch.randn(1, 96, CELLS, CELLS))
    assert float((changed - flow).detach().abs().max()) < 0.01
    changed.sum().backward()
    assert block.leave.weight.grad is not None
    assert float(block.leave.weight.grad.abs().max()) > 0


def test_every_weight_gets_a_gradient():
    net = WarpEstimator()
    with torch.no_grad():
        for block in net.residuals:
            block.leave.weight.normal_(0, 0.01)
    sketch, photo = net.describe(maps(), SKETCH), net.describe(maps(), PHOTO)
    estimate = net(sketch, photo)
    (sum(flow.square().sum() for flow in estimate.flows) + estimate.likeness.sum()).backward()
    assert [name for name, p in net.named_parameters() if p.grad is None] == []


def test_modalities_differ_in_the_first_layer_only():
    net = WarpEstimator()
    given = maps(1)
    assert not torch.allclose(
        net.describe(given, SKETCH).context, net.describe(given, PHOTO).context
    )
    net.describe.enter[PHOTO].load_state_dict(net.describe.enter[SKETCH].state_dict())
    torch.testing.assert_close(
        net.describe(given, SKETCH).context, net.describe(given, PHOTO).context
    )


def test_the_bundled_file_is_small_and_whole():
    model = bundled_models()[NAME]
    weights = read_weights(model)  # checks the hash
    assert sum(each.numel() * each.element_size() for each in weights.values()) < 8e6
    assert set(weights) == {*WarpEstimator().state_dict(), "calibration"}
    assert weights["calibration"].shape == (2, 4)
    assert all(bool(torch.isfinite(each).all()) for each in weights.values())


def test_the_way_that_measures_better_is_chosen(bundled):
    assert choose_matching(bundled).kind is Matcher.WARP
    assert choose_matching(bundled, Matcher.NEIGHBOURS).kind is Matcher.NEIGHBOURS
    assert choose_matching(TinyEncoder()).kind is Matcher.NEIGHBOURS
    with pytest.raises(InputError, match="belongs to the bundled encoder"):
        choose_matching(TinyEncoder(), Matcher.WARP)


def test_the_estimator_is_frozen(bundled):
    assert not any(p.requires_grad for p in load_warp(bundled)._net.parameters())
