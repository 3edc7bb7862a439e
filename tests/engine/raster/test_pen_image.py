"""Images of the pen against brute force."""

from __future__ import annotations

import pytest
import torch
from raster_reference import curve_points, draw, ink, random_cubics

from engine.raster import Strokes, pen, render_pen

SIZE = (72, 90)


def both_types(check):
    return pytest.mark.parametrize(
        ("dtype", "tolerance"), [(torch.float32, 1e-4), (torch.float64, 1e-9)]
    )(check)


@both_types
@pytest.mark.parametrize("width", [0.2, 1.0, 3.0, 17.5])
@pytest.mark.parametrize("points", [2, 3, 4])
def test_curves_of_every_degree_and_width(points, width, dtype, tolerance):
    controls = random_cubics(7, seed=points, side=90)[:, :, :points]
    image = render_pen(controls.to(dtype), SIZE, width_px=width, segments=24)
    segments = 24 if points > 2 else 1
    strokes = list(curve_points(controls[0], segments))
    expected = draw(strokes, SIZE, [width] * 7, [1.0] * 7)
    assert image.dtype == dtype
    assert (image[0] - expected).abs().max() < tolerance


@both_types
def test_ragged_sketches_of_mixed_strokes(dtype, tolerance):
    generator = torch.Generator().manual_seed(3)
    polyline = torch.rand(40, 2, generator=generator, dtype=torch.float64) * 110 - 10
    dot = torch.tensor([[30.2, 40.9]], dtype=torch.float64)
    chain = random_cubics(3, seed=5)[0]
    chain[1:, 0] = chain[:-1, 3]  # a chain of three curves that join
    quadratic = random_cubics(1, seed=6)[0, :, :3]
    joined = torch.cat([curve_points(piece)[i > 0 :] for i, piece in enumerate(chain)])
    sketches = [[polyline, chain], [dot], [quadratic, dot, polyline[:2]]]
    image = render_pen(
        Strokes.ragged([[s.to(dtype) for s in sketch] for sketch in sketches]), SIZE, segments=24
    )
    vertices = [[polyline, joined], [dot], [curve_points(quadratic[0]), dot, polyline[:2]]]
    for result, strokes in zip(image, vertices, strict=True):
        expected = draw(strokes, SIZE, [3.0] * len(strokes), [1.0] * len(strokes))
        assert (result - expected).abs().max() < tolerance


def test_widths_opacities_and_colours_in_drawing_order():
    controls = random_cubics(12, seed=8, side=60)
    generator = torch.Generator().manual_seed(9)
    widths = torch.rand(12, generator=generator, dtype=torch.float64) * 12
    opacities = torch.rand(12, generator=generator, dtype=torch.float64)
    opacities[::3] = 1
    colours = torch.rand(12, 3, generator=generator, dtype=torch.float64)
    image = render_pen(controls, SIZE, widths, opacities, colours, segments=24)
    expected = draw(list(curve_points(controls[0])), SIZE, widths, opacities, colours)
    assert image.shape == (1, 3, *SIZE)
    assert (image[0] - expected).abs().max() < 1e-9


def test_black_needs_no_order():
    controls = random_cubics(12, seed=8, side=60)
    black = torch.zeros(3, dtype=torch.float64)
    in_order = render_pen(controls, SIZE, 5.0, 0.6, black)
    assert torch.allclose(in_order, render_pen(controls, SIZE, 5.0, 0.6), atol=1e-12)


def test_union_shows_the_strongest_stroke_of_each_pixel():
    controls = random_cubics(9, seed=10, side=60)
    opacities = torch.linspace(0.2, 1, 9, dtype=torch.float64)
    image = render_pen(controls, SIZE, 4.0, opacities, composite="union", segments=24)
    inks = [
        o * ink(v, SIZE, 4.0, 0.5)
        for v, o in zip(curve_points(controls[0]), opacities, strict=True)
    ]
    assert (image[0, 0] - (1 - torch.stack(inks).amax(0))).abs().max() < 1e-9


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (33, 2), (5, 7)])
def test_canvases_smaller_than_the_pen(size):
    controls = random_cubics(5, seed=11, side=8, length=9)
    image = render_pen(controls, size, width_px=6.0, segments=24)
    expected = draw(list(curve_points(controls[0])), size, [6.0] * 5, [1.0] * 5)
    assert (image[0] - expected).abs().max() < 1e-9


