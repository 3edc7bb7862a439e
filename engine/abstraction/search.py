"""How a sketch is found: several starts, first coarsely, then the best of them at full size.

Small images through the encoder cost a third and tell well enough where strokes belong; so all
starts take a few steps there, the one with the lowest evaluation loss goes on alone, and only the
last part sees the canvas at full size. The paper takes all of its three starts to the end.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

import torch

from engine.abstraction.curves import raised
from engine.abstraction.loss import FULL, LossTerms
from engine.abstraction.optimisation import Optimisation, Schedule
from engine.abstraction.prepared import PreparedPhoto
from engine.abstraction.surroundings import Surroundings
from engine.encoders.base import Encoder

T = TypeVar("T")

TRIAL_ITERATIONS = 40
"""That every start takes before one is chosen."""
_COARSE_SHARE = 0.5
_COARSE_BATCH = 3
"""Small images a step on a CPU: about as long as one image at full size."""
_ACCELERATOR_BATCH = 64


@dataclass(frozen=True, eq=False)
class Snapshot:
    """Where a search is.

    Attributes:
        controls: (n, 4, 2) of the leader as it is now, px of the canvas.
        loss: its best evaluation so far; infinite before the first.
        iteration: steps of the leader so far.
    """

    controls: torch.Tensor
    loss: float
    iteration: int


@dataclass(frozen=True, eq=False)
class Found:
    """What a search came to.

    Attributes:
        controls: (n, 4, 2) px of the canvas.
        losses: the leader's evaluations at full size in turn, that of its start first.
        iterations: steps it took.
    """

    controls: torch.Tensor
    losses: tuple[float, ...]
    iterations: int

    @property
    def loss(self) -> float:
        """Of these controls."""
        return min(self.losses)


SAMPLED_RATES = (2.0, 1.0, 0.1)
"""Learning rates for strokes that begin as short random curves and have a way to go."""
CONTOUR_RATES = (0.7, 0.5, 0.1)
"""For strokes that begin along contours. With (3, 2, 0.2) they leave them, and the loss after 200
iterations is 3 % higher (12 photos)."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How much work a search may do.

    Attributes:
        iterations: of the sketch that comes of it, at most.
        views: random views of each.
        scale: of batches on an accelerator, see `Context.batch_scale`.
        rates: learning rates, px of the canvas: first coarse step, first full step, last step.
        terms: of the loss.
    """

    iterations: int
    views: int = 1
    scale: float = 1.0
    rates: tuple[float, float, float] = CONTOUR_RATES
    terms: LossTerms = FULL

    def batch(self, encoder: Encoder, side: int) -> int:
        """Images of `side` px through the encoder at a time."""
        if encoder.device.type != "cpu":
            return max(1, int(_ACCELERATOR_BATCH * self.scale))
        return 1 if side == encoder.canvas_size else _COARSE_BATCH


def search(
    encoder: Encoder,
    photo: PreparedPhoto,
    starts: torch.Tensor,
    around: Surroundings,
    effort: Effort,
    generator: torch.Generator,
) -> Generator[Snapshot, None, Found]:
    """The best sketch that comes of (R, n, k, 2) starts; a step is one pass of the encoder."""
    coarse_iterations = int(effort.iterations * _COARSE_SHARE)
    trial = min(TRIAL_ITERATIONS, coarse_iterations // 2) if len(starts) > 1 else 0
    first_rate, full_rate, last_rate = effort.rates
    done = 0

    def stage(
        controls: torch.Tensor, side: int, iterations: int, rates: tuple[float, float]
    ) -> Generator[Snapshot, None, Optimisation]:
        nonlocal done
        batch = effort.batch(encoder, side)
        target = yield from _waiting(photo.target(encoder, side, batch), controls[0], done)
        schedule = Schedule(iterations, effort.views, batch, rates, effort.terms)
        run = Optimisation(
            encoder, target, controls, photo.framing.box, schedule, generator, around
        )
        for _ in run.steps():
            yield Snapshot(raised(run.current), run.best_loss, done + run.iteration)
        done += run.iteration
        return run

    coarse = encoder.coarse_canvas_size
    at_first = starts
    chosen = 0
    if len(starts) > 1:
        trials = yield from stage(starts, coarse, trial, (first_rate, first_rate))
        chosen = trials.leader
        # The way on begins where the trial left it, not at its best evaluation: it is under way.
        starts = trials.current[None]
    if coarse_iterations > trial:
        run = yield from stage(starts, coarse, coarse_iterations - trial, (first_rate, full_rate))
        starts = run.best[None]
    begun = yield from stage(
        at_first[chosen : chosen + 1], encoder.canvas_size, 0, (full_rate, full_rate)
    )
    rates = (full_rate, last_rate)
    run = yield from stage(starts, encoder.canvas_size, effort.iterations - done, rates)
    best = run.best if run.best_loss <= begun.best_loss else begun.best
    return Found(raised(best), begun.leader_losses + run.leader_losses, done)


def _waiting(
    work: Generator[None, None, T], controls: torch.Tensor, done: int
) -> Generator[Snapshot, None, T]:
    """The steps of `work` as snapshots of a sketch that does not move meanwhile."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found
        yield Snapshot(raised(controls), float("inf"), done)
