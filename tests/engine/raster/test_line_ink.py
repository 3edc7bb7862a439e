"""The line ink of P-SLA (eq. 5) and the blurred raster of SketchEmbedNet (eq. 5 and 6)."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from raster_reference import distances
from skimage.filters import gaussian

from engine.raster import blurred_raster, gaussian_blur, pixel_loss, render_line

SIZE = (50, 64)


def sketch(seed: int = 0, length: int = 40) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    points = torch.rand(length, 2, generator=generator, dtype=torch.float64) * 60
    return points, torch.rand(length, generator=generator) > 0.3


def equation_5(points: torch.Tensor, pen_down: torch.Tensor, unit: float = 1.0) -> torch.Tensor:
    lengths = [
        distances(points[t - 1 : t + 1], SIZE) / unit + (1 - float(pen_down[t - 1])) * 1e6
        for t in range(1, len(points))
    ]
    return torch.sigmoid(2 - 5 * torch.stack(lengths).amin(0))


@pytest.mark.parametrize("unit", [1.0, 2.5])
def test_equation_5_to_within_the_stated_bound(unit):
    points, pen_down = sketch()
    image = render_line(points, pen_down, SIZE, unit_px=unit)
    assert image.shape == (1, 1, *SIZE)
    assert (image[0, 0] - equation_5(points, pen_down, unit)).abs().max() < 2.3e-6


def test_gradient_of_equation_5():
    points, pen_down = sketch(1)
    weights = torch.rand(SIZE, generator=torch.Generator().manual_seed(5), dtype=torch.float64)
    gradients = []
    for draw in (lambda p: render_line(p, pen_down, SIZE)[0, 0], lambda p: equation_5(p, pen_down)):
        leaf = points.clone().requires_grad_()
        (draw(leaf) * weights).sum().backward()
        gradients.append(leaf.grad)
    assert (gradients[0] - gradients[1]).abs().max() < 1e-3
    assert (gradients[0] - gradients[1]).norm() < 1e-4 * gradients[1].norm()


def test_gradient_against_central_differences():
    points, pen_down = sketch(2, length=12)
    leaf = points.clone().requires_grad_()

    def loss(p):
        return render_line(p, pen_down, SIZE).square().sum()

    loss(leaf).backward()
    numbers = torch.zeros_like(points)
    for i in range(points.numel()):
        step = torch.zeros_like(points)
        step.view(-1)[i] = 1e-6
        numbers.view(-1)[i] = (loss(points + step) - loss(points - step)) / 2e-6
    assert (leaf.grad - numbers).norm() < 1e-4 * numbers.norm()


def test_pen_up_draws_nothing_and_every_drawn_point_gets_gradient():
    points = torch.tensor([[5.3, 5.2], [30.1, 8.4], [30.2, 40.3], [8.6, 41.9], [8.1, 30.7]])
    pen_down = torch.tensor([1, 0, 1, 1, 0])
    leaf = points.clone().requires_grad_()
    image = render_line(leaf, pen_down, SIZE)
    assert image[0, 0, 24, 30] == 0
    assert image[0, 0, 40:42, 20].max() > 0.35
    image[..., 1::2].sum().backward()
    assert (leaf.grad.abs().sum(1) > 0).all()


def test_sketches_of_a_batch_do_not_touch():
    points, pen_down = zip(sketch(3), sketch(4), strict=True)
    together = render_line(torch.stack(points), torch.stack(pen_down), SIZE)
    for i in range(2):
        alone = render_line(points[i], pen_down[i], SIZE)
        assert torch.allclose(together[i], alone[0], atol=1e-12)


def test_blur_is_the_gaussian_of_the_books_and_its_own_adjoint():
    image = torch.rand(2, 1, 28, 33, dtype=torch.float64)
    blurred = gaussian_blur(image, 2.0)
    for one, expected in zip(blurred[:, 0], image[:, 0], strict=True):
        reference = gaussian(expected.numpy(), 2.0, mode="constant", truncate=4.0)
        assert np.abs(one.numpy() - reference).max() < 1e-12
    leaf = image.clone().requires_grad_()
    weights = torch.rand_like(image)
    (gaussian_blur(leaf, 2.0) * weights).sum().backward()
    assert torch.allclose(leaf.grad, gaussian_blur(weights, 2.0))


def test_pixel_loss_pulls_a_drawing_to_its_target():
    generator = torch.Generator().manual_seed(8)
    target = 6 + 16 * torch.rand(3, 8, 2, generator=generator)
    pen_down = torch.ones(3, 8)
    points = (target + torch.randn(target.shape, generator=generator)).requires_grad_()
    wanted = blurred_raster(target, pen_down)
    assert wanted.shape == (3, 1, 28, 28)
    least = pixel_loss(wanted, wanted)
    optimiser = torch.optim.Adam([points], lr=0.1)
    losses = []
    for _ in range(100):
        optimiser.zero_grad()
        loss = pixel_loss(wanted, blurred_raster(points, pen_down))
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach() - least))
    assert losses[-1] < 0.2 * losses[0]
