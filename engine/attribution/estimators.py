"""Scores of the units of a sketch, by gradients or by leaving units out.

An estimator is a generator that yields the share done between batches, so that the pen can
overtake it, and returns (U,) scores in units of F.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import torch

from engine.attribution.framing import LINE_WIDTH
from engine.attribution.targets import Target
from engine.attribution.units import Units
from engine.raster import Stamps
from engine.strokes import FloatArray

BATCH = 2
"""Images a step: about 25 ms on one core with the bundled encoder, 2 ms more an image than with 4.
A pen-up waits for the step that runs."""
VIEWS = 4
SAMPLED_VIEWS = 12
PLAIN_SIDE_PX = 224
"""Canvas of the paper's encoders, on which its lines are one pixel wide."""
DROPPED = 0.3
"""Share of the units that a random subset leaves out."""

Scores: TypeAlias = Generator[float, None, FloatArray]


@dataclass(frozen=True)
class Jitter:
    """How much views differ: standard deviations on the unit square.

    Attributes:
        shift: of the place.
        turn: in radians.
        scale: of the logarithm of the size.
    """

    shift: float = 0.03
    turn: float = 0.1
    scale: float = 0.08

    def views(self, count: int, seed: int) -> list[FloatArray]:
        """(2, 3) affine maps about the middle; the first one changes nothing."""
        random = np.random.default_rng(seed)
        found = [np.eye(2, 3)]
        for _ in range(count - 1):
            angle = random.normal() * self.turn
            size = np.exp(random.normal() * self.scale)
            turn = size * np.array(
                [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
            )
            shift = 0.5 - turn @ np.array([0.5, 0.5]) + random.normal(size=2) * self.shift
            found.append(np.column_stack([turn, shift]))
        return found


JITTER = Jitter()


def value_of(units: Units, target: Target) -> float:
    """F of the whole sketch."""
    side = target.side
    with torch.no_grad():
        return float(target(on_paper(units.stamps(side, LINE_WIDTH * side).image()))[0])


def gradient_scores(units: Units, target: Target) -> FloatArray:
    """A_i^R of eq. 4 as the paper has it: Bresenham lines, one gradient at the clamped sum."""
    stamps = units.stamps(PLAIN_SIDE_PX, None)
    return _attributed(stamps, target).numpy().astype(np.float64)


def view_scores(units: Units, target: Target, seed: int, views: int = VIEWS) -> FloatArray:
    """Eq. 4 with lines as wide as in training, averaged over views in one batch.

    Args:
        seed: of the views; the first one is the sketch as it is.
        views: how many.
    """
    side = target.side
    stamps = units.stamps(side, LINE_WIDTH * side, JITTER.views(views, seed))
    scores = _attributed(stamps, target).reshape(views, units.count).mean(0)
    return scores.numpy().astype(np.float64)


def removal_scores(units: Units, target: Target) -> Scores:
    """F(X) - F(X without the unit), for every unit."""
    without = np.concatenate([np.ones((1, units.count)), 1 - np.eye(units.count)])
    values = yield from outputs_of_subsets(units, target, target.side, without)
    scores: FloatArray = values[0] - values[1:]
    return scores


def sampled_scores(
    units: Units,
    target: Target,
    seed: int,
    samples: int | None = None,
    jitter: Jitter = JITTER,
) -> Scores:
    """What a unit adds to F on average over random subsets of the others and over views.

    Several strokes that do not belong hide each other: without one of them, the rest still misleads
    the encoder. So subsets are drawn, each unit being left out of `DROPPED` of them; a linear model
    of F in which units are there, fitted by ridge regression, gives each unit's part. Each subset
    is seen in one of `SAMPLED_VIEWS` views, every other one mirrored where that means the same,
    which averages out what hangs on a pixel.

    Args:
        seed: of the subsets and views.
        samples: how many subsets; None: 384, and 8 for every unit beyond 16.
        jitter: how much the views differ.
    """
    count = units.count
    if samples is None:
        samples = 384 + 8 * max(count - 16, 0)
    random = np.random.default_rng(seed)
    there = (random.random((samples, count)) >= DROPPED).astype(np.float64)
    views = jitter.views(SAMPLED_VIEWS, seed)
    if target.mirrors:
        views[1::2] = [_mirrored(view) for view in views[1::2]]
    values = np.empty(samples)
    for nth, view in enumerate(views):
        rows = np.arange(nth, samples, len(views))
        seen = outputs_of_subsets(units, target, target.side, there[rows], view)
        values[rows] = yield from _shifted(seen, nth / len(views), 1 / len(views))
        # Views differ in how well the encoder likes them; that is no unit's doing.
        values[rows] -= values[rows].mean()
    centred = there - there.mean(0)
    ridge = 0.5 * np.eye(count)
    solved = np.linalg.solve(centred.T @ centred + ridge, centred.T @ values)
    return np.asarray(solved, np.float64)


def on_paper(ink: torch.Tensor) -> torch.Tensor:
    """(B, 1, S, S) ink in [0, 1] as (B, 3, S, S) dark lines on white."""
    return (1 - ink).expand(-1, 3, -1, -1)


def _attributed(stamps: Stamps, target: Target) -> torch.Tensor:
    ink = stamps.image().requires_grad_(True)
    with torch.enable_grad():
        (gradient,) = torch.autograd.grad(target(on_paper(ink)).sum(), ink)
    return stamps.attribution(gradient).cpu()


def _mirrored(view: FloatArray) -> FloatArray:
    """The view, left and right exchanged."""
    return view * [[-1.0], [1.0]] + [[0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]


def _shifted(scores: Scores, start: float, share: float) -> Scores:
    """The same work as a part of a longer one."""
    while True:
        try:
            done = next(scores)
        except StopIteration as end:
            found: FloatArray = end.value
            return found
        yield min(start + share * done, 1.0)


def outputs_of_subsets(
    units: Units,
    function: Callable[[torch.Tensor], torch.Tensor],
    side: int,
    there: FloatArray,
    view: FloatArray | None = None,
) -> Scores:
    """What an encoder says of the sketch when only some of its units are drawn.

    Args:
        function: (B, 3, side, side) images to (B, ...) outputs.
        side: of the canvas in px.
        there: (N, U), 1 where a unit is drawn and 0 where it is left out.
        view: (2, 3) affine map of the unit square to draw it under.

    Returns:
        (N, ...), after yielding the share done for each batch.
    """
    stamps = units.stamps(side, LINE_WIDTH * side, None if view is None else [view])
    outputs: list[FloatArray] = []
    for part in torch.split(torch.from_numpy(there.astype(np.float32)), BATCH):
        with torch.no_grad():
            outputs.append(
                function(on_paper(stamps.subsets(part))).cpu().numpy().astype(np.float64)
            )
        yield min(len(outputs) * BATCH / len(there), 1.0)
    return np.concatenate(outputs)
