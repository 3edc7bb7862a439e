"""The training loop of SketchEmbedNet: steps, schedules, checkpoints, learning curve."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.sketchembed.net import Gaussian, SketchEmbedNet
from engine.training.sketchembed_batches import Batch, Batches
from engine.training.sketchembed_checkpoint import Run
from engine.training.sketchembed_losses import contrastive, drawn_pixel_loss, teacher_forced

CLIP = 1.0
"""Of gradient values (section 4.1)."""
_ALPHA_STAGES = 10
_FIRST_RISE = 1 / 30
_RATE_STAGES = 20
_RATE_DECAY = 0.85
"""Paper: 0.85 every 15,000 of 300,000 steps; alpha + 0.05 every 10,000 up to its maximum."""
_AVERAGE_FROM = 10
_REPORT_EVERY = 50


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a run goes.

    Attributes:
        steps: of the whole run; the schedules stretch with it.
        minutes: the run ends after so long at the latest, and the schedules with it.
        rate: Adam's at the start.
        alpha_max: weight of L_pixel at the end of the curriculum (eq. 2).
        contrast: weight of the contrastive term; 0 as in the paper.
        contrast_every: one drawing in so many counts for that term.
        average: decay of the moving average of the weights.
        evaluate_every, save_every: steps.
    """

    steps: int = 9000
    minutes: float = math.inf
    rate: float = 2e-3
    alpha_max: float = 0.2
    contrast: float = 0.15
    contrast_every: int = 2
    average: float = 0.998
    evaluate_every: int = 500
    save_every: int = 250

    def progress(self, step: int, seconds: float) -> float:
        """How much of the run is done, 1 at its end."""
        return max(step / self.steps, seconds / 60 / self.minutes)

    def alpha(self, progress: float) -> float:
        """The alpha of eq. 2: in ten rises, the first after a thirtieth of the run."""
        rises = min(int(progress / _FIRST_RISE), _ALPHA_STAGES)
        return self.alpha_max * rises / _ALPHA_STAGES

    def rate_at(self, progress: float) -> float:
        """The learning rate."""
        return self.rate * _RATE_DECAY ** int(_RATE_STAGES * progress)


def train(
    run: Run,
    batches: Batches,
    recipe: Recipe,
    checkpoint: Path,
    evaluate: Callable[[SketchEmbedNet], dict[str, float]],
    report: Callable[[str], None],
) -> None:
    """Train until the recipe's last step; goes on from `checkpoint` if there is one.

    Args:
        run: at its start; at its end when this returns.
        batches: to train on.
        recipe: see `Recipe`.
        checkpoint: written now and then, and at the end.
        evaluate: figures of the averaged network for the learning curve.
        report: told a line now and then.
    """
    assert isinstance(run.net, SketchEmbedNet)
    assert isinstance(run.average, SketchEmbedNet)
    if checkpoint.exists():
        run.restore(checkpoint)
        report(f"going on after step {run.step}")
    began_s, before_s = time.perf_counter(), run.seconds
    recent: dict[str, float] = {}
    run.net.train()
    while not _done(run, recipe):
        losses = train_step(run, batches.batch(run.step), recipe)
        run.step += 1
        run.seconds = before_s + time.perf_counter() - began_s
        _blend(recent, losses)
        if run.step % _REPORT_EVERY == 0:
            figures = " ".join(f"{key} {value:.3f}" for key, value in recent.items())
            report(f"step {run.step} {run.seconds:.0f} s: {figures}")
        if run.step % recipe.evaluate_every == 0 or _done(run, recipe):
            run.average.eval()
            found = {"step": float(run.step), "seconds": run.seconds} | recent
            run.curve.append(found | evaluate(run.average))
            report("curve " + " ".join(f"{k} {v:.4g}" for k, v in run.curve[-1].items()))
        if run.step % recipe.save_every == 0 or _done(run, recipe):
            run.save(checkpoint)


def train_step(run: Run, batch: Batch, recipe: Recipe) -> dict[str, float]:
    """One step of Adam; its losses."""
    assert isinstance(run.net, SketchEmbedNet)
    progress = recipe.progress(run.step, run.seconds)
    alpha = recipe.alpha(progress)
    for group in run.optimiser.param_groups:
        group["lr"] = recipe.rate_at(progress)
    run.optimiser.zero_grad(set_to_none=True)
    losses = objective(run.net, batch, alpha, recipe.contrast, run.step, recipe.contrast_every)
    losses["total"].backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_value_(run.net.parameters(), CLIP)
    run.optimiser.step()
    # At the start the average would mostly remember how it began.
    run.follow(min(recipe.average, (1 + run.step) / (_AVERAGE_FROM + run.step)))
    return {key: float(each.detach()) for key, each in losses.items()}


def objective(
    net: SketchEmbedNet, batch: Batch, alpha: float, contrast: float, seed: int, every: int = 1
) -> dict[str, torch.Tensor]:
    """The losses of a batch and their "total": eq. 2, and the contrastive term beside it.

    Only one drawing in `every` has its second hand embedded, for the contrastive term.
    """
    generator = torch.Generator().manual_seed(seed)
    count = len(batch.images)
    second = batch.others[::every] if contrast > 0 else batch.others[:0]
    images = torch.cat([batch.images, second])
    found = net.encoder(images.contiguous(memory_format=torch.channels_last))
    z = Gaussian(found.mean[:count], found.log_sigma[:count]).sample(generator)
    steps = net.decoder(z, batch.before)
    pen, stroke = teacher_forced(steps, batch.rows, batch.counted)
    losses = {"pen": pen, "stroke": stroke}
    total = pen + (1 - alpha) * stroke
    if alpha > 0:
        losses["pixel"] = drawn_pixel_loss(steps, batch.places, batch.down)
        total = total + alpha * losses["pixel"]
    if contrast > 0:
        whole = ~batch.begun[::every]
        first = found.mean[:count:every][whole]
        losses["contrast"] = contrastive(first, found.mean[count:][whole])
        total = total + contrast * losses["contrast"]
    return losses | {"total": total}


def _done(run: Run, recipe: Recipe) -> bool:
    return recipe.progress(run.step, run.seconds) >= 1


def _blend(recent: dict[str, float], new: dict[str, float]) -> None:
    for key, value in new.items():
        recent[key] = 0.98 * recent.get(key, value) + 0.02 * value
