"""The training loop: steps, moving average of the weights, checkpoints, learning curve."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.training.encoder_batches import Sampler
from engine.training.encoder_model import Student
from engine.training.encoder_objective import Objective


@dataclass(frozen=True)
class Recipe:
    """How long, how large the images and how fast the weights move.

    `modality_rate` is that of what photos and drawings have apart in a conditional network: new
    like a head, not learnt before like the trunk.
    """

    steps: int = 400
    size: int = 128
    trunk_rate: float = 1.5e-4
    head_rate: float = 1e-3
    modality_rate: float = 1e-3
    warm_up: int = 60
    weight_decay: float = 0.02
    average: float = 0.99


def train(
    student: Student,
    objective: Objective,
    sampler: Sampler,
    recipe: Recipe,
    device: torch.device,
    checkpoint: Path,
    evaluate: Callable[[Student], dict[str, float]],
    report: Callable[[str], None],
    evaluate_every: int = 80,
    deadline_s: float = math.inf,
) -> tuple[Student, list[dict[str, float]]]:
    """Train in place and give the moving average of the weights and the learning curve.

    A checkpoint is written at each evaluation; an interrupted run goes on from there.

    Args:
        student: start; on `device`.
        objective: what to make small.
        sampler: where batches come from.
        recipe: see `Recipe`.
        device: where to train.
        checkpoint: file of the state, beside it NAME.curve.json.
        evaluate: metrics of a network on the validation categories.
        report: called with a line of progress.
        evaluate_every: steps.
        deadline_s: stop after so many seconds; the learning rate falls to zero by then.
    """
    apart = student.conditioned()
    known = {id(p) for p in apart}
    head = [p for n, p in student.named_parameters() if not n.startswith("trunk")]
    trunk = [
        p
        for n, p in student.named_parameters()
        if n.startswith("trunk") and p.requires_grad and id(p) not in known
    ]
    optimizer = torch.optim.AdamW(
        [
            {"params": trunk, "peak": recipe.trunk_rate},
            {"params": head, "peak": recipe.head_rate},
            {"params": apart, "peak": recipe.modality_rate},
        ],
        weight_decay=recipe.weight_decay,
    )
    averaged = copy.deepcopy(student)
    curve: list[dict[str, float]] = []
    step, spent_s = 0, 0.0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        student.load_state_dict(state["student"])
        averaged.load_state_dict(state["averaged"])
        optimizer.load_state_dict(state["optimizer"])
        step, spent_s, curve = state["step"], state["spent_s"], state["curve"]
    started = time.monotonic() - spent_s
    sums: dict[str, float] = {}
    since = 0
    while step < recipe.steps:
        spent_s = time.monotonic() - started
        done = max(step / recipe.steps, min(1.0, spent_s / deadline_s))
        if done >= 1:
            break
        rate = min(1.0, (step + 1) / recipe.warm_up) * 0.5 * (1 + math.cos(math.pi * done))
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        batch = sampler.draw(recipe.size, device)
        out = student(batch.images, len(batch.photo_rows))
        doodles = student.doodles(out.features[-len(batch.doodle_class) :])
        terms = objective(out, doodles, batch)
        optimizer.zero_grad(set_to_none=True)
        torch.autograd.backward(torch.stack(list(terms.values())).sum())
        torch.nn.utils.clip_grad_norm_(trunk + head + apart, 5.0)
        optimizer.step()
        _follow(averaged, student, min(recipe.average, (step + 1) / (step + 10)))
        step += 1
        since += 1
        for name, value in terms.items():
            sums[name] = sums.get(name, 0.0) + float(value.detach())
        if step % evaluate_every == 0 or step == recipe.steps:
            row = {"step": float(step), "seconds": round(time.monotonic() - started, 1)}
            row |= {f"loss_{name}": round(value / since, 4) for name, value in sums.items()}
            row |= evaluate(averaged)
            curve.append(row)
            sums, since = {}, 0
            report(json.dumps(row))
            torch.save(
                {
                    "student": student.state_dict(),
                    "averaged": averaged.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "step": step,
                    "spent_s": time.monotonic() - started,
                    "curve": curve,
                },
                checkpoint,
            )
    return averaged, curve


@torch.no_grad()
def _follow(averaged: Student, student: Student, keep: float) -> None:
    for mean, value in zip(averaged.parameters(), student.parameters(), strict=True):
        if value.requires_grad:
            mean.lerp_(value, 1 - keep)
