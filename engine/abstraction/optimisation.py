"""The optimisation of stroke control points (CLIPasso sec. 3.2, supplement A)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch

from engine.abstraction.loss import abstraction_loss
from engine.abstraction.target import PLAIN, PhotoTarget
from engine.encoders.base import Encoder
from engine.raster import render_pen

STROKE_WIDTH_PX = 3.0
LEARNING_RATE = 1.0
_FINAL_LEARNING_RATE = 0.1
EVALUATE_EVERY = 10
_TOLERANCE = 1e-5
_PATIENCE = 20
"""Evaluations without improvement that make a plateau. A single one, as in the paper, ends too
early: with a single view a step the loss is noisy."""
_PLATEAUS = 2
"""At the first plateau the best sketch so far goes on in smaller steps; at the last it ends."""
_PLATEAU_FACTOR = 0.3
_MIN_LENGTH_PX = 4.0


@dataclass(frozen=True, slots=True)
class Schedule:
    """How much work an optimisation may do.

    Attributes:
        iterations: at most so many steps of the optimiser.
        views: random views a step.
        batch: images through the encoder at a time.
    """

    iterations: int
    views: int
    batch: int


class Optimisation:
    """R sketches of n strokes, optimised side by side; they differ in where they started.

    Args:
        controls: (R, n, 4, 2) cubic Beziers to start from, canvas px.
        bounds: (left, top, right, bottom) of the area that the control points must not leave.
        generator: chooses the views.
    """

    def __init__(
        self,
        encoder: Encoder,
        target: PhotoTarget,
        controls: torch.Tensor,
        bounds: tuple[float, float, float, float],
        schedule: Schedule,
        generator: torch.Generator,
    ) -> None:
        self._encoder = encoder
        self._target = target
        self._bounds = bounds
        self._schedule = schedule
        self._generator = generator
        self._deck: list[int] = []
        self._controls = keep_drawable(controls, bounds).to(encoder.device).requires_grad_(True)
        self._optimiser = torch.optim.Adam([self._controls], lr=LEARNING_RATE)
        self.iteration = 0
        self._losses: list[torch.Tensor] = []
        self._best_loss = torch.full((len(controls),), torch.inf)
        self._best = self._controls.detach().clone()
        self._since_improvement = 0
        self._plateaus = 0

    @property
    def leader(self) -> int:
        """The sketch with the lowest evaluation loss so far."""
        return int(self._best_loss.argmin())

    @property
    def best(self) -> torch.Tensor:
        """(n, 4, 2) control points of the best evaluation of the leader."""
        return self._best[self.leader]

    @property
    def best_loss(self) -> float:
        """The leader's."""
        return float(self._best_loss[self.leader])

    @property
    def current(self) -> torch.Tensor:
        """(n, 4, 2) control points of the leader as they are now."""
        return self._controls.detach()[self.leader]

    @property
    def leader_losses(self) -> tuple[float, ...]:
        """All evaluations of the leader in turn."""
        return tuple(float(losses[self.leader]) for losses in self._losses)

    def steps(self) -> Iterator[None]:
        """Optimise until convergence or the last iteration; a step is one pass of the encoder."""
        self._evaluate()
        yield
        while self.iteration < self._schedule.iterations and self._plateaus < _PLATEAUS:
            yield from self._iterate()
            if self.iteration % EVALUATE_EVERY == 0:
                self._evaluate()
                yield
        if self.iteration % EVALUATE_EVERY:
            self._evaluate()
            yield

    def _iterate(self) -> Iterator[None]:
        """One step of Adam. The gradient of the image is gathered pass by pass, then drawn once
        through the rasteriser."""
        sketches = self._render(self._controls)
        image = sketches.detach().requires_grad_(True)
        batch = self._schedule.batch
        rows = torch.arange(len(image)).repeat(self._schedule.views)
        view_ids = torch.tensor([self._draw_view() for _ in range(self._schedule.views)])
        view_ids = view_ids.repeat_interleave(len(image))
        for part, ids in zip(torch.split(rows, batch), torch.split(view_ids, batch), strict=True):
            loss = abstraction_loss(self._encoder, self._target, image[part], ids)
            (loss.sum() / self._schedule.views).backward()  # type: ignore[no-untyped-call]
            yield
        self._optimiser.param_groups[0]["lr"] = self._learning_rate()
        self._optimiser.zero_grad()
        sketches.backward(image.grad)  # type: ignore[no-untyped-call]
        self._optimiser.step()
        with torch.no_grad():
            self._controls.copy_(keep_drawable(self._controls, self._bounds))
        self.iteration += 1

    def _learning_rate(self) -> float:
        done = self.iteration / self._schedule.iterations
        planned = LEARNING_RATE + (_FINAL_LEARNING_RATE - LEARNING_RATE) * done
        return planned * _PLATEAU_FACTOR**self._plateaus

    def _draw_view(self) -> int:
        """The next card of a shuffled deck: every view comes once before one comes again."""
        if not self._deck:
            count = len(self._target.views) - 1
            self._deck = (torch.randperm(count, generator=self._generator) + 1).tolist()
        return self._deck.pop()

    def _evaluate(self) -> None:
        with torch.no_grad():
            sketches = self._render(self._controls)
            plain = torch.full((self._schedule.batch,), PLAIN)
            parts = [
                abstraction_loss(self._encoder, self._target, part, plain[: len(part)])
                for part in torch.split(sketches, self._schedule.batch)
            ]
        loss = torch.cat(parts).cpu()
        self._losses.append(loss)
        better = loss < self._best_loss - _TOLERANCE
        self._best_loss = torch.where(better, loss, self._best_loss)
        chosen = better.to(self._best.device)[:, None, None, None]
        self._best = torch.where(chosen, self._controls.detach(), self._best)

        self._since_improvement = 0 if better.any() else self._since_improvement + 1
        if self._since_improvement >= _PATIENCE:
            self._plateaus += 1
            self._since_improvement = 0
            with torch.no_grad():
                self._controls.copy_(self._best)

    def _render(self, controls: torch.Tensor) -> torch.Tensor:
        side = self._encoder.canvas_size
        return render_pen(controls, (side, side), STROKE_WIDTH_PX)


def keep_drawable(
    controls: torch.Tensor, bounds: tuple[float, float, float, float]
) -> torch.Tensor:
    """(..., 4, 2) control points moved inside `bounds`, strokes too short to see lengthened.

    The ink stays inside too: control points keep half a line's width from the bounds, and a Bezier
    curve never leaves the hull of its control points.
    """
    low = controls.new_tensor(bounds[:2]) + STROKE_WIDTH_PX / 2
    high = controls.new_tensor(bounds[2:]) - STROKE_WIDTH_PX / 2
    inside = controls.clamp(low, high)  # first: this can squeeze a stroke to nothing
    short = (inside.amax(-2) - inside.amin(-2)).amax(-1) < _MIN_LENGTH_PX
    middle = inside.mean(-2, keepdim=True).clamp(low + _MIN_LENGTH_PX, high - _MIN_LENGTH_PX)
    dash = torch.linspace(-0.5, 0.5, 4, device=controls.device, dtype=controls.dtype)
    dash = torch.stack([dash * _MIN_LENGTH_PX * 1.5, torch.zeros_like(dash)], -1)
    return torch.where(short[..., None, None], middle + dash, inside)