def test_a_crowd_of_strokes_on_a_tiny_canvas():
    controls = random_cubics(60, seed=17, side=6, length=9)
    for size in ((4, 30), (9, 9)):
        expected = draw(list(curve_points(controls[0])), size, [3.0] * 60, [1.0] * 60)
        assert (render_pen(controls, size, segments=24)[0] - expected).abs().max() < 1e-9


def test_strokes_off_the_canvas_leave_it_white():
    controls = random_cubics(5, seed=12) + 500
    assert (render_pen(controls, SIZE) == 1).all()
    assert (render_pen(-controls, SIZE, colour=torch.zeros(3)) == 1).all()
    assert (render_pen(-controls, SIZE, composite="union") == 1).all()


def test_very_long_strokes_that_only_touch_the_canvas():
    controls = torch.tensor([[[-9e5, -9e5], [9e5, 9e5]]], dtype=torch.float64)
    image = render_pen(controls, SIZE)
    expected = draw([controls[0]], SIZE, [3.0], [1.0])
    assert (image[0] - expected).abs().max() < 1e-6


def test_a_batch_is_its_sketches_and_a_sketch_its_layers():
    controls = random_cubics(6, seed=13, sketches=3)
    widths = torch.rand(3, 6, generator=torch.Generator().manual_seed(1), dtype=torch.float64) * 5
    together = render_pen(controls, SIZE, widths)
    for i in range(3):
        alone = render_pen(controls[i], SIZE, widths[i])
        assert torch.allclose(together[i], alone[0], atol=1e-12)
    layers = render_pen(Strokes.beziers(controls).as_layers(), SIZE, widths)
    assert layers.shape == (18, 1, *SIZE)
    assert torch.allclose(layers.reshape(3, 6, 1, *SIZE).prod(1), together, atol=1e-12)


def test_curves_are_cut_finely_enough():
    controls = random_cubics(16, seed=14, side=200, length=140)
    rough, fine = (render_pen(controls, (224, 224), segments=s) for s in (None, 200))
    assert (rough - fine).abs().max() < 0.1
    assert (rough - fine).abs().mean() < 1e-3


def test_leaving_out_hidden_pixels_changes_nothing(monkeypatch):
    generator = torch.Generator().manual_seed(15)
    start = torch.rand(150, 1, 2, generator=generator) * 40
    strokes = start + torch.randn(150, 12, 2, generator=generator).cumsum(1) * 2

    def image_and_gradient():
        controls = strokes.clone().requires_grad_()
        image = render_pen(Strokes.ragged([list(controls)]), (48, 48))
        image.backward(torch.linspace(-1, 1, 48 * 48).reshape(image.shape))
        return image.detach(), controls.grad

    image, gradient = image_and_gradient()
    monkeypatch.setattr(pen, "_OVERDRAW", 1e9)
    full_image, full_gradient = image_and_gradient()
    assert (image == 0).float().mean() > 0.3
    assert (image - full_image).abs().max() < 1e-6
    assert (gradient - full_gradient).abs().max() < 1e-4


def test_width_is_the_whole_width_and_ink_is_in_proportion():
    across = torch.tensor([[[-20.0, 36.3], [200.0, 36.3]]], dtype=torch.float64)
    for width in (0.25, 1.0, 3.0, 8.5):
        column = 1 - render_pen(across, SIZE, width_px=width)[0, 0, :, 45]
        assert column.sum() == pytest.approx(width, abs=1e-9)


def test_reproducible_to_the_bit():
    controls = random_cubics(16, seed=16).float()

    def run():
        leaf = controls.clone().requires_grad_()
        image = render_pen(leaf, SIZE)
        image.square().sum().backward()
        return image.detach(), leaf.grad

    first, second = run(), run()
    assert torch.equal(first[0], second[0])
    assert torch.equal(first[1], second[1])
