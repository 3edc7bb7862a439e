"""What the pen's gradients are for: drawings that find their way. And what they are true to."""

from __future__ import annotations

import math
import tracemalloc

import pytest
import torch
from raster_reference import random_cubics

from engine.raster import gaussian_blur, render_pen


@pytest.mark.parametrize("seed", range(10))
def test_random_strokes_fit_a_drawing(seed):
    """16 random strokes, 200 steps of Adam: blurred MSE below 20% of that at the start."""
    size = (224, 224)
    target = render_pen(random_cubics(16, 100 + seed, side=190, length=70).float() + 17, size)
    controls = (random_cubics(16, 200 + seed, side=190, length=70).float() + 17).requires_grad_()
    optimiser = torch.optim.Adam([controls], lr=2.0)
    losses = []
    for _ in range(201):
        optimiser.zero_grad()
        loss = gaussian_blur(render_pen(controls, size) - target, 8.0).square().mean()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    assert losses[-1] < 0.2 * losses[0]


def test_the_gradient_of_a_small_move_never_vanishes():
    """Wherever a line lies between the pixels, the gradient points back, at full strength."""
    size = (48, 48)
    strengths = []
    for angle in torch.linspace(0, math.pi, 13, dtype=torch.float64).tolist():
        along = torch.tensor([math.cos(angle), math.sin(angle)], dtype=torch.float64)
        normal = torch.tensor([-along[1], along[0]])
        for phase in torch.linspace(0, 1, 11, dtype=torch.float64).tolist():
            middle = torch.full((2,), 24.0, dtype=torch.float64) + phase * normal
            line = torch.stack([middle - 15 * along, middle + 15 * along])[None, None]
            for move in (0.05, 0.3, 0.9):
                target = render_pen(line + move * normal, size)
                leaf = line.clone().requires_grad_()
                gaussian_blur(render_pen(leaf, size) - target, 2.0).square().sum().backward()
                strengths.append(float(-(leaf.grad @ normal).sum() / move))
    assert min(strengths) > 0.6 * max(strengths)


def supersampled(controls: torch.Tensor, side: int, width: float = 3.0, factor: int = 6):
    """Hard-edged masks (n, side * factor, side * factor) of curves, drawn 6 times larger."""
    layers = render_pen(
        (controls * factor)[:, None],
        (side * factor, side * factor),
        width * factor,
        softness_px=1e-3,
        segments=64,
    )
    return layers[:, 0] < 0.5


def average(mask: torch.Tensor, factor: int = 6) -> torch.Tensor:
    side = mask.shape[-1] // factor
    return 1 - mask.reshape(side, factor, side, factor).double().mean((1, 3))


@pytest.mark.parametrize("seed", range(20))
def test_gradient_of_the_supersampled_image(seed):
    """Cosine above 0.95 with differences of the 6-times supersampled, hard-edged image.

    That image moves in jumps of 1/36 as single samples flip, so a difference over a tiny step is
    mostly noise: over 0.1 px it agrees with an 18-times supersampled image only to a cosine of 0.8
    to 0.96, which is how one scene of an earlier prototype scored 0.58. The differences here are
    over 1/3 px to both sides (two samples), of the blurred difference to a target.
    """
    side, step = 96, 1 / 3
    controls = random_cubics(5, 300 + seed, side=side - 30)[0] + 15
    target = average(
        supersampled(random_cubics(5, 400 + seed, side=side - 30)[0] + 15, side).any(0)
    )

    def loss(image):
        return gaussian_blur(image - target, 2.0).square().sum()

    leaf = controls.clone().requires_grad_()
    loss(render_pen(leaf, (side, side))[0, 0]).backward()
    masks = supersampled(controls, side)
    moves = torch.eye(8, dtype=torch.float64).reshape(8, 4, 2) * step
    expected = torch.zeros_like(controls)
    for i in range(len(controls)):
        others = masks[torch.arange(len(masks)) != i].any(0)
        moved = supersampled(torch.cat([controls[i] + moves, controls[i] - moves]), side)
        losses = torch.stack([loss(average(mask | others)) for mask in moved])
        expected[i] = ((losses[:8] - losses[8:]) / (2 * step)).reshape(4, 2)
    cosine = torch.nn.functional.cosine_similarity(leaf.grad.flatten(), expected.flatten(), dim=0)
    assert cosine > 0.95


def test_memory_grows_with_ink():
    controls = random_cubics(64, seed=50, side=900, length=900).float().requires_grad_()
    tracemalloc.start()
    image = render_pen(controls, (1024, 1024))
    image.backward(torch.ones_like(image))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200e6
