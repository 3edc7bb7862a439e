"""The torch code (what a GPU runs) and diffvg, against the native code."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
import torch
from raster_reference import random_cubics

from engine.errors import InputError
from engine.raster import Strokes, diffvg, render_line, render_pen

SIZE = (60, 70)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize("composite", ["over", "union"])
@pytest.mark.parametrize("coloured", [False, True])
def test_torch_draws_and_differentiates_the_same(dtype, composite, coloured):
    tolerance = 1e-4 if dtype == torch.float32 else 1e-9
    generator = torch.Generator().manual_seed(2)
    controls = random_cubics(8, seed=40, side=60, sketches=3)
    controls[0, 1] = 400  # nothing of it on the canvas, and no length
    widths = torch.rand(3, 8, generator=generator, dtype=torch.float64) * 5
    opacities = torch.rand(3, 8, generator=generator, dtype=torch.float64)
    colours = torch.rand(3, 8, 3, generator=generator, dtype=torch.float64)
    weights = torch.rand(3, 3 if coloured else 1, *SIZE, generator=generator, dtype=torch.float64)

    def run(backend):
        leaves = [v.to(dtype, copy=True).requires_grad_() for v in (controls, widths, opacities)]
        colour = colours.to(dtype, copy=True).requires_grad_() if coloured else None
        image = render_pen(
            *leaves[:1], SIZE, *leaves[1:], colour, composite=composite, backend=backend
        )
        (image * weights).sum().backward()
        return image.detach(), *(leaf.grad for leaf in [*leaves, *([colour] if coloured else [])])

    for native, other in zip(run("native"), run("torch"), strict=True):
        assert native.dtype == other.dtype == dtype
        assert (native - other).abs().max() <= tolerance * max(1, native.abs().max())


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_torch_draws_lines_the_same(dtype):
    points = (torch.rand(2, 30, 2, generator=torch.Generator().manual_seed(1)) * 60).to(dtype)
    pen_down = torch.arange(30) % 7 != 3
    results = []
    for force_torch in (False, True):
        leaf = points.clone().requires_grad_()
        image = render_line(leaf, pen_down, SIZE, force_torch=force_torch)
        image.square().sum().backward()
        results.append((image.detach(), leaf.grad))
    for native, other in zip(*results, strict=True):
        assert torch.allclose(native, other, atol=1e-4, rtol=1e-4)


def test_torch_handles_ragged_strokes_and_an_empty_canvas():
    strokes = Strokes.ragged(
        [[torch.rand(9, 2) * 50, torch.rand(2, 4, 2) * 50], [torch.rand(1, 2)]]
    )
    native, other = (render_pen(strokes, SIZE, backend=b) for b in ("native", "torch"))
    assert (native - other).abs().max() < 1e-4
    away = torch.rand(1, 3, 4, 2) + 900
    assert (render_pen(away, SIZE, backend="torch") == 1).all()


def test_missing_diffvg_is_said_clearly():
    if diffvg.available():
        pytest.skip("pydiffvg is installed")
    with pytest.raises(InputError, match="pydiffvg"):
        render_pen(random_cubics(2, seed=1), SIZE, backend="diffvg")


def test_diffvg_gets_half_widths_and_inner_control_points(monkeypatch):
    """With a stand-in for pydiffvg: what the adapter hands over, and white paper underneath."""
    scenes = []

    def serialize(width, height, shapes, groups):
        scenes.append((width, height, shapes, groups))
        return (shapes,)

    def apply(width, height, across, down, seed, background, shapes):
        assert (across, down) == (2, 2)
        return torch.full((height, width, 4), 0.25)

    fake = SimpleNamespace(
        Path=lambda **arguments: SimpleNamespace(**arguments),
        ShapeGroup=lambda **arguments: SimpleNamespace(**arguments),
        RenderFunction=SimpleNamespace(serialize_scene=serialize, apply=apply),
    )
    monkeypatch.setitem(sys.modules, "pydiffvg", fake)
    chain = torch.arange(16.0).reshape(2, 4, 2)
    chain[1, 0] = chain[0, 3]
    polyline, dot = torch.rand(3, 2) * 40, torch.rand(1, 2) * 40
    image = render_pen(
        Strokes.ragged([[chain, polyline], [dot]]), SIZE, 3.0, 0.5, torch.ones(3), backend="diffvg"
    )
    assert image.shape == (2, 3, *SIZE)
    assert torch.allclose(image, torch.tensor(0.25 * 0.25 + 0.75))
    (width, height, shapes, groups), (_, _, dots, _) = scenes
    assert (height, width) == SIZE
    assert [float(shape.stroke_width) for shape in shapes] == [1.5, 1.5]
    assert shapes[0].num_control_points.tolist() == [2, 2]
    assert shapes[1].num_control_points.tolist() == [0, 0]
    assert torch.equal(shapes[1].points, polyline)
    assert dots[0].num_control_points.tolist() == [0]
    assert len(dots[0].points) == 2
    assert groups[0].stroke_color.tolist() == [1, 1, 1, 0.5]


def test_close_to_the_image_of_diffvg():
    pytest.importorskip("pydiffvg")
    controls = random_cubics(16, seed=41, side=200).float()
    ours = render_pen(controls, (224, 224))
    theirs = render_pen(controls, (224, 224), backend="diffvg")
    assert (ours - theirs).abs().mean() < 0.01
