"""Hard stamps, masks and attribution of SLA (eq. 2 to 4)."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from raster_reference import distances, random_cubics
from skimage.draw import line

from engine.errors import InputError
from engine.raster import Strokes, stamp_strokes

SIZE = (60, 70)


def polylines(n: int = 5) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(0)
    return [torch.rand(2 + i, 2, generator=generator) * 90 - 15 for i in range(n)]


def test_bresenham_lines_through_all_points():
    strokes = polylines()
    masks = stamp_strokes(Strokes.ragged([strokes]), SIZE).masks()
    for mask, stroke in zip(masks, strokes, strict=True):
        pixels = stroke.floor().long().numpy()
        expected = np.zeros((200, 200))
        for (x0, y0), (x1, y1) in zip(pixels[:-1] + 50, pixels[1:] + 50, strict=True):
            expected[line(y0, x0, y1, x1)] = 1
        expected = expected[50 : 50 + SIZE[0], 50 : 50 + SIZE[1]]
        # The two may round an exact tie to different sides.
        assert np.abs(mask.numpy() - expected).sum() <= 0.1 * expected.sum()
        assert mask.sum() == pytest.approx(expected.sum(), abs=2)


@pytest.mark.parametrize("width", [1.0, 3.0, 9.0])
def test_wide_stamps_are_the_pixels_within_half_the_width(width):
    strokes = [stroke.double() for stroke in polylines()]
    masks = stamp_strokes(Strokes.ragged([strokes]), SIZE, width).masks()
    for mask, stroke in zip(masks, strokes, strict=True):
        assert torch.equal(mask.bool(), distances(stroke, SIZE) <= width / 2)


def test_sum_is_clamped_and_weights_get_gradient():
    controls = random_cubics(6, seed=3, side=60, sketches=2)
    stamps = stamp_strokes(controls, SIZE, 3.0)
    masks = stamps.masks().reshape(2, 6, *SIZE)
    assert torch.equal(stamps.image()[:, 0], masks.amax(1))
    weights = torch.rand(12, requires_grad=True)
    image = stamps.image(weights)
    expected = (weights.reshape(2, 6, 1, 1) * masks).sum(1).clamp(0, 1)
    assert torch.allclose(image[:, 0], expected)
    image.sum().backward()
    free = ((weights.reshape(2, 6, 1, 1) * masks).sum(1, keepdim=True) <= 1) * masks
    assert torch.allclose(weights.grad, free.sum((2, 3)).reshape(-1))


def test_attribution_is_the_gradient_seen_through_the_masks():
    controls = random_cubics(6, seed=4, side=60)
    stamps = stamp_strokes(controls, SIZE, 3.0)
    gradient = torch.randn(1, 3, *SIZE)
    expected = (stamps.masks() * gradient.sum(1)).sum((1, 2))
    assert torch.allclose(stamps.attribution(gradient), expected, atol=1e-4)


def test_equal_gradient_counts_pixels_so_longer_strokes_count_more():
    strokes = [torch.tensor([[5.0, y], [5.0 + length, y]]) for y, length in ((9, 10), (30, 40))]
    scores = stamp_strokes(Strokes.ragged([strokes]), SIZE).attribution(torch.ones(1, 1, *SIZE))
    assert scores.tolist() == [11, 41]


def test_strokes_off_the_canvas_have_empty_masks():
    strokes = [torch.tensor([[-9e5, 500.0], [9e5, 501.0]]), torch.tensor([[3.0, 3.0]])]
    for width in (None, 3.0):
        stamps = stamp_strokes(Strokes.ragged([strokes]), SIZE, width)
        assert stamps.masks()[0].sum() == 0
        assert stamps.masks()[1].sum() >= 1


def test_thousands_of_polylines_are_those_of_a_ragged_batch():
    random = np.random.default_rng(3)
    lengths = random.integers(1, 5, 40)
    points = torch.from_numpy(random.uniform(0, 30, (lengths.sum(), 2)).astype(np.float32))
    fast = Strokes.polylines(points, lengths)
    slow = Strokes.ragged([list(points.split(lengths.tolist()))])
    assert torch.equal(fast.controls, slow.controls)
    for name in ("first", "degree", "stroke", "sketch"):
        one, other = getattr(fast.topology, name), getattr(slow.topology, name)
        assert np.array_equal(one, other), name
    assert fast.topology.n_controls == slow.topology.n_controls
    assert fast.topology.n_sketches == 1


@pytest.mark.parametrize("lengths", [[], [2, 0, 1]])
def test_polylines_without_points_are_refused(lengths):
    with pytest.raises(InputError):
        Strokes.polylines(torch.zeros(sum(lengths), 2), np.array(lengths, int))


def test_a_pixel_counts_once_for_a_stroke_that_passes_it_often():
    back_and_forth = torch.tensor([[2.0, 5.5], [20.0, 5.5], [2.0, 5.5], [20.0, 5.5]])
    stamps = stamp_strokes(Strokes.ragged([[back_and_forth, back_and_forth]]), SIZE)
    pairs = list(zip(stamps.stroke.tolist(), stamps.pixel.tolist(), strict=True))
    assert pairs == sorted(set(pairs))
    assert {stroke for stroke, _ in pairs} == {0, 1}
