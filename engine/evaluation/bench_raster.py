"""How fast the rasteriser is on this machine: with an idle and with a busy neighbour core."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import torch

from engine.raster import Strokes, render_pen
from engine.raster.diffvg import available

SIZE = (224, 224)
STROKE_COUNTS = (4, 8, 16, 32, 64)
STROKE_LENGTH_PX = 70.0
POLYLINES, POLYLINE_POINTS = 1000, 30
LARGE_SIDE_PX = 1024

_BUSY_LOOP = "while True: pass"


def bench_raster(
    report: Callable[[float, str], None], *, repeats: int = 60, size: tuple[int, int] = SIZE
) -> dict[str, object]:
    """Time forward, and forward with backward, of `render_pen`; medians over `repeats` runs.

    Args:
        report: called with the fraction done and what comes next.
        repeats: runs of each; polylines and diffvg, which take longer, get fewer.
        size: (H, W) of the canvas in px.

    Returns:
        "rows": for each number of strokes, "forward_ms", "forward_backward_ms",
        "forward_backward_busy_ms" (every other core kept busy by another process), "busy_ratio" and
        "ratio_to_diffvg" (its time over ours in this run, or None where it is not installed);
        "polylines": the same for 1,000 polylines of 30 points; "peak_memory_mb": of numpy arrays
        for 64 strokes of 1,000 px at 1024 x 1024.
    """
    scenes = {n: random_curves(n, size) for n in STROKE_COUNTS}
    polylines = random_polylines(POLYLINES, size)
    few = max(repeats // 6, 1)
    rows: list[dict[str, object]] = []
    for i, (n, strokes) in enumerate(scenes.items()):
        report(i / 12, f"{n} strokes")
        forward, both = _time(strokes, size, repeats)
        rows.append(
            {
                "strokes": n,
                "forward_ms": forward,
                "forward_backward_ms": both,
                "ratio_to_diffvg": _diffvg_ms(strokes, size) / both if available() else None,
            }
        )
    report(0.45, f"{POLYLINES} polylines")
    forward, both = _time(polylines, size, few)
    of_polylines: dict[str, object] = {
        "strokes": POLYLINES,
        "points": POLYLINE_POINTS,
        "forward_ms": forward,
        "forward_backward_ms": both,
    }
    with busy_neighbours():
        for i, (row, strokes) in enumerate(zip(rows, scenes.values(), strict=True)):
            report(0.6 + i / 20, f"{row['strokes']} strokes, other cores busy")
            _note_busy(row, _time(strokes, size, repeats)[1])
        report(0.9, f"{POLYLINES} polylines, other cores busy")
        _note_busy(of_polylines, _time(polylines, size, few)[1])
    report(0.95, "memory")
    return {"rows": rows, "polylines": of_polylines, "peak_memory_mb": _peak_memory_mb()}


def random_curves(n: int, size: tuple[int, int], length_px: float = STROKE_LENGTH_PX) -> Strokes:
    """One sketch of `n` cubic curves of about `length_px`, always the same."""
    rng = np.random.default_rng(n)
    legs = rng.normal(size=(n, 3, 2))
    legs *= length_px / 3 / np.linalg.norm(legs, axis=2, keepdims=True)
    start = rng.random((n, 1, 2)) * (np.array(size[::-1]) - 40) + 20
    controls = np.concatenate([start, start + legs.cumsum(1)], 1).astype(np.float32)
    return Strokes.beziers(torch.from_numpy(controls))


def random_polylines(n: int, size: tuple[int, int]) -> Strokes:
    """One sketch of `n` smooth random polylines of `STROKE_LENGTH_PX`, always the same."""
    rng = np.random.default_rng(n)
    turns = np.cumsum(rng.normal(scale=0.3, size=(n, POLYLINE_POINTS)), 1)
    angles = rng.random((n, 1)) * 2 * np.pi + turns
    steps = np.stack([np.cos(angles), np.sin(angles)], 2) * STROKE_LENGTH_PX / POLYLINE_POINTS
    start = rng.random((n, 1, 2)) * (np.array(size[::-1]) - 40) + 20
    points = torch.from_numpy((start + steps.cumsum(1)).astype(np.float32))
    return Strokes.ragged([list(points)])


@contextmanager
def busy_neighbours() -> Iterator[None]:
    """Keep every core but one busy with another process."""
    others = max((os.cpu_count() or 1) - 1, 1)
    processes = [subprocess.Popen([sys.executable, "-c", _BUSY_LOOP]) for _ in range(others)]
    try:
        time.sleep(0.2)
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _note_busy(row: dict[str, object], busy_ms: float) -> None:
    idle_ms = row["forward_backward_ms"]
    assert isinstance(idle_ms, float)
    row["forward_backward_busy_ms"] = busy_ms
    row["busy_ratio"] = busy_ms / idle_ms


def _time(strokes: Strokes, size: tuple[int, int], repeats: int) -> tuple[float, float]:
    """Median ms of forward, and of forward with backward."""
    leaf = Strokes(strokes.controls.clone().requires_grad_(), strokes.topology)
    grad = torch.from_numpy(np.random.default_rng(0).normal(size=(1, 1, *size)).astype(np.float32))
    times = []
    for _ in range(repeats + 2):
        start = time.perf_counter()
        image = render_pen(leaf, size)
        middle = time.perf_counter()
        image.backward(grad)  # type: ignore[no-untyped-call]
        times.append((middle - start, time.perf_counter() - start))
    forward, both = np.median(np.array(times[2:]), 0) * 1e3
    return float(forward), float(both)


def _diffvg_ms(strokes: Strokes, size: tuple[int, int], repeats: int = 3) -> float:
    """Median ms of diffvg's forward with backward on the same strokes."""
    leaf = Strokes(strokes.controls.clone().requires_grad_(), strokes.topology)
    grad = torch.ones(1, 1, *size)
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        render_pen(leaf, size, backend="diffvg").backward(grad)  # type: ignore[no-untyped-call]
        times.append(time.perf_counter() - start)
    return float(np.median(times) * 1e3)


def _peak_memory_mb() -> float:
    import tracemalloc

    size = (LARGE_SIDE_PX, LARGE_SIDE_PX)
    strokes = random_curves(64, size, length_px=1000.0)
    leaf = Strokes(strokes.controls.requires_grad_(), strokes.topology)
    tracemalloc.start()
    try:
        render_pen(leaf, size).backward(torch.ones(1, 1, *size))  # type: ignore[no-untyped-call]
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
