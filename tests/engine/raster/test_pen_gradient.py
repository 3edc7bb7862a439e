"""Gradients of the pen against central differences in float64, one number at a time."""

from __future__ import annotations

import pytest
import torch
from raster_reference import random_cubics

from engine.raster import Strokes, render_pen

SIZE = (64, 80)
STEP = 1e-6


def weights(channels: int = 1, size=SIZE) -> torch.Tensor:
    generator = torch.Generator().manual_seed(99)
    return torch.randn(channels, *size, generator=generator, dtype=torch.float64)


def check(function, leaf: torch.Tensor, picks: int | None = None) -> None:
    """Compare the gradient of the scalar `function(leaf)` with central differences."""
    leaf = leaf.detach().clone().requires_grad_()
    (gradient,) = torch.autograd.grad(function(leaf), leaf)
    assert gradient.isfinite().all()
    index = torch.arange(leaf.numel())
    if picks is not None:
        index = torch.randperm(leaf.numel(), generator=torch.Generator().manual_seed(0))[:picks]
    numbers = []
    with torch.no_grad():
        for i in index.tolist():
            sides = []
            for step in (STEP, -STEP):
                moved = leaf.detach().clone()
                moved.view(-1)[i] += step
                sides.append(function(moved))
            numbers.append((sides[0] - sides[1]) / (2 * STEP))
    expected = torch.stack(numbers)
    error = (gradient.reshape(-1)[index] - expected).norm()
    assert error < 1e-4 * expected.norm()


def scene(name: str) -> torch.Tensor:
    """(1, n, 4, 2) curves that make trouble in one way."""
    controls = random_cubics(5, seed=21, side=60, length=50)
    if name == "crossing":
        controls = controls - controls.mean(2, keepdim=True) + 32
    elif name == "cusp":  # the middle control points cross, so the curve stops and turns
        controls[:, :, 1], controls[:, :, 2] = controls[:, :, 3] + 7, controls[:, :, 0] + 7
    elif name == "hairpin":
        controls[:, :, 3] = controls[:, :, 0] + 2.3
    elif name == "partly outside":
        controls = controls - controls.mean(2, keepdim=True)
    elif name == "one wholly outside":
        controls[:, 0] += 300
    return controls


@pytest.mark.parametrize(
    "name", ["random", "crossing", "cusp", "hairpin", "partly outside", "one wholly outside"]
)
@pytest.mark.parametrize("width", [0.6, 3.0])
def test_control_points(name, width):
    w = weights()
    check(lambda c: (render_pen(c, SIZE, width) * w).sum(), scene(name))


@pytest.mark.parametrize("composite", ["over", "union"])
@pytest.mark.parametrize("coloured", [False, True])
def test_everything_at_once(composite, coloured):
    controls = scene("crossing")
    generator = torch.Generator().manual_seed(4)
    n = controls.shape[1]
    widths = torch.rand(n, generator=generator, dtype=torch.float64) * 6 + 0.3
    opacities = torch.rand(n, generator=generator, dtype=torch.float64) * 0.8 + 0.1
    colours = torch.rand(n, 3, generator=generator, dtype=torch.float64) if coloured else None
    w = weights(3 if coloured else 1)

    def loss(controls=controls, widths=widths, opacities=opacities, colours=colours):
        image = render_pen(controls, SIZE, widths, opacities, colours, composite=composite)
        return (image * w).sum()

    check(lambda v: loss(controls=v), controls)
    check(lambda v: loss(widths=v), widths)
    check(lambda v: loss(opacities=v), opacities)
    if coloured:
        check(lambda v: loss(colours=v), colours)


def test_opaque_strokes_on_top_of_each_other():
    controls = scene("crossing")
    w = weights()
    opacities = torch.ones(controls.shape[1], dtype=torch.float64) - 1e-3
    check(lambda v: (render_pen(controls, SIZE, 6.0, v) * w).sum(), opacities)
    check(lambda v: (render_pen(v, SIZE, 6.0) * w).sum(), controls)


def test_widths_down_to_nothing():
    w = weights()
    widths = torch.tensor([2e-5, 1e-3, 0.1, 0.7, 1.4], dtype=torch.float64)
    check(lambda v: (render_pen(scene("random"), SIZE, v) * w).sum(), widths)


def test_doubled_points_and_dots():
    """A segment of no length: its two ends share the gradient, as central differences see it."""
    w = weights()
    p = torch.tensor([[20.3, 20.1], [40.7, 25.2], [40.7, 25.2], [33.1, 50.9]], dtype=torch.float64)

    def polylines(points):
        return (render_pen(Strokes.ragged([[points]]), SIZE) * w).sum()

    straight = torch.tensor([[10.0, 30.2]] * 2 + [[60.5, 30.2]] * 2, dtype=torch.float64)
    check(polylines, straight)
    check(polylines, p[:1])
    check(polylines, p[1:3])
    for moved in (p, p[[0, 1, 1, 1, 3]]):  # as a whole, where single points have no derivative
        check(
            lambda shift, moved=moved: polylines(moved + shift), torch.zeros(2, dtype=torch.float64)
        )


def test_a_curve_shrunk_to_a_point_moves_as_a_whole():
    w = weights()
    point = torch.full((1, 1, 4, 2), 31.3, dtype=torch.float64)
    check(
        lambda shift: (render_pen(point + shift, SIZE) * w).sum(),
        torch.tensor([0.4, -0.2], dtype=torch.float64),
    )
    widths = torch.tensor([3.0], dtype=torch.float64)
    check(lambda v: (render_pen(point, SIZE, v) * w).sum(), widths)


def test_a_polyline_of_ten_thousand_points():
    generator = torch.Generator().manual_seed(6)
    steps = torch.randn(10_000, 2, generator=generator, dtype=torch.float64)
    points = 40 + 0.35 * steps.cumsum(0)
    w = weights(size=(80, 80))

    def loss(v):
        return (render_pen(Strokes.ragged([[v]]), (80, 80), 1.0, 0.7) * w).sum()

    directions = torch.randn(20, 10_000, 2, generator=generator, dtype=torch.float64)
    check(
        lambda a: loss(points + torch.einsum("d,dnk->nk", a, directions)),
        torch.zeros(20, dtype=torch.float64),
    )


def test_quadratics_and_long_straight_lines():
    w = weights()
    controls = random_cubics(4, seed=30, side=60, length=120)
    for points in (2, 3):
        check(lambda v: (render_pen(v, SIZE) * w).sum(), controls[:, :, :points])


def test_no_gradient_where_none_is_asked():
    controls = random_cubics(3, seed=1)
    assert not render_pen(controls, SIZE).requires_grad
    widths = torch.full((3,), 2.0, dtype=torch.float64, requires_grad=True)
    render_pen(controls, SIZE, widths).sum().backward()
    assert (widths.grad < 0).all()
