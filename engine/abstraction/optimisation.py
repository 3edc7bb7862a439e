"""The optimisation of stroke control points (CLIPasso sec. 3.2, supplement A)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch

from engine.abstraction.curves import STROKE_WIDTH_PX, keep_drawable
from engine.abstraction.loss import FULL, LossTerms, abstraction_loss
from engine.abstraction.surroundings import Surroundings
from engine.abstraction.target import PLAIN, PhotoTarget
from engine.encoders.base import Encoder
from engine.raster import render_pen
from engine.strokes import Bounds

EVALUATE_EVERY = 10
_TOLERANCE = 1e-5
_PATIENCE = 10
"""Evaluations without improvement that make a plateau. A single one, as in the paper, ends too
early: with a single view a step the loss is noisy."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How much work an optimisation may do.

    Attributes:
        iterations: at most so many steps of the optimiser.
        views: random views a step.
        batch: images through the encoder at a time.
        rates: Adam's learning rate at the first step and at the last, in px of the canvas.
        terms: which parts of the loss count.
    """

    iterations: int
    views: int
    batch: int
    rates: tuple[float, float] = (1.0, 0.1)
    terms: LossTerms = FULL


class Optimisation:
    """R sketches of n strokes, optimised side by side; they differ in where they started.

    Args:
        target: its side is that of the images the encoder sees.
        controls: (R, n, k, 2) Beziers of k control points to start from, px of the canvas.
        bounds: (left, top, right, bottom) of the area that the control points must not leave.
        generator: chooses the views.
        around: what to leave alone, and the size of the canvas.
    """

    def __init__(
        self,
        encoder: Encoder,
        target: PhotoTarget,
        controls: torch.Tensor,
        bounds: Bounds,
        schedule: Schedule,
        generator: torch.Generator,
        around: Surroundings,
    ) -> None:
        self._encoder = encoder
        self._target = target
        self._bounds = bounds
        self._schedule = schedule
        self._generator = generator
        self._around = around
        self._moves = None
        if around.moves is not None:
            self._moves = around.moves.to(encoder.device)[:, None, None]
        self._deck: list[int] = []
        start = controls.detach().to(encoder.device)
        self._controls = self._drawable(start).clone().requires_grad_(True)
        self._optimiser = torch.optim.Adam([self._controls], lr=schedule.rates[0])
        self.iteration = 0
        self._losses: list[torch.Tensor] = []
        self._best_loss = torch.full((len(controls),), torch.inf)
        self._best = self._controls.detach().clone()
        self._since_improvement = 0

    @property
    def leader(self) -> int:
        """The sketch with the lowest evaluation loss so far."""
        return int(self._best_loss.argmin())

    @property
    def best(self) -> torch.Tensor:
        """(n, k, 2) control points of the best evaluation of the leader."""
        return self._best[self.leader]

    @property
    def best_loss(self) -> float:
        """The leader's."""
        return float(self._best_loss[self.leader])

    @property
    def current(self) -> torch.Tensor:
        """(n, k, 2) control points of the leader as they are now."""
        return self._controls.detach()[self.leader]

    @property
    def leader_losses(self) -> tuple[float, ...]:
        """All evaluations of the leader in turn."""
        return tuple(float(losses[self.leader]) for losses in self._losses)

    def steps(self) -> Iterator[None]:
        """Optimise until convergence or the last iteration; a step is one pass of the encoder."""
        yield from self._evaluate()
        while self.iteration < self._schedule.iterations and self._since_improvement < _PATIENCE:
            yield from self._iterate()
            if self.iteration % EVALUATE_EVERY == 0:
                yield from self._evaluate()
        if self.iteration % EVALUATE_EVERY:
            yield from self._evaluate()

    def _iterate(self) -> Iterator[None]:
        """One step of Adam. The gradient of the image is gathered pass by pass, then drawn once
        through the rasteriser."""
        sketches = self._render(self._controls)
        image = sketches.detach().requires_grad_(True)
        schedule = self._schedule
        rows = torch.arange(len(image)).repeat(schedule.views)
        view_ids = torch.tensor([self._draw_view() for _ in range(schedule.views)])
        view_ids = view_ids.repeat_interleave(len(image))
        parts = torch.split(rows, schedule.batch), torch.split(view_ids, schedule.batch)
        for part, ids in zip(*parts, strict=True):
            loss = abstraction_loss(self._encoder, self._target, image[part], ids, schedule.terms)
            (loss.sum() / schedule.views).backward()  # type: ignore[no-untyped-call]
            yield
        gradient = image.grad
        assert gradient is not None
        free = self._around.free(self._target.side, gradient.device)
        self._optimiser.param_groups[0]["lr"] = self._learning_rate()
        self._optimiser.zero_grad()
        sketches.backward(gradient if free is None else gradient * free)  # type: ignore[no-untyped-call]
        if self._moves is not None and self._controls.grad is not None:
            self._controls.grad *= self._moves
        self._optimiser.step()
        with torch.no_grad():
            self._controls.copy_(self._drawable(self._controls))
        self.iteration += 1

    def _learning_rate(self) -> float:
        first, last = self._schedule.rates
        return first + (last - first) * self.iteration / self._schedule.iterations

    def _draw_view(self) -> int:
        """The next card of a shuffled deck: every view comes once before one comes again."""
        if not self._deck:
            count = len(self._target.views) - 1
            self._deck = (torch.randperm(count, generator=self._generator) + 1).tolist()
        return self._deck.pop()

    def _evaluate(self) -> Iterator[None]:
        batch = self._schedule.batch
        with torch.no_grad():
            sketches = self._render(self._controls)
        found = []
        for part in torch.split(sketches, batch):
            plain = torch.full((len(part),), PLAIN)
            with torch.no_grad():
                found.append(
                    abstraction_loss(self._encoder, self._target, part, plain, self._schedule.terms)
                )
            yield
        loss = torch.cat(found).cpu()
        self._losses.append(loss)
        better = loss < self._best_loss - _TOLERANCE
        self._best_loss = torch.where(better, loss, self._best_loss)
        chosen = better.to(self._best.device)[:, None, None, None]
        self._best = torch.where(chosen, self._controls.detach(), self._best)
        self._since_improvement = 0 if better.any() else self._since_improvement + 1

    def _drawable(self, controls: torch.Tensor) -> torch.Tensor:
        drawable = keep_drawable(controls, self._bounds)
        return drawable if self._moves is None else torch.where(self._moves, drawable, controls)

    def _render(self, controls: torch.Tensor) -> torch.Tensor:
        return render_sketches(controls, self._target.side, self._around)


def render_sketches(controls: torch.Tensor, side: int, around: Surroundings) -> torch.Tensor:
    """(B, n, k, 2) control points in px of the canvas as (B, 1, side, side) images, ink 0.

    What is on the page already is on them too.
    """
    scale = side / around.canvas
    ink = render_pen(controls * scale, (side, side), STROKE_WIDTH_PX * scale)
    paper = around.paper(side, controls.device)
    return ink if paper is None else ink * paper
