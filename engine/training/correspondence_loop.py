"""The training loop of the warp estimator: steps, moving average, checkpoints, learning curve."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.correspondence.estimator import WarpEstimator
from engine.training.correspondence_batches import Sampler
from engine.training.correspondence_objective import Objective


@dataclass(frozen=True)
class Recipe:
    """How long and how fast. The paper's is SGD for 1200 epochs at batches of 256."""

    steps: int = 3000
    rate: float = 1.5e-3
    warm_up: int = 60
    weight_decay: float = 1e-4
    average: float = 0.995


def train(
    net: WarpEstimator,
    objective: Objective,
    sampler: Sampler,
    recipe: Recipe,
    checkpoint: Path,
    evaluate: Callable[[WarpEstimator], dict[str, float]],
    report: Callable[[str], None],
    evaluate_every: int = 200,
    deadline_s: float = math.inf,
) -> tuple[WarpEstimator, list[dict[str, float]]]:
    """Train in place and give the moving average of the weights and the learning curve.

    A checkpoint is written at each evaluation; an interrupted run goes on from there.

    Args:
        net: start.
        objective: what to make small.
        sampler: where batches come from.
        recipe: see `Recipe`.
        checkpoint: file of the state.
        evaluate: metrics of a network on validation pairs.
        report: called with a line of progress.
        evaluate_every: steps.
        deadline_s: stop after so many seconds; the learning rate falls to zero by then.
    """
    optimizer = torch.optim.AdamW(
        net.parameters(), lr=recipe.rate, weight_decay=recipe.weight_decay
    )
    averaged = copy.deepcopy(net)
    curve: list[dict[str, float]] = []
    step, spent_s = 0, 0.0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        net.load_state_dict(state["net"])
        averaged.load_state_dict(state["averaged"])
        optimizer.load_state_dict(state["optimizer"])
        step, spent_s, curve = state["step"], state["spent_s"], state["curve"]
        if step >= recipe.steps or spent_s >= deadline_s:
            return averaged, curve
        sampler.skip(step)
    started = time.monotonic() - spent_s
    sums: dict[str, float] = {}
    since = 0
    while step < recipe.steps:
        done = max(step / recipe.steps, min(1.0, (time.monotonic() - started) / deadline_s))
        is_last = step + 1 == recipe.steps or done >= 1
        rate = min(1.0, (step + 1) / recipe.warm_up) * 0.5 * (1 + math.cos(math.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = recipe.rate * rate
        terms = objective(net, sampler.draw())
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(terms.values())).sum())
        torch.nn.utils.clip_grad_norm_(net.parameters(), 200.0)
        optimizer.step()
        _follow(averaged, net, min(recipe.average, (step + 1) / (step + 10)))
        step += 1
        since += 1
        for name, value in terms.items():
            sums[name] = sums.get(name, 0.0) + float(value.detach())
        if step % evaluate_every == 0 or is_last:
            row = {"step": float(step), "seconds": round(time.monotonic() - started, 1)}
            row |= {f"loss_{name}": round(value / since, 4) for name, value in sums.items()}
            row |= evaluate(averaged)
            curve.append(row)
            sums, since = {}, 0
            report(json.dumps(row))
            state = {"net": net.state_dict(), "averaged": averaged.state_dict(), "step": step}
            state |= {"optimizer": optimizer.state_dict(), "curve": curve}
            torch.save(state | {"spent_s": time.monotonic() - started}, checkpoint)
        if is_last:
            break
    return averaged, curve


@torch.no_grad()
def _follow(averaged: WarpEstimator, net: WarpEstimator, keep: float) -> None:
    for mean, value in zip(averaged.parameters(), net.parameters(), strict=True):
        mean.lerp_(value, 1 - keep)
