"""The optimisation's own promises: strokes stay drawable, the best is kept, it stops."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.abstraction.curves import keep_drawable, lowered, raised
from engine.abstraction.optimisation import (
    EVALUATE_EVERY,
    Optimisation,
    Schedule,
    render_sketches,
)
from engine.abstraction.prepared import prepare_photo
from engine.abstraction.surroundings import Surroundings
from engine.abstraction.target import PhotoTarget, encode_photo
from tests.engine.tiny_encoder import TinyEncoder

BOUNDS = (0, 10, 64, 54)


def extents(controls: torch.Tensor) -> torch.Tensor:
    return (controls.amax(-2) - controls.amin(-2)).amax(-1)


@pytest.mark.parametrize("place", [(-50.0, -50.0), (30.0, 30.0), (500.0, 53.9)])
def test_collapsed_strokes_become_visible_and_stay_inside(place: tuple[float, float]) -> None:
    controls = torch.tensor(place).expand(2, 5, 4, 2).clone()
    drawable = keep_drawable(controls, BOUNDS)
    assert (extents(drawable) >= 4).all()
    assert (drawable >= torch.tensor([1.5, 11.5])).all()
    assert (drawable <= torch.tensor([62.5, 52.5])).all()


def test_strokes_squeezed_against_the_border_become_visible() -> None:
    beyond = torch.tensor([[[70.0, 20.0], [80.0, 20.5], [90.0, 21.0], [75.0, 20.0]]])
    assert (extents(keep_drawable(beyond, BOUNDS)) >= 4).all()


def test_strokes_that_are_fine_are_left_alone() -> None:
    generator = torch.Generator().manual_seed(0)
    controls = 14 + 36 * torch.rand(3, 6, 4, 2, generator=generator)
    assert torch.equal(keep_drawable(controls, BOUNDS), controls)


@pytest.fixture
def target(encoder: TinyEncoder, ring: NDArray[np.uint8]) -> PhotoTarget:
    photo = prepare_photo(ring, encoder)
    passes = encode_photo(encoder, photo.image, photo.drawing, photo.importance, batch=8)
    while True:
        try:
            next(passes)
        except StopIteration as end:
            return end.value


def optimisation(
    encoder: TinyEncoder,
    target: PhotoTarget,
    starts: torch.Tensor,
    schedule: Schedule,
    around: Surroundings | None = None,
) -> Optimisation:
    generator = torch.Generator().manual_seed(0)
    around = around or Surroundings(encoder.canvas_size)
    return Optimisation(encoder, target, starts, BOUNDS, schedule, generator, around)


@pytest.fixture
def starts() -> torch.Tensor:
    return 14 + 36 * torch.rand(2, 4, 4, 2, generator=torch.Generator().manual_seed(2))


def test_steps_are_one_pass_each_whatever_the_batch(
    encoder: TinyEncoder, target: PhotoTarget, starts: torch.Tensor
) -> None:
    """Two sketches through three views: six passes one by one, or one pass of six images."""
    ends = []
    for batch, passes in ((1, 6), (4, 2), (16, 1)):
        run = optimisation(encoder, target, starts, Schedule(EVALUATE_EVERY, 3, batch))
        steps = sum(1 for _ in run.steps())
        evaluations = 2 * (2 if batch == 1 else 1)
        assert steps == evaluations + EVALUATE_EVERY * passes
        ends.append(run.current)
    assert torch.allclose(ends[0], ends[1], atol=0.05)
    assert torch.allclose(ends[0], ends[2], atol=0.05)


def test_the_lowest_evaluation_of_the_best_start_is_kept(
    encoder: TinyEncoder, target: PhotoTarget, starts: torch.Tensor
) -> None:
    run = optimisation(encoder, target, starts, Schedule(45, 1, 2))
    for _ in run.steps():
        pass
    assert run.iteration == 45
    assert len(run.leader_losses) == 1 + 4 + 1  # the start, every tenth, the end
    assert run.best_loss == min(run.leader_losses)
    assert run.best_loss < run.leader_losses[0]
    again = optimisation(encoder, target, torch.stack([run.best, run.best]), Schedule(1, 1, 2))
    list(again.steps())
    assert again.leader_losses[0] == pytest.approx(run.best_loss, rel=1e-4)


def test_it_stops_when_nothing_improves(
    encoder: TinyEncoder, target: PhotoTarget, starts: torch.Tensor
) -> None:
    run = optimisation(encoder, target, starts, Schedule(5000, 1, 2, (0.0, 0.0)))
    for _ in run.steps():
        pass
    assert 0 < run.iteration < 500
    assert torch.equal(run.best, keep_drawable(starts, BOUNDS)[run.leader])


def test_strokes_that_are_held_still_do_not_move_and_the_others_do(
    encoder: TinyEncoder, target: PhotoTarget, starts: torch.Tensor
) -> None:
    moves = torch.tensor([True, False, True, False])
    run = optimisation(
        encoder, target, starts[:1], Schedule(20, 1, 2), Surroundings(64, moves=moves)
    )
    for _ in run.steps():
        pass
    assert torch.equal(run.current[~moves], starts[0][~moves])
    assert (run.current[moves] != starts[0][moves]).any((1, 2)).all()


def test_nothing_is_gained_by_ink_in_a_locked_region(
    encoder: TinyEncoder, target: PhotoTarget, starts: torch.Tensor
) -> None:
    around = Surroundings(64, region=(0, 0, 64, 64))
    run = optimisation(encoder, target, starts, Schedule(20, 1, 2), around)
    for _ in run.steps():
        pass
    assert torch.equal(run.current, keep_drawable(starts, BOUNDS)[run.leader])


def test_lines_on_the_page_are_seen_by_the_encoder(
    encoder: TinyEncoder, target: PhotoTarget, starts: torch.Tensor
) -> None:
    line = torch.tensor([[10.0, 20.0], [50.0, 20.0], [50.0, 45.0]])
    around = Surroundings(64, (line,), 3.0)
    bare = render_sketches(starts, 64, Surroundings(64))
    seen = render_sketches(starts, 64, around)
    assert (seen <= bare).all()
    assert (seen[:, 0, 20, 12:48] < 0.1).all()
    assert torch.equal(seen[:, :, :10], bare[:, :, :10])
    # At half the size, at half the place.
    assert (render_sketches(starts, 32, around)[:, 0, 10, 7:23] < 0.5).all()


@pytest.mark.parametrize("points", [2, 3, 4])
def test_curves_of_lower_degree_are_the_same_curves_raised(points: int) -> None:
    generator = torch.Generator().manual_seed(0)
    controls = 60 * torch.rand(5, points, 2, generator=generator, dtype=torch.float64)
    t = torch.linspace(0, 1, 9, dtype=torch.float64)[:, None, None]
    cubic = raised(controls)
    assert cubic.shape == (5, 4, 2)
    assert torch.allclose(along(cubic, t), along(controls, t))
    assert torch.allclose(lowered(cubic, points), controls)


def along(controls: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    """(T, n, 2) points of Beziers by de Casteljau's construction."""
    points = [controls[:, i].expand(len(t), -1, -1) for i in range(controls.shape[1])]
    while len(points) > 1:
        points = [a + (b - a) * t for a, b in pairwise(points)]
    return points[0]
