"""The optimisation's own promises: strokes stay drawable, the best is kept, it stops."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.abstraction.optimisation import (
    EVALUATE_EVERY,
    Optimisation,
    Schedule,
    keep_drawable,
)
from engine.abstraction.prepared import prepare_photo
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
    encoder: TinyEncoder, target: PhotoTarget, starts: torch.Tensor, schedule: Schedule
) -> Optimisation:
    generator = torch.Generator().manual_seed(0)
    return Optimisation(encoder, target, starts, BOUNDS, schedule, generator)


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
        assert steps == 2 + EVALUATE_EVERY * passes
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
    next(again.steps())
    assert again.leader_losses[0] == pytest.approx(run.best_loss, rel=1e-4)


def test_it_stops_when_nothing_improves(
    encoder: TinyEncoder,
    target: PhotoTarget,
    starts: torch.Tensor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("engine.abstraction.optimisation.LEARNING_RATE", 0.0)
    monkeypatch.setattr("engine.abstraction.optimisation._FINAL_LEARNING_RATE", 0.0)
    run = optimisation(encoder, target, starts, Schedule(5000, 1, 2))
    for _ in run.steps():
        pass
    assert 0 < run.iteration < 500
    assert torch.equal(run.best, keep_drawable(starts, BOUNDS)[run.leader])
