"""How fast an abstraction is on this machine, and how much of that is the encoder."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

import numpy as np
import torch
from numpy.typing import NDArray

from engine.abstraction.job import abstract
from engine.abstraction.messages import Abstraction, AbstractPayload
from engine.context import Context
from engine.encoders.base import Encoder
from engine.encoders.loading import load_encoder
from engine.types import Progress

SETTLED_ITERATION = 5
"""Iterations before it are not timed: first uses choose kernels and allocate."""


def bench_abstract(
    report: Callable[[float, str], None], *, strokes: int = 16, iterations: int = 100
) -> dict[str, object]:
    """Sketch a made photo, and time the bare encoder on as many images in the same run.

    Args:
        report: called with the fraction done and what comes next.
        strokes: n.
        iterations: of the optimiser.

    Returns:
        "load_ms" (the encoder), "embed_ms", "forward_backward_ms" (to the input, one image at full
        size), "coarse_forward_backward_ms" (one small image), "first_preview_ms", "iteration_ms"
        and "coarse_iteration_ms" (medians, one view), "iteration_ratio" and
        "coarse_iteration_ratio" (over forward and backward of an image as large),
        "longest_step_ms" (how long a live request may have to wait), "seconds" for "iterations",
        "previews_per_second", "loss_start", "loss", "peak_memory_mb" of the process (None on
        Windows).
    """
    context = Context()
    report(0.0, "loading")
    began_s = time.perf_counter()
    encoder = load_encoder(device=context.device)
    load_ms = 1e3 * (time.perf_counter() - began_s)
    context.cache["encoder", "bundled", str(context.device)] = encoder
    report(0.05, "encoder")
    embed_ms, forward_backward_ms = time_encoder(encoder, encoder.canvas_size)
    _, coarse_ms = time_encoder(encoder, encoder.coarse_canvas_size)

    # A single start: the first half of the iterations is coarse, the second at full size.
    payload = AbstractPayload(example_photo(), strokes=strokes, iterations=iterations, restarts=1)
    job = abstract(payload, context)
    iteration_ends_s: list[float] = []
    steps_s: list[float] = []
    previews = 0
    while True:
        step_began_s = time.perf_counter()
        try:
            step: Progress = next(job)
        except StopIteration as end:
            sketch: Abstraction = end.value
            break
        previews += step.preview is not None
        done = round(step.fraction * iterations)
        if done >= SETTLED_ITERATION:
            steps_s.append(time.perf_counter() - step_began_s)
        if done > len(iteration_ends_s):
            iteration_ends_s.append(time.perf_counter())
        report(0.1 + 0.9 * step.fraction, step.text)
    half = iterations // 2
    return {
        "load_ms": load_ms,
        "embed_ms": embed_ms,
        "forward_backward_ms": forward_backward_ms,
        "coarse_forward_backward_ms": coarse_ms,
        "first_preview_ms": 1e3 * sketch.first_preview_seconds,
        "iteration_ms": (iteration_ms := 1e3 * median(np.diff(iteration_ends_s[half + 1 :]))),
        "iteration_ratio": iteration_ms / forward_backward_ms,
        "coarse_iteration_ms": (small_ms := 1e3 * median(np.diff(iteration_ends_s[5:half]))),
        "coarse_iteration_ratio": small_ms / coarse_ms,
        "previews_per_second": previews / sketch.seconds,
        "longest_step_ms": 1e3 * max(steps_s),
        "strokes": strokes,
        "iterations": sketch.iterations,
        "seconds": sketch.seconds,
        "loss_start": sketch.losses[0],
        "loss": sketch.loss,
        "peak_memory_mb": peak_memory_mb(),
    }


def time_encoder(encoder: Encoder, side: int, repeats: int = 20) -> tuple[float, float]:
    """Median ms of embedding one image of that side, and of a pass forward and back to it."""
    image = torch.rand(1, 3, side, side, device=encoder.device)
    embeds_s, passes_s = [], []
    for _ in range(repeats):
        began_s = time.perf_counter()
        with torch.no_grad():
            float(encoder.embed(image).sum())
        embeds_s.append(time.perf_counter() - began_s)
        began_s = time.perf_counter()
        leaf = image.clone().requires_grad_(True)
        features = encoder.encode(leaf)
        loss = features.embedding.sum() + sum(maps.mean() for maps in features.maps.values())
        loss.backward()  # type: ignore[no-untyped-call]
        assert leaf.grad is not None
        float(leaf.grad.sum())
        passes_s.append(time.perf_counter() - began_s)
    return 1e3 * median(embeds_s), 1e3 * median(passes_s)


def example_photo(side: int = 480) -> NDArray[np.uint8]:
    """(side, side, 3): a face of discs on a shaded ground."""
    y, x = np.mgrid[:side, :side] / side
    grey = 0.9 - 0.2 * y
    for centre_x, centre_y, radius, tone in (
        (0.5, 0.5, 0.35, 0.6),
        (0.38, 0.42, 0.06, 0.1),
        (0.62, 0.42, 0.06, 0.1),
        (0.5, 0.66, 0.1, 0.3),
    ):
        grey = np.where(np.hypot(x - centre_x, y - centre_y) < radius, tone, grey)
    return np.repeat((grey * 255).astype(np.uint8)[..., None], 3, -1)


def peak_memory_mb() -> float | None:
    """Largest resident size of this process so far."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
