"""XDoG answers edges, on their dark side, and nothing else."""

from __future__ import annotations

import pytest
import torch

from engine.abstraction.xdog import gaussian_blur, luminance, xdog_edges


@pytest.mark.parametrize("tone", [0.0, 0.3, 1.0])
def test_flat_areas_have_no_edges_whatever_their_tone(tone: float) -> None:
    assert xdog_edges(torch.full((1, 1, 32, 32), tone)).max() == 0


def test_step_edge_is_a_line_on_its_dark_side() -> None:
    step = torch.full((1, 1, 32, 32), 0.9)
    step[..., 16:] = 0.1
    edges = xdog_edges(step)[0, 0, 16]
    assert edges[16] > 0.7
    assert (edges[:16] == 0).all()
    assert edges[16:].argmax() <= 1
    assert (edges[22:] == 0).all()
    assert torch.equal(edges, xdog_edges(step)[0, 0, 3])


def test_stronger_steps_answer_more_and_wider_blur_makes_wider_lines() -> None:
    weak, strong = torch.full((2, 1, 1, 32, 32), 0.5).unbind()
    weak[..., 16:], strong[..., 16:] = 0.3, 0.1
    assert 0 < xdog_edges(weak).max() < xdog_edges(strong).max() <= 1

    def width(sigma_px: float) -> int:
        return int((xdog_edges(strong, sigma_px)[0, 0, 16] > 0.2).sum())

    assert width(1.0) < width(2.0)


def test_blur_keeps_the_mean_and_has_the_asked_variance() -> None:
    dot = torch.zeros(1, 1, 41, 41)
    dot[..., 20, 20] = 1
    blurred = gaussian_blur(dot, 2.0)[0, 0]
    offsets = torch.arange(41.0) - 20
    assert blurred.sum().item() == pytest.approx(1, abs=1e-5)
    assert (blurred.sum(0) * offsets**2).sum().item() == pytest.approx(4, rel=0.03)


def test_luminance_weighs_green_most() -> None:
    red, green, blue = luminance(torch.eye(3)[:, :, None, None]).flatten()
    assert green > red > blue
    assert (red + green + blue).item() == pytest.approx(1)
