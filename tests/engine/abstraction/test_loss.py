"""The loss against its formula, and its gradient against finite differences."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import normalize

from engine.abstraction.loss import SEMANTIC_WEIGHT, abstraction_loss
from engine.abstraction.target import PLAIN, VIEW_POOL, PhotoTarget, encode_photo
from engine.abstraction.views import apply_views
from engine.raster import render_pen
from tests.engine.tiny_encoder import TinyEncoder


def finish(encoder: TinyEncoder, image: torch.Tensor, weights: torch.Tensor) -> PhotoTarget:
    passes = encode_photo(encoder, image, image, weights, batch=8)
    while True:
        try:
            next(passes)
        except StopIteration as end:
            return end.value


@pytest.fixture
def photo(encoder: TinyEncoder) -> torch.Tensor:
    generator = torch.Generator().manual_seed(1)
    side = encoder.input_size
    return (
        torch.rand(1, 3, side // 8, side // 8, generator=generator)
        .repeat_interleave(8, 2)
        .repeat_interleave(8, 3)
    )


@pytest.fixture
def weights(encoder: TinyEncoder) -> torch.Tensor:
    ramp = torch.linspace(0.2, 1.8, encoder.input_size)
    return ramp.expand(1, 1, encoder.input_size, -1)


def test_loss_of_the_photo_itself_is_zero(
    encoder: TinyEncoder, photo: torch.Tensor, weights: torch.Tensor
) -> None:
    grey = photo.mean(1, keepdim=True)
    target = finish(encoder, grey.expand(-1, 3, -1, -1), weights)
    view_ids = torch.tensor([PLAIN, 3])
    loss = abstraction_loss(encoder, target, grey.expand(2, -1, -1, -1), view_ids)
    assert loss.abs().max() < 1e-5


def test_loss_is_eq_1_to_3(
    encoder: TinyEncoder, photo: torch.Tensor, weights: torch.Tensor
) -> None:
    target = finish(encoder, photo, weights)
    sketch = torch.rand(1, 1, encoder.input_size, encoder.input_size)
    view = 5
    found = abstraction_loss(encoder, target, sketch, torch.tensor([view]))

    seen = encoder.encode(apply_views(sketch, target.views[[view]]).expand(-1, 3, -1, -1))
    there = encoder.encode(apply_views(photo, target.views[[view]]))
    expected = SEMANTIC_WEIGHT * (1 - (seen.embedding @ there.embedding.T).item())
    for stage in encoder.geometric_stages:
        a, b = normalize(seen.maps[stage], dim=1), normalize(there.maps[stage], dim=1)
        by_position = (a - b).square().sum(1)[0]
        position_weights = target.weights[stage][view, 0]
        expected += (by_position * position_weights).mean().item()
    assert found.item() == pytest.approx(expected, rel=1e-4)


def test_target_covers_all_views_with_weights_of_mean_one(
    encoder: TinyEncoder, photo: torch.Tensor, weights: torch.Tensor
) -> None:
    target = finish(encoder, photo, weights)
    assert len(target.views) == len(target.embeddings) == VIEW_POOL + 1
    assert torch.equal(target.views[PLAIN], torch.eye(3))
    for stage in encoder.geometric_stages:
        assert torch.allclose(
            target.weights[stage].mean((1, 2, 3)), torch.ones(VIEW_POOL + 1), atol=1e-5
        )
        assert target.weights[stage].amin() >= 0
    plain = target.weights["two"][PLAIN, 0, 0]
    assert (plain.diff() > 0).all()  # follows the ramp


def test_gradient_to_the_sketch(
    encoder: TinyEncoder, photo: torch.Tensor, weights: torch.Tensor
) -> None:
    target = finish(encoder, photo, weights)
    generator = torch.Generator().manual_seed(0)
    sketch = torch.rand(1, 1, 64, 64, generator=generator, dtype=torch.float64)
    sketch.requires_grad_(True)
    view = torch.tensor([2])
    (gradient,) = torch.autograd.grad(abstraction_loss(encoder, target, sketch, view).sum(), sketch)
    for _ in range(5):
        direction = torch.randn(sketch.shape, generator=generator, dtype=torch.float64)
        step = 1e-5 * direction
        with torch.no_grad():
            ahead = abstraction_loss(encoder, target, sketch + step, view)
            behind = abstraction_loss(encoder, target, sketch - step, view)
        expected = (gradient * direction).sum().item()
        assert ((ahead - behind) / 2e-5).item() == pytest.approx(expected, rel=1e-3)


def test_gradient_to_the_control_points(
    encoder: TinyEncoder, photo: torch.Tensor, weights: torch.Tensor
) -> None:
    target = finish(encoder, photo, weights)
    generator = torch.Generator().manual_seed(4)
    controls = 8 + 48 * torch.rand(1, 3, 4, 2, generator=generator, dtype=torch.float64)
    controls.requires_grad_(True)

    def loss(points: torch.Tensor) -> torch.Tensor:
        image = render_pen(points, (64, 64), 3.0, segments=32)
        return abstraction_loss(encoder, target, image, torch.tensor([1])).sum()

    (gradient,) = torch.autograd.grad(loss(controls), controls)
    for _ in range(5):
        direction = torch.randn(controls.shape, generator=generator, dtype=torch.float64)
        direction /= direction.norm()
        with torch.no_grad():
            ahead, behind = loss(controls + 1e-4 * direction), loss(controls - 1e-4 * direction)
        slope = ((ahead - behind) / 2e-4).item()
        expected = (gradient * direction).sum().item()
        assert slope == pytest.approx(expected, rel=0.05, abs=0.02 * gradient.norm().item())
