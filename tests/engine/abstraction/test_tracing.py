"""Strokes along contours."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.abstraction.tracing import Contours, contour_pieces, cover, fit_beziers
from engine.strokes import sample_beziers

SIDE = 224
CENTRE, RADIUS = 112.0, 60.0


def contours_of(grey: np.ndarray, outlined: bool = False) -> Contours:
    canvas = torch.from_numpy(grey).float().expand(1, 3, -1, -1)
    worth = torch.ones(SIDE, SIDE)
    if outlined:
        worth[:, :50] = 0
    return Contours(canvas, worth, torch.full((SIDE, SIDE), float(outlined)))


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(5)


@pytest.fixture
def disc() -> Contours:
    y, x = np.mgrid[:SIDE, :SIDE] + 0.5
    return contours_of(np.where(np.hypot(x - CENTRE, y - CENTRE) < RADIUS, 0.2, 0.9))


def radii(strokes: torch.Tensor) -> np.ndarray:
    curves = [sample_beziers(each[None].numpy()) for each in strokes.double()]
    return np.concatenate([np.hypot(*(curve - CENTRE).T) for curve in curves])


def test_four_strokes_go_once_around_a_disc(disc: Contours) -> None:
    strokes = disc.strokes(4)
    assert strokes.shape == (4, 4, 2)
    assert abs(radii(strokes) - RADIUS).max() < 1.5
    around = np.concatenate([sample_beziers(each[None].numpy()) for each in strokes.double()])
    angles = np.sort(np.arctan2(*(around - CENTRE).T))
    gaps = np.diff(np.concatenate([angles, angles[:1] + 2 * np.pi]))
    assert gaps.max() < 0.35  # a twentieth of the way round, for a circle takes 377 px


def test_straight_strokes_are_shorter_and_still_on_it(disc: Contours) -> None:
    curved, straight = disc.strokes(4), disc.strokes(4, points=2)
    length = (straight[:, 0] - straight[:, 1]).norm(dim=1)
    assert length.max() < (curved[:, 0] - curved[:, 3]).norm(dim=1).max()
    assert abs((straight - CENTRE).norm(dim=2) - RADIUS).max() < 4


def test_what_is_covered_is_left_and_what_is_forbidden_avoided(disc: Contours) -> None:
    angles = torch.linspace(0.5 * torch.pi, 1.5 * torch.pi, 200)
    left_half = CENTRE + RADIUS * torch.stack([angles.cos(), angles.sin()], 1)
    beside = disc.strokes(2, beside=left_half)
    assert (beside[..., 0].mean(1) > CENTRE).all()
    weights = torch.ones(SIDE, SIDE)
    weights[:100] = 0
    below = disc.strokes(3, weights=weights)
    assert (below[..., 1] > 99).all()


def test_the_outline_of_the_subject_is_a_contour(disc: Contours) -> None:
    flat = contours_of(np.full((SIDE, SIDE), 0.5), outlined=True)
    strokes = flat.strokes(1)
    assert abs(strokes[..., 0] - 50).max() < 1
    assert len(contours_of(np.full((SIDE, SIDE), 0.5)).strokes(3)) == 0


def test_contours_run_out(disc: Contours) -> None:
    weights = torch.zeros(SIDE, SIDE)
    weights[:, 160:] = 1
    assert 0 < len(disc.strokes(64, weights=weights)) < 64


def test_a_cover_is_that_of_trying_all_each_time(rng: np.random.Generator) -> None:
    side, reach = 60, 3.0
    start = rng.uniform(10, 50, (40, 1, 2))
    points = np.clip(start + np.linspace(0, 1, 8)[:, None] * rng.normal(0, 12, (40, 1, 2)), 0, 59.9)
    gains = rng.uniform(0, 1, (40, 8))
    y, x = np.mgrid[:side, :side] + 0.5
    left, expected = np.ones((side, side)), []
    for _ in range(12):
        cells = points.astype(int)
        best = int((gains * left[cells[..., 1], cells[..., 0]]).sum(1).argmax())
        expected.append(best)
        for px, py in points[best]:
            squared = (x - px) ** 2 + (y - py) ** 2
            near = np.where(np.maximum(abs(x - px), abs(y - py)) < 3 * reach, squared, np.inf)
            left = np.minimum(left, 1 - np.exp(-near / (2 * reach**2)))
    found = cover(points, gains, 12, side, reach, None)
    assert found == expected


@pytest.mark.parametrize("count", [2, 3, 4])
def test_fits_are_least_squares(rng: np.random.Generator, count: int) -> None:
    points = rng.normal(0, 20, (3, 24, 2))
    controls, misfits = fit_beziers(points, count)
    t = np.linspace(0, 1, 24)
    powers = np.stack([t**i for i in range(count)], 1)
    for each, control, misfit in zip(points, controls, misfits, strict=True):
        _, residuals, _, _ = np.linalg.lstsq(powers, each, rcond=None)
        assert misfit == pytest.approx(np.sqrt(residuals.sum() / 24))
        assert control.shape == (count, 2)
        np.testing.assert_allclose(  # at the ends of the polynomial
            control[[0, -1]],
            [(powers[end] @ np.linalg.lstsq(powers, each, rcond=None)[0]) for end in (0, -1)],
            atol=1e-9,
        )


def test_pieces_are_even_and_gains_are_their_length(disc: Contours) -> None:
    pieces = contour_pieces(disc, 2.0)
    steps = np.linalg.norm(np.diff(pieces.points, axis=1), axis=2)
    assert (steps.max(1) / steps.min(1)).max() < 1.2
    # All of the circle is as strong as can be: worth is px of contour, but for samples and ends.
    np.testing.assert_allclose(pieces.gains.sum(1), steps.sum(1), rtol=0.12)
