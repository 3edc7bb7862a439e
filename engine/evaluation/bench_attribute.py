"""How fast strokes are scored on this machine, and how much of that is the encoder."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import numpy as np
import torch

from engine.attribution.cleaning import clean
from engine.attribution.jobs import attribute, guess
from engine.attribution.messages import (
    AttributePayload,
    CategoryTarget,
    CleanPayload,
    Estimator,
    GuessPayload,
    Method,
)
from engine.attribution.resolve import guessing_encoder
from engine.attribution.targets import OVERSAMPLING
from engine.context import Context
from engine.encoders.strokewise import GUESS_SIZE, StrokewiseEncoder
from engine.evaluation.run import finish
from engine.strokes import FloatArray
from engine.types import Job

STROKES = 60
POINTS = 20
_CATEGORY = CategoryTarget("snowman")


def bench_attribute(
    report: Callable[[float, str], None], *, strokes: int = STROKES, repeats: int = 7
) -> dict[str, object]:
    """Score a made drawing; medians over `repeats` runs.

    Args:
        report: called with the fraction done and what comes next.
        strokes: of the drawing, of `POINTS` points each.
        repeats: runs of each.

    Returns:
        "guess_ms"; "first_tint_ms" (from a request to the preview that live tints begin with, SLA)
        and "first_tint_psla_ms"; "forward_backward_ms" of the encoder alone, and
        "first_tint_ratio" to it; "removal_ms" and "removal_psla_ms" (the scores that follow the
        preview); "clean_seconds" (sampled, by category).
    """
    context = Context()
    encoder = guessing_encoder("bundled", context)
    made = made_drawing(strokes)

    def drawing() -> tuple[FloatArray, ...]:
        """As another object: what is known of the last drawing must not help."""
        return (*made,)

    def score(estimator: Estimator, method: Method = Method.SLA) -> Job:
        payload = AttributePayload(drawing(), _CATEGORY, method=method, estimator=estimator)
        return attribute(payload, context)

    rows: dict[str, Callable[[], object]] = {
        "guess_ms": lambda: finish(guess(GuessPayload(drawing()), context)),
        "first_tint_ms": lambda: _to_preview(score(Estimator.REMOVAL)),
        "first_tint_psla_ms": lambda: _to_preview(score(Estimator.REMOVAL, Method.PSLA)),
        "forward_backward_ms": lambda: _pass(encoder),
        "removal_ms": lambda: finish(score(Estimator.REMOVAL)),
        "removal_psla_ms": lambda: finish(score(Estimator.REMOVAL, Method.PSLA)),
    }
    answer: dict[str, object] = {"strokes": strokes}
    times: dict[str, float] = {}
    for i, (name, run) in enumerate(rows.items()):
        report(i / (len(rows) + 1), name.removesuffix("_ms").replace("_", " "))
        times[name] = _median_ms(run, repeats)
    report(len(rows) / (len(rows) + 1), "clean")
    answer |= times
    answer["first_tint_ratio"] = times["first_tint_ms"] / times["forward_backward_ms"]
    began_s = time.perf_counter()
    finish(clean(CleanPayload(drawing(), _CATEGORY), context))
    answer["clean_seconds"] = time.perf_counter() - began_s
    return answer


def made_drawing(strokes: int) -> tuple[FloatArray, ...]:
    """Smooth random strokes of `POINTS` points on a page of 1000 px, always the same."""
    random = np.random.default_rng(0)
    start = random.uniform(200, 800, (strokes, 1, 2))
    turns = random.uniform(0, 2 * np.pi, (strokes, 1)) + random.normal(
        scale=0.3, size=(strokes, POINTS)
    ).cumsum(1)
    steps = 10 * np.stack([np.cos(turns), np.sin(turns)], 2)
    return tuple(start + steps.cumsum(1))


def _median_ms(run: Callable[[], object], repeats: int) -> float:
    run()
    times = []
    for _ in range(repeats):
        began_s = time.perf_counter()
        run()
        times.append(time.perf_counter() - began_s)
    return 1e3 * median(times)


def _to_preview(job: Job) -> None:
    """Run a job until it shows something."""
    for step in job:
        if step.preview is not None:
            job.close()
            return


def _pass(encoder: StrokewiseEncoder) -> None:
    """Forward and backward to the input of the category head."""
    side = OVERSAMPLING * GUESS_SIZE
    batch = torch.rand(1, 3, side, side, device=encoder.device, requires_grad=True)
    torch.autograd.grad(encoder.log_probabilities(batch)[:, 0].sum(), batch)
