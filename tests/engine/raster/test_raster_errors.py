"""Input that cannot be drawn: a sentence that names the stroke, never an image with NaN."""

from __future__ import annotations

import math

import pytest
import torch
from raster_reference import random_cubics

from engine.errors import InputError
from engine.raster import (
    Strokes,
    blurred_raster,
    gaussian_blur,
    render_line,
    render_pen,
    stamp_strokes,
)

SIZE = (40, 40)


def broken(value: float, sketches: int = 1) -> torch.Tensor:
    controls = random_cubics(4, seed=1, side=40, sketches=sketches)
    controls[-1, 2, 1, 0] = value
    return controls


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e30])
def test_points_that_are_no_numbers(value):
    for draw in (render_pen, stamp_strokes):
        with pytest.raises(InputError, match=r"^Stroke 2 has a point"):
            draw(broken(value), SIZE)
    with pytest.raises(InputError, match=r"^Stroke 2 of sketch 2 has a point"):
        render_pen(broken(value, sketches=3), SIZE)
    ragged = Strokes.ragged([[torch.rand(5, 2)], [torch.tensor([[1.0, 2.0], [value, 3.0]])]])
    with pytest.raises(InputError, match=r"^Stroke 0 of sketch 1 has a point"):
        render_pen(ragged, SIZE)
    with pytest.raises(InputError, match=r"^Stroke 0 has a point"):
        render_line(torch.tensor([[1.0, 2.0], [value, 3.0]]), [1, 1], SIZE)


@pytest.mark.parametrize("width", [-1.0, math.nan, math.inf])
def test_widths(width):
    widths = torch.tensor([1.0, 2.0, 3.0, width])
    with pytest.raises(InputError, match=r"^Stroke 3 has the width"):
        render_pen(random_cubics(4, seed=1), SIZE, widths)
    with pytest.raises(InputError, match=r"^Stroke 3 has the width"):
        stamp_strokes(random_cubics(4, seed=1), SIZE, widths)
    with pytest.raises(InputError, match=r"^Stroke 0 has the width"):
        render_pen(random_cubics(4, seed=1), SIZE, width)


@pytest.mark.parametrize("value", [-0.1, 1.1, math.nan])
def test_opacities_and_colours(value):
    with pytest.raises(InputError, match=r"^Stroke 1 has the opacity"):
        render_pen(random_cubics(2, seed=1), SIZE, 3.0, torch.tensor([0.5, value]))
    with pytest.raises(InputError, match=r"^Stroke 0 has a colour"):
        render_pen(random_cubics(2, seed=1), SIZE, colour=torch.tensor([0.5, value, 0.0]))


def test_nothing_to_draw():
    for empty in (torch.zeros(1, 0, 4, 2), torch.zeros(0, 3, 4, 2)):
        with pytest.raises(InputError, match="no strokes"):
            render_pen(empty, SIZE)
    with pytest.raises(InputError, match="no strokes"):
        Strokes.ragged([])
    with pytest.raises(InputError, match="Sketch 1 has no strokes"):
        Strokes.ragged([[torch.rand(3, 2)], []])
    with pytest.raises(InputError, match="Stroke 1 of sketch 0 has no points"):
        Strokes.ragged([[torch.rand(3, 2), torch.zeros(0, 2)]])
    with pytest.raises(InputError, match="Sketch 1 has no line"):
        render_line(torch.rand(2, 3, 2), torch.tensor([[1, 1, 1], [0, 0, 1]]), SIZE)


@pytest.mark.parametrize("shape", [(4, 2), (1, 2, 5, 2), (1, 2, 4, 3), (2,)])
def test_shapes_of_control_points(shape):
    with pytest.raises(InputError, match="shape"):
        render_pen(torch.rand(shape), SIZE)


def test_other_shapes_types_and_settings():
    controls = random_cubics(4, seed=1)
    with pytest.raises(InputError, match="float16"):
        render_pen(controls.half(), SIZE)
    with pytest.raises(InputError, match="one width for each of 4"):
        render_pen(controls, SIZE, torch.ones(3))
    with pytest.raises(InputError, match="a colour for each of 4"):
        render_pen(controls, SIZE, colour=torch.ones(3, 3))
    with pytest.raises(InputError, match="canvas"):
        render_pen(controls, (0, 10))
    with pytest.raises(InputError, match="softness"):
        render_pen(controls, SIZE, softness_px=0.0)
    with pytest.raises(InputError, match="shape"):
        Strokes.ragged([[torch.rand(3, 3)]])
    with pytest.raises(InputError, match="shape"):
        render_line(torch.rand(3, 3), [1, 1, 1], SIZE)
    with pytest.raises(InputError, match="unit"):
        render_line(torch.rand(3, 2), [1, 1, 1], SIZE, unit_px=0.0)
    with pytest.raises(InputError, match="blur"):
        gaussian_blur(torch.rand(3, 3), -1.0)
    with pytest.raises(InputError, match="blur"):
        blurred_raster(torch.rand(3, 2), [1, 1, 1], sigma_px=math.nan)
